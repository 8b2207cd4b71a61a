"""Tables of contents: which file holds which terms."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.search.files import file_name, named_file, to_json
from site_builder.search.shards import Shard, sort_key

MOST_ROUTED = 128
"""Files that one table of contents lists; a larger archive has tables of tables."""


def build_routes(folder: str, shards: Sequence[Shard]) -> tuple[list[OutputFile], dict[str, Any]]:
    """Return the tables of a folder's files, and the one that leads to them.

    A table has `first`, the beginnings of the files' first terms, and `names`; a term is in the
    last file whose beginning is not after it. With `tables`, the names are those of tables.
    """
    firsts = beginnings(shards)
    names = [shard.name for shard in shards]
    if len(names) <= MOST_ROUTED:
        return [], {"first": firsts, "names": names}
    tables = [
        named_file(
            f"{folder}t",
            to_json({"first": firsts[start:end], "names": names[start:end]}).encode(),
        )
        for start, end in _groups(firsts)
    ]
    return tables, {
        "first": [firsts[start] for start, _ in _groups(firsts)],
        "names": [file_name(table) for table in tables],
        "tables": True,
    }


def beginnings(shards: Sequence[Shard]) -> list[str]:
    """Return for each file the shortest beginning of its first term that comes after all terms
    of the file before."""
    found = []
    last = ""
    for shard in shards:
        found.append(shortest_after(last, shard.first))
        last = shard.last
    return found


def shortest_after(last: str, first: str) -> str:
    """Return the shortest beginning of `first` that comes after `last`; '' for the very first."""
    if not last:
        return ""
    key = sort_key(last)
    for length in range(1, len(first)):
        if sort_key(first[:length]) > key:
            return first[:length]
    return first


def _groups(firsts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a table is cut depends on the terms, as in the files themselves."""
    start = 0
    for place, first in enumerate(firsts):
        full = place - start >= 96
        if place > start + 24 and (full or zlib.crc32(first.encode()) % 48 == 0):
            yield start, place
            start = place
    yield start, len(firsts)
