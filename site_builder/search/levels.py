"""How long the texts of a long posting list are, as nearly as a ranking needs to know.

A letter a document says between which bounds the length is, a quarter of an octave apart. Where
the term stands several times, so that the document may be among the best, a second letter tells it
exactly, up to 512 terms, and to a 64th part of those bounds beyond: these letters follow the
others. That is half the bytes of lengths, and leaves a document or two undecided.
`static/js/search/lengths.js` reads them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from site_builder.search.counts import FREQUENT, Counts
from site_builder.search.numbers import ALPHABET

COARSE_FROM = 1024
"""Documents from which on a posting list brings levels in place of lengths."""

MARK = "~"
"""What they begin with."""

LEVELS: tuple[int, ...] = (
    *range(8),
    *((4 + quarter) << octave for octave in range(1, 15) for quarter in range(4)),
)
"""The least length of each level; the last level has no end."""

STEPS: tuple[int, ...] = tuple(
    max(1, (following - least) // 64)
    for least, following in zip(LEVELS, (*LEVELS[1:], 8 << 14), strict=True)
)
"""How much longer a text of each level is for each number in the second letter."""


class Levels:
    """The levels of a posting list, to be edited before its counts are."""

    def __init__(self, text: str, counts: Counts) -> None:
        """Read what `text` gave; `counts` are those of the same documents."""
        self._counts = counts
        letters = text.encode()[len(MARK) :]
        self._letters = bytearray(letters[: len(counts)])
        self._fine = bytearray(letters[len(counts) :])

    def text(self) -> str:
        """Return the levels as they are now."""
        return MARK + (self._letters + self._fine).decode()

    def insert(self, at: int, length: int, count: int) -> None:
        """Put a length before the one at a place, of a document that holds the term so often."""
        level = level_of(length)
        if count >= FREQUENT:
            self._fine.insert(self._counts.frequent_before(at), fine_of(length, level))
        self._letters.insert(at, _LETTERS[level])

    def remove(self, at: int) -> None:
        """Take the length at a place away."""
        before = self._counts.frequent_before(at)
        if self._counts.frequent_before(at + 1) > before:
            del self._fine[before]
        del self._letters[at]


def write_levels(lengths: Sequence[int], counts: Sequence[int]) -> str:
    """Return the levels of documents that hold a term so often."""
    levels = [level_of(length) for length in lengths]
    fine = bytes(
        fine_of(length, level)
        for length, level, count in zip(lengths, levels, counts, strict=True)
        if count >= FREQUENT
    )
    return MARK + "".join(ALPHABET[level] for level in levels) + fine.decode()


def level_of(length: int) -> int:
    """Return the level of a length."""
    return bisect_right(LEVELS, length) - 1


def fine_of(length: int, level: int) -> int:
    """Return the second letter of a length, as a byte."""
    return _LETTERS[min(63, (length - LEVELS[level]) // STEPS[level])]


_LETTERS = ALPHABET.encode()
