"""Two segments: the archive's newest documents, and all that came before.

An article that is added is nearly always among the newest. Its words stand in some three hundred
files of a large index; the newest documents have posting lists and places of their own, in the few
files that lead to all others (contents.py), so that only those change. Where the segments meet
depends on the calendar alone: an index that was brought up to date is that built from nothing.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from site_builder.search.calendar import Calendar
from site_builder.search.changes import Changes, Place

LEAST_RECENT, MOST_RECENT = 32, 160
"""How many of the newest documents are not in the main segment, where there are as many: enough
that an article which comes a few days late is among them too."""

GRAIN = 32
"""Documents of a month between places where the segments can meet; they can at its beginning."""


def main_count(calendar: Calendar) -> int:
    """Return how many documents are in the main segment: the oldest ones.

    The segments meet at that of all possible places which has the greatest checksum. So they go on
    meeting there while the archive grows by some forty documents, and whatever happens to old
    ones; when they meet elsewhere, everything is made anew.
    """
    if calendar.count <= MOST_RECENT:
        return 0
    _, main = max(_meetings(calendar))
    return main


def _meetings(calendar: Calendar) -> Iterator[tuple[int, int]]:
    """The checksum of each place where the segments can meet, and how many documents are before."""
    for month, start, end in reversed(calendar.spans()):
        if calendar.count - end > MOST_RECENT:
            return
        for number in range(start, end, GRAIN):
            if LEAST_RECENT <= calendar.count - number <= MOST_RECENT:
                yield zlib.crc32(f"{month} {number - start}".encode()), number


class SegmentChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What differs in one segment; both in order."""

    removed: tuple[Place, ...]
    """Numbers and slots are those before."""
    added: tuple[Place, ...]


def split_changes(
    changes: Changes, before: Calendar, now: Calendar, digests: Sequence[str]
) -> tuple[SegmentChanges, SegmentChanges]:
    """Return what differs in the main segment and in that of the newest documents.

    `digests` are of all documents now. Where the boundary moved, what lies between goes out of one
    segment into the other. Both calendars count slots alike.
    """
    slots_before, slots = before.slots(), now.slots()
    main_before, main = main_count(before), main_count(now)
    edge_before = slots_before[main_before] if main_before < before.count else _NEVER
    edge = slots[main] if main < now.count else _NEVER
    new = {place.slot for place in changes.added}
    crossed = [
        Place(number=number, slot=slots[number], digest=digests[number])
        for number in range(*sorted((bisect_left(slots, edge_before), bisect_left(slots, edge))))
        if slots[number] not in new
    ]
    numbers = (bisect_left(slots_before, place.slot) for place in crossed)
    left = [
        Place(number=number, slot=place.slot, digest=place.digest)
        for number, place in zip(numbers, crossed, strict=True)
    ]
    into_main = edge_before < edge
    return (
        SegmentChanges(
            removed=_ordered(
                [one for one in changes.removed if one.slot < edge_before],
                [] if into_main else left,
            ),
            added=_ordered(
                [one for one in changes.added if one.slot < edge], crossed if into_main else []
            ),
        ),
        SegmentChanges(
            removed=_ordered(
                [one for one in changes.removed if one.slot >= edge_before],
                left if into_main else [],
            ),
            added=_ordered(
                [one for one in changes.added if one.slot >= edge], [] if into_main else crossed
            ),
        ),
    )


_NEVER = 1 << 62
"""A slot behind all others."""


def _ordered(some: list[Place], others: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted([*some, *others], key=lambda place: place.slot))
