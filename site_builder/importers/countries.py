"""Countries named in a text, in its language and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from site_builder.importers.country_lexicon import Lexicon, lexicon_of
from site_builder.importers.name_tables import NAME_TOKEN
from site_builder.importers.word_sets import word_set


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A country named in a text."""

    country: str
    start: int
    end: int
    kind: str
    """'name', 'demonym' or 'capital'."""


def find_countries(text: str, language: str) -> tuple[Mention, ...]:
    """Return the countries named in `text` from left to right, longest names first."""
    if len(text) < 80:
        return _find_short(text, language)
    return tuple(_find(text, language))


@lru_cache(maxsize=4096)
def _find_short(text: str, language: str) -> tuple[Mention, ...]:
    return tuple(_find(text, language))


def _find(text: str, language: str) -> Iterator[Mention]:
    lexicon = lexicon_of(language)
    if lexicon.dense:
        yield from _find_dense(text, lexicon)
        return
    tokens = [(match[0], match.start(), match.end()) for match in NAME_TOKEN.finditer(text)]
    folded = [token.casefold() for token, _, _ in tokens]
    at = 0
    while at < len(tokens):
        longest = lexicon.firsts.get(folded[at], 0)
        if longest < 2 and _may_be_inflected(folded[at], lexicon, language):
            longest = 2
        taken = 1
        for size in range(min(longest, len(tokens) - at), 0, -1):
            entry = _look_up(lexicon, folded, at, size, language)
            if entry is None:
                continue
            word, start = tokens[at][0], tokens[at][1]
            if entry[0] and not _cased(word, entry[1], language):
                continue
            taken = size
            if entry[0] and not (entry[1] == "capital" and _in_name(text, start)):
                yield Mention(
                    country=entry[0], start=start, end=tokens[at + size - 1][2], kind=entry[1]
                )
            break
        at += taken


def _may_be_inflected(word: str, lexicon: Lexicon, language: str) -> bool:
    """Whether a name in one of its cases, or behind an Arabic particle, may open with a word."""
    return language == "ar" or len(word) < 2 or word[:2] in lexicon.openings


def _in_name(text: str, start: int) -> bool:
    """Whether a city's name is somebody's surname ('Pedro Lima')."""
    before = _CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and before[1].casefold() not in _BEFORE_CITY


_CAPITAL_BEFORE = re.compile(r"(?<![^\s(])([A-ZÀ-ÝА-Я][\w’'-]+) $")
_BEFORE_CITY = word_set(
    """
    in from to at both in and but with for the while when via president that near across since
    until a en de à da em в из на и
    """
)


def country_name_at(text: str, start: int, language: str) -> int | None:
    """Return where a country's name that begins at `start` ends, or None."""
    for mention in find_countries(text[start : start + 60], language):
        return start + mention.end if mention.start == 0 and mention.kind == "name" else None
    return None


def _look_up(
    lexicon: Lexicon, folded: list[str], at: int, size: int, language: str
) -> tuple[str, str] | None:
    words = folded[at : at + size]
    phrase = " ".join(words)
    entry = lexicon.exact.get(phrase)
    if entry is not None:
        return entry
    if language == "ar":
        for first in _arabic_bases(words[0]):
            candidate = " ".join([first, *words[1:]])
            entry = lexicon.exact.get(candidate) or _by_stem(lexicon, candidate, 3)
            if entry is not None:
                return entry
    return _by_stem(lexicon, phrase, 7 if language in ("tr", "az", "hu", "fi") else 4)


def _by_stem(lexicon: Lexicon, phrase: str, longest_ending: int) -> tuple[str, str] | None:
    if phrase[:2] not in lexicon.openings:
        return None
    for cut in range(min(longest_ending, len(phrase) - 2) + 1):
        stem = phrase[: len(phrase) - cut] if cut else phrase
        entry = lexicon.stems.get(stem)
        if entry is not None and " " not in phrase[len(stem) :]:
            return entry
    return None


def _arabic_bases(word: str) -> tuple[str, ...]:
    bases = [word]
    bare = re.sub(r"^[وف](?=[\u0600-\u06ff]{3})", "", word)
    bases.append(bare)
    bare = re.sub(r"^[بك](?=ال)", "", bare)
    bases.append(bare)
    if bare.startswith("لل"):
        bare = "ال" + bare[2:]
        bases.append(bare)
    if bare.startswith("ال"):
        bases.append(bare[2:])
    elif bare[:1] in "بلك" and len(bare) > 4:
        bases.append(bare[1:])
    return tuple(dict.fromkeys(bases))


_ABBREVIATED = word_set("us usa uk uae as ue eau eua ri vs png abd bae rok prc drc ksa sua")
"""Abbreviations that are common words where they are not in capitals."""


def _cased(word: str, kind: str, language: str) -> bool:
    """English names are capitalised; 'us' is no country and 'turkey' is a bird."""
    if not word[:1].isalpha() or word[:1] > "\u024f":
        return True
    if word.casefold() in _ABBREVIATED:
        return word.isupper() or word == "Usa"
    if kind == "demonym" and language != "en" and language != "de":
        return True
    return word[0].isupper() or (language == "de" and kind == "demonym")


def _find_dense(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    for match in _dense_pattern(lexicon.dense).finditer(text):
        entry = lexicon.exact[match[0].casefold()]
        if entry[0]:
            yield Mention(country=entry[0], start=match.start(), end=match.end(), kind=entry[1])


@cache
def _dense_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)))
