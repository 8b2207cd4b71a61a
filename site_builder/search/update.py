"""The index brought up to date: what changed is written anew, the rest is named and left alone.

Whatever was there before, the files and the state are those of an index built from nothing: where
lists are cut into files, what stands in them and what they are called depends on the documents
alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add
from sys import intern

from site_builder.output.files import OutputFile
from site_builder.search.analysis import FIELDS, Analysis, read_analysis
from site_builder.search.calendar import Calendar, calendar_of
from site_builder.search.changes import Changes, compare
from site_builder.search.classic import build_classic_index
from site_builder.search.collect import Collector
from site_builder.search.edits import TermEdits, edits_of
from site_builder.search.facets import (
    Facet,
    edit_facet,
    make_facet,
    read_facet,
    read_labels,
    write_facet,
)
from site_builder.search.files import (
    ROOT,
    UnreadableError,
    file_name,
    named_file,
    path_of,
    read_named,
)
from site_builder.search.manifest import MANIFEST, build_manifest
from site_builder.search.postings import PlacesEdit, edit_places, edit_row
from site_builder.search.results import BLOCK, FACETS, month_blocks
from site_builder.search.rows import PLACES, POSTINGS
from site_builder.search.shards import (
    Shard,
    ShardCutter,
    build_shards,
    sort_key,
    update_shards,
)
from site_builder.search.state import CLASSIC_INDEX, SearchState, read_state, write_state
from site_builder.search.vocabulary import TERMS, backwards

MOST_CHANGED = 8
"""An update of more than one in so many documents is no cheaper than building from nothing."""

KINDS = {"p": POSTINGS, "w": PLACES, "v": TERMS, "b": TERMS}
"""Of rows of terms, by their names in SearchState.shards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKey:
    """What must be known of every document to see what changed."""

    digest: str
    """Tells what `analyse_document` gives for it from anything else that it could give."""
    date: str
    """As in SearchDocument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchUpdate:
    """How the files below 'search/' come to be those of these documents."""

    files: Iterator[OutputFile]
    """New or changed, each path once; some are made only while this is read."""
    kept: tuple[str, ...]
    """Paths of the former build whose files stay as they are, sorted; all its others go."""
    state: bytes
    """What the next update wants as `former`."""


Analysed = Callable[[str], bytes]
ReadFormer = Callable[[str], bytes | None]


def update_search(
    former: bytes | None,
    documents: Sequence[DocumentKey],
    analysed: Analysed,
    *,
    read_former: ReadFormer,
    mode: str = "shards",
) -> SearchUpdate:
    """Return what brings the index up to date.

    `documents` come in the archive's order (date, then id). `analysed` gives what
    `analyse_document` gave, by digest; it is asked for documents that changed, as they are and as
    they were, and for those of the same months; it may raise KeyError for one that is not wanted
    any more. `read_former` gives a file that the former build left, by its path ('search/…'), or
    None. Where `former` is None or another version's, or where something that it needs is
    missing or damaged, everything is built from nothing: the same bytes, only slower. Raises
    ValueError where the documents do not ascend by date.
    """
    wanted = _Wanted(
        calendar=calendar_of(document.date for document in documents),
        digests=tuple(document.digest for document in documents),
        mode=mode,
    )
    before = read_state(former) if former else None
    if before and former and wanted.equals(before):
        return SearchUpdate(files=iter(()), kept=tuple(sorted({*before.paths()})), state=former)
    if before:
        try:
            made = _update(before, wanted, analysed, read_former)
        except (UnreadableError, KeyError):
            made = None
        if made:
            return _update_of(made, analysed, {*before.paths()})
    return _update_of(_build(wanted, analysed), analysed, set())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    calendar: Calendar
    digests: tuple[str, ...]
    mode: str

    def equals(self, state: SearchState) -> bool:
        known = (state.calendar, state.digests, state.mode)
        return known == (self.calendar, self.digests, self.mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """An index made."""

    state: SearchState
    files: list[OutputFile]
    """All but the passages; what need not be written may be left out."""


def _update_of(made: _Index, analysed: Analysed, there: set[str]) -> SearchUpdate:
    """`there` are the paths of the former build: what is named after its content stays."""
    written = {
        file.path: file for file in made.files if file.path not in there or _is_lasting(file.path)
    }
    texts = {
        path_of("t", name): one
        for name, one in zip(made.state.texts, made.state.digests, strict=True)
        if name and path_of("t", name) not in there
    }

    def files() -> Iterator[OutputFile]:
        yield from written.values()
        for path, one in texts.items():
            yield OutputFile(path, read_analysis(analysed(one)).text.encode())

    kept = {*made.state.paths()} - written.keys() - texts.keys()
    return SearchUpdate(files=files(), kept=tuple(sorted(kept)), state=write_state(made.state))


def _is_lasting(path: str) -> bool:
    """Whether a path may have another content in another build."""
    return path in (MANIFEST, CLASSIC_INDEX) or path.startswith(f"{ROOT}d/")


def _build(wanted: _Wanted, analysed: Analysed) -> _Index:
    """Make everything from nothing, one document after another."""
    calendar = wanted.calendar
    collector = Collector()
    totals = [0] * len(FIELDS)
    texts = []
    labels: list[list[str]] = [[] for _ in FACETS]
    described = []
    for slot, one in zip(calendar.slots(), wanted.digests, strict=True):
        analysis = read_analysis(analysed(one))
        collector.add(slot, analysis.fields, analysis.lengths)
        totals = list(map(add, totals, analysis.lengths))
        texts.append(analysis.text_name)
        described.append(analysis.description)
        for column, text in zip(labels, analysis.labels, strict=True):
            column.append(intern(text))
    files = []
    marks = []
    for month, start, end in calendar.spans():
        blocks, mark = month_blocks(month, described[start:end])
        files += blocks
        marks.append(mark)
    del described
    facets = {
        facet: make_facet([read_labels(text) for text in column])
        for facet, column in zip(FACETS, labels, strict=True)
    }
    shards = _build_shards(collector, files)
    return _finish(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=totals,
        facets=_facet_files(facets, files),
        shards=shards,
        files=files,
    )


def _build_shards(collector: Collector, files: list[OutputFile]) -> dict[str, tuple[Shard, ...]]:
    postings, places = ShardCutter(POSTINGS), ShardCutter(PLACES)
    terms = []
    for row in collector.rows():
        postings.add((row.term, row.postings))
        places.add((row.term, row.places))
        terms.append(row.term)
    turned = sorted(map(backwards, terms), key=sort_key)
    made = {
        "p": postings.finish(),
        "w": places.finish(),
        "v": build_shards(TERMS, ((term, "") for term in terms)),
        "b": build_shards(TERMS, ((term, "") for term in turned)),
    }
    for written, _ in made.values():
        files += written
    return {kind: shards for kind, (_, shards) in made.items()}


def _facet_files(
    facets: Mapping[str, Facet], files: list[OutputFile]
) -> dict[str, tuple[str, int]]:
    """The names of facets' files, which join `files`; one without a value has none."""
    named = {}
    for name, facet in facets.items():
        if facet.values:
            file = named_file("f", write_facet(facet))
            files.append(file)
            named[name] = (file_name(file), len(facet.values))
    return named


