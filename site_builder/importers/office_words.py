"""Words that name an office or a body ('minister', 'представитель'; 'ministry', 'council')."""

from __future__ import annotations

import re
import sys
from functools import cache

from site_builder.importers.tables.words import BODIES, OFFICES
from site_builder.importers.word_sets import word_set


@cache
def is_office(word: str, language: str) -> bool:
    """Return whether a word names an office ('minister', 'представитель')."""
    exact, stems = _offices(language)
    folded = sys.intern(word.casefold().strip(".,"))
    if folded in exact or (folded.removesuffix("s") in exact and len(folded) > 4):
        return True
    if language in _COMPOUNDING and len(folded) > 8 and _COMPOUND_OFFICE.search(folded):
        return True
    return any(folded.startswith(stem) and len(folded) - len(stem) <= 6 for stem in stems)


@cache
def _offices(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    base = {"hr": "sr", "bs": "sr"}.get(language, language)
    words = (OFFICES.get(base, "") + " " + OFFICES["en"]).casefold().split()
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )


_COMPOUNDING = word_set("de nl sv da no nb fi et hu")
"""Languages that join an office to what it is of ('Außenminister')."""
_COMPOUND_OFFICE = re.compile(
    r"(?:minister(?:in|s)?|präsident(?:in)?|sprecher(?:in)?|kanzler(?:in)?|sekretär(?:in)?|"
    r"botschafter(?:in)?|beauftragte[rn]?|chef(?:in)?|kommissar(?:in)?|abgeordnete[rn]?|"
    r"woordvoerder|secretaris|voorzitter|talesperson|talesman|sekreterare|ordförande|ambassadör|"
    r"talsmand|talsmann|talsperson|sekretær|ministeren|ministern|presidenten|ministeri|presidentti|"
    r"elnök|miniszter|szóvivő|titkár)$"
)


@cache
def body_words(language: str) -> frozenset[str]:
    """Return the words, folded, that name ministries, councils and the like."""
    return frozenset((BODIES.get(language, "") + " " + BODIES["en"]).casefold().split())
