"""A long sorted list of terms cut into files that a query can fetch a few of.

Where it is cut depends on the terms and their rows alone: after a change the cuts further on are
the same as before, so a new article rewrites the files that hold its words and no others.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from site_builder.output.files import OutputFile
from site_builder.search.files import file_name, named_file, path_of, read_named

Row = tuple[str, str]
"""A term, and what the file says of it."""


class Shard(NamedTuple):
    """What is known of a file without reading it."""

    first: str
    """Its first term."""
    last: str
    size: int
    """The sum of its rows' lengths."""
    head: int
    """The length of its first row."""
    name: str


class ShardKind(msgspec.Struct, frozen=True, kw_only=True):
    """How the files of one folder are cut and written."""

    folder: str
    smallest: int
    """Characters below which a file is not closed, but before a row that needs its own."""
    largest: int
    """Characters above which it is closed at once."""
    one_in: int
    """Terms between which a file may be closed that is neither too small nor too large."""
    write: Callable[[Sequence[Row]], str]
    """Gives the text of a file, to stand between double quotes."""
    read: Callable[[str], list[Row]]

    def closes(self, size: int, term: str, length: int) -> bool:
        """Whether a file of that size is closed before a term whose row has that length."""
        return size + length > self.largest or (
            size >= self.smallest and zlib.crc32(term.encode()) % self.one_in == 0
        )


def sort_key(term: str) -> bytes:
    """Order terms as JavaScript orders strings, by UTF-16 units: lunr.js insists on it."""
    return term.encode("utf-16-be")


def build_shards(
    kind: ShardKind, rows: Iterable[Row]
) -> tuple[list[OutputFile], tuple[Shard, ...]]:
    """Return the files of rows that come in the order of their terms."""
    cutter = ShardCutter(kind)
    for row in rows:
        cutter.add(row)
    return cutter.finish()


def update_shards(
    kind: ShardKind,
    former: Sequence[Shard],
    terms: Iterable[str],
    *,
    edit: Callable[[str, str | None], str | None],
    read_former: Callable[[str], bytes | None],
) -> tuple[list[OutputFile], tuple[Shard, ...]]:
    """Return the files written anew and all the shards there are now.

    `edit` is called once for each of `terms` with its row, None where it has none, and gives the
    new one, None for none. The shards equal those that `build_shards` makes of all the rows.
    Raises UnreadableError where a file that is needed is not as the former build left it.
    """

    def read(shard: Shard) -> list[Row]:
        return kind.read(read_named(path_of(kind.folder, shard.name), read_former)[1:-1].decode())

    by_shard: defaultdict[int, list[str]] = defaultdict(list)
    firsts = [sort_key(shard.first) for shard in former]
    for term in terms:
        by_shard[max(0, bisect_right(firsts, sort_key(term)) - 1)].append(term)
    cutter = ShardCutter(kind)
    seam = False
    for number, shard in enumerate(former or [None]):
        touched = by_shard.get(number, ())
        if not touched and not seam and shard:
            cutter.keep(shard)
            continue
        if not touched and shard and cutter.closes_before(shard.first, shard.head):
            cutter.keep(shard)
            seam = False
            continue
        rows = _edited(read(shard) if shard else [], touched, edit)
        if rows:
            cutter.reopen(rows[0], read)
        for row in rows:
            cutter.add(row)
        seam = True
    return cutter.finish()


class ShardCutter:
    """Rows in order become shards; it holds at most one that is still open."""

    def __init__(self, kind: ShardKind) -> None:
        self._kind = kind
        self._open: list[Row] = []
        self._size = 0
        self._files: list[OutputFile] = []
        self._shards: list[Shard] = []

    def add(self, row: Row) -> None:
        length = _length(row)
        if self._open and self._kind.closes(self._size, row[0], length):
            self._close()
        self._open.append(row)
        self._size += length

    def keep(self, shard: Shard) -> None:
        """Add a shard as it is; what is open is closed."""
        self._close()
        self._shards.append(shard)

    def closes_before(self, term: str, length: int) -> bool:
        """Whether what stands before a row is closed before it; nothing is closed always."""
        if self._open:
            return self._kind.closes(self._size, term, length)
        if self._shards:
            return self._kind.closes(self._shards[-1].size, term, length)
        return True

    def reopen(self, row: Row, read: Callable[[Shard], list[Row]]) -> None:
        """Take up the last shard again if it would not have been closed before a row."""
        if self._shards and not self._open and not self.closes_before(row[0], _length(row)):
            shard = self._shards.pop()
            self._open, self._size = read(shard), shard.size

    def finish(self) -> tuple[list[OutputFile], tuple[Shard, ...]]:
        self._close()
        return self._files, tuple(self._shards)

    def _close(self) -> None:
        if not self._open:
            return
        file = named_file(self._kind.folder, f'"{self._kind.write(self._open)}"'.encode())
        self._files.append(file)
        self._shards.append(
            Shard(
                first=self._open[0][0],
                last=self._open[-1][0],
                size=self._size,
                head=_length(self._open[0]),
                name=file_name(file),
            )
        )
        self._open, self._size = [], 0


def _length(row: Row) -> int:
    return len(row[0]) + len(row[1]) + 2


def _edited(
    rows: list[Row], terms: Sequence[str], edit: Callable[[str, str | None], str | None]
) -> list[Row]:
    known = dict(rows)
    ordered = True
    for term in terms:
        text = edit(term, known.get(term))
        if text is None:
            known.pop(term, None)
        else:
            ordered = ordered and term in known
            known[term] = text
    if ordered:
        return list(known.items())
    return sorted(known.items(), key=lambda row: sort_key(row[0]))
