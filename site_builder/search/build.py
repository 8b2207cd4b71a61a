"""Search, built from nothing: from documents to the files that the browser fetches."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from site_builder.output.files import OutputFile
from site_builder.search.analysis import analyse_document
from site_builder.search.documents import SearchDocument
from site_builder.search.update import DocumentKey, update_search


def build_search(
    documents: Sequence[SearchDocument],
    *,
    mode: str = "shards",
    analysed: Sequence[bytes] | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files below 'search/' that the search page needs, sorted by path.

    `documents` come in the archive's order (date, then id), which decides between equal scores
    and is what 'newest' and 'oldest' mean. `mode` is the `search` setting of site.yaml: 'classic'
    adds the whole index as one file that any lunr.js can load; its references are the documents'
    addresses. `analysed` holds `analyse_document` of each document, in the same order, where the
    caller has it already. Raises ValueError where the documents do not ascend by date.
    """
    found = analysed if analysed is not None else [analyse_document(one) for one in documents]
    digests = [sha256(data).hexdigest() for data in found]
    keys = [
        DocumentKey(digest=digest, date=document.date)
        for digest, document in zip(digests, documents, strict=True)
    ]
    by_digest = dict(zip(digests, found, strict=True))
    update = update_search(
        None, keys, by_digest.__getitem__, mode=mode, read_former=lambda _path: None
    )
    return tuple(sorted(update.files, key=lambda file: file.path))
