"""The whole index in one file, as lunr.js loads it without further help.

Built with lunr's own builder, with two corrections that make it equal to what lunr.js 2.3.9
would have built in the browser from the same terms: the stemmer that queries pass through is
lunr.js's, and scores are rounded as JavaScript rounds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from lunr.builder import Builder
from lunr.field_ref import FieldRef
from lunr.idf import idf
from lunr.pipeline import Pipeline
from lunr.token import Token
from lunr.token_set import TokenSet
from lunr.vector import Vector

from site_builder.search.analysis import FIELDS, Analysis
from site_builder.search.shards import sort_key
from site_builder.search.stemmer import stem


def build_classic_index(entries: Iterable[tuple[str, Analysis]]) -> bytes:
    """Return Lunr's serialised index in JSON of documents given as (reference, terms)."""
    builder = TermBuilder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for reference, terms in entries:
        builder.add_terms(reference, terms.counts())
    index = builder.build_index()
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


class TermBuilder(Builder):  # type: ignore[misc, unused-ignore]
    """Lunr's builder for documents whose terms are known already."""

    inverted_index: dict[str, dict[str, Any]]

    def __init__(self) -> None:
        super().__init__()
        self.pipeline = Pipeline()
        self.search_pipeline = Pipeline()
        self.search_pipeline.add(_stemmer)

    def add_terms(self, reference: str, fields: Mapping[str, Mapping[str, int]]) -> None:
        """Add a document by how often each term stands in each field."""
        self._documents[reference] = {}
        self.document_count += 1
        for field in self._fields:
            counts = fields[field]
            key = str(FieldRef(reference, field))
            self.field_term_frequencies[key] = counts
            self.field_lengths[key] = sum(counts.values())
            for term in counts:
                if term not in self.inverted_index:
                    self.inverted_index[term] = {name: {} for name in self._fields}
                self.inverted_index[term][field][reference] = {}

    def build_index(self) -> dict[str, Any]:
        """Return the serialised index; its terms are numbered in their sorted order."""
        postings = self.inverted_index
        self.inverted_index = {
            term: {"_index": number, **postings[term]}
            for number, term in enumerate(sorted(postings, key=sort_key))
        }
        serialised: dict[str, Any] = self.build().serialize()
        serialised["invertedIndex"] = list(self.inverted_index.items())
        return serialised

    def _calculate_average_field_lengths(self) -> None:
        if self.document_count:
            super()._calculate_average_field_lengths()

    def _create_token_set(self) -> None:
        """Leave it empty: it is not serialised, lunr.js makes its own from the terms."""
        self.token_set = TokenSet()

    def _create_field_vectors(self) -> None:
        self._idf = {
            term: idf(posting, self.document_count) for term, posting in self.inverted_index.items()
        }
        self.field_vectors = {
            key: Vector(self._elements(key, counts))
            for key, counts in self.field_term_frequencies.items()
        }

    def _elements(self, key: str, counts: Mapping[str, int]) -> list[float]:
        field = FieldRef.from_string(key).field_name
        boost = self._fields[field].boost
        length = self.field_lengths[key]
        mean = self.average_field_length[field] if counts else 0
        elements = []
        for term, tf in counts.items():
            score = (
                self._idf[term]
                * ((self._k1 + 1) * tf)
                / (self._k1 * (1 - self._b + self._b * (length / mean)) + tf)
            )
            elements.append((self.inverted_index[term]["_index"], round_as_lunr(score * boost)))
        return [number for element in sorted(elements) for number in element]


def round_as_lunr(score: float) -> float:
    """Round to three places as JavaScript's Math.round does: a half goes up."""
    thousandths = score * 1000
    whole = math.floor(thousandths)
    return (whole + (thousandths - whole >= 0.5)) / 1000


def _stemmer(token: Token, _index: object = None, _tokens: object = None) -> Token:
    return token.update(lambda text, _metadata: stem(text))


_stemmer.label = "stemmer"  # type: ignore[attr-defined]
