"""The words of one document, counted: all that ranking needs to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.search.documents import SearchDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTerms:
    """The terms of one document by field; can be pickled and cached."""

    positions: Mapping[str, Mapping[str, tuple[int, ...]]]
    """For each field, for each term in it, the places where it stands, ascending."""


def analyse_document(document: SearchDocument) -> DocumentTerms:
    """Return the terms of a document."""
    _ = document
    return DocumentTerms(positions={})
