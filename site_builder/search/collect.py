"""All documents' terms merged: what every term's posting lists and places are, from nothing."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.search.analysis import FIELDS, FieldTerms
from site_builder.search.postings import Records, write_list
from site_builder.search.shards import sort_key

AT_ONCE = 500
"""Documents whose postings are objects of their own, before they become bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRows:
    """All that the index says of one term."""

    term: str
    postings: str
    places: str


class Collector:
    """Takes documents in order and keeps what they say by term, as bytes."""

    def __init__(self) -> None:
        self._waiting: list[defaultdict[str, list[bytes]]] = [defaultdict(list) for _ in FIELDS]
        self._found: list[defaultdict[str, tuple[bytearray, bytearray]]] = [
            defaultdict(lambda: (bytearray(), bytearray())) for _ in FIELDS
        ]
        self._documents = 0

    def add(self, slot: int, fields: tuple[FieldTerms, ...], lengths: tuple[int, ...]) -> None:
        """Add a document; slots ascend. The inner loop of merging."""
        for waiting, found, length in zip(self._waiting, fields, lengths, strict=True):
            if not length:
                continue
            records = map(Records(slot, length).__getitem__, found.counts)
            lists = map(waiting.__getitem__, found.terms.split(" "))
            pairs = zip(records, found.places.encode().split(b" "), strict=True)
            deque(map(list.extend, lists, pairs), maxlen=0)
        self._documents += 1
        if self._documents % AT_ONCE == 0:
            self._pack()

    def rows(self) -> Iterator[TermRows]:
        """Yield every term in JavaScript's order; what was collected is used up."""
        self._pack()
        found = self._found
        for term in sorted(set().union(*found), key=sort_key):
            postings = []
            places = []
            for field, by_term in enumerate(found):
                if term in by_term:
                    records, text = by_term.pop(term)
                    postings.append(f"{field}{write_list(bytes(records))}")
                    places.append(f"{field}{text.decode()}")
            yield TermRows(term=term, postings=" ".join(postings), places=" ".join(places))

    def _pack(self) -> None:
        for waiting, found in zip(self._waiting, self._found, strict=True):
            for term, items in waiting.items():
                records, places = found[term]
                records += b"".join(items[::2])
                places += b"".join(items[1::2])
            waiting.clear()
