"""The whole index in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.search.analysis import FIELDS, analyse_document, read_analysis
from site_builder.search.classic import build_classic_index, round_as_lunr

from .archive import DOCUMENTS
from .node import run_in_node

SEARCH = """
const index = lunr.Index.load(JSON.parse(given.index));
console.log(JSON.stringify(given.queries.map((text) => index.search(text).map((hit) => hit.ref))));
"""

REBUILD = """
const builder = new lunr.Builder();
builder.ref("ref");
for (const [field, boost] of Object.entries(given.fields)) builder.field(field, { boost });
for (const entry of given.documents) builder.add(entry);
const index = builder.build();
const words = Object.fromEntries(
  Object.entries(index.invertedIndex).map(([term, posting]) => [posting._index, term]),
);
const vectors = Object.entries(index.fieldVectors).map(([key, { elements }]) => {
  const found = {};
  for (let at = 0; at < elements.length; at += 2) found[words[elements[at]]] = elements[at + 1];
  return [key, found];
});
console.log(JSON.stringify(vectors));
"""


@pytest.fixture(scope="module")
def index() -> dict:
    entries = [(one.url, read_analysis(analyse_document(one))) for one in DOCUMENTS]
    return json.loads(build_classic_index(entries))


def test_lunr_js_finds_words_in_y(tmp_path: Path, index):
    """An unmodified lunr.js finds norway, turkey and envoy in the index as it loads it."""
    queries = ["norway", "turkey", "+envoy +oslo", "title:uruguay", "constructor", "keys"]

    found = run_in_node(tmp_path, SEARCH, {"index": json.dumps(index), "queries": queries})

    first, second = "articles/entry-0/", "articles/entry-1/"
    assert found == [[first], [first], [first], [second], [second], [first]]


def test_scores_equal_what_lunr_js_computes_itself(tmp_path: Path, index):
    """lunr.js, given the same terms, builds the same vectors to the last digit."""
    analysed = [(one.url, read_analysis(analyse_document(one))) for one in DOCUMENTS]
    documents = [
        {
            "ref": ref,
            **{
                field: [term for term, count in terms.items() for _ in range(count)]
                for field, terms in found.counts().items()
            },
        }
        for ref, found in analysed
    ]

    theirs = run_in_node(tmp_path, REBUILD, {"fields": dict(FIELDS), "documents": documents})

    names = [term for term, _ in index["invertedIndex"]]
    ours = [
        [key, {names[vector[at]]: vector[at + 1] for at in range(0, len(vector), 2)}]
        for key, vector in index["fieldVectors"]
    ]
    assert ours == theirs


def test_terms_are_numbered_in_javascripts_order(index):
    """lunr.js insists on terms in the order of their UTF-16 units."""
    terms = [term for term, _ in index["invertedIndex"]]

    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert [posting["_index"] for _, posting in index["invertedIndex"]] == list(range(len(terms)))


def test_an_empty_archive_has_an_index_that_loads(tmp_path: Path):
    """No document, no fault."""
    empty = build_classic_index([]).decode()

    assert run_in_node(tmp_path, SEARCH, {"index": empty, "queries": ["norway"]}) == [[]]


@pytest.mark.parametrize(
    ("score", "expected"), [(0.0005, 0.001), (1.2344999, 1.234), (2.0015, 2.002), (3, 3.0)]
)
def test_scores_round_as_in_javascript(score, expected):
    """Half a thousandth goes up."""
    assert round_as_lunr(score) == expected
