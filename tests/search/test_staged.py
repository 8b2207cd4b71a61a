"""Rankings of which only as much is settled as is asked for."""

from __future__ import annotations

import random
from pathlib import Path

from .node import run_in_node

STAGE = """
import { restrictRanking, stagedRanking } from "./staged.js";
const answers = [];
for (const { exact, lower, upper, count, within } of given) {
  const settled = new Set();
  const ranking = stagedRanking({
    bounds: { numbers: exact.map((_, number) => number), upper, lower },
    settle: async (numbers) => {
      for (const number of numbers) settled.add(number);
      return exact;
    },
    finish: (results) => results,
  });
  const asked = within ? restrictRanking(ranking, new Set(within)) : ranking;
  const found = await asked.best(count ?? Infinity);
  answers.push({ found: found.map(({ number, score }) => [number, score]), settled: [...settled] });
}
console.log(JSON.stringify(answers));
"""


def test_the_first_are_those_of_the_whole_ranking(tmp_path: Path):
    """Whatever the bounds are, with many equal scores; of equal ones the first seen comes first."""
    given = [_case(random.Random(seed)) for seed in range(400)]

    answers = run_in_node(tmp_path, STAGE, given)

    for case, answer in zip(given, answers, strict=True):
        among = case["within"] if case["within"] is not None else range(len(case["exact"]))
        ranked = sorted(among, key=lambda number: (-case["exact"][number], number))
        assert answer["found"] == [[one, case["exact"][one]] for one in ranked[: case["count"]]]


def test_what_cannot_be_among_the_first_is_left_open(tmp_path: Path):
    """Only documents that lead by their upper bounds, or could be among those asked for."""
    case = {
        "exact": [9, 8, 7, 6, 5, 4],
        "lower": [9, 7, 6, 5, 1, 1],
        "upper": [9, 9, 8, 6.5, 6, 8.5],
        "count": 2,
        "within": None,
    }
    (answer,) = run_in_node(tmp_path, STAGE, [case])

    assert answer["found"] == [[0, 9], [1, 8]]
    assert sorted(answer["settled"]) == [1, 5]


def _case(chance: random.Random) -> dict[str, object]:
    size = chance.randrange(40)
    wide = chance.choice((0, 1, 3, 30))
    exact = [chance.randrange(12) for _ in range(size)]
    numbers = [number for number in range(size) if chance.random() < 0.5]
    return {
        "exact": exact,
        "lower": [one - chance.randint(0, wide) for one in exact],
        "upper": [one + chance.randint(0, wide) for one in exact],
        "count": chance.choice((1, 3, 10, None)),
        "within": numbers if chance.random() < 0.5 else None,
    }
