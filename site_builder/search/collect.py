"""All documents' terms merged: what every term's posting lists and places are, from nothing.

Millions of postings are sorted and written as whole arrays. One by one, as update.py does with
those that a change touches, they would take several times as long; the text is the same.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from site_builder.search.analysis import FIELDS, FIRST_COUNT, SKIPPED, SURROGATES, FieldTerms
from site_builder.search.numbers import ALPHABET
from site_builder.search.shards import sort_key

AT_ONCE = 500_000
"""Postings that are sorted and written together; some 100 MB of arrays."""

Numbers = NDArray[np.integer[Any]]
_LETTERS = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_SPACE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRows:
    """All that the index says of one term."""

    term: str
    postings: str
    places: str


class Collector:
    """Takes documents in order, in compact form; `rows` then gives what they say by term."""

    def __init__(self) -> None:
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
        columns = [_Columns(field, ranks) for field in self._fields]
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

    def __init__(self, field: _Field, ranks: Numbers) -> None:
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
        tables = _tables(self._counts[chosen], self._lengths[documents], bounds)
        gaps, gap_bounds = _gaps(self._slots[documents], bounds)
        places, place_bounds = self._places_of(chosen, bounds)
        return {
            rank: (
                f"{gaps[gap_bounds[at] : gap_bounds[at + 1]]}.{tables[at]}",
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


def _gaps(slots: Numbers, bounds: Numbers) -> tuple[str, list[int]]:
    """How much further each slot is than the last of its term, and where each term's begin."""
    gaps = np.diff(slots, prepend=0)
    gaps[bounds[:-1]] = slots[bounds[:-1]] + 1
    sizes = np.ones(len(gaps), dtype=np.int64)
    limit = 32
    while (longer := gaps >= limit).any():
        sizes += longer
        limit *= 32
    ends = np.cumsum(sizes)
    text = np.empty(ends[-1], dtype=np.uint8)
    begins = ends - sizes
    for digit in range(int(sizes.max())):
        here = np.flatnonzero(sizes > digit)
        more = np.where(sizes[here] > digit + 1, 32, 0)
        text[begins[here] + digit] = _LETTERS[(gaps[here] >> 5 * digit & 31) + more]
    return text.tobytes().decode(), np.r_[0, ends][bounds].tolist()


def _tables(counts: Numbers, lengths: Numbers, bounds: Numbers) -> list[str]:
    """The columns of each term's posting list."""
    wide = np.maximum.reduceat((counts >= 64) | (lengths >= 64**2), bounds[:-1]).tolist()
    digits = [
        _LETTERS[numbers >> 6 * at & 63].tobytes().decode()
        for numbers in (counts, lengths)
        for at in (3, 2, 1, 0)
    ]
    narrow = [digits[3], digits[6], digits[7]]
    edges = bounds.tolist()
    return [
        "".join([column[start:end] for column in (digits if is_wide else narrow)])
        for start, end, is_wide in zip(edges, edges[1:], wide, strict=False)
    ]


def _spans(totals: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """Cut the ranks into spans of at most so many postings, or of one term."""
    start = 0
    while start < len(totals):
        before = totals[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(totals, before + most, side="right")))
        yield start, end
        start = end
