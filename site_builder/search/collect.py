"""All documents' terms merged: what every term's posting lists and places are, from nothing.

Millions of postings are sorted and written as whole arrays. One by one, as update.py does with
those that a change touches, they would take several times as long; the text is the same.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from site_builder.search.analysis import FIELDS, FIRST_COUNT, SKIPPED, SURROGATES, FieldTerms
from site_builder.search.counts import FREQUENT, MORE
from site_builder.search.lengths import NARROW, WIDE
from site_builder.search.levels import LEVELS, MARK, STEPS
from site_builder.search.numbers import ALPHABET, CODES
from site_builder.search.postings import STOP, ListKind
from site_builder.search.shards import sort_key
from site_builder.search.slots import DENSE, DENSE_FROM

AT_ONCE = 500_000
"""Postings that are sorted and written together; some 100 MB of arrays."""

Numbers = NDArray[np.integer[Any]]
_LETTERS = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_SPACE = 32


class TermRows(msgspec.Struct, frozen=True, kw_only=True):
    """All that the index says of one term."""

    term: str
    postings: str
    places: str


class Collector:
    """Takes documents in order, in compact form; `rows` then gives what they say by term."""

    def __init__(self, kind: ListKind) -> None:
        self._kind = kind
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._fields = [_Field() for _ in FIELDS]

    def add(self, slot: int, fields: Sequence[FieldTerms], lengths: Sequence[int]) -> None:
        """Add a document; slots ascend. The inner loop of merging."""
        number_of = self._numbers.__getitem__
        for field, found, length in zip(self._fields, fields, lengths, strict=True):
            if length:
                terms = found.terms.split(" ")
                field.terms.extend(map(number_of, terms))
                field.slots.append(slot)
                field.lengths.append(length)
                field.sizes.append(len(terms))
                field.counts.append(found.counts)
                field.places += found.places.encode() + b" "

    def rows(self) -> Iterator[TermRows]:
        """Yield every term in JavaScript's order."""
        terms = list(self._numbers)
        order = sorted(range(len(terms)), key=lambda number: sort_key(terms[number]))
        ranks = np.empty(len(terms), dtype=np.int32)
        ranks[order] = np.arange(len(terms))
        columns = [_Columns(field, ranks, self._kind) for field in self._fields]
        total = sum(np.bincount(one.ranks, minlength=len(terms)) for one in columns)
        for start, end in _spans(np.cumsum(total), AT_ONCE):
            lists = [one.lists(start, end) for one in columns]
            for rank in range(start, end):
                postings = []
                places = []
                for field, by_rank in enumerate(lists):
                    if rank in by_rank:
                        text, where = by_rank[rank]
                        postings.append(f"{field}{text}")
                        places.append(f"{field}{where}")
                yield TermRows(
                    term=terms[order[rank]],
                    postings=" ".join(postings),
                    places=" ".join(places),
                )


class _Field:
    """One field of all documents that have it: a row for each, and one for each of its terms."""

    def __init__(self) -> None:
        self.slots = array("q")
        self.lengths = array("q")
        self.sizes = array("q")
        self.terms = array("i")
        self.counts: list[str] = []
        self.places = bytearray()


class _Columns:
    """The same as arrays of one element a posting, in the order of documents."""

    def __init__(self, field: _Field, ranks: Numbers, kind: ListKind) -> None:
        self._kind = kind
        self.ranks = ranks[np.frombuffer(field.terms, dtype=np.intc)]
        self._documents = np.repeat(
            np.arange(len(field.sizes), dtype=np.int32), np.frombuffer(field.sizes, dtype=np.int64)
        )
        self._slots = np.frombuffer(field.slots, dtype=np.int64)
        self._lengths = np.frombuffer(field.lengths, dtype=np.int64)
        self._counts = _read_counts("".join(field.counts))
        self._places = np.frombuffer(field.places, dtype=np.uint8)
        self._ends = np.flatnonzero(self._places == _SPACE)

    def lists(self, start: int, end: int) -> dict[int, tuple[str, str]]:
        """Return the posting list and the places of the terms of those ranks, by rank."""
        chosen = np.flatnonzero((self.ranks >= start) & (self.ranks < end))
        chosen = chosen[np.argsort(self.ranks[chosen], kind="stable")]
        ranks = self.ranks[chosen]
        if not len(ranks):
            return {}
        firsts = np.flatnonzero(np.r_[True, ranks[1:] != ranks[:-1]])
        bounds = np.r_[firsts, len(ranks)]
        documents = self._documents[chosen]
        slots = _slots(self._slots[documents], bounds, self._kind.bits)
        counts = _counts(self._counts[chosen], bounds)
        lengths = _lengths(
            self._lengths[documents], self._counts[chosen], bounds, self._kind.coarse_from
        )
        places, place_bounds = self._places_of(chosen, bounds)
        return {
            rank: (
                f"{slots[at]}{STOP}{counts[at]}{STOP}{lengths[at]}",
                places[place_bounds[at] : place_bounds[at + 1]],
            )
            for at, rank in enumerate(ranks[firsts].tolist())
        }

    def _places_of(self, chosen: Numbers, bounds: Numbers) -> tuple[str, list[int]]:
        """The places of postings one after another, and where each term's begin."""
        ends = self._ends[chosen]
        begins = np.where(chosen > 0, self._ends[chosen - 1] + 1, 0)
        sizes = ends - begins
        after = np.cumsum(sizes)
        index = np.repeat(begins - (after - sizes), sizes) + np.arange(after[-1])
        return self._places[index].tobytes().decode(), np.r_[0, after][bounds].tolist()


