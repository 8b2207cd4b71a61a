"""What one build of the index leaves for the next."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from site_builder.search.calendar import Calendar
from site_builder.search.contents import Contents
from site_builder.search.files import path_of, to_json
from site_builder.search.manifest import MANIFEST, VERSION
from site_builder.search.results import block_paths
from site_builder.search.shards import Shard

CLASSIC_INDEX = "search/index.json"
"""The whole index as lunr.js loads it."""

FOLDERS = {"p": "p", "w": "w", "v": "v", "b": "v"}
"""Where the files of each kind of rows lie."""

TABLES = {"p": "pt", "w": "wt"}
"""Where their tables of contents lie that hold the newest documents' rows."""


class SearchState(msgspec.Struct, frozen=True, kw_only=True):
    """An index, known without its files."""

    mode: str
    calendar: Calendar
    digests: tuple[str, ...]
    """Of each document's analysis, in the archive's order."""
    texts: tuple[str, ...]
    """The name of each document's file of passages, '' for none."""
    marks: tuple[str, ...]
    """Of each month's blocks."""
    totals: tuple[int, ...]
    """How many terms each field holds in all documents."""
    lengths: tuple[str, ...]
    """For each field the name of the file that says how many terms each document of the main
    segment holds."""
    facets: dict[str, tuple[str, int]]
    """For each facet that anything has, the name of its file and the number of its values."""
    shards: dict[str, tuple[Shard, ...]]
    """Of posting lists ('p') and places ('w') in the main segment, of all terms ('v') and of all
    terms backwards ('b')."""
    contents: dict[str, Contents]
    """Of posting lists and places."""
    tables: tuple[str, ...]
    """The paths of other tables."""

    def paths(self) -> Iterator[str]:
        """Yield the path of every file of the index, some perhaps twice."""
        yield MANIFEST
        if self.mode == "classic":
            yield CLASSIC_INDEX
        yield from self.tables
        for month, size in zip(self.calendar.months, self.calendar.sizes, strict=True):
            yield from block_paths(month, size)
        for name in self.texts:
            if name:
                yield path_of("t", name)
        for name in self.lengths:
            yield path_of("l", name)
        for name, _ in self.facets.values():
            yield path_of("f", name)
        for kind, contents in self.contents.items():
            for name in contents.names:
                yield path_of(TABLES[kind], name)
        for kind, shards in self.shards.items():
            for shard in shards:
                yield path_of(FOLDERS[kind], shard.name)


def write_state(state: SearchState) -> bytes:
    """Return a state as bytes."""
    calendar = state.calendar
    value = {
        "version": VERSION,
        "mode": state.mode,
        "origin": calendar.origin,
        "months": calendar.months,
        "sizes": calendar.sizes,
        "digests": state.digests,
        "texts": state.texts,
        "marks": state.marks,
        "totals": state.totals,
        "lengths": state.lengths,
        "facets": state.facets,
        "shards": state.shards,
        "contents": {kind: (one.first, one.names) for kind, one in state.contents.items()},
        "tables": state.tables,
    }
    return to_json(value).encode()


def read_state(data: bytes) -> SearchState | None:
    """Return the state that `write_state` wrote; None where it is another version's or broken."""
    try:
        value = msgspec.json.decode(data)
        if value["version"] != VERSION:
            return None
        return SearchState(
            mode=value["mode"],
            calendar=Calendar(
                origin=value["origin"],
                months=tuple(value["months"]),
                sizes=tuple(value["sizes"]),
            ),
            digests=tuple(value["digests"]),
            texts=tuple(value["texts"]),
            marks=tuple(value["marks"]),
            totals=tuple(value["totals"]),
            lengths=tuple(value["lengths"]),
            facets={facet: (name, count) for facet, (name, count) in value["facets"].items()},
            shards={
                kind: tuple(Shard(*shard) for shard in shards)
                for kind, shards in value["shards"].items()
            },
            contents={
                kind: Contents(first=tuple(first), names=tuple(names))
                for kind, (first, names) in value["contents"].items()
            },
            tables=tuple(value["tables"]),
        )
    except (ValueError, KeyError, TypeError):  # msgspec's own is a ValueError
        return None
