"""The office printed beside a person's name, in scripts with capitals."""

from __future__ import annotations

import re
from functools import cache

from site_builder.importers.countries import find_countries
from site_builder.importers.name_patterns import COMMON_OPENERS, POSSESSIVE
from site_builder.importers.office_words import body_words, is_office
from site_builder.importers.saying import saying_pattern
from site_builder.importers.word_sets import word_set

_BEFORE_NAME = re.compile(r"(?<!\w)(?:MM?|Mr|Mrs|Ms|Mme|Dr|Prof|Sr|Sra|H\.E|H\.H|Sig|Gen)\.?\s+$")
_END_HONORIFIC = re.compile(
    r"\s+(?:Dr|Mr|Mrs|Ms|Prof|Gen|Datuk|Seri|Dato['’]?|Tan|Sri|Tun|H\.E|Sayyid|Sir|Shri)\.?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"[^.;:!?\"“”«»\ue000()]{0,110}$")
_APPOSITION = re.compile(
    r"\s*,\s*((?:[^.;:!?\"“”«»\ue000,()]|(?<=[A-Z])\.){3,110}?)(?:,|\s[–—-]\s)"
)
_WORDS = re.compile(r"[\w’'.-]+")
_SAID = re.compile(r"\b(?:said|says|told|added|stated|noted|sprach|sagte|dijo|disse|a déclaré)\b")
_BOUND = re.compile(
    r",|\b(?:said|says|and|but|that|with|by|to|from|by|when|while|after|before|between|as|on|in|"
    r"at|met|told|et|y|e|und|и|а|com|con|mit|avec|con|par|por|von|da|dal|с|что|по|à|au|al|"
    r"del telefono)\s",
    re.IGNORECASE,
)


_ARTICLE = re.compile(
    r"^(?:the|a|an|of|de|du|des|le|la|l['’]|el|il|lo|o|der|die|das|den|dem|visiting|"
    r"his|her|seinem|ihrem)\s+",
    re.IGNORECASE,
)
_ARTICLE_OF_APPOSITION = re.compile(r"^(?:the|a|an|le|la|el|il|o|der|die|das)\s+", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:said|that|told|and|with|to|in|on|who)\b")


def office_beside(
    text: str, start: int, end: int, language: str, *, single: bool
) -> tuple[str | None, str | None]:
    """Return the office printed before the name, or after it in apposition, and its country.

    The name stands from `start` to `end`; `single` says that it is one word.
    """
    office = _before(text, start, language, single=single)
    if office is None:
        office = _apposition(text, end, language)
    return office or None, _country_in(office, language) if office is not None else None


def _before(text: str, start: int, language: str, *, single: bool) -> str | None:
    """Return the office before a name, '' where the one that stands there is somebody else's."""
    honorific = _BEFORE_NAME.search(text, max(0, start - 14), start)
    edge = honorific.start() if honorific else start
    left_match = _LEFT.search(text, max(0, edge - 110), edge)
    left = left_match[0] if left_match else ""
    words = list(_WORDS.finditer(left))
    near = [
        index
        for index, word in enumerate(words[-12:], max(0, len(words) - 12))
        if is_office(POSSESSIVE.sub("", word[0]), language)
    ]
    if not near or len(left) - words[near[-1]].end() >= 75:
        return None
    between = left[words[near[-1]].end() :].rstrip(" ,")
    if "," in between or (between and (single or saying_pattern(language).search(between))):
        return ""
    if _OTHER_CLAUSE.search(between):
        return None
    floor = _clause_start(left, words[near[0]].start(), language)
    phrase = left[_role_start(words, near, floor, language) :].strip(" ,-–—")
    return _END_HONORIFIC.sub("", _ARTICLE.sub("", phrase).rstrip(" ,"))


def _clause_start(left: str, office: int, language: str) -> int:
    """Return where the clause begins in which an office stands."""
    bounds = [match.end() for match in _BOUND.finditer(left, 0, office)]
    floor = bounds[-1] if bounds else 0
    said = [match.end() for match in saying_pattern(language).finditer(left, floor)]
    return said[-1] if said else floor


def _apposition(text: str, end: int, language: str) -> str | None:
    """Return the office behind a name, between commas."""
    after = _APPOSITION.match(text, end)
    if after is None or _SAID.search(after[1]):
        return None
    if not any(is_office(word, language) for word in _WORDS.findall(after[1])[:14]):
        return None
    return _ARTICLE_OF_APPOSITION.sub("", after[1].strip())


def _role_start(words: list[re.Match[str]], near: list[int], floor: int, language: str) -> int:
    """Return where the phrase of an office starts: capitals, demonyms and bodies before it."""
    first = near[-1]
    while first > 0 and (first - 1 in near or _extends(words[first - 1][0], language)):
        if words[first].start() - words[first - 1].end() > 1:
            break
        first -= 1
        if words[first].start() < floor:
            return words[first + 1].start()
    return max(floor, words[first].start())


@cache
def _extends(word: str, language: str) -> bool:
    bare = POSSESSIVE.sub("", word)
    folded = bare.casefold()
    if folded in COMMON_OPENERS or folded in ("not", "that", "his", "her"):
        return folded in ("of", "de", "des", "du", "der", "for")
    if bare[:1].isupper() or folded in body_words(language) or is_office(bare, language):
        return True
    return folded in _RANKS or any(mention.start == 0 for mention in find_countries(bare, language))


_RANKS = word_set(
    """
    deputy acting special senior former official top chief permanent foreign
    официальный официального первый
    """
)
"""Words in small letters that belong to the office behind them."""


def _country_in(phrase: str, language: str) -> str | None:
    for mention in find_countries(phrase, language):
        return mention.country
    return None
