"""The index made from the former one: what changed documents touch is read, edited and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from site_builder.output.files import OutputFile
from site_builder.search.analysis import Analysis, read_analysis
from site_builder.search.changes import Changes, compare
from site_builder.search.edits import TermEdits, edits_of
from site_builder.search.facets import Facet, edit_facet, read_facet
from site_builder.search.files import UnreadableError, file_name, path_of, read_named
from site_builder.search.lengths import Lengths
from site_builder.search.made import (
    KINDS,
    Analysed,
    MadeIndex,
    Wanted,
    facet_files,
    finish_index,
    length_file,
)
from site_builder.search.postings import LengthsOf, ListKind, PlacesEdit, edit_places, edit_row
from site_builder.search.results import BLOCK, FACETS, month_blocks
from site_builder.search.shards import Shard, update_shards
from site_builder.search.state import SearchState
from site_builder.search.vocabulary import backwards

MOST_CHANGED = 100
"""To edit more than one in so many documents is no cheaper than to make everything,"""

FEW = 20
"""but for so few."""

ReadFormer = Callable[[str], bytes | None]
"""Gives a file that the former build left, by its path; None where there is none."""


def revise(
    before: SearchState, wanted: Wanted, analysed: Analysed, read_former: ReadFormer
) -> MadeIndex | None:
    """Return the index; None where to make everything is no dearer.

    Raises UnreadableError where a file of the former build is not as it left it, or where
    `analysed` knows one of its documents no more.
    """
    calendar = wanted.calendar
    former = Wanted(calendar=before.calendar, digests=before.digests, mode=before.mode)
    if (before.calendar.origin, former.kind) != (calendar.origin, wanted.kind):
        return None
    changes = compare(before.calendar, before.digests, calendar, wanted.digests)
    changed = max(len(changes.added), len(changes.removed))
    if changed > FEW and changed * MOST_CHANGED > len(wanted.digests):
        return None
    try:
        removed = [read_analysis(analysed(one.digest)) for one in changes.removed]
    except KeyError as error:
        raise UnreadableError(str(error)) from error
    added = [read_analysis(analysed(one.digest)) for one in changes.added]
    files: list[OutputFile] = []
    texts, marks = _blocks(before, changes, analysed, files)
    totals = [
        total
        - sum(one.lengths[field] for one in removed)
        + sum(one.lengths[field] for one in added)
        for field, total in enumerate(before.totals)
    ]
    lengths = _lengths(before, changes, added, read_former)
    written = [length_file(one.text()) for one in lengths]
    files += written
    facets = _facets(before, changes, removed, added, files, read_former)
    edits = edits_of(
        zip((one.slot for one in changes.removed), removed, strict=True),
        zip((one.slot for one in changes.added), added, strict=True),
    )
    numbers = dict(zip(calendar.slots(), count(), strict=False))

    def lengths_of(field: int, slots: list[int]) -> Lengths:
        return lengths[field].chosen([numbers[slot] for slot in slots])

    shards = _shards(before, _Editing(edits, wanted.kind, lengths_of), files, read_former)
    return finish_index(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=totals,
        lengths=[file_name(file) for file in written],
        facets=facets,
        shards=shards,
        files=files,
    )


def _blocks(
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


def _facets(
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
            else Facet(values=(), rows=("[]",) * before.calendar.count)
        )
        edited = edit_facet(
            facet,
            [one.number for one in changes.removed],
            [(one.number, text) for one, text in zip(changes.added, new, strict=True)],
        )
        facets |= facet_files({name: edited}, files)
    return facets


def _lengths(
    before: SearchState,
    changes: Changes,
    added: Sequence[Analysis],
    read_former: ReadFormer,
) -> list[Lengths]:
    """The lengths of each field, as they are now."""
    found = []
    for field, name in enumerate(before.lengths):
        text = read_named(path_of("l", name), read_former)[1:-1].decode()
        lengths = Lengths(text, before.calendar.count)
        for place in reversed(changes.removed):
            lengths.remove(place.number)
        for place, analysis in zip(changes.added, added, strict=True):
            lengths.insert(place.number, analysis.lengths[field])
        found.append(lengths)
    return found


@dataclass(frozen=True, slots=True)
class _Editing:
    edits: TermEdits
    kind: ListKind
    lengths_of: LengthsOf


def _shards(
    before: SearchState, editing: _Editing, files: list[OutputFile], read_former: ReadFormer
) -> dict[str, tuple[Shard, ...]]:
    places_edits: dict[str, Mapping[int, PlacesEdit]] = {}
    come_or_gone: list[str] = []

    def edit_postings(term: str, row: str | None) -> str | None:
        edited, places_edits[term] = edit_row(
            row, editing.edits[term], editing.kind, editing.lengths_of
        )
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
        "p": update("p", editing.edits, edit_postings),
        "w": update("w", editing.edits, lambda term, row: edit_places(row, places_edits[term])),
        "v": update("v", come_or_gone, edit_term),
        "b": update("b", map(backwards, come_or_gone), edit_term),
    }