def _read_counts(letters: str) -> Numbers:
    """The numbers of many letters of FieldTerms.counts."""
    codes = np.frombuffer(letters.encode("utf-32-le"), dtype=np.uint32) - np.uint32(FIRST_COUNT)
    return np.where(codes < SURROGATES, codes, codes - SKIPPED)


def _slots(slots: Numbers, bounds: Numbers, bits: int) -> list[str]:
    """What slots.py writes for each term."""
    months = slots >> bits
    firsts, lasts = bounds[:-1], bounds[1:] - 1
    spans = months[lasts] - months[firsts] + 1
    dense = np.diff(bounds) > DENSE_FROM * spans
    return [
        by_month or by_gap
        for by_month, by_gap in zip(
            _by_month(slots, bounds, spans * dense, bits), _by_gap(slots, bounds), strict=True
        )
    ]


def _by_gap(slots: Numbers, bounds: Numbers) -> list[str]:
    gaps = np.diff(slots, prepend=0)
    gaps[bounds[:-1]] = slots[bounds[:-1]] + 1
    sizes = _sizes(gaps)
    ends = np.cumsum(sizes)
    text = np.empty(ends[-1], dtype=np.uint8)
    begins = ends - sizes
    for digit in range(int(sizes.max())):
        here = np.flatnonzero(sizes > digit)
        more = np.where(sizes[here] > digit + 1, 32, 0)
        text[begins[here] + digit] = _LETTERS[(gaps[here] >> 5 * digit & 31) + more]
    return _cut(text, np.r_[0, ends][bounds])


def _by_month(slots: Numbers, bounds: Numbers, spans: Numbers, bits: int) -> list[str]:
    """As months, for the terms whose `spans` of months are not 0; '' for the others."""
    sizes = np.diff(bounds)
    months, places = slots >> bits, slots & ((1 << bits) - 1)
    firsts = months[bounds[:-1]]
    cells_before = np.cumsum(spans) - spans
    kept = np.flatnonzero(np.repeat(spans > 0, sizes))
    cell = (months + np.repeat(cells_before - firsts, sizes))[kept]
    letters = np.ones(int(spans.sum()), dtype=np.int64)
    np.maximum.at(letters, cell, places[kept] // 5 + 1)
    ends = np.cumsum(letters)
    at = (ends - letters)[cell] + places[kept] // 5
    digits = np.bincount(at, weights=1 << places[kept] % 5, minlength=int(letters.sum()))
    digits = digits.astype(np.int64) + 32
    digits[ends - 1] -= 32
    texts = _cut(_LETTERS[digits], np.r_[0, ends][np.r_[cells_before, len(letters)]])
    return [
        f"{DENSE}{CODES[first]}{text}" if text else ""
        for first, text in zip(firsts.tolist(), texts, strict=True)
    ]


def _counts(counts: Numbers, bounds: Numbers) -> list[str]:
    """What counts.py writes for each term."""
    small = np.minimum(counts - 1, MORE)
    sizes = np.diff(bounds)
    pairs = (sizes + 1) // 2
    pairs_before = np.cumsum(pairs) - pairs
    order = np.arange(len(counts)) - np.repeat(bounds[:-1], sizes)
    at = order // 2 + np.repeat(pairs_before, sizes)
    joined = np.bincount(at, weights=small << 3 * (order & 1), minlength=int(pairs.sum()))
    texts = _cut(_LETTERS[joined.astype(np.int64)], np.r_[pairs_before, pairs.sum()])
    large = np.flatnonzero(counts > MORE)
    edges = np.searchsorted(large, bounds)
    more = [CODES[one] for one in (counts[large] - MORE - 1).tolist()]
    return [
        text + "".join(more[start:end]) if start < end else text
        for text, start, end in zip(texts, edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    ]


def _lengths(lengths: Numbers, counts: Numbers, bounds: Numbers, coarse_from: int) -> list[str]:
    """What lengths.py writes for each term, or levels.py."""
    coarse = (np.diff(bounds) >= coarse_from).tolist()
    wide = np.maximum.reduceat(lengths >= 64**NARROW, bounds[:-1]).tolist()
    columns = [_LETTERS[lengths >> 6 * at & 63].tobytes().decode() for at in reversed(range(WIDE))]
    edges = bounds.tolist()
    return [
        _levels(lengths[start:end], counts[start:end])
        if is_coarse
        else "".join([column[start:end] for column in (columns if is_wide else columns[-NARROW:])])
        for (start, end), is_wide, is_coarse in zip(pairwise(edges), wide, coarse, strict=True)
    ]


def _levels(lengths: Numbers, counts: Numbers) -> str:
    levels = np.searchsorted(LEVELS, lengths, side="right") - 1
    often = np.flatnonzero(counts >= FREQUENT)
    least, steps = np.array(LEVELS)[levels[often]], np.array(STEPS)[levels[often]]
    fine = np.minimum(63, (lengths[often] - least) // steps)
    return MARK + _LETTERS[np.r_[levels, fine]].tobytes().decode()


def _sizes(numbers: Numbers) -> Numbers:
    """How many letters each number takes (see numbers.py)."""
    sizes: Numbers = np.ones(len(numbers), dtype=np.int64)
    limit = 32
    while (longer := numbers >= limit).any():
        sizes += longer
        limit *= 32
    return sizes


def _cut(letters: NDArray[np.uint8], edges: Numbers) -> list[str]:
    text = letters.tobytes().decode()
    starts = edges.tolist()
    return [text[start:end] for start, end in pairwise(starts)]


def _spans(totals: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """Cut the ranks into spans of at most so many postings, or of one term."""
    start = 0
    while start < len(totals):
        before = totals[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(totals, before + most, side="right")))
        yield start, end
        start = end