def _finish(
    wanted: _Wanted,
    analysed: Analysed,
    *,
    texts: Sequence[str],
    marks: Sequence[str],
    totals: Sequence[int],
    facets: dict[str, tuple[str, int]],
    shards: dict[str, tuple[Shard, ...]],
    files: list[OutputFile],
) -> _Index:
    """Add what leads to everything else."""
    manifest, tables = build_manifest(
        wanted.calendar, marks=marks, totals=totals, facets=facets, shards=shards
    )
    files += [manifest, *tables]
    if wanted.mode == "classic":
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
        facets=facets,
        shards=shards,
        tables=tuple(table.path for table in tables),
    )
    return _Index(state=state, files=files)


def _update(
    before: SearchState, wanted: _Wanted, analysed: Analysed, read_former: ReadFormer
) -> _Index | None:
    """Make what changed; None where that is no cheaper than making everything."""
    calendar = wanted.calendar
    if (before.calendar.origin, before.calendar.bits) != (calendar.origin, calendar.bits):
        return None
    changes = compare(before.calendar, before.digests, calendar, wanted.digests)
    if len(changes.added) * MOST_CHANGED > len(wanted.digests):
        return None
    removed = [read_analysis(analysed(one.digest)) for one in changes.removed]
    added = [read_analysis(analysed(one.digest)) for one in changes.added]
    files: list[OutputFile] = []
    texts, marks = _update_blocks(before, changes, analysed, files)
    totals = [
        total
        - sum(one.lengths[field] for one in removed)
        + sum(one.lengths[field] for one in added)
        for field, total in enumerate(before.totals)
    ]
    facets = _update_facets(before, changes, removed, added, files, read_former)
    edits = edits_of(
        zip((one.slot for one in changes.removed), removed, strict=True),
        zip((one.slot for one in changes.added), added, strict=True),
    )
    shards = _update_shards(before, edits, files, read_former)
    return _finish(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=totals,
        facets=facets,
        shards=shards,
        files=files,
    )


