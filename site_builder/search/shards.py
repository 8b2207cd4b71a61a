"""A long sorted list of terms cut into files that a query can fetch a few of.

Where it is cut depends on the terms themselves: after a change the cuts further on are the same
as before, so a new article rewrites the files that hold its words and no others.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.search.postings import TermEntry
from site_builder.search.results import file_name, named_file

SMALLEST = 6_000
"""Characters below which a file is not closed, but before a term that needs its own."""

LARGEST = 16_000
"""Characters above which it is closed at once; about 6 KB when a server compresses it."""

ONE_IN = 12
"""Terms between which a file may be closed that is neither too small nor too large."""

MOST_ROUTED = 128
"""Files that one table of contents lists; a larger archive has tables of tables."""

Row = list[str]
"""A term and, for each field that has something, the field's digit and its text."""


def build_shards(
    folder: str, entries: Iterable[tuple[str, Sequence[str]]]
) -> tuple[list[OutputFile], dict[str, Any]]:
    """Return the files and their table of contents, from terms in order with a text a field.

    The table has `first`, the beginnings of the files' first terms, and `names`; a term is in
    the last file whose beginning is not after it. With `tables`, the names are those of tables.
    """
    files = []
    firsts = []
    last = ""
    for rows in _cut(_row(term, texts) for term, texts in entries):
        files.append(named_file(folder, rows))
        firsts.append(_shortest_after(last, rows[0][0]))
        last = rows[-1][0]
    names = [file_name(file) for file in files]
    if len(files) <= MOST_ROUTED:
        return files, {"first": firsts, "names": names}
    tables = [
        (
            firsts[start],
            named_file(f"{folder}t", {"first": firsts[start:end], "names": names[start:end]}),
        )
        for start, end in _groups(firsts)
    ]
    files += [table for _, table in tables]
    return files, {
        "first": [first for first, _ in tables],
        "names": [file_name(table) for _, table in tables],
        "tables": True,
    }


def postings_of(entries: Iterable[TermEntry]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what the postings' files hold."""
    return ((entry.term, entry.postings) for entry in entries)


def places_of(entries: Iterable[TermEntry]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what the files of places hold."""
    return ((entry.term, entry.places) for entry in entries)


def _row(term: str, texts: Sequence[str]) -> Row:
    return [term, *(f"{field}{text}" for field, text in enumerate(texts) if text)]


def _cut(rows: Iterable[Row]) -> Iterator[list[Row]]:
    shard: list[Row] = []
    size = 0
    for row in rows:
        length = sum(map(len, row)) + 3 * len(row)
        if shard and (
            size + length > LARGEST or (size >= SMALLEST and _chance(row[0]) % ONE_IN == 0)
        ):
            yield shard
            shard, size = [], 0
        shard.append(row)
        size += length
    if shard:
        yield shard


def _groups(firsts: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, first in enumerate(firsts):
        full = place - start >= 96
        if place > start + 24 and (full or _chance(first) % 48 == 0):
            yield start, place
            start = place
    yield start, len(firsts)


def _chance(term: str) -> int:
    """A number that depends on the term alone, the same in every run."""
    return zlib.crc32(term.encode())


def _shortest_after(last: str, first: str) -> str:
    """Return the shortest beginning of `first` that comes after `last`; '' for the very first."""
    if not last:
        return ""
    for length in range(1, len(first)):
        if first[:length].encode("utf-16-be") > last.encode("utf-16-be"):
            return first[:length]
    return first
