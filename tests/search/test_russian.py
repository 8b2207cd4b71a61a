"""Russian stems."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from site_builder.search.analyser import analyse
from site_builder.search.russian import RUSSIAN, stem_russian

from .node import run_in_node

STEM = """
import { stemRussian } from "./russian.js";
console.log(JSON.stringify(given.map(stemRussian)));
"""

_ENDINGS = "ость остью ейший ющего вшись ивши ыми ями иях ование ского ться лись нная ший и ь нн й"
ENDINGS = _ENDINGS.split()


@pytest.mark.parametrize(
    "forms",
    [
        "Россия России Россию Россией",
        "министр министра министру министром",
        "переговоры переговоров переговорам переговорами переговорах",
        "санкции санкций санкциям санкциями",
        "Украина Украины Украину Украиной",
        "договор договора договоре",
        "ядерный ядерного ядерное ядерных",
        "заявил заявила заявили",
    ],
)
def test_cases_of_a_word_have_one_stem(forms):
    """Whoever searches for one form finds the others."""
    assert len({term for term, _ in analyse(forms)}) == 1


def test_different_words_keep_different_stems():
    """What is cut off is the ending and not the word."""
    words = "мир война договор санкция министр Китай Иран"

    assert len({term for term, _ in analyse(words)}) == 7


def test_the_browser_finds_the_same_stems(tmp_path: Path):
    """Made-up words with every sort of ending are stemmed alike."""
    chance = random.Random(5)
    letters = [chr(code) for code in range(0x430, 0x450)]
    words = [
        "".join(chance.choice(letters) for _ in range(chance.randint(0, 6)))
        + "".join(chance.choice(ENDINGS) for _ in range(chance.randint(0, 3)))
        for _ in range(30_000)
    ]

    theirs = run_in_node(tmp_path, STEM, words)

    ours = [stem_russian(word) if RUSSIAN.match(word) else word for word in words]
    assert [pair for pair in zip(words, ours, theirs, strict=True) if pair[1] != pair[2]] == []
