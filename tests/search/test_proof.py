"""Shards answer as the whole index does."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from site_builder.search import SearchDocument, analyse_document, build_search, made, segments
from site_builder.search.analysis import read_analysis

from .corpus import make_queries, read_statements
from .node import run_in_node

pytestmark = pytest.mark.corpus

MOST = int(os.environ.get("SITE_BUILDER_PROOF", "600"))

PROVE = """
import { createAnalyser } from "./analyser.js";
import { parseQuery } from "./query.js";
import { openShards } from "./shards.js";
import { prove } from "./proof.js";
const read = (path) => JSON.parse(readFileSync(`${given.folder}/${path.split("?")[0]}`, "utf-8"));
const store = { get: async (path) => read(path) };
console.log(JSON.stringify(await prove({
  lunr, store, whole: read("index.json"), manifest: read("manifest.json"),
  queries: given.queries, mostLoaded: given.mostLoaded,
  modules: { createAnalyser, openShards, parseQuery },
})));
"""

PHRASES = """
import { createAnalyser } from "./analyser.js";
import { parseQuery } from "./query.js";
import { openShards } from "./shards.js";
const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
const read = (path) => JSON.parse(readFileSync(`${given.folder}/${path.split("?")[0]}`, "utf-8"));
const manifest = read("manifest.json");
const shards = openShards({ lunr, manifest, store: { get: async (path) => read(path) } });
const found = [];
for (const typed of given.queries) {
  const { operands } = parseQuery(typed, { analyser, fields: manifest.fields });
  found.push([...(await shards.rank(operands)).numbers].sort((a, b) => a - b));
}
console.log(JSON.stringify(found));
"""


@pytest.fixture(scope="module")
def documents(corpora: Path) -> list[SearchDocument]:
    return read_statements(corpora / "us_state_press_releases.jsonl.gz", MOST)


@pytest.fixture(
    scope="module",
    params=[(1024, 320), (8, 90)],
    ids=["short lists", "long lists"],
)
def folder(
    documents: list[SearchDocument],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Path:
    """The documents' search files, with the classic index beside the shards.

    Once half of them are new and all posting lists tell lengths exactly; once few are new and
    nearly all lists give bounds.
    """
    coarse_from, most_recent = request.param
    root = tmp_path_factory.mktemp("proof")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made, "COARSE_FROM", coarse_from)
        patch.setattr(segments, "LEAST_RECENT", 0)
        patch.setattr(segments, "MOST_RECENT", most_recent)
        patch.setattr(segments, "GRAIN", 1)
        files = build_search(documents, mode="classic")
    for file in files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return root / "search"


@pytest.mark.parametrize(
    "most_loaded", [pytest.param(0, id="arithmetic"), pytest.param(10**9, id="lunr alone")]
)
def test_shards_answer_as_the_whole_index(
    tmp_path: Path, folder: Path, documents: list[SearchDocument], most_loaded: int
):
    """Hundreds of queries of every kind: the same documents, order and scores to the last bit.

    Once with all of a query's postings given to Lunr, once as if every word were too common.
    """
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert 0 < manifest["main"] < manifest["count"]
    queries = make_queries(documents)
    shutil.copy(Path(__file__).with_name("proof.js"), tmp_path)

    given = {"folder": str(folder), "queries": queries, "mostLoaded": most_loaded}
    proof = run_in_node(tmp_path, PROVE, given)

    assert proof["different"] == []
    assert proof["answered"] > 200
    assert proof["settledByAll"] < 20


def test_phrases_are_found_where_their_words_follow_each_other(
    tmp_path: Path, folder: Path, documents: list[SearchDocument]
):
    """A phrase is found in those documents whose terms stand at its distances, and no others."""
    analysed = [read_analysis(analyse_document(one)) for one in documents]
    phrases = {
        '"human rights"': {"human": 0, "right": 1},
        '"rule of law"': {"rule": 0, "law": 2},
        '"the secretary of state"': {"secretari": 0, "state": 2},
        '"climate change"': {"climat": 0, "chang": 1},
        '"nobody ever wrote this"': {"nobodi": 0, "wrote": 2},
    }

    found = run_in_node(tmp_path, PHRASES, {"folder": str(folder), "queries": list(phrases)})

    expected = [
        [
            number
            for number, terms in enumerate(analysed)
            if any(_holds(terms.places(field), distances) for field in ("title", "body", "carrier"))
        ]
        for distances in phrases.values()
    ]
    assert found == expected
    assert sum(map(bool, expected)) == 4


def _holds(places: dict[str, tuple[int, ...]], distances: dict[str, int]) -> bool:
    first, *_ = distances
    return any(
        all(start + distance in places.get(term, ()) for term, distance in distances.items())
        for start in places.get(first, ())
    )


def test_excluded_phrase_leaves_the_rest(
    tmp_path: Path, folder: Path, documents: list[SearchDocument]
):
    """What holds a word is split between those with a phrase and those without."""
    queries = ["rights", 'rights "human rights"', 'rights -"human rights"']

    every, having, lacking = run_in_node(
        tmp_path, PHRASES, {"folder": str(folder), "queries": queries}
    )

    assert having
    assert lacking
    assert sorted(having + lacking) == every
