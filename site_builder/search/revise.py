"""The index made from the former one: what changed documents touch is read, edited and written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import count

from site_builder.output.files import OutputFile
from site_builder.search.analysis import Analysis, read_analysis
from site_builder.search.changes import Changes, Place, compare
from site_builder.search.edits import TermEdits, edits_of
from site_builder.search.facets import Facet, edit_facet, read_facet
from site_builder.search.files import (
    ReadFormer,
    UnreadableError,
    file_name,
    path_of,
    read_named,
)
from site_builder.search.lengths import Lengths
from site_builder.search.made import (
    Analysed,
    MadeIndex,
    Wanted,
    facet_files,
    finish_index,
    length_file,
)
from site_builder.search.results import BLOCK, FACETS, month_blocks
from site_builder.search.revise_words import Editing, revise_words
from site_builder.search.segments import SegmentChanges, main_count, split_changes
from site_builder.search.state import SearchState

MOST_CHANGED = 100
"""To edit more than one in so many documents is no cheaper than to make everything,"""

FEW = 20
"""but for so few."""


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
    main, recent = split_changes(changes, before.calendar, calendar, wanted.digests)
    changed = max(len(main.added), len(main.removed))
    if changed > FEW and changed * MOST_CHANGED > len(wanted.digests):
        return None
    removed = _read(changes.removed, analysed)
    added = [read_analysis(analysed(one.digest)) for one in changes.added]
    files: list[OutputFile] = []
    texts, marks = _blocks(before, changes, analysed, files)
    totals = [
        total
        - sum(one.lengths[field] for one in removed)
        + sum(one.lengths[field] for one in added)
        for field, total in enumerate(before.totals)
    ]
    lengths = _Lengths(before, main, calendar.slots(), analysed, read_former)
    editing = Editing(
        before=before,
        main=_edits(main, analysed),
        recent=_edits(recent, analysed),
        kind=wanted.kind,
        recent_kind=wanted.recent_kind,
        lengths_of=lengths.chosen,
        read_former=read_former,
    )
    shards, contents = revise_words(editing, files)
    return finish_index(
        wanted,
        analysed,
        texts=texts,
        marks=marks,
        totals=totals,
        lengths=lengths.names(files),
        facets=_facets(before, changes, removed, added, files, read_former),
        shards=shards,
        contents=contents,
        files=files,
    )


def _read(places: Sequence[Place], analysed: Analysed) -> list[Analysis]:
    """What was there; UnreadableError where nothing is known of it any more."""
    try:
        return [read_analysis(analysed(one.digest)) for one in places]
    except KeyError as error:
        raise UnreadableError(str(error)) from error


def _edits(changes: SegmentChanges, analysed: Analysed) -> TermEdits:
    removed = _read(changes.removed, analysed)
    added = [read_analysis(analysed(one.digest)) for one in changes.added]
    return edits_of(
        zip((one.slot for one in changes.removed), removed, strict=True),
        zip((one.slot for one in changes.added), added, strict=True),
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


class _Lengths:
    """The lengths of the main segment's documents, read when they are first asked for."""

    def __init__(
        self,
        before: SearchState,
        changes: SegmentChanges,
        slots: Sequence[int],
        analysed: Analysed,
        read_former: ReadFormer,
    ) -> None:
        self._before = before
        self._slots = slots
        self._changes = changes
        self._analysed = analysed
        self._read_former = read_former

    def names(self, files: list[OutputFile]) -> list[str]:
        """Return the names of the fields' files, which join `files` where they changed."""
        if not (self._changes.removed or self._changes.added):
            return list(self._before.lengths)
        written = [length_file(one.text()) for one in self._fields]
        files += written
        return [file_name(file) for file in written]

    def chosen(self, field: int, slots: list[int]) -> Lengths:
        """Return those of a field in the documents of some slots."""
        return self._fields[field].chosen([self._numbers[slot] for slot in slots])

    @cached_property
    def _fields(self) -> list[Lengths]:
        added = [read_analysis(self._analysed(one.digest)) for one in self._changes.added]
        found = []
        for field, name in enumerate(self._before.lengths):
            text = read_named(path_of("l", name), self._read_former)[1:-1].decode()
            lengths = Lengths(text, main_count(self._before.calendar))
            for place in reversed(self._changes.removed):
                lengths.remove(place.number)
            for place, analysis in zip(self._changes.added, added, strict=True):
                lengths.insert(place.number, analysis.lengths[field])
            found.append(lengths)
        return found

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return dict(zip(self._slots, count(), strict=False))
