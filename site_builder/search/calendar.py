"""Documents numbered by months, so that a new one does not renumber the archive.

The files of the index name a document by its slot: its month and its place in that month in one
number. Only the manifest knows how many documents a month holds, from which a browser counts the
number of each in the whole archive, in order of date.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from operator import sub

import msgspec

MONTHS = 13
"""Of a year: none said (0), then January (1) to December (12)."""

FEWEST_BITS = 5
"""A month of at most 32 documents leaves the slots of all the others as they are."""


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The months of an archive's documents."""

    origin: int
    """The year from which months are counted: the beginning of the first one's decade."""
    months: tuple[int, ...]
    """Those that hold documents, ascending, counted from January of `origin` (which is 1)."""
    sizes: tuple[int, ...]
    """How many documents each of them holds."""

    @property
    def bits(self) -> int:
        """The lower bits of a slot that are the place in the month; enough for the largest."""
        return max(FEWEST_BITS, (max(self.sizes, default=1) - 1).bit_length())

    @property
    def count(self) -> int:
        """How many documents there are."""
        return sum(self.sizes)

    def spans(self) -> list[tuple[int, int, int]]:
        """Return (month, number of its first document, number behind its last) in order."""
        ends = list(accumulate(self.sizes))
        return list(zip(self.months, map(sub, ends, self.sizes), ends, strict=True))

    def slots(self) -> list[int]:
        """Return the slot of each document, in the archive's order; ascending."""
        bits = self.bits
        return [
            (month << bits) + place
            for month, size in zip(self.months, self.sizes, strict=True)
            for place in range(size)
        ]


def calendar_of(dates: Iterable[str]) -> Calendar:
    """Return the calendar of documents by their dates ('2023-01-04', '2023-01', '2023').

    Raises ValueError where the dates do not ascend.
    """
    sizes: dict[str, int] = {}
    last = ""
    for date in dates:
        month = date[:7]
        if month < last:
            raise ValueError("search documents must come in order of date")
        sizes[month] = sizes.get(month, 0) + 1
        last = month
    origin = int(next(iter(sizes))[:4]) // 10 * 10 if sizes else 0
    return Calendar(
        origin=origin,
        months=tuple((int(one[:4]) - origin) * MONTHS + int(one[5:] or 0) for one in sizes),
        sizes=tuple(sizes.values()),
    )
