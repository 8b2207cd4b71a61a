"""Verbs of saying, of one language, as a pattern."""

from __future__ import annotations

import re
from functools import cache

from site_builder.importers.tables.words import SAYING


@cache
def saying_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a language's verbs of saying; English where it has none."""
    base = {"hr": "sr", "bs": "sr", "nb": "no"}.get(language, language)
    words = [
        word.replace("\xa0", " ")
        for word in re.split(r"[ \n\t]+", SAYING.get(base, SAYING["en"]))
        if word
    ]
    words.sort(key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, words))})(?![\w'’])", re.IGNORECASE)


@cache
def saying_words(language: str) -> frozenset[str]:
    """Return the words of a language's verbs of saying; KeyError where the table has none."""
    return frozenset(SAYING[language].replace("\xa0", " ").split())
