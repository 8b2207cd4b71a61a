"""Carriages of one statement, aligned paragraph by paragraph, and their differences word by word.

Paragraphs are put beside one another so that the sum of their likeness is greatest and their
order stays (Needleman and Wunsch 1970); each further text is aligned with the rows found so far.
The likeness of two paragraphs is the share of words that they have in common (Dice).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

ALIKE = 0.45
"""Likeness from which two paragraphs are one paragraph, reworded."""
_CELLS = 60_000
"""Comparisons of paragraphs in one alignment, at most; longer texts are compared in a band."""
_MOST_TOKENS = 20_000
"""Words of a paragraph above which differences are not looked for word by word."""
_ISLAND = 2
"""Words between two changes up to which they are read as one change."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_INDIC = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e\u0e80-\u0ece\u1000-\u1049\u1780-\u17d3"
_LETTERS = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}{_INDIC}])+"
# Compiled when first used: that takes milliseconds, and most builds have no need of it.
_TOKEN = rf"([{_UNSPACED}]|{_LETTERS}(?:['’\-‐‑]{_LETTERS})*|[^\w\s{_MARKS}{_INDIC}]+|_)(\s*)"
"""One Han or kana sign; a word with its vowel signs, apostrophes and hyphens; or other signs.
Then the space after it."""
_SIGNS = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−\u00a0", '\'\'\'\'""""""------- ')


class Change(StrEnum):
    """How a stretch of words stands to the text that it is compared with."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


class Token(msgspec.Struct, frozen=True):
    """A word or sign of a text, as it is written and as it is compared."""

    text: str
    space: str
    """The white space after it."""
    folded: str


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words that follow one another: tokens `first` up to, and without, `last` of one text."""

    change: Change
    first: int
    last: int
    """DROPPED ones are of the text compared with, all others of the text itself."""


Row = tuple[int | None, ...]
"""For each text the place of its paragraph, counted from 0, or None where it has none."""


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and signs of a text; case counts, the form of quotation marks does not."""
    return tuple(
        Token(text=match[1], space=match[2], folded=_folded(match[1]))
        for match in re.finditer(_TOKEN, text)
    )


def align(texts: Sequence[Sequence[Sequence[Token]]]) -> tuple[Row, ...]:
    """Return the rows in which paragraphs of several texts stand beside one another.

    Each text is a sequence of paragraphs as tokens. Every paragraph stands in one row, in its
    order; what a later text adds stands after what it follows there.
    """
    bags = [[Counter(token.folded.casefold() for token in one) for one in text] for text in texts]
    rows: list[list[int | None]] = [[at] for at in range(len(bags[0]))] if bags else []
    for number in range(1, len(bags)):
        heads = [_head(row, bags) for row in rows]
        merged: list[list[int | None]] = []
        for at, place in _pairs(heads, bags[number]):
            before = rows[at] if at is not None else [None] * number
            merged.append([*before, place])
        rows = merged
    return tuple(tuple(row) for row in rows)


def differences(old: Sequence[Token], new: Sequence[Token]) -> tuple[Stretch, ...]:
    """Return the stretches that lead from `old` to `new`, in order; dropped before added ones."""
    if [one.folded for one in old] == [one.folded for one in new]:
        return (Stretch(change=Change.SAME, first=0, last=len(new)),) if new else ()
    if max(len(old), len(new)) > _MOST_TOKENS:
        return tuple(_replaced(0, len(old), 0, len(new)))
    found: list[Stretch] = []
    # Without its equal islands of a word or two a change reads as a sentence does.
    for equal, before, after in _joined(old, new):
        if equal:
            found.append(Stretch(change=Change.SAME, first=after[0], last=after[1]))
        else:
            found += _replaced(*before, *after)
    return tuple(found)


def _folded(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_SIGNS)


