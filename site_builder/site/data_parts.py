"""Into which parts the archive's data is cut: one for all of it, or one for each year.

One more entry then makes one year's files anew and not all of them, and no file grows past what
hosts take. A part depends on nothing but its own entries' dates and sizes and, for whether there
are parts at all, on the size of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

import msgspec

from site_builder.content.dates import PartialDate

WHOLE_BYTES = 8_000_000
"""Records up to which the archive's data is one part."""
PART_BYTES = 4_000_000
"""Records from which a year is cut into months, a month into days, and a day into slices."""

_DEPTHS = (4, 7, 10)
"""Characters of a full date that name its year, its month and its day."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that go into the same files, neighbours in the archive's order."""

    name: str
    """'2023', '2023-05' or '2023-05-17', with '00' for what is not known and '.2' for a second
    slice of a day; '' where the part is the whole archive."""
    start: int
    """Place of its first entry among all."""
    end: int
    """Place after its last."""
    size: int
    """Bytes of its records."""


def data_parts(
    entries: Sequence[tuple[PartialDate, int]], layout: str = "auto"
) -> tuple[Part, ...]:
    """Return the parts of entries, given in order as their date and the bytes of their record.

    `layout` is what site.yaml says: 'whole', 'parts', or 'auto' for what the size asks for.
    """
    sizes = [0, *accumulate(size for _, size in entries)]
    if layout == "whole" or (layout == "auto" and sizes[-1] <= WHOLE_BYTES) or not entries:
        return (Part(name="", start=0, end=len(entries), size=sizes[-1]),)
    names = [_full(date) for date, _ in entries]
    return tuple(_cut(names, sizes, 0, len(entries), 0))


def part_file(name: str, part: Part) -> str:
    """Return the name of a part's file, given the one that it has where there is only one."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}-{part.name}.{suffix}" if part.name else name


def _full(date: PartialDate) -> str:
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


def _cut(
    names: Sequence[str], sizes: Sequence[int], start: int, end: int, depth: int
) -> Iterator[Part]:
    """Yield the parts of neighbours that agree in what stands before `depth`."""
    at = start
    for name, group in groupby(names[start:end], key=lambda one: one[: _DEPTHS[depth]]):
        begin, at = at, at + sum(1 for _ in group)
        size = sizes[at] - sizes[begin]
        if size <= PART_BYTES:
            yield Part(name=name, start=begin, end=at, size=size)
        elif depth + 1 < len(_DEPTHS):
            yield from _cut(names, sizes, begin, at, depth + 1)
        else:
            yield from _slices(name, sizes, begin, at)


def _slices(name: str, sizes: Sequence[int], start: int, end: int) -> Iterator[Part]:
    number = 0
    while start < end:
        number += 1
        stop = start + 1
        while stop < end and sizes[stop + 1] - sizes[start] <= PART_BYTES:
            stop += 1
        size = sizes[stop] - sizes[start]
        yield Part(name=f"{name}.{number}", start=start, end=stop, size=size)
        start = stop
