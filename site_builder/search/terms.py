"""The words of one document, counted: all that ranking and phrases need to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from site_builder.search.analyser import STRETCHES
from site_builder.search.documents import Label, SearchDocument
from site_builder.search.numbers import CODES, decode

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


class FieldTerms(NamedTuple):
    """The terms of one field of one document, in three columns."""

    terms: tuple[str, ...]
    counts: tuple[int, ...]
    """How often each term stands there."""
    gaps: tuple[str, ...]
    """Where: the first place and the gaps between the next, as text (see numbers.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTerms:
    """The terms of one document; can be pickled and cached."""

    fields: tuple[FieldTerms, ...]
    """One for each of FIELDS."""

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how often each term stands in each field."""
        return {
            field: dict(zip(found.terms, found.counts, strict=True))
            for field, found in zip(FIELDS, self.fields, strict=True)
        }

    def places(self, field: str) -> dict[str, tuple[int, ...]]:
        """Return the places of each term in a field, ascending."""
        found = self.fields[tuple(FIELDS).index(field)]
        places = (tuple(accumulate(decode(gaps))) for gaps in found.gaps)
        return dict(zip(found.terms, places, strict=True))


def analyse_document(document: SearchDocument) -> DocumentTerms:
    """Return the terms of a document."""
    return DocumentTerms(fields=tuple(_terms(_texts(document, field)) for field in FIELDS))


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


def _terms(texts: Iterable[str]) -> FieldTerms:
    """The inner loop of indexing: every word of an archive passes here once."""
    found: dict[str, list[int]] = {}
    start = 0
    for text in texts:
        if not text:
            continue
        for stretch in text.split():
            terms, length = STRETCHES[stretch]
            for term, place in terms:
                if term in found:
                    found[term].append(start + place)
                else:
                    found[term] = [start + place]
            start += length
        start += GAP
    return FieldTerms(
        terms=tuple(found),
        counts=tuple(map(len, found.values())),
        gaps=tuple(map(_gaps, found.values())),
    )


def _gaps(places: list[int]) -> str:
    if len(places) == 1:
        return CODES[places[0]]
    return CODES[places[0]] + "".join(map(CODES.__getitem__, map(sub, places[1:], places)))
