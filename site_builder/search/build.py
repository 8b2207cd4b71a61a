"""Search, built: from documents to the files that the browser fetches.

What depends on one document alone is `analyse_document`: a pure function whose result can be
cached and computed in any process. `build_search` merges those results.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.output.files import OutputFile
from site_builder.search.documents import SearchDocument
from site_builder.search.terms import DocumentTerms, analyse_document


def build_search(
    documents: Sequence[SearchDocument],
    *,
    mode: str = "classic",
    analysed: Sequence[DocumentTerms] | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files below 'search/' that the search page needs, sorted by path.

    `documents` come in the archive's order (date, then id), which decides between equal scores.
    `mode` is the `search` setting of site.yaml. `analysed` holds `analyse_document` of each
    document, in the same order, where the caller has it already.
    """
    terms = analysed if analysed is not None else [analyse_document(one) for one in documents]
    _ = (documents, terms, mode)
    return ()
