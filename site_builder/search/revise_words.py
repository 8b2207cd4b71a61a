"""What changed documents do to posting lists, places and the vocabulary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Set

import msgspec

from site_builder.output.files import OutputFile
from site_builder.search.contents import Contents, read_recent
from site_builder.search.edits import TermEdits
from site_builder.search.files import ReadFormer, path_of, read_named
from site_builder.search.made import KINDS, all_contents
from site_builder.search.postings import (
    LengthsOf,
    ListKind,
    PlacesEdit,
    edit_places,
    edit_row,
)
from site_builder.search.shards import Shard, sort_key, update_shards
from site_builder.search.state import TABLES, SearchState
from site_builder.search.vocabulary import backwards


class Editing(msgspec.Struct, frozen=True, kw_only=True):
    """The former words and what is to become of them."""

    before: SearchState
    main: TermEdits
    """Of the main segment."""
    recent: TermEdits
    """Of the newest documents."""
    kind: ListKind
    recent_kind: ListKind
    lengths_of: LengthsOf
    """Of documents of the main segment."""
    read_former: ReadFormer


def revise_words(
    editing: Editing, files: list[OutputFile]
) -> tuple[dict[str, tuple[Shard, ...]], dict[str, Contents]]:
    """Return the shards and the tables after the edits; their files join `files`.

    Raises UnreadableError where a former file is not as the former build left it.
    """
    if not (editing.main or editing.recent):
        return editing.before.shards, editing.before.contents
    recent = {kind: _recent_rows(editing, kind) for kind in TABLES}
    touched = editing.main.keys() | editing.recent.keys()
    recent_before = touched & recent["p"].keys()
    _edit_recent(editing, recent)
    main, in_main = _edit_main(editing, files)
    come_or_gone = _come_or_gone(
        touched, recent_before, touched & recent["p"].keys(), in_main, _main_terms(editing)
    )
    shards = {
        **main,
        "v": _update("v", come_or_gone, _flip, editing, files),
        "b": _update("b", map(backwards, come_or_gone), _flip, editing, files),
    }
    return shards, all_contents(
        shards, {kind: [*one.items()] for kind, one in recent.items()}, files
    )


def _recent_rows(editing: Editing, kind: str) -> dict[str, str]:
    rows: dict[str, str] = {}
    for name in editing.before.contents[kind].names:
        data = read_named(path_of(TABLES[kind], name), editing.read_former)
        rows.update(read_recent(data))
    return rows


def _edit_recent(editing: Editing, recent: Mapping[str, dict[str, str]]) -> None:
    for term, edits in editing.recent.items():
        row, places = edit_row(
            recent["p"].get(term), edits, editing.recent_kind, editing.lengths_of
        )
        found = edit_places(recent["w"].get(term), places)
        for kind, text in (("p", row), ("w", found)):
            if text is None:
                recent[kind].pop(term, None)
            else:
                recent[kind][term] = text


def _edit_main(
    editing: Editing, files: list[OutputFile]
) -> tuple[dict[str, tuple[Shard, ...]], dict[str, tuple[bool, bool]]]:
    """The shards of posting lists and places, and for each edited term whether the main segment
    held it before and holds it now."""
    places_edits: dict[str, Mapping[int, PlacesEdit]] = {}
    held: dict[str, tuple[bool, bool]] = {}

    def edit_postings(term: str, row: str | None) -> str | None:
        edited, places_edits[term] = edit_row(
            row, editing.main[term], editing.kind, editing.lengths_of
        )
        held[term] = row is not None, edited is not None
        return edited

    def edit_term_places(term: str, row: str | None) -> str | None:
        return edit_places(row, places_edits[term])

    shards = {
        "p": _update("p", editing.main, edit_postings, editing, files),
        "w": _update("w", editing.main, edit_term_places, editing, files),
    }
    return shards, held


def _update(
    kind: str,
    terms: Iterable[str],
    edit: Callable[[str, str | None], str | None],
    editing: Editing,
    files: list[OutputFile],
) -> tuple[Shard, ...]:
    written, shards = update_shards(
        KINDS[kind],
        editing.before.shards[kind],
        terms,
        edit=edit,
        read_former=editing.read_former,
    )
    files += written
    return shards


def _flip(_term: str, row: str | None) -> str | None:
    """A term of the vocabulary comes or goes."""
    return "" if row is None else None


def _come_or_gone(
    touched: Iterable[str],
    recent_before: Set[str],
    recent_now: Set[str],
    in_main: Mapping[str, tuple[bool, bool]],
    is_in_main: Callable[[str], bool],
) -> list[str]:
    """The terms that neither segment held and one holds now, or the other way round."""
    found = []
    for term in touched:
        before, now = term in recent_before, term in recent_now
        if term in in_main:
            main_before, main_now = in_main[term]
            if (before or main_before) != (now or main_now):
                found.append(term)
        elif before != now and not is_in_main(term):
            found.append(term)
    return found


def _main_terms(editing: Editing) -> Callable[[str], bool]:
    """Whether the main segment held a term that is not edited there."""
    shards = editing.before.shards["p"]
    kind = KINDS["p"]
    read: dict[int, Set[str]] = {}

    def is_in_main(term: str) -> bool:
        number = bisect_right(shards, sort_key(term), key=lambda shard: sort_key(shard.first)) - 1
        if number < 0:
            return False
        if number not in read:
            path = path_of(kind.folder, shards[number].name)
            text = read_named(path, editing.read_former)[1:-1].decode()
            read[number] = {one for one, _ in kind.read(text)}
        return term in read[number]

    return is_in_main
