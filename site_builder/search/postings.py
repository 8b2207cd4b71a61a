"""Who says what: for every term the documents that hold it, as text.

A posting list belongs to a term and a field. It has two parts with a full stop between them. The
first says for each document how much further its slot is than that of the last one. The second
is a table in columns of one letter a document: digits of base 64 that say how often the term
stands there (one column) and how many terms the field holds in all (two); where a number does
not fit, four columns each. From these the browser computes Lunr's scores: those change with the
whole archive, these numbers do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import TypeAlias

from site_builder.search.files import UnreadableError
from site_builder.search.numbers import ALPHABET, CODES, decode, offset

_WIDTH = 8
_NARROW = (3, 6, 7)
"""The columns that are left when all numbers are small."""
_ZERO = ALPHABET[0].encode()
_LETTERS = ALPHABET.encode()
_VALUES = bytes.maketrans(_LETTERS, bytes(range(64)))


def digits(number: int) -> bytes:
    """Return a number in four digits, the most significant first.

    Raises ValueError where it does not fit: a field of sixteen million terms.
    """
    if number >= 64**4:
        raise ValueError(f"no field of a document may hold {number} terms")
    return bytes(_LETTERS[number >> 6 * at & 63] for at in (3, 2, 1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One document in a posting list."""

    slot: int
    table: bytes
    """How often the term stands there and how many terms the field holds, four digits each."""
    places: str
    """Where it stands (see numbers.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdit:
    """What a change does to one posting list; slots ascend."""

    removed: tuple[Posting, ...]
    added: tuple[Posting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesEdit:
    """The same for the places: numbers from `start` to `end` give way to `text`; ascending."""

    total: int
    """How many numbers there were."""
    cuts: tuple[tuple[int, int, str], ...]


def edit_row(
    row: str | None, edits: Mapping[int, ListEdit]
) -> tuple[str | None, dict[int, PlacesEdit]]:
    """Return a term's row of posting lists after edits by field, and what becomes of its places.

    A row holds the lists of the fields that have any, each behind the field's digit, parted by
    spaces. None stands for a row without any.
    """
    lists = split_row(row)
    places = {}
    for field, edit in edits.items():
        lists[field], places[field] = _edit_list(lists.get(field, ""), edit)
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


Columns: TypeAlias = Sequence[bytes | bytearray]


def _write(slots: Sequence[int], columns: Columns) -> str:
    wide = [at for at in range(_WIDTH) if at not in _NARROW]
    small = all(columns[at].count(_ZERO) == len(slots) for at in wide)
    kept = [columns[at] for at in _NARROW] if small else columns
    gaps = "".join(map(CODES.__getitem__, map(sub, slots[1:], slots)))
    return f"{CODES[slots[0] + 1]}{gaps}.{b''.join(kept).decode()}"


def _read(text: str) -> tuple[list[int], list[bytearray]]:
    gaps, _, table = text.partition(".")
    slots = [slot - 1 for slot in accumulate(decode(gaps))]
    count = len(slots)
    columns = [bytearray(table[at : at + count].encode()) for at in range(0, len(table), count)]
    if len(columns) < _WIDTH:
        found = dict(zip(_NARROW, columns, strict=True))
        columns = [found.get(at, bytearray(_ZERO * count)) for at in range(_WIDTH)]
    return slots, columns


def _edit_list(text: str, edit: ListEdit) -> tuple[str, PlacesEdit]:
    slots, columns = _read(text) if text else ([], [bytearray() for _ in range(_WIDTH)])
    starts = [0, *accumulate(_counts(columns))]
    cuts = []
    for posting in edit.removed:
        place = bisect_left(slots, posting.slot)
        if slots[place : place + 1] != [posting.slot]:
            raise UnreadableError(f"no posting in slot {posting.slot}")
        cuts.append((starts[place], starts[place + 1], posting.places, ""))
    for posting in edit.added:
        start = starts[bisect_left(slots, posting.slot)]
        cuts.append((start, start, "", posting.places))
    for posting in reversed(edit.removed):
        place = bisect_left(slots, posting.slot)
        del slots[place]
        for column in columns:
            del column[place]
    for posting in edit.added:
        place = bisect_left(slots, posting.slot)
        slots.insert(place, posting.slot)
        for column, letter in zip(columns, posting.table, strict=True):
            column.insert(place, letter)
    edited = _write(slots, columns) if slots else ""
    return edited, PlacesEdit(total=starts[-1], cuts=tuple(_joined(cuts)))


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


def _counts(columns: Columns) -> list[int]:
    """How often the term stands in each document, from the first four columns."""
    ones, *higher = (column.translate(_VALUES) for column in reversed(columns[:4]))
    if not any(map(any, higher)):
        return list(ones)
    digits = zip(ones, *higher, strict=True)
    return [sum(digit << 6 * at for at, digit in enumerate(number)) for number in digits]
