"""Full-text search: an index built in Python, Lunr's ranking in the browser."""

from site_builder.search.build import build_search
from site_builder.search.documents import Label, Passage, SearchDocument
from site_builder.search.terms import DocumentTerms, analyse_document

__all__ = [
    "DocumentTerms",
    "Label",
    "Passage",
    "SearchDocument",
    "analyse_document",
    "build_search",
]
