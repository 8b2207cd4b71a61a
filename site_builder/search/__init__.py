"""Full-text search: an index built in Python, Lunr's ranking in the browser.

`analyse_document` takes an article apart: pure, for any process, its bytes fit for a store.
`update_search` makes the files below 'search/' from those bytes and from what the former build
left: the files that changed, and the names of those that stay. `build_search` does both from
nothing. `ANALYSIS_VERSION` changes when equal documents are analysed otherwise than before.
"""

from site_builder.search.analysis import ANALYSIS_VERSION, analyse_document
from site_builder.search.build import build_search
from site_builder.search.documents import Label, Passage, SearchDocument
from site_builder.search.update import DocumentKey, SearchUpdate, update_search

__all__ = [
    "ANALYSIS_VERSION",
    "DocumentKey",
    "Label",
    "Passage",
    "SearchDocument",
    "SearchUpdate",
    "analyse_document",
    "build_search",
    "update_search",
]
