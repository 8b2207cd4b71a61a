"""Generate an archive of any size: `python -m benchmarks.generate FOLDER --articles 10000`.

Words are drawn from a Zipf distribution over made-up words, as in natural text; tags, people and
countries from steep distributions too, so that some have thousands of entries and most a few. The
same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from site_builder.content.front_matter import write_front_matter

T = TypeVar("T")

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve", "xi", "zo"]
COUNTRIES = ["CN", "PK", "US", "GB", "FR", "DE", "RU", "IN", "BR", "ZA", "JP", "KR", "ID", "TR"]
VOCABULARY = 40_000
WORDS_PER_ARTICLE = 420
PARAGRAPHS = 8
TAGS = 300
PEOPLE = 400


def generate_archive(folder: Path, articles: int, seed: int = 1) -> None:
    """Write an archive of `articles` articles, spread over thirty years, into `folder`."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
    _write_registers(folder / "content" / "registers")
    for number in range(articles):
        _write_article(folder, number, articles, chance, words, weights)


def _vocabulary(chance: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
        if len(words) < VOCABULARY:
            words["".join(chance.choices(SYLLABLES, k=5))] = None
    return list(words)


def _write_registers(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    entries = {
        "tags": [f"topic-{number}:\n  name: Topic {number}\n" for number in range(TAGS)],
        "people": [f"person-{number}:\n  name: Person {number}\n" for number in range(PEOPLE)],
        "carriers": ["gazette:\n  name: The Gazette\n  kind: official\n"],
    }
    for name, found in entries.items():
        (folder / f"{name}.yaml").write_text("".join(found), encoding="utf-8")


def _write_article(
    folder: Path,
    number: int,
    articles: int,
    chance: random.Random,
    words: list[str],
    weights: list[float],
) -> None:
    # Thirty years of 336 days, filled evenly, so that every size has the same shape.
    day = number * 30 * 336 // max(articles, 1)
    year, rest = 1996 + day // 336, day % 336
    date = f"{year}-{rest // 28 + 1:02d}-{rest % 28 + 1:02d}"
    countries = dict.fromkeys(_steep(chance, COUNTRIES) for _ in range(2))
    fields = {
        "title": " ".join(chance.choices(words, cum_weights=weights, k=8)).capitalize(),
        "date": date,
        "kind": "statement",
        "speakers": [{"person": f"person-{_steep(chance, range(PEOPLE))}", "role": "Spokesperson"}],
        "carrier": "gazette",
        "countries": list(countries),
        "tags": list(dict.fromkeys(f"topic-{_steep(chance, range(TAGS))}" for _ in range(3))),
    }
    body = "\n\n".join(_paragraph(chance, words, weights) for _ in range(PARAGRAPHS))
    path = folder / "content" / "articles" / str(year) / f"{date}-{number:06d}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{write_front_matter(fields)}{body}\n", encoding="utf-8")


def _paragraph(chance: random.Random, words: list[str], weights: list[float]) -> str:
    drawn = chance.choices(words, cum_weights=weights, k=WORDS_PER_ARTICLE // PARAGRAPHS)
    return f"{' '.join(drawn).capitalize()}."


def _steep(chance: random.Random, things: Sequence[T]) -> T:
    return things[int(len(things) * chance.random() ** 3)]


def main() -> None:
    """Read the arguments and write the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    generate_archive(given.folder, given.articles, given.seed)


if __name__ == "__main__":
    main()
