"""English stems."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from site_builder.search.stemmer import stem

from .node import run_in_node

STEM = """
console.log(JSON.stringify(given.map((word) => lunr.stemmer(new lunr.Token(word)).toString())));
"""

_ENDINGS = """
ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness
ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able
ible ant ement ment ent ou ism ate iti ous ive ize sion tion ed ing eed es ies sses y e ll lle s
at bl iz
"""
ENDINGS = _ENDINGS.split()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("norway", "norway"),
        ("turkey", "turkey"),
        ("uruguay", "uruguay"),
        ("envoy", "envoy"),
        ("key", "key"),
        ("try", "tri"),
        ("diplomacy", "diplomaci"),
        ("yes", "ye"),
    ],
)
def test_final_y_is_lunrs(word, expected):
    """Words in y, on which lunr.py and lunr.js differ, take lunr.js's stems."""
    assert stem(word) == expected


def test_stems_equal_those_of_lunr_js(tmp_path: Path):
    """No made-up word, built from every ending that the algorithm knows, is stemmed differently."""
    chance = random.Random(9)
    words = sorted(
        {
            "".join(chance.choice("abeiouylstzcd7") for _ in range(chance.randint(0, 6)))
            + "".join(chance.choice(ENDINGS) for _ in range(chance.randint(0, 2)))
            for _ in range(60_000)
        }
        - {""}
    )

    theirs = run_in_node(tmp_path, STEM, words)

    assert [
        (word, stem(word), other)
        for word, other in zip(words, theirs, strict=True)
        if stem(word) != other
    ] == []
