"""The index brought up to date: what changed is written anew, the rest is named and left alone.

Whatever was there before, the files and the state are those of an index built from nothing: where
lists are cut into files, what stands in them and what they are called depends on the documents
alone.
"""

# ruff: noqa: PLC0415  (what makes everything loads NumPy, which an update does without)
from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from site_builder.output.files import OutputFile
from site_builder.search.analysis import read_analysis
from site_builder.search.calendar import calendar_of
from site_builder.search.files import ROOT, ReadFormer, UnreadableError, path_of
from site_builder.search.made import Analysed, MadeIndex, Wanted
from site_builder.search.manifest import MANIFEST
from site_builder.search.revise import revise
from site_builder.search.state import CLASSIC_INDEX, read_state, write_state


class DocumentKey(msgspec.Struct, frozen=True, kw_only=True):
    """What must be known of every document to see what changed."""

    digest: str
    """Tells what `analyse_document` gives for it from anything else that it could give."""
    date: str
    """As in SearchDocument."""


class SearchUpdate(msgspec.Struct, frozen=True, kw_only=True):
    """How the files below 'search/' come to be those of these documents."""

    files: Iterator[OutputFile]
    """New or changed, each path once; some are made only while this is read."""
    kept: tuple[str, ...]
    """Paths of the former build whose files stay as they are, sorted; all its others go."""
    state: bytes
    """What the next update wants as `former`."""


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
    wanted = Wanted(
        calendar=calendar_of(document.date for document in documents),
        digests=tuple(document.digest for document in documents),
        mode=mode,
    )
    before = read_state(former) if former else None
    there = {*before.paths()} if before else set()
    if before and former and wanted.equals(before):
        return SearchUpdate(files=iter(()), kept=tuple(sorted(there)), state=former)
    if before:
        try:
            made = revise(before, wanted, analysed, read_former)
        except UnreadableError:
            # Nor is anything else of it trusted then.
            made, there = None, set()
        if made:
            return _update_of(made, analysed, there)
    from site_builder.search.whole import make_whole

    return _update_of(make_whole(wanted, analysed), analysed, there)


def _update_of(made: MadeIndex, analysed: Analysed, there: set[str]) -> SearchUpdate:
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
