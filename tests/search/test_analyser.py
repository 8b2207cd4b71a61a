"""Text to terms, in Python and in the browser."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from site_builder.search import characters
from site_builder.search.analyser import analyse, chunk_terms, chunks

from .node import run_in_node
from .strings import random_strings

ANALYSE = """
import { createAnalyser } from "./analyser.js";
const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
for (const text of given) await analyser.prepare(text);
console.log(JSON.stringify(given.map((text) => analyser.analyse(text))));
"""


def terms(text: str) -> list[str]:
    return [term for term, _ in analyse(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway, Turkey and Uruguay's envoy", ["norway", "turkey", "uruguay", "envoy"]),
        ("The U.S. and the UN", ["us", "un"]),
        ("China-Pakistan relations", ["china", "pakistan", "relat"]),
        ("Côte d’Ivoire; l'accord; São Tomé", ["cote", "ivoir", "accord", "sao", "tome"]),
        ("N'Djamena, Xi’an, Sana'a", ["ndjamena", "xian", "sanaa"]),
        ("1,000 tonnes, 2.5 percent", ["1000", "tonn", "2", "5", "percent"]),
        ("𝐂𝐡𝐢𝐧𝐚 ﬁnance ＣＯＶＩＤ", ["china", "financ", "covid"]),
        ("中国外交部。", ["中国", "国外", "外交", "交部", "部"]),
        ("5G技术", ["5g", "技术", "术"]),
        ("الصين والسلام", ["صین", "سلام"]),
        ("كتاب کتاب", ["کتاب", "کتاب"]),
        ("مُحَمَّد محمد", ["محمد", "محمد"]),
        ("کے کی", ["کے", "کی"]),
        ("Всё ёлка й", ["все", "елк", "й"]),
        ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
        ("note² of ½", ["note"]),
        ("?!… -- «»", []),
    ],
)
def test_terms_are_what_a_reader_would_type(text, expected):
    """Case, diacritics, possessives, articles and letter variants do not part equal words."""
    assert terms(text) == expected


def test_stop_words_leave_their_places():
    """A phrase can be told from its words: 'of' and 'the' keep their places."""
    assert list(analyse("the heart of the matter")) == [("heart", 1), ("matter", 4)]


def test_every_character_of_an_unspaced_run_begins_a_term():
    """One Chinese character is found as the beginning of a term."""
    assert {term[0] for term in terms("中国外交")} == set("中国外交")


def test_chunks_are_stretches_of_the_text_itself():
    """What is marked in a result is the text, not its normal form."""
    text = "Ｃhina’s “co\u00adoperation”—U.S.-led"

    assert chunks(text) == ["Ｃhina’s", "co\u00adoperation", "U.S.", "led"]


def test_places_of_a_chunk_follow_each_other():
    """A chunk that holds several words takes as many places."""
    found, length = chunk_terms("5G技术")

    assert [term.place for term in found] == [0, 1, 2]
    assert length == 3


def test_word_characters_were_all_assigned_in_unicode_14():
    """Only characters that no later Unicode changes make words."""
    if unicodedata.unidata_version != "14.0.0":
        pytest.skip("this Python's tables are of another Unicode than the ranges were made from")
    pattern = characters.word_class()
    listed = expand(pattern)

    assert all(unicodedata.category(letter)[0] in "LNM" for letter in listed)
    assert len(listed) > 90_000


def expand(pattern: str) -> set[str]:
    found: set[str] = set()
    index = 0
    while index < len(pattern):
        if pattern[index + 1 : index + 2] == "-":
            found.update(map(chr, range(ord(pattern[index]), ord(pattern[index + 2]) + 1)))
            index += 3
        else:
            found.add(pattern[index])
            index += 1
    return found


def test_browser_finds_the_same_terms_in_any_string(tmp_path: Path):
    """Strings of every script give the same terms at the same places on both sides."""
    count = int(os.environ.get("SITE_BUILDER_FUZZ", "20000"))
    texts = list(random_strings(count))

    there = run_in_node(tmp_path, ANALYSE, texts)

    here = [[list(pair) for pair in analyse(text)] for text in texts]
    different = [
        (text, ours, theirs)
        for text, ours, theirs in zip(texts, here, there, strict=True)
        if ours != theirs
    ]
    assert different == []


def test_browser_finds_the_same_terms_in_every_single_character(tmp_path: Path):
    """No character at all is read differently, alone or after a letter."""
    codes = [code for code in range(0x20, 0x32000) if not 0xD800 <= code < 0xE000]
    texts = [f"{chr(code)} a{chr(code)}b" for code in codes]

    there = run_in_node(tmp_path, ANALYSE, texts)

    different = [
        (text, list(analyse(text)), theirs)
        for text, theirs in zip(texts, there, strict=True)
        if [list(pair) for pair in analyse(text)] != theirs
    ]
    assert different == []
