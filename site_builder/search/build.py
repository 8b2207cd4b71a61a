"""Search, built: from documents to the files that the browser fetches.

What depends on one document alone is `analyse_document`: a pure function whose result can be
cached and computed in any process. `build_search` merges those results. Files are named after
their content, or asked for with a mark of it, so a browser may keep them for good; only the
manifest is asked for anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.search.calendar import Calendar, calendar_of
from site_builder.search.classic import build_classic_index
from site_builder.search.documents import SearchDocument
from site_builder.search.postings import TermEntry, collect_postings
from site_builder.search.results import (
    BLOCK,
    build_blocks,
    build_facets,
    file_name,
    named_file,
    to_json,
)
from site_builder.search.shards import build_shards, places_of, postings_of
from site_builder.search.terms import FIELDS, DocumentTerms, analyse_document
from site_builder.search.vocabulary import build_vocabulary

MANIFEST = "search/manifest.json"
"""The one file that is always fetched anew; it names the others."""

CLASSIC_INDEX = "search/index.json"
"""The whole index as lunr.js loads it."""


def build_search(
    documents: Sequence[SearchDocument],
    *,
    mode: str = "shards",
    analysed: Sequence[DocumentTerms] | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files below 'search/' that the search page needs, sorted by path.

    `documents` come in the archive's order (date, then id), which decides between equal scores
    and is what 'newest' and 'oldest' mean. `mode` is the `search` setting of site.yaml: 'classic'
    adds the whole index as one file that any lunr.js can load; its references are the documents'
    addresses. `analysed` holds `analyse_document` of each document, in the same order, where the
    caller has it already. Raises ValueError where the documents do not ascend by date.
    """
    terms = analysed if analysed is not None else [analyse_document(one) for one in documents]
    calendar = calendar_of(document.date for document in documents)
    blocks, marks = build_blocks(documents, calendar)
    facets, facet_names = build_facets(documents)
    entries = list(collect_postings(terms, calendar))
    index_files, index_names = _build_index(entries)
    manifest = {
        "version": 1,
        "count": len(documents),
        **_describe_fields(terms),
        **_describe_months(calendar, marks),
        "block": BLOCK,
        "facets": facet_names,
        **index_names,
    }
    files = [*blocks, *facets, *index_files, OutputFile(MANIFEST, to_json(manifest))]
    if mode == "classic":
        references = (document.url for document in documents)
        index = build_classic_index(zip(references, terms, strict=True))
        files.append(OutputFile(CLASSIC_INDEX, index))
    return _unique(files)


def _build_index(entries: Sequence[TermEntry]) -> tuple[list[OutputFile], dict[str, Any]]:
    postings, postings_table = build_shards("p", postings_of(entries))
    places, places_table = build_shards("w", places_of(entries))
    places_file = named_file("w", places_table)
    vocabulary = build_vocabulary([entry.term for entry in entries])
    return [*postings, *places, places_file, vocabulary], {
        "postings": postings_table,
        "places": file_name(places_file),
        "vocabulary": file_name(vocabulary),
    }


def _describe_fields(analysed: Sequence[DocumentTerms]) -> dict[str, Any]:
    """Lunr's ranking needs each field's weight and its mean length."""
    return {
        "fields": list(FIELDS),
        "boosts": list(FIELDS.values()),
        "terms": [
            sum(sum(terms.fields[place].counts) for terms in analysed)
            for place in range(len(FIELDS))
        ],
    }


def _describe_months(calendar: Calendar, marks: Sequence[str]) -> dict[str, Any]:
    """Months, how many documents each holds, and the marks of its blocks; in columns."""
    firsts = calendar.firsts()
    return {
        "origin": calendar.origin,
        "months": [month for month, _, _ in firsts],
        "sizes": [count for _, _, count in firsts],
        "marks": list(marks),
    }


def _unique(files: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """Sort by path; equal files of two documents are one.

    Raises RuntimeError should two different files ever get the same name.
    """
    found: dict[str, OutputFile] = {}
    for file in files:
        if found.setdefault(file.path, file).data != file.data:
            raise RuntimeError(f"two different files of the search index are called {file.path}")
    return tuple(found[path] for path in sorted(found))
