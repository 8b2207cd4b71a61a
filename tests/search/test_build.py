"""The files that the browser fetches."""

from __future__ import annotations

import json

from site_builder.search import analyse_document, build_search
from site_builder.search.terms import GAP

from .archive import DOCUMENTS, document


def files(documents=DOCUMENTS):
    return {file.path: file.data for file in build_search(documents)}


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

    named = {f"search/d/{name}.json" for name in manifest["blocks"]}
    named |= {f"search/f/{name}.json" for name in manifest["facets"].values()}
    assert named <= built.keys()
    assert manifest["count"] == len(DOCUMENTS)
    assert manifest["years"] == [[2000 + number, number] for number in range(5)]


def test_a_result_shows_what_the_document_says():
    """A block describes its documents and names the file of their passages."""
    built = files()
    manifest = json.loads(built["search/manifest.json"])
    (block,) = (json.loads(built[f"search/d/{name}.json"]) for name in manifest["blocks"])

    assert block[0]["title"] == "Envoy visits Norway"
    assert block[0]["speakers"] == ["Mao Ning"]
    assert json.loads(built[f"search/t/{block[0]['text']}.json"])[0] == [
        1,
        "The envoy spoke of key matters in Oslo.",
        "",
    ]
    assert "text" not in block[4]


def test_facets_hold_for_each_document_its_values():
    """A single value stands without a list."""
    built = files()
    manifest = json.loads(built["search/manifest.json"])
    speakers = json.loads(built[f"search/f/{manifest['facets']['speaker']}.json"])

    assert speakers == {"values": [["mao-ning", "Mao Ning"]], "documents": [0, [], 0, [], []]}
    assert "voice" not in manifest["facets"]


def test_a_changed_document_changes_only_its_own_text_and_block():
    """Files are named by content: the others keep their names."""
    many = [document(number, f"Title {number}", f"Words {number}") for number in range(40)]
    changed = [*many[:5], document(5, "Title 5", "Other words"), *many[6:]]

    before, after = files(many), files(changed)

    new = {path for path in after if before.get(path) != after[path]}
    assert {path.split("/")[1] for path in new} == {"d", "index.json", "manifest.json", "t"}
    assert len(new) == 4


def test_paragraphs_stand_apart():
    """Places of the next paragraph leave a gap, so that no phrase reaches into it."""
    found = analyse_document(document(0, "", "one two", "three")).positions["body"]

    assert found["three"][0] == 2 + GAP


def test_aliases_are_searched_in_their_field():
    """A speaker is found by another script's name."""
    assert "毛宁" in analyse_document(DOCUMENTS[0]).positions["speaker"]
