"""Search, built: from documents to the files that the browser fetches.

What depends on one document alone is `analyse_document`: a pure function whose result can be
cached and computed in any process. `build_search` merges those results. Every file but the
manifest is named after its content, so a browser may keep it for good.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.output.files import OutputFile
from site_builder.search.classic import build_classic_index
from site_builder.search.documents import SearchDocument
from site_builder.search.results import (
    BLOCK,
    build_blocks,
    build_facets,
    digest,
    first_of_each_year,
    to_json,
)
from site_builder.search.terms import FIELDS, DocumentTerms, analyse_document

MANIFEST = "search/manifest.json"
"""The one file that is always fetched anew; it names the others."""

CLASSIC_INDEX = "search/index.json"


def build_search(
    documents: Sequence[SearchDocument],
    *,
    mode: str = "classic",
    analysed: Sequence[DocumentTerms] | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files below 'search/' that the search page needs, sorted by path.

    `documents` come in the archive's order (date, then id), which decides between equal scores
    and is what 'newest' and 'oldest' mean. `mode` is the `search` setting of site.yaml: 'classic'
    adds the whole index as one file that any lunr.js can load; its references are the documents'
    addresses. `analysed` holds `analyse_document` of each document, in the same order, where the
    caller has it already.
    """
    terms = analysed if analysed is not None else [analyse_document(one) for one in documents]
    blocks, block_names = build_blocks(documents)
    facets, facet_names = build_facets(documents)
    index = OutputFile(
        CLASSIC_INDEX,
        build_classic_index(
            (document.url, found) for document, found in zip(documents, terms, strict=True)
        ),
    )
    manifest = OutputFile(
        MANIFEST,
        to_json(
            {
                "version": 1,
                "mode": mode,
                "count": len(documents),
                "fields": list(FIELDS),
                "years": first_of_each_year(documents),
                "block": BLOCK,
                "blocks": block_names,
                "facets": facet_names,
                "index": f"index.json?{digest(index.data)}",
            }
        ),
    )
    files = {file.path: file for file in (*blocks, *facets, index, manifest)}
    return tuple(files[path] for path in sorted(files))
