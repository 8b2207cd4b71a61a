"""Capitals for text that was stored in lower case, so that names can be found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.importers.countries import find_countries
from site_builder.importers.office_words import is_office
from site_builder.importers.saying import saying_pattern
from site_builder.importers.tables.first_names import FIRST_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENOUGH = 80
"""Letters below which a text is too short to tell that it has lost its capitals."""


def has_lost_capitals(paragraphs: Sequence[str]) -> bool:
    """Return whether a text in a script with capitals holds none to speak of."""
    text = " ".join(paragraphs)[:4000]
    cased = sum(char.islower() or char.isupper() for char in text)
    return cased >= ENOUGH and sum(map(str.isupper, text)) < 0.004 * cased


def restore_capitals(paragraphs: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the paragraphs with capitals on what is known to be people's names.

    A first name that we know makes itself and the word behind it a name; so do the two words
    between an office and a verb of saying. The surname is then a name wherever it stands.
    """
    first_names = FIRST_NAMES.get(language, frozenset())
    surnames: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for paragraph in paragraphs:
        words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(paragraph)]
        for index in range(len(words) - 1):
            one, other = words[index], words[index + 1]
            if paragraph[one[2] : other[1]] != " " or not _may_be_surname(other[0], language):
                continue
            known = _nominative(one[0], first_names)
            if known or _between_office_and_verb(paragraph, words, index, language):
                pairs.add((one[0], other[0]))
                surnames.add(other[0])
    stems = {surname.rstrip("аяуоыие") for surname in surnames}
    return tuple(_capitalised(paragraph, pairs, surnames, stems) for paragraph in paragraphs)


def _nominative(word: str, first_names: frozenset[str]) -> bool:
    return word in first_names or any(
        word[:-cut] + ending in first_names
        for cut, ending in ((1, ""), (1, "я"), (1, "а"), (1, "й"), (2, ""), (2, "й"))
        if len(word) - cut > 2
    )


def _may_be_surname(word: str, language: str) -> bool:
    if len(word) < 3 or is_office(word, language) or saying_pattern(language).fullmatch(word):
        return False
    return not any(mention.start == 0 for mention in find_countries(word, language))


def _between_office_and_verb(
    paragraph: str, words: Sequence[tuple[str, int, int]], index: int, language: str
) -> bool:
    """'глава мид норвегии ларс йохансен заявил': the two words before the verb are a name."""
    if index + 2 >= len(words):
        return False
    verb = words[index + 2]
    gap = paragraph[words[index + 1][2] : verb[1]]
    if gap.strip(" ,") or not saying_pattern(language).fullmatch(verb[0]):
        return False
    before = words[max(0, index - 4) : index]
    return _may_be_surname(words[index][0], language) and any(
        is_office(word, language) for word, _, _ in before
    )


def _capitalised(
    paragraph: str, pairs: set[tuple[str, str]], surnames: set[str], stems: set[str]
) -> str:
    firsts = {first for first, _ in pairs}

    def capital(match: re.Match[str]) -> str:
        word = match[0]
        following = _WORD.match(paragraph, match.end() + 1)
        if word in surnames or (len(word) > 4 and word.rstrip("аяуоыием") in stems):
            return word.title()
        if word in firsts and following and (word, following[0]) in pairs:
            return word.title()
        return word

    return _WORD.sub(capital, paragraph)
