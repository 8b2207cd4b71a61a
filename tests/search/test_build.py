"""The files that the browser fetches."""

from __future__ import annotations

import json
import random

import pytest

from site_builder.search import analyse_document, build_search
from site_builder.search.analyser import GAP
from site_builder.search.analysis import read_analysis

from .archive import DOCUMENTS, document

FIRST_BLOCK = "search/d/1-0.json"
LAST_BLOCK = "search/d/53-0.json"
MONTH_OF_THE_NEW = "search/d/53-"
"""January of the fifth year of the decade, thirteen months a year."""


def files(documents=DOCUMENTS, mode="shards"):
    return {file.path: file.data for file in build_search(documents, mode=mode)}


def test_same_documents_give_same_bytes_whether_analysed_before_or_not():
    """Terms that come from a cache change nothing."""
    analysed = [analyse_document(one) for one in DOCUMENTS]

    assert build_search(DOCUMENTS, analysed=analysed) == build_search(DOCUMENTS)


def test_files_are_sorted_by_path():
    """The order of the files is the order of their paths."""
    paths = [file.path for file in build_search(DOCUMENTS)]

    assert paths == sorted(set(paths))


def test_the_manifest_names_files_that_are_there():
    """Whatever the manifest names is among the files."""
    built = files()
    manifest = json.loads(built["search/manifest.json"])

    named = {f"search/f/{name}.json" for name, _ in manifest["facets"].values()}
    named |= {f"search/pt/{name}.json" for name in manifest["postings"]["names"]}
    named |= {f"search/wt/{manifest['places']}.json", f"search/vt/{manifest['vocabulary']}.json"}
    named |= {f"search/d/{month}-0.json" for month in manifest["months"]}
    assert named <= built.keys()
    assert manifest["count"] == sum(manifest["sizes"]) == len(DOCUMENTS)


def test_the_classic_index_is_built_where_it_is_asked_for():
    """Shards are always there; the one file for other clients only in classic mode."""
    shards, classic = files(), files(mode="classic")

    assert classic.keys() - shards.keys() == {"search/index.json"}
    assert all(classic[path] == data for path, data in shards.items())


def test_documents_out_of_order_are_refused():
    """'Newest' would mean nothing."""
    with pytest.raises(ValueError, match="in order of date"):
        build_search(DOCUMENTS[::-1])


def test_an_empty_archive_has_all_its_files():
    """No document, no fault."""
    assert "search/manifest.json" in files([])


def test_a_result_shows_what_the_document_says():
    """A block describes its documents and names the file of their passages."""
    built = files()
    (first,) = json.loads(built[FIRST_BLOCK])

    assert first["title"] == "Envoy visits Norway"
    assert first["speakers"] == ["Mao Ning"]
    assert json.loads(built[f"search/t/{first['text']}.json"])[0] == [
        1,
        "The envoy spoke of key matters in Oslo.",
        "",
    ]
    (last,) = json.loads(built[LAST_BLOCK])
    assert "text" not in last


def test_facets_hold_for_each_document_its_values():
    """A single value stands without a list."""
    built = files()
    manifest = json.loads(built["search/manifest.json"])
    speakers = json.loads(built[f"search/f/{manifest['facets']['speaker'][0]}.json"])

    assert speakers == {"values": [["mao-ning", "Mao Ning"]], "documents": [0, [], 0, [], []]}
    assert "voice" not in manifest["facets"]


def test_a_new_document_changes_only_the_files_of_its_words():
    """The index of an archive that grows by one article stays the same for the most part."""
    chance = random.Random(3)
    words = ["".join(chance.choices("abcdefghij", k=5)) for _ in range(6000)]
    many = [
        document(number // 40, f"Title {number}", " ".join(chance.choices(words, k=300)))
        for number in range(420)
    ]
    new = document(4, "Title", " ".join(words[:20]))
    before, after = files(many), files(sorted([*many, new], key=lambda one: one.date))

    shards = {path for path in after if path.startswith("search/p/")}
    changed = {path for path in shards if path not in before}
    assert len(shards) > 70
    assert len(changed) <= 30
    blocks = {path for path in after if path.startswith("search/d/")}
    assert {path for path in blocks if before.get(path) != after[path]} <= {
        path for path in blocks if path.startswith(MONTH_OF_THE_NEW)
    }


def test_paragraphs_stand_apart():
    """Places of the next paragraph leave a gap, so that no phrase reaches into it."""
    found = read_analysis(analyse_document(document(0, "", "one two", "three"))).places("body")

    assert found["three"][0] == 2 + GAP


def test_aliases_are_searched_in_their_field():
    """A speaker is found by another script's name."""
    assert "毛宁" in read_analysis(analyse_document(DOCUMENTS[0])).places("speaker")
