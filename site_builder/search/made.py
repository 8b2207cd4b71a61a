"""An index made, whichever way: what was wanted, and what there is to write."""

# ruff: noqa: PLC0415  (the lunr package is loaded where the classic index is wanted)
from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from sys import maxsize

import msgspec
from msgspec.structs import replace

from site_builder.output.files import OutputFile
from site_builder.search.analysis import read_analysis
from site_builder.search.calendar import Calendar
from site_builder.search.contents import Contents, build_contents
from site_builder.search.facets import Facet, write_facet
from site_builder.search.files import file_name, named_file
from site_builder.search.levels import COARSE_FROM
from site_builder.search.manifest import build_manifest
from site_builder.search.postings import ListKind
from site_builder.search.rows import PLACES, POSTINGS
from site_builder.search.shards import Row, Shard
from site_builder.search.state import CLASSIC_INDEX, TABLES, SearchState
from site_builder.search.vocabulary import TERMS

Analysed = Callable[[str], bytes]
"""Gives what `analyse_document` gave, by digest."""

KINDS = {"p": POSTINGS, "w": PLACES, "v": TERMS, "b": TERMS}
"""Of rows of terms, by their names in SearchState.shards."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The documents that an index is to hold."""

    calendar: Calendar
    digests: tuple[str, ...]
    mode: str

    @property
    def kind(self) -> ListKind:
        """How its posting lists are written."""
        return ListKind(bits=self.calendar.bits, coarse_from=COARSE_FROM)

    @property
    def recent_kind(self) -> ListKind:
        """How those of the newest documents are written, which never are long."""
        return replace(self.kind, coarse_from=maxsize)

    def equals(self, state: SearchState) -> bool:
        """Whether there already is such an index."""
        known = (state.calendar, state.digests, state.mode)
        return known == (self.calendar, self.digests, self.mode)


class MadeIndex(msgspec.Struct, frozen=True, kw_only=True):
    """An index."""

    state: SearchState
    files: list[OutputFile]
    """All but the passages; what need not be written may be left out."""


def length_file(text: str) -> OutputFile:
    """Return the file of the lengths of a field, given as columns."""
    return named_file("l", f'"{text}"'.encode())


def facet_files(facets: Mapping[str, Facet], files: list[OutputFile]) -> dict[str, tuple[str, int]]:
    """Return the names of facets' files, which join `files`; one without a value has none."""
    named = {}
    for name, facet in facets.items():
        if facet.values:
            file = named_file("f", write_facet(facet))
            files.append(file)
            named[name] = (file_name(file), len(facet.values))
    return named


def all_contents(
    shards: Mapping[str, Sequence[Shard]],
    recent: Mapping[str, Sequence[Row]],
    files: list[OutputFile],
) -> dict[str, Contents]:
    """Return the tables of posting lists and places, whose files join `files`.

    `recent` are the newest documents' rows of both, in any order.
    """
    contents = {}
    for kind, folder in TABLES.items():
        written, contents[kind] = build_contents(folder, shards[kind], recent[kind])
        files += written
    return contents


def finish_index(
    wanted: Wanted,
    analysed: Analysed,
    *,
    texts: Sequence[str],
    marks: Sequence[str],
    totals: Sequence[int],
    lengths: Sequence[str],
    facets: dict[str, tuple[str, int]],
    shards: dict[str, tuple[Shard, ...]],
    contents: dict[str, Contents],
    files: list[OutputFile],
) -> MadeIndex:
    """Return the index with what leads to everything else added to `files`."""
    manifest, tables = build_manifest(
        wanted.calendar,
        marks=marks,
        totals=totals,
        lengths=lengths,
        facets=facets,
        shards=shards,
        contents=contents,
    )
    files += [manifest, *tables]
    if wanted.mode == "classic":
        from site_builder.search.classic import build_classic_index

        analyses = (read_analysis(analysed(one)) for one in wanted.digests)
        entries = ((json.loads(one.description)["url"], one) for one in analyses)
        files.append(OutputFile(CLASSIC_INDEX, build_classic_index(entries)))
    state = SearchState(
        mode=wanted.mode,
        calendar=wanted.calendar,
        digests=wanted.digests,
        texts=tuple(texts),
        marks=tuple(marks),
        totals=tuple(totals),
        lengths=tuple(lengths),
        facets=facets,
        shards=shards,
        contents=contents,
        tables=tuple(table.path for table in tables),
    )
    return MadeIndex(state=state, files=files)
