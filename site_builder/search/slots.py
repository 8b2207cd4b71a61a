"""The documents of a posting list, as text: their slots, ascending.

Where they stand far apart, each is written as how much further it is than the last. Where more
than two stand in a month, '~' and the first month are followed by one number for each month up to
the last, whose bits are the places in it that are taken. Numbers are written as numbers.py says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import sub

import msgspec

from site_builder.search.numbers import ALPHABET, CODES, decode, split_number

DENSE = "~"
DENSE_FROM = 2
"""Documents a month, from the first to the last, above which months are written."""


def write_slots(slots: Sequence[int], bits: int) -> str:
    """Return slots as text; `bits` of each are the place in its month."""
    if len(slots) > DENSE_FROM * (1 + (slots[-1] >> bits) - (slots[0] >> bits)):
        return _Months.of(slots, bits).text()
    gaps = "".join(map(CODES.__getitem__, map(sub, slots[1:], slots)))
    return f"{CODES[slots[0] + 1]}{gaps}"


class SlotsEdit(msgspec.Struct, frozen=True, kw_only=True):
    """Slots after some went and others came."""

    text: str
    """'' for none."""
    size: int
    """How many there were."""
    removed: list[int]
    """For each that went, how many were before it."""
    added: list[int]
    """For each that came, how many were before its place."""


def edit_slots(text: str, removed: Sequence[int], added: Sequence[int], bits: int) -> SlotsEdit:
    """Return slots, of which '' stands for none, after some went and others came.

    Both ascend. Raises KeyError where a slot is not there to be removed.
    """
    edit = _edit_months if text.startswith(DENSE) else _edit_gaps
    return edit(text, removed, added, bits)


def read_slots(text: str, bits: int) -> list[int]:
    """Return the slots that `write_slots` was given."""
    return list(_Months.read(text, bits).slots()) if text.startswith(DENSE) else _read_gaps(text)


def _edit_gaps(text: str, removed: Sequence[int], added: Sequence[int], bits: int) -> SlotsEdit:
    slots = _read_gaps(text)
    if not {*removed} <= {*slots}:
        raise KeyError(min({*removed} - {*slots}))
    kept = sorted({*slots} - {*removed} | {*added})
    return SlotsEdit(
        text=write_slots(kept, bits) if kept else "",
        size=len(slots),
        removed=[bisect_left(slots, slot) for slot in removed],
        added=[bisect_left(slots, slot) for slot in added],
    )


def _edit_months(text: str, removed: Sequence[int], added: Sequence[int], bits: int) -> SlotsEdit:
    months = _Months.read(text, bits)
    size = months.size()
    before = [months.rank(slot) for slot in removed], [months.rank(slot) for slot in added]
    for slot in removed:
        months.remove(slot)
    for slot in added:
        months.add(slot)
    months.trim()
    if months.are_dense():
        edited = months.text()
    else:
        kept = list(months.slots())
        edited = write_slots(kept, bits) if kept else ""
    return SlotsEdit(text=edited, size=size, removed=before[0], added=before[1])


def _read_gaps(text: str) -> list[int]:
    return [slot - 1 for slot in accumulate(decode(text))]


class _Months:
    """Slots month by month; a month is a text until it must be changed."""

    def __init__(self, first: int, months: list[str], bits: int) -> None:
        self._first = first
        self._months = months
        self._bits = bits

    @classmethod
    def read(cls, text: str, bits: int) -> _Months:
        first, rest = split_number(text.removeprefix(DENSE))
        return cls(first, _NUMBER.findall(rest), bits)

    @classmethod
    def of(cls, slots: Sequence[int], bits: int) -> _Months:
        first = slots[0] >> bits
        masks = [0] * (1 + (slots[-1] >> bits) - first)
        low = (1 << bits) - 1
        for slot in slots:
            masks[(slot >> bits) - first] |= 1 << (slot & low)
        return cls(first, list(map(_write_mask, masks)), bits)

    def text(self) -> str:
        return f"{DENSE}{CODES[self._first]}{''.join(self._months)}"

    def are_dense(self) -> bool:
        return self.size() > DENSE_FROM * len(self._months)

    def size(self) -> int:
        return _ones(self._months)

    def slots(self) -> Iterator[int]:
        for month, text in enumerate(self._months, start=self._first):
            mask = _read_mask(text)
            for place in range(mask.bit_length()):
                if mask >> place & 1:
                    yield (month << self._bits) + place

    def rank(self, slot: int) -> int:
        """How many slots there are below one."""
        at, bit = self._find(slot)
        if at < 0:
            return 0
        if at >= len(self._months):
            return self.size()
        below = _read_mask(self._months[at]) & (bit - 1)
        return _ones(self._months[:at]) + below.bit_count()

    def remove(self, slot: int) -> None:
        at, bit = self._find(slot)
        mask = _read_mask(self._months[at]) if 0 <= at < len(self._months) else 0
        if not mask & bit:
            raise KeyError(slot)
        self._months[at] = _write_mask(mask ^ bit)

    def add(self, slot: int) -> None:
        at, bit = self._find(slot)
        if at < 0:
            self._months[:0] = [_NONE] * -at
            self._first += at
            at = 0
        self._months += [_NONE] * (at + 1 - len(self._months))
        self._months[at] = _write_mask(_read_mask(self._months[at]) | bit)

    def trim(self) -> None:
        """Leave out the months without any before the first and after the last."""
        while self._months and self._months[-1] == _NONE:
            self._months.pop()
        taken = next((at for at, one in enumerate(self._months) if one != _NONE), 0)
        del self._months[:taken]
        self._first += taken

    def _find(self, slot: int) -> tuple[int, int]:
        return (slot >> self._bits) - self._first, 1 << (slot & ((1 << self._bits) - 1))


_NUMBER = re.compile("[g-z0-9_-]*[A-Za-f]")
_DIGITS = {letter: digit % 32 for digit, letter in enumerate(ALPHABET)}
_NONE = ALPHABET[0]
_ONES = bytes.maketrans(ALPHABET.encode(), bytes(digit.bit_count() for digit in range(32)) * 2)


def _ones(months: Sequence[str]) -> int:
    return sum("".join(months).encode().translate(_ONES))


def _read_mask(text: str) -> int:
    return sum(_DIGITS[letter] << 5 * at for at, letter in enumerate(text))


def _write_mask(mask: int) -> str:
    text = ""
    while mask > 31:
        text += ALPHABET[32 + mask % 32]
        mask >>= 5
    return text + ALPHABET[mask]
