"""Who says what: for every term the documents that hold it, as text.

A posting list belongs to a term and a field. Its parts stand between full stops: which documents
(slots.py), how often the term stands in each (counts.py), and how many terms the field holds in
each (lengths.py), which long lists tell only roughly. From these the browser computes Lunr's
scores: those change with the whole archive, these numbers do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec

from site_builder.search.counts import Counts
from site_builder.search.files import UnreadableError
from site_builder.search.lengths import Lengths
from site_builder.search.levels import Levels, write_levels
from site_builder.search.numbers import offset
from site_builder.search.slots import SlotsEdit, edit_slots, read_slots

STOP = "."


class ListKind(msgspec.Struct, frozen=True, kw_only=True):
    """What must be known of an archive to write its posting lists."""

    bits: int
    """Of a slot that are the place in the month."""
    coarse_from: int
    """How long a list must be to bring levels in place of lengths."""


class Posting(msgspec.Struct, frozen=True, kw_only=True):
    """One document in a posting list."""

    slot: int
    count: int
    """How often the term stands there."""
    length: int
    """How many terms the field holds."""
    places: str
    """Where it stands (see numbers.py)."""


class ListEdit(msgspec.Struct, frozen=True, kw_only=True):
    """What a change does to one posting list; slots ascend."""

    removed: tuple[Posting, ...]
    added: tuple[Posting, ...]


class PlacesEdit(msgspec.Struct, frozen=True, kw_only=True):
    """The same for the places: numbers from `start` to `end` give way to `text`; ascending."""

    total: int
    """How many numbers there were."""
    cuts: tuple[tuple[int, int, str], ...]


LengthsOf = Callable[[int, list[int]], Lengths]
"""Gives the lengths of a field in the documents of those slots, as they are after the change."""


def edit_row(
    row: str | None, edits: Mapping[int, ListEdit], kind: ListKind, lengths_of: LengthsOf
) -> tuple[str | None, dict[int, PlacesEdit]]:
    """Return a term's row of posting lists after edits by field, and what becomes of its places.

    A row holds the lists of the fields that have any, each behind the field's digit, parted by
    spaces. None stands for a row without any. Raises UnreadableError where a posting that is to
    be removed is not there.
    """
    lists = split_row(row)
    places = {}
    for field, edit in edits.items():
        try:
            lists[field], places[field] = _edit_list(
                lists.get(field, STOP + STOP), edit, kind, partial(lengths_of, field)
            )
        except KeyError as error:
            raise UnreadableError(f"no posting in slot {error}") from error
    return join_row(lists), places


def edit_places(row: str | None, edits: Mapping[int, PlacesEdit]) -> str | None:
    """Return a term's row of places after the edits that `edit_row` gave."""
    lists = split_row(row)
    for field, edit in edits.items():
        text = lists.get(field, "").encode()
        for start, end, new in reversed(edit.cuts):
            left = offset(text, start, len(text) * start // max(1, edit.total))
            right = offset(text, end, left) if end > start else left
            text = text[:left] + new.encode() + text[right:]
        lists[field] = text.decode()
    return join_row(lists)


def split_row(row: str | None) -> dict[int, str]:
    """Return the text of each field that a row has."""
    return {int(part[0]): part[1:] for part in row.split(" ")} if row else {}


def join_row(lists: Mapping[int, str]) -> str | None:
    """Return the row of the fields' texts, empty ones left out; None where all are."""
    return " ".join(f"{field}{text}" for field, text in sorted(lists.items()) if text) or None


def _edit_list(
    text: str, edit: ListEdit, kind: ListKind, lengths_of: Callable[[list[int]], Lengths]
) -> tuple[str, PlacesEdit]:
    before, counts_text, lengths_text = text.split(STOP)
    gone = [posting.slot for posting in edit.removed]
    come = [posting.slot for posting in edit.added]
    slots = edit_slots(before, gone, come, kind.bits)
    counts = Counts(counts_text, slots.size)
    places = _cut_places(edit, slots, counts)
    if not slots.text:
        return "", places
    is_coarse = slots.size - len(gone) + len(come) >= kind.coarse_from
    lengths = (
        Levels(lengths_text, counts)
        if slots.size >= kind.coarse_from
        else Lengths(lengths_text, slots.size)
    )
    for at in reversed(slots.removed):
        lengths.remove(at)
        counts.remove(at)
    for number, (at, posting) in enumerate(zip(slots.added, edit.added, strict=True)):
        place = at - bisect_left(gone, posting.slot) + number
        lengths.insert(place, posting.length, posting.count)
        counts.insert(place, posting.count)
    if isinstance(lengths, Levels):
        if not is_coarse:
            lengths = lengths_of(read_slots(slots.text, kind.bits))
    elif is_coarse:
        levels = write_levels(lengths.numbers(), counts.numbers())
        return STOP.join([slots.text, counts.text(), levels]), places
    return STOP.join([slots.text, counts.text(), lengths.text()]), places


def _cut_places(edit: ListEdit, slots: SlotsEdit, counts: Counts) -> PlacesEdit:
    cuts = [
        (counts.before(at), counts.before(at + 1), posting.places, "")
        for at, posting in zip(slots.removed, edit.removed, strict=True)
    ]
    for at, posting in zip(slots.added, edit.added, strict=True):
        start = counts.before(at)
        cuts.append((start, start, "", posting.places))
    return PlacesEdit(total=counts.before(slots.size), cuts=tuple(_joined(cuts)))


def _joined(cuts: Iterable[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str]]:
    """Cuts that touch are one; where the text only moved to another slot, there is none."""
    first, last, old, new = 0, 0, "", ""
    for start, end, gone, come in sorted(cuts, key=lambda cut: cut[:2]):
        if start > last:
            if old != new:
                yield first, last, new
            first, old, new = start, "", ""
        last = end
        old += gone
        new += come
    if old != new:
        yield first, last, new
