"""How many terms a field of each document holds: what makes a word in a short text weigh more.

The lengths stand in columns of one letter a document, digits of base 64, the most significant
first: two columns, or four where one does not fit. Long posting lists bring levels in their place
(levels.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.search.numbers import ALPHABET

NARROW, WIDE = 2, 4


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

    def insert(self, at: int, length: int, _count: int = 0) -> None:
        """Put a length before the one at a place."""
        for column, letter in zip(self._columns, digits(length), strict=True):
            column.insert(at, letter)

    def remove(self, at: int) -> None:
        """Take the length at a place away."""
        for column in self._columns:
            del column[at]

    def numbers(self) -> list[int]:
        """Return them as they are now."""
        values = (column.translate(_DIGITS) for column in self._columns)
        return [((a * 64 + b) * 64 + c) * 64 + d for a, b, c, d in zip(*values, strict=True)]

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
