"""Tables of contents: which file holds which terms, and what the newest documents say of them.

A browser that looks for a term needs a table of contents in any case. What the newest documents
hold of the terms that it covers stands in it as well, so that these documents' own segment costs
no further request; and a new article changes the tables and none of the files they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from site_builder.output.files import OutputFile
from site_builder.search.files import UnreadableError, file_name, named_file, to_json
from site_builder.search.routes import beginnings, shortest_after
from site_builder.search.rows import read_rows, write_rows
from site_builder.search.shards import Row, Shard, sort_key

LARGEST = 5_000
"""Characters of one table: some 2 KB when a server compresses it."""

_AROUND_NAME = 6
"""Quotation marks and commas."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """The tables of one kind of rows."""

    first: tuple[str, ...]
    """The beginning of each one's first term; a term is in the last that is not after it."""
    names: tuple[str, ...]


def build_contents(
    folder: str, shards: Sequence[Shard], rows: Iterable[Row]
) -> tuple[list[OutputFile], Contents]:
    """Return the tables of sorted files and of the newest documents' rows, in any order.

    A table holds `first` and `names` of the files that hold any of its terms in the main segment,
    and `rows`, as rows.py writes them.
    """
    files = []
    first = []
    for start, shown, found in _cut(_entries(shards, rows)):
        table = {
            "first": [beginning for beginning, _ in shown],
            "names": [name for _, name in shown],
            "rows": write_rows(found),
        }
        files.append(named_file(folder, to_json(table).encode()))
        first.append(start)
    return files, Contents(first=tuple(first), names=tuple(map(file_name, files)))


def read_recent(data: bytes) -> list[Row]:
    """Return the newest documents' rows of one table.

    Raises UnreadableError where it is none.
    """
    try:
        text = msgspec.json.decode(data)["rows"]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError("a table of contents") from error
    return read_rows(text) if text else []


_Entry = tuple[bytes, int, str, str]
"""Sort key, 0 for a file and 1 for a row, its beginning or term, its name or text."""


def _entries(shards: Sequence[Shard], rows: Iterable[Row]) -> list[_Entry]:
    names = [shard.name for shard in shards]
    files = (
        (sort_key(one), 0, one, name) for one, name in zip(beginnings(shards), names, strict=True)
    )
    return sorted(chain(files, ((sort_key(term), 1, term, text) for term, text in rows)))


def _cut(entries: Iterable[_Entry]) -> Iterator[tuple[str, list[tuple[str, str]], list[Row]]]:
    """Yield for each table the beginning of its first term, its files and its rows."""
    start, size, last = "", 0, ""
    shown: list[tuple[str, str]] = []
    found: list[Row] = []
    for _, is_row, text, value in entries:
        length = len(text) + len(value) + (2 if is_row else _AROUND_NAME)
        if size and size + length > LARGEST:
            yield start, shown, found
            # Terms before the next file are in the last one of this table.
            shown, found, size = ([("", shown[-1][1])] if is_row and shown else []), [], 0
            start = shortest_after(last, text) if is_row else text
        if is_row:
            found.append((text, value))
        else:
            shown.append((text, value))
        size += length
        last = text
    if size:
        yield start, shown, found