def _head(row: Sequence[int | None], bags: Sequence[Sequence[Counter[str]]]) -> Counter[str]:
    """Return the words of a row's paragraph in the first text that has it."""
    return next(bags[text][at] for text, at in enumerate(row) if at is not None)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    if not total:
        return 0.0
    if one == other:
        return 1.0
    if len(other) < len(one):
        one, other = other, one
    common = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * common / total


def _pairs(
    rows: Sequence[Counter[str]], text: Sequence[Counter[str]]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield which row and which paragraph stand together, each of both once and in order."""
    start = _equal_ends(rows, text)
    end = _equal_ends(rows[start:][::-1], text[start:][::-1])
    yield from ((at, at) for at in range(start))
    last_row, last = len(rows) - end, len(text) - end
    for at, place in _middle_pairs(rows[start:last_row], text[start:last]):
        yield at if at is None else at + start, place if place is None else place + start
    yield from ((last_row + at, last + at) for at in range(end))


def _equal_ends(rows: Sequence[Counter[str]], text: Sequence[Counter[str]]) -> int:
    """Return how many paragraphs from the start on are equal: most often nearly all are."""
    pairs = enumerate(zip(rows, text, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(rows), len(text)))


def _middle_pairs(
    rows: Sequence[Counter[str]], text: Sequence[Counter[str]]
) -> Iterator[tuple[int | None, int | None]]:
    best = _best_sums(rows, text)
    at, place = 0, 0
    while at < len(rows) or place < len(text):
        _, step = best.get((at, place), (0.0, "row"))
        if at < len(rows) and place < len(text) and step == "both":
            yield at, place
            at, place = at + 1, place + 1
        elif at < len(rows) and (step == "row" or place == len(text)):
            yield at, None
            at += 1
        else:
            yield None, place
            place += 1


def _best_sums(
    rows: Sequence[Counter[str]], text: Sequence[Counter[str]]
) -> dict[tuple[int, int], tuple[float, str]]:
    """Return, from each pair of places on, the greatest likeness and the step that leads to it."""
    height, width = len(rows), len(text)
    band = width if height * width <= _CELLS else max(_CELLS // (2 * height), 8)
    best: dict[tuple[int, int], tuple[float, str]] = {}
    nothing = (0.0, "row")
    for at in range(height - 1, -1, -1):
        middle = at * width // height
        for place in range(min(width, middle + band) - 1, max(middle - band, 0) - 1, -1):
            # Of equal sums the row stands first: what was carried before comes before.
            found = (best.get((at + 1, place), nothing)[0], "row")
            without = best.get((at, place + 1), nothing)[0]
            if without > found[0]:
                found = (without, "text")
            likeness = _likeness(rows[at], text[place])
            if likeness >= ALIKE:
                both = likeness + best.get((at + 1, place + 1), nothing)[0]
                if both >= found[0]:
                    found = (both, "both")
            best[at, place] = found
    return best


_Span = tuple[int, int]


def _joined(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[bool, _Span, _Span]]:
    """Return equal and changed stretches in turn, changes across small islands made one."""
    joined: list[tuple[bool, _Span, _Span]] = []
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - few builds compare two texts

    opcodes = list(Indel.opcodes([one.folded for one in old], [one.folded for one in new]))
    for number, op in enumerate(opcodes):
        inside = 0 < number < len(opcodes) - 1
        words = sum(one.folded[0].isalnum() for one in old[op.src_start : op.src_end])
        equal = op.tag == "equal" and not (inside and words <= _ISLAND)
        if joined and joined[-1][0] == equal:
            _, before, after = joined.pop()
            joined.append((equal, (before[0], op.src_end), (after[0], op.dest_end)))
        else:
            joined.append((equal, (op.src_start, op.src_end), (op.dest_start, op.dest_end)))
    return joined


def _replaced(old_first: int, old_last: int, first: int, last: int) -> Iterator[Stretch]:
    if old_first < old_last:
        yield Stretch(change=Change.DROPPED, first=old_first, last=old_last)
    if first < last:
        yield Stretch(change=Change.ADDED, first=first, last=last)
