"""Documents numbered by months, so that a new one does not renumber the archive.

The files of the index name a document by its month and its place in that month. Only the manifest
knows how many documents a month holds, from which a browser counts the number of each in the
whole archive, in order of date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MONTHS = 13
"""Of a year: none said (0), then January (1) to December (12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The months of an archive's documents."""

    origin: int
    """The year from which months are counted: the beginning of the first one's decade."""
    months: tuple[int, ...]
    """The month of each document, by its number in the archive; ascending."""

    def firsts(self) -> list[tuple[int, int, int]]:
        """Return (month, number of its first document, how many it holds) in order."""
        found: list[tuple[int, int, int]] = []
        for number, month in enumerate(self.months):
            if found and found[-1][0] == month:
                found[-1] = (month, found[-1][1], found[-1][2] + 1)
            else:
                found.append((month, number, 1))
        return found

    def places(self) -> list[int]:
        """Return the place of each document in its month, counted from 0."""
        return [place for _, _, count in self.firsts() for place in range(count)]


def calendar_of(dates: Iterable[str]) -> Calendar:
    """Return the calendar of documents by their dates ('2023-01-04', '2023-01', '2023').

    Raises ValueError where the dates do not ascend.
    """
    parts = [(int(date[:4]), int(date[5:7] or 0)) for date in dates]
    origin = parts[0][0] // 10 * 10 if parts else 0
    months = tuple((year - origin) * MONTHS + month for year, month in parts)
    if list(months) != sorted(months):
        raise ValueError("search documents must come in order of date")
    return Calendar(origin=origin, months=months)
