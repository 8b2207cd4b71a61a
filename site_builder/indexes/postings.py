"""Which texts hold a checksum: one sorted run of numbers, quick to make, to ask and to edit.

Each entry has eight bytes: three for the text's number, four for the checksum, and one that is
the same for all. The last one makes the entry, read as a floating-point number, a finite positive
one; such numbers have the same order as their bits, and Python sorts them twice as fast as whole
numbers of that size.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from operator import eq

MOST_OWNERS = 1 << 24
"""Texts that can be told apart."""
CHECKSUM_BYTES = 4
_ENTRY = 8
_OWNER_BITS = 24
_OWNER = MOST_OWNERS - 1
_CHECKSUM = 0xFFFFFFFF
_SIGN = 0x40
_SEVERAL = re.compile(rb"\x01+")


class Postings:
    """Checksums of 32 bits by the numbers of the texts that hold them."""

    __slots__ = ("_entries", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        """All the entries; a value to store and to make the postings from again."""
        self._entries = memoryview(data).cast("Q")

    def holders(self, checksum: int) -> list[int]:
        """Return the numbers of the texts that hold a checksum, in ascending order."""
        return self._owners(*self._span(checksum))

    def few_holders(self, checksum: int, most: int) -> list[int] | None:
        """Return the texts that hold a checksum; None where more than `most` do."""
        start, end = self._span(checksum)
        return self._owners(start, end) if end - start <= most else None

    def held_by(self, owner: int) -> list[int]:
        """Return the checksums that a text holds, in ascending order."""
        return [self._entries[at] >> _OWNER_BITS & _CHECKSUM for at in self._places(owner)]

    def shared(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each checksum that several texts hold, in ascending order, and its holders."""
        data = self.data
        checksums = bytearray(len(self._entries) * CHECKSUM_BYTES)
        for byte in range(CHECKSUM_BYTES):
            checksums[byte::CHECKSUM_BYTES] = data[byte + 3 :: _ENTRY]
        values = memoryview(checksums).cast("I")
        same = bytes(map(eq, values, values[1:]))
        for run in _SEVERAL.finditer(same):
            start, end = run.span()
            yield values[start], self._owners(start, end + 1)

    def edited(self, removed: Mapping[int, Iterable[int]], added: Mapping[int, bytes]) -> Postings:
        """Return the postings without some texts, and with others that they do not hold yet.

        `removed` are all that those texts hold; `added` is as for `make_postings`.
        """
        entries, data = self._entries, memoryview(self.data)
        cuts = []
        for owner, checksums in removed.items():
            for checksum in checksums:
                place = bisect_left(entries, _first(checksum) | owner)
                cuts.append((place, place + 1, b""))
        for entry in memoryview(_entries(added)).cast("Q"):
            place = bisect_left(entries, entry)
            cuts.append((place, place, entry.to_bytes(_ENTRY, sys.byteorder)))
        # Of equal places the new entries come first, by their own order.
        cuts.sort(key=lambda cut: (cut[0], cut[1], int.from_bytes(cut[2], sys.byteorder)))
        parts: list[bytes | memoryview] = []
        done = 0
        for start, end, inserted in cuts:
            parts += (data[done * _ENTRY : start * _ENTRY], inserted)
            done = end
        parts.append(data[done * _ENTRY :])
        return Postings(b"".join(parts))

    def _span(self, checksum: int) -> tuple[int, int]:
        """Return where the entries of a checksum begin and end."""
        first = _first(checksum)
        start = bisect_left(self._entries, first)
        return start, bisect_right(self._entries, first | _OWNER, start)

    def _owners(self, start: int, end: int) -> list[int]:
        return [entry & _OWNER for entry in self._entries[start:end]]

    def _places(self, owner: int) -> Iterator[int]:
        """Yield where a text's entries stand."""
        wanted = owner.to_bytes(3, "little")
        data = self.data
        at = data.find(wanted)
        while at >= 0:
            place, rest = divmod(at, _ENTRY)
            if not rest:
                yield place
            at = data.find(wanted, at + 1)


def _first(checksum: int) -> int:
    return (_SIGN << 32 | checksum) << _OWNER_BITS


def make_postings(parts: Mapping[int, bytes], *, at_once: int = 1 << 20) -> Postings:
    """Return the postings of texts by their numbers.

    A part is a text's different checksums in ascending order, each as four bytes, the lowest
    first. About `at_once` entries are sorted at a time, which takes some 40 bytes for each.
    """
    slices = sum(map(len, parts.values())) // CHECKSUM_BYTES // at_once + 1
    limits = [(number << 32) // slices for number in range(slices + 1)]
    sorted_slices = [
        _sorted_entries(parts if slices == 1 else _between(parts, first, end))
        for first, end in pairwise(limits)
    ]
    return Postings(b"".join(sorted_slices))


def _between(parts: Mapping[int, bytes], first: int, end: int) -> Mapping[int, bytes]:
    """Return the checksums of texts that are at least `first` and less than `end`."""
    found = {}
    for owner, part in parts.items():
        checksums = unpack_checksums(part)
        start, stop = bisect_left(checksums, first), bisect_left(checksums, end)
        found[owner] = part[start * CHECKSUM_BYTES : stop * CHECKSUM_BYTES]
    return found


def _sorted_entries(parts: Mapping[int, bytes]) -> bytes:
    numbers = memoryview(_entries(parts)).cast("d").tolist()
    numbers.sort()
    entries = array("d", numbers)
    del numbers
    return entries.tobytes()


def _entries(parts: Mapping[int, bytes]) -> bytearray:
    checksums = b"".join(parts.values())
    owners = b"".join(
        [
            owner.to_bytes(3, "little") * (len(part) // CHECKSUM_BYTES)
            for owner, part in parts.items()
        ]
    )
    count = len(checksums) // CHECKSUM_BYTES
    entries = bytearray(_ENTRY * count)
    for byte in range(3):
        entries[byte::_ENTRY] = owners[byte::3]
    for byte in range(CHECKSUM_BYTES):
        entries[byte + 3 :: _ENTRY] = checksums[byte::CHECKSUM_BYTES]
    entries[7::_ENTRY] = bytes((_SIGN,)) * count
    return entries


def pack_checksums(checksums: Collection[int]) -> bytes:
    """Return different checksums in ascending order, each as four bytes, the lowest first."""
    return array("I", sorted(checksums)).tobytes()


def unpack_checksums(packed: bytes) -> memoryview:
    """Return the checksums that were packed."""
    return memoryview(packed).cast("I")
