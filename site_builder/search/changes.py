"""Which documents are not as they were, by their slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from site_builder.search.calendar import Calendar


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where one document stands or stood."""

    number: int
    """In the archive's order, from 0."""
    slot: int
    digest: str


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month's documents before and now; `start` is the number of the first."""

    month: int
    start_before: int
    before: tuple[str, ...]
    start: int
    now: tuple[str, ...]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two builds."""

    months: tuple[Month, ...]
    """Every month that had or has documents, in order."""
    removed: tuple[Place, ...]
    """Slots whose document went or gave way to another, with the document that was there."""
    added: tuple[Place, ...]
    """Slots that hold another document now, with that document."""


def compare(
    before: Calendar, digests_before: Sequence[str], now: Calendar, digests: Sequence[str]
) -> Changes:
    """Return what changed between two calendars that count months and slots alike."""
    spans_before = {month: (start, end) for month, start, end in before.spans()}
    spans = {month: (start, end) for month, start, end in now.spans()}
    months = []
    removed: list[Place] = []
    added: list[Place] = []
    for month in sorted(spans_before.keys() | spans.keys()):
        start_before, end_before = spans_before.get(month, (0, 0))
        start, end = spans.get(month, (0, 0))
        found = Month(
            month=month,
            start_before=start_before,
            before=tuple(digests_before[start_before:end_before]),
            start=start,
            now=tuple(digests[start:end]),
        )
        months.append(found)
        if found.before == found.now:
            continue
        first = month << now.bits
        removed += _differing(found.before, found.now, start_before, first)
        added += _differing(found.now, found.before, start, first)
    return Changes(months=tuple(months), removed=tuple(removed), added=tuple(added))


def _differing(
    these: Sequence[str], others: Sequence[str], number: int, slot: int
) -> Iterator[Place]:
    for place, one in enumerate(these):
        if place >= len(others) or others[place] != one:
            yield Place(number=number + place, slot=slot + place, digest=one)
