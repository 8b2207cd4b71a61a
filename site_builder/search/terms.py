"""The words of one document, counted: all that ranking needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.search.analyser import chunk_terms, chunks
from site_builder.search.documents import Label, SearchDocument

FIELDS: Mapping[str, int] = {
    "title": 4,
    "speaker": 3,
    "country": 2,
    "tag": 2,
    "carrier": 1,
    "body": 1,
}
"""What a reader can search in, with its weight in the ranking; the order is the index's."""

GAP = 4
"""Empty places between two texts of a field, so that no phrase reaches across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTerms:
    """The terms of one document by field; can be pickled and cached."""

    positions: Mapping[str, Mapping[str, tuple[int, ...]]]
    """For each of FIELDS, for each term in it, the places where it stands, ascending."""

    def count(self, field: str, term: str) -> int:
        """Return how often a term stands in a field."""
        return len(self.positions[field].get(term, ()))

    def length(self, field: str) -> int:
        """Return how many terms a field holds, stop words not counted."""
        return sum(map(len, self.positions[field].values()))


def analyse_document(document: SearchDocument) -> DocumentTerms:
    """Return the terms of a document."""
    return DocumentTerms(positions={field: _positions(_texts(document, field)) for field in FIELDS})


def _texts(document: SearchDocument, field: str) -> Iterable[str]:
    match field:
        case "title":
            return (document.title,)
        case "speaker":
            return _names(document.speakers)
        case "country":
            return _names(document.countries)
        case "tag":
            return _names(document.tags)
        case "carrier":
            return _names((document.carrier,) if document.carrier else ())
        case _:
            return (document.summary, *(passage.text for passage in document.passages))


def _names(labels: Iterable[Label]) -> Iterator[str]:
    for label in labels:
        yield label.name
        yield from label.aliases


def _positions(texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    start = 0
    for text in texts:
        if not text:
            continue
        for chunk in chunks(text):
            terms, length = chunk_terms(chunk)
            for term in terms:
                if term.text:
                    places.setdefault(term.text, []).append(start + term.place)
            start += length
        start += GAP
    return {term: tuple(found) for term, found in places.items()}
