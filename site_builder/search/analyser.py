"""Text to terms, the same in Python and in the browser.

`static/js/search/analyser.js` is this module again, line by line; a test feeds both the same
strings. A text is cut into chunks by explicit character ranges, and what a chunk means depends on
its own characters alone: so its terms can be remembered, and the browser can mark it in the
original text. A chunk is normalised (NFKC), put in lower case, freed of diacritics, and cut again
into words; words of scripts without spaces become overlapping pairs, others are stemmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from unicodedata import normalize

import msgspec

from site_builder.search.characters import (
    APOSTROPHES,
    CYRILLIC_WITH_MARK,
    DROPPED_MARKS,
    IGNORED,
    STOP_WORDS,
    UNSPACED,
    fold_table,
    word_class,
)
from site_builder.search.russian import RUSSIAN, stem_russian
from site_builder.search.stemmer import stem


class Term(msgspec.Struct, frozen=True):
    """A term and how far behind the start of its chunk it stands, counted in words."""

    text: str
    """'' for a stop word: it takes a place and is not indexed."""
    place: int
    word: str
    """The folded word itself, before stemming."""


def analyse(text: str) -> Iterator[tuple[str, int]]:
    """Yield each indexed term of a text with its place, counted in words from 0.

    Stop words take a place and are not yielded. The last character of an unspaced run is indexed
    alone, so that every character begins a term.
    """
    return ((term, place) for place, term in enumerate(terms_of(text.split())) if term)


def terms_of(stretches: Sequence[str]) -> Sequence[str]:
    """Return the terms of stretches of text without white space, one for each place they take.

    '' stands for a stop word.
    """
    try:
        return list(map(_SINGLE.__getitem__, stretches))
    except KeyError:
        return list(chain.from_iterable(map(_STRETCHES.__getitem__, stretches)))


GAP = 4
"""Empty places between two texts of a field, so that no phrase reaches across."""


class _Stretches(dict[str, tuple[str, ...]]):
    """The terms of a stretch of text.

    No chunk holds white space, so a text can be cut there first; most stretches are met again.
    """

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        word = stretch.strip(_EDGES)
        if word.isascii() and word.isalpha():  # the same as below, for most words
            terms: tuple[str, ...] = (_term(word.lower(), 0).text,)
        else:
            found = (chunk_terms(chunk)[0] for chunk in chunks(stretch))
            terms = tuple(term.text for part in found for term in part)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[stretch] = terms
        return terms


class _Single(dict[str, str]):
    """The term of a stretch that has one only, as most have; KeyError for others."""

    def __missing__(self, stretch: str) -> str:
        terms = _STRETCHES[stretch]
        if len(terms) != 1:
            raise KeyError(stretch)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[stretch] = terms[0]
        return terms[0]


_STRETCHES = _Stretches()
_SINGLE = _Single()
_REMEMBERED = 500_000
_EDGES = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""No word begins or ends with one of these."""


def chunks(text: str) -> list[str]:
    """Return the stretches of a text that hold words, as they stand in it."""
    return _chunk().findall(text)


def chunk_terms(chunk: str) -> tuple[tuple[Term, ...], int]:
    """Return the terms of one chunk, and how many places it takes."""
    terms: list[Term] = []
    place = 0
    plain = normalise(chunk)
    # Most chunks are ASCII by now: their words need no pattern that knows every script.
    for word in (_ASCII_WORD if plain.isascii() else _word()).findall(plain):
        for run in _runs(_join(word)):
            found = _pairs(run, place) if _is_unspaced(run) else (_term(run, place),)
            terms.extend(found)
            place += len(found)
    return tuple(terms), place


def normalise(chunk: str) -> str:
    """Return a chunk in the form in which words are compared."""
    plain = chunk.replace(".", "").replace(",", "")
    if plain.isascii():
        return plain.lower()
    decomposed = normalize("NFD", normalize("NFKC", _IGNORED.sub("", plain)).lower())
    folded = _OTHER_MARK.sub(r"\1", _MARKS.sub("", decomposed))
    return _APOSTROPHE.sub("'", normalize("NFC", folded).translate(_FOLDED))


def _join(word: str) -> str:
    """Take articles and possessives off a word and join what other apostrophes part."""
    if "'" in word:
        word = _ELIDED.sub("", _POSSESSIVE.sub("", word)).replace("'", "")
    return _ARABIC_PREFIX.sub("", word)


def _runs(word: str) -> list[str]:
    """Cut a word where a script without spaces begins or ends."""
    if word.isascii():
        return [word] if word else []
    return _run().findall(word)


def _is_unspaced(run: str) -> bool:
    return not run.isascii() and _unspaced().match(run) is not None


def _pairs(run: str, place: int) -> tuple[Term, ...]:
    return tuple(
        Term(run[index : index + 2], place + index, run[index : index + 2])
        for index in range(len(run))
    )


def _term(word: str, place: int) -> Term:
    if word in STOP_WORDS:
        return Term("", place, word)
    if word.isascii():
        return Term(_english(word), place, word)
    return Term(stem_russian(word) if RUSSIAN.match(word) else word, place, word)


_english = lru_cache(maxsize=200_000)(stem)


@cache
def _chunk() -> re.Pattern[str]:
    """Compiled when the first text is analysed: it takes longer than many a build."""
    letters = word_class()
    return re.compile(
        f"[A-Za-z](?:\\.[A-Za-z])+(?![{letters}{APOSTROPHES}])\\.?"  # U.S., e.g.
        f"|(?:[0-9],(?=[0-9]{{3}}(?![0-9]))|[{letters}])"  # 1,000
        f"(?:[0-9],(?=[0-9]{{3}}(?![0-9]))|[{letters}{IGNORED}]|[{APOSTROPHES}](?=[{letters}]))*"
    )


@cache
def _word() -> re.Pattern[str]:
    letters = word_class()
    return re.compile(f"[{letters}](?:[{letters}]|'(?=[{letters}]))*")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


_ASCII_WORD = re.compile("[0-9A-Za-z](?:[0-9A-Za-z]|'(?=[0-9A-Za-z]))*")
_IGNORED = re.compile(f"[{IGNORED}]")
_MARKS = re.compile(f"[{DROPPED_MARKS}]")
_OTHER_MARK = re.compile(f"({CYRILLIC_WITH_MARK})|[\u0306\u0308]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_FOLDED = fold_table()
_POSSESSIVE = re.compile("'(?:s|t|d|ll|re|ve|m)\\Z")
_ELIDED = re.compile("^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[aeiouyh])")
_ARABIC_PREFIX = re.compile("^(?:[\u0648\u0641\u0628\u06a9]?\u0627\u0644|\u0644\u0644)(?=.{3})")
