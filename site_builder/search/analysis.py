"""One document, analysed: all that the index needs of it, as compact bytes.

The bytes are lines of text: what is shown of the document and what it is filtered by, as JSON,
then for each field its terms, how often each stands there, and where. They depend on the document
alone, so any process can make them and any store can keep them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain
from operator import sub

import msgspec

from site_builder.search.analyser import GAP, terms_of
from site_builder.search.documents import Label, SearchDocument
from site_builder.search.numbers import CODES, decode
from site_builder.search.results import FACETS, describe, facet_labels, text_file

ANALYSIS_VERSION = 3
"""Raised whenever a document's bytes may differ from what they were: stores must ask anew."""

FIELDS: Mapping[str, int] = {
    "title": 4,
    "speaker": 3,
    "country": 2,
    "tag": 2,
    "carrier": 1,
    "body": 1,
}
"""What a reader can search in, with its weight in the ranking; the order is the index's."""


class FieldTerms(msgspec.Struct, frozen=True, kw_only=True):
    """The terms of one field, in three columns that stand for the same terms in the same order."""

    terms: str
    """Parted by spaces; '' for none."""
    counts: str
    """How often each stands there, as a character (see `read_count`)."""
    places: str
    """Where: the first place and the gaps to the next (see numbers.py), parted by spaces."""


class Analysis(msgspec.Struct, frozen=True, kw_only=True):
    """What `analyse_document` found, read from its bytes."""

    lengths: tuple[int, ...]
    """How many terms each of FIELDS holds, repetitions counted."""
    text_name: str
    """Of the file with the document's passages, without folder and ending; '' for none."""
    description: str
    """What a result shows, in JSON."""
    text: str
    """What that file holds, in JSON."""
    labels: tuple[str, ...]
    """For each facet a list of [id, name] in JSON."""
    fields: tuple[FieldTerms, ...]
    """One for each of FIELDS."""

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how often each term stands in each field."""
        return {
            name: dict(zip(found.terms.split(), map(read_count, found.counts), strict=True))
            for name, found in zip(FIELDS, self.fields, strict=True)
        }

    def places(self, field: str) -> dict[str, tuple[int, ...]]:
        """Return the places of each term in a field, ascending."""
        found = self.fields[tuple(FIELDS).index(field)]
        places = (tuple(accumulate(decode(gaps))) for gaps in found.places.split())
        return dict(zip(found.terms.split(), places, strict=True))


def analyse_document(document: SearchDocument) -> bytes:
    """Return a document analysed; `read_analysis` reads it.

    A pure function whose result is never empty. Equal documents give equal bytes.
    """
    fields = [_field(_texts(document, name)) for name in FIELDS]
    lengths = [length for length, *_ in fields]
    name, text = text_file(document)
    lines = (
        " ".join(map(str, lengths)),
        name,
        describe(document, name, lengths),
        text,
        *facet_labels(document),
        *chain.from_iterable(columns for _, *columns in fields),
    )
    return "\n".join(lines).encode()


def read_analysis(data: bytes) -> Analysis:
    """Return what `analyse_document` wrote."""
    lengths, name, description, text, *rest = data.decode().split("\n")
    labels, columns = rest[: len(FACETS)], rest[len(FACETS) :]
    return Analysis(
        lengths=tuple(map(int, lengths.split())),
        text_name=name,
        description=description,
        text=text,
        labels=tuple(labels),
        fields=tuple(
            FieldTerms(terms=columns[at], counts=columns[at + 1], places=columns[at + 2])
            for at in range(0, len(columns), 3)
        ),
    )


def read_count(letter: str) -> int:
    """Return the number that a letter of `FieldTerms.counts` stands for."""
    code = ord(letter) - FIRST_COUNT
    return code if code < SURROGATES else code - SKIPPED


class _Counts(dict[int, str]):
    """The letter of each number, made when it is first asked for; never a line's end."""

    def __missing__(self, number: int) -> str:
        skipped = number if number < SURROGATES else number + SKIPPED
        self[number] = chr(FIRST_COUNT + skipped)
        return self[number]


FIRST_COUNT = 32
SURROGATES = 0xD800 - FIRST_COUNT
SKIPPED = 0x800
_COUNTS = _Counts()


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


def _field(texts: Iterable[str]) -> tuple[int, str, str, str]:
    """The inner loop of indexing: every word of an archive passes here once."""
    first: dict[str, int] = {}
    again: defaultdict[str, list[int]] = defaultdict(list)
    put = first.setdefault
    start = 0
    for text in filter(None, texts):
        terms = terms_of(text.split())
        for place, term in enumerate(terms, start):
            if term and put(term, place) != place:
                again[term].append(place)
        start += len(terms) + GAP
    length = len(first)
    counts = dict.fromkeys(first, _COUNTS[1])
    places = dict(zip(first, map(CODES.__getitem__, first.values()), strict=True))
    for term, further in again.items():
        length += len(further)
        counts[term] = _COUNTS[len(further) + 1]
        if len(further) == 1:
            places[term] += CODES[further[0] - first[term]]
        else:
            gaps = map(sub, further, [first[term], *further])
            places[term] += "".join(map(CODES.__getitem__, gaps))
    return length, " ".join(first), "".join(counts.values()), " ".join(places.values())
