"""What a reader may type."""

from __future__ import annotations

from pathlib import Path

import pytest

from .node import run_in_node

PARSE = """
import { createAnalyser } from "./analyser.js";
import { parseQuery } from "./query.js";
const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
const fields = ["title", "speaker", "country", "tag", "carrier", "body"];
console.log(JSON.stringify(given.map(([text, typing]) => {
  const { operands, ignored, leftOut } = parseQuery(text, { analyser, fields, typing });
  const said = operands.map((one) =>
    (one.negated ? "-" : "") + (one.field ? one.field + ":" : "") + (one.phrase ? "'" : "") +
    one.terms.map((t) => t.text + (t.prefix ? "*" : "") + (t.near ? "~" + t.near : "")).join(" ") +
    (one.growing ? "…" : "") + "@" + one.group);
  return { said, ignored, leftOut };
})));
"""

TYPED = {
    "peace talks": ["peac@0", "talk@1"],
    "peace OR talks": ["peac@0", "talk@0"],
    "peace | talks war": ["peac@0", "talk@0", "war@2"],
    "china,": ["china@0"],
    '"china"': ["'china@0"],
    "Norway's": ["norway@0"],
    "+the china": ["china@0"],
    "foo:bar": ["foo bar@0"],
    "+": [],
    "- -- ---": [],
    "-china": ["-china@0"],
    "NOT china": ["-china@0"],
    "not china": ["china@0"],
    "COVID-19": ["'covid 19@0"],
    "two-state": ["'two state@0"],
    "-two-state": ["-'two state@0"],
    "title:up\u2011to-date": ["title:'up date@0"],
    "US–China/Russia": ["us china russia@0"],
    "south-korea~": ["south~1 korea~1@0"],
    "title:peace": ["title:peac@0"],
    "TITLE:peace": ["title:peac@0"],
    'title:"heart of the matter"': ["title:'heart matter@0"],
    "-title:peace": ["-title:peac@0"],
    "title:": ["titl@0"],
    "title: peace": ["titl@0", "peac@1"],
    "diplom*": ["diplom*@0"],
    "China-Pak*": ["china pak*@0"],
    "the*": ["the*@0"],
    "*": [],
    "zelensky~": ["zelenski~1@0"],
    "zelensky~2": ["zelenski~2@0"],
    "zelensky~99999999999": ["zelenski~1@0"],
    "OR": [],
    "OR peace": ["peac@0"],
    "peace OR": ["peac@0"],
    "a OR -b": ["-b@0"],
    '"unclosed phrase': ["'unclos phrase@0"],
    "(peace)": ["peac@0"],
    "<b>bold</b>": ["b bold b@0"],
    "中国": ["中国@0"],
    "中": ["中*@0"],
    "中国外交部": ["中国 国外 外交 交部@0"],
    "constructor __proto__": ["constructor@0", "proto@1"],
    "peace&talks": ["peac talk@0"],
    "“peace talks”": ["'peac talk@0"],
    "": [],
}


def test_what_was_typed_is_understood(tmp_path: Path):
    """Operators work where they are meant, and are plain text elsewhere."""
    found = run_in_node(tmp_path, PARSE, [[text, False] for text in TYPED])

    assert dict(zip(TYPED, (one["said"] for one in found), strict=True)) == TYPED


@pytest.mark.parametrize(
    ("text", "grows"),
    [
        ("peace tal", True),
        ("peace tal ", False),
        ('"peace tal', False),
        ("tal*", False),
        ("two-sta", True),
    ],
)
def test_only_the_word_being_typed_may_grow(tmp_path: Path, text, grows):
    """The last word is still growing until something follows it."""
    (found,) = run_in_node(tmp_path, PARSE, [[text, True]])

    assert found["said"][-1].partition("@")[0].endswith("…") is grows


def test_words_too_common_to_search_for_are_named(tmp_path: Path):
    """A stop word alone is reported, not searched for and not silently lost."""
    (found,) = run_in_node(tmp_path, PARSE, [["the china of", False]])

    assert found == {"said": ["china@0"], "ignored": ["the", "of"], "leftOut": ""}


def test_endless_input_is_cut(tmp_path: Path):
    """Two thousand words are no more than the first sixty terms."""
    (found,) = run_in_node(tmp_path, PARSE, [[" ".join(f"w{n}" for n in range(2000)), False]])

    assert len(found["said"]) == 60


@pytest.mark.parametrize(
    ("typed", "looked_for", "left_out"),
    [
        (" ".join(f"w{n}" for n in range(60)), 60, ""),
        (" ".join(["the", *(f"w{n}" for n in range(61)), "of", "title:w9"]), 60, "w60 of title:w9"),
        (" ".join(f"w{n}" for n in range(58)) + ' "w91 w92 w93" end', 58, '"w91 w92 w93" end'),
        (f"{'x' * 1000} {'y' * 1200} z", 1, f"{'y' * 1200} z"),
        ("x" * 2003, 1, "xxx"),
    ],
)
def test_what_is_too_long_is_said(tmp_path: Path, typed: str, looked_for: int, left_out: str):
    """From the first word that is not looked for, as it was typed."""
    (found,) = run_in_node(tmp_path, PARSE, [[typed, False]])

    assert len(found["said"]) == looked_for
    assert found["leftOut"] == left_out