def _update_blocks(
    before: SearchState, changes: Changes, analysed: Analysed, files: list[OutputFile]
) -> tuple[list[str], list[str]]:
    """The names of passages and the marks of months; blocks that are not as they were join
    `files`."""
    texts: list[str] = []
    marks: list[str] = []
    known = dict(zip(before.calendar.months, before.marks, strict=True))
    for month in changes.months:
        if not month.now:
            continue
        if month.before == month.now:
            end = month.start_before + len(month.before)
            texts += before.texts[month.start_before : end]
            marks.append(known[month.month])
            continue
        analyses = [read_analysis(analysed(one)) for one in month.now]
        texts += [one.text_name for one in analyses]
        blocks, mark = month_blocks(month.month, [one.description for one in analyses])
        marks.append(mark)
        files += (
            block
            for at, block in zip(range(0, len(month.now), BLOCK), blocks, strict=True)
            if month.before[at : at + BLOCK] != month.now[at : at + BLOCK]
        )
    return texts, marks


def _update_facets(
    before: SearchState,
    changes: Changes,
    removed: Sequence[Analysis],
    added: Sequence[Analysis],
    files: list[OutputFile],
    read_former: ReadFormer,
) -> dict[str, tuple[str, int]]:
    """The names of the facets' files; those that are not as they were join `files`."""
    slots = [one.slot for one in changes.removed], [one.slot for one in changes.added]
    facets: dict[str, tuple[str, int]] = {}
    for at, name in enumerate(FACETS):
        former = before.facets.get(name)
        gone = [one.labels[at] for one in removed]
        new = [one.labels[at] for one in added]
        if (slots[0], gone) == (slots[1], new):
            facets |= {name: former} if former else {}
            continue
        facet = (
            read_facet(read_named(path_of("f", former[0]), read_former))
            if former
            else Facet(values=(), rows=((),) * before.calendar.count)
        )
        edited = edit_facet(
            facet,
            [one.number for one in changes.removed],
            [(one.number, read_labels(text)) for one, text in zip(changes.added, new, strict=True)],
        )
        facets |= _facet_files({name: edited}, files)
    return facets


def _update_shards(
    before: SearchState, edits: TermEdits, files: list[OutputFile], read_former: ReadFormer
) -> dict[str, tuple[Shard, ...]]:
    places_edits: dict[str, Mapping[int, PlacesEdit]] = {}
    come_or_gone: list[str] = []

    def edit_postings(term: str, row: str | None) -> str | None:
        edited, places_edits[term] = edit_row(row, edits[term])
        if row is None or edited is None:
            come_or_gone.append(term)
        return edited

    def edit_term(_term: str, row: str | None) -> str | None:
        return "" if row is None else None

    def update(
        kind: str, terms: Iterable[str], edit: Callable[[str, str | None], str | None]
    ) -> tuple[Shard, ...]:
        written, shards = update_shards(
            KINDS[kind], before.shards[kind], terms, edit=edit, read_former=read_former
        )
        files.extend(written)
        return shards

    return {
        "p": update("p", edits, edit_postings),
        "w": update("w", edits, lambda term, row: edit_places(row, places_edits[term])),
        "v": update("v", come_or_gone, edit_term),
        "b": update("b", map(backwards, come_or_gone), edit_term),
    }
