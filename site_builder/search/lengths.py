"""How many terms a field of each document holds: what makes a word in a short text weigh more.

The lengths stand in columns of one letter a document, digits of base 64, the most significant
first: two columns, or four where one does not fit. A long posting list brings instead one letter a
document that says between which bounds each length is: two fifths of the bytes, and enough to tell
which few documents can be among the best. `static/js/search/lengths.js` reads both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from site_builder.search.numbers import ALPHABET

NARROW, WIDE = 2, 4

COARSE_FROM = 1024
"""Documents from which on a posting list brings levels in place of lengths."""

LEVELS = (
    *range(16),
    *range(16, 64, 4),
    *range(64, 128, 8),
    *range(128, 256, 16),
    *range(256, 512, 32),
    *range(512, 1024, 64),
    *(1024, 1536, 2048, 4096),
)
"""The least length of each level; the last level has no end."""


class Levels:
    """The levels of a long posting list, to be edited."""

    def __init__(self, text: str) -> None:
        """Read what `text` gave."""
        self._letters = bytearray(text.encode())

    def text(self) -> str:
        """Return the levels as they are now."""
        return self._letters.decode()

    def insert(self, at: int, length: int) -> None:
        """Put the level of a length before the one at a place."""
        self._letters.insert(at, _LETTERS[bisect_right(LEVELS, length) - 1])

    def remove(self, at: int) -> None:
        """Take the level at a place away."""
        del self._letters[at]


def write_levels(lengths: Sequence[int]) -> str:
    """Return the levels of lengths, a letter each."""
    return "".join(ALPHABET[bisect_right(LEVELS, length) - 1] for length in lengths)


class Lengths:
    """Lengths to be edited, as columns."""

    def __init__(self, text: str, count: int) -> None:
        """Read `count` lengths from what `text` gave."""
        letters = text.encode()
        found = [bytearray(letters[at : at + count]) for at in range(0, len(letters), count or 1)]
        missing = [bytearray(_ZERO * count) for _ in range(WIDE - len(found))]
        self._columns = [*missing, *found]

    def text(self) -> str:
        """Return the columns as they are now."""
        count = len(self._columns[0])
        wide = any(column.count(_ZERO) < count for column in self._columns[:-NARROW])
        kept = self._columns if wide else self._columns[-NARROW:]
        return b"".join(kept).decode()

    def insert(self, at: int, length: int) -> None:
        """Put a length before the one at a place."""
        for column, letter in zip(self._columns, digits(length), strict=True):
            column.insert(at, letter)

    def remove(self, at: int) -> None:
        """Take the length at a place away."""
        for column in self._columns:
            del column[at]

    def levels(self) -> Levels:
        """Return their levels."""
        digits = [column.translate(_DIGITS) for column in self._columns]
        rows = zip(*digits, strict=True)
        return Levels(write_levels([((a * 64 + b) * 64 + c) * 64 + d for a, b, c, d in rows]))

    def chosen(self, places: Sequence[int]) -> Lengths:
        """Return those at some places alone."""
        made = Lengths("", 0)
        made._columns = [bytearray(column[at] for at in places) for column in self._columns]
        return made


def write_lengths(lengths: Sequence[int]) -> str:
    """Return lengths as columns."""
    rows = list(map(digits, lengths))
    columns = [bytes(column) for column in zip(*rows, strict=True)]
    wide = any(column.count(_ZERO) < len(rows) for column in columns[:-NARROW])
    return b"".join(columns if wide else columns[-NARROW:]).decode()


def digits(number: int) -> bytes:
    """Return a number in four digits, the most significant first.

    Raises ValueError where it does not fit: a field of sixteen million terms.
    """
    if number >= 64**WIDE:
        raise ValueError(f"no field of a document may hold {number} terms")
    return bytes(_LETTERS[number >> 6 * at & 63] for at in reversed(range(WIDE)))


_LETTERS = ALPHABET.encode()
_ZERO = _LETTERS[:1]
_DIGITS = bytes.maketrans(_LETTERS, bytes(range(64)))
