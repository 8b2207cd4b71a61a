"""The whole way from content/ to the published site, top to bottom."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from site_builder.cache.inputs import Inputs, read_inputs
from site_builder.cache.site_state import SiteState, unpack_state
from site_builder.cache.store import Store, StoreError, open_store, scratch_store
from site_builder.cache.version import code_version
from site_builder.diagnostics import BuildError, Diagnostic, Severity, SourceLocation, note
from site_builder.output.errors import OutputError
from site_builder.output.writer import (
    Published,
    Workplace,
    check_output,
    recover_output,
    workplace,
)
from site_builder.stages import Stages

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from site_builder.checking import CheckReport, FurtherCheck
    from site_builder.planning import PlannedSite

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many of its things are done, and how many there are."""


class BuildOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a build is asked to do."""

    root: Path
    output: Path
    base_url: str | None = None
    """Takes the place of the one in site.yaml."""
    strict: bool = False
    """Whether warnings stop the build."""
    drafts: bool = False
    jobs: int = 1
    """Processes to work with."""
    preview: bool = False
    """Whether to add the pages that are for curators only."""
    allow_vanished: bool = False
    """Whether any number of addresses of the former site may be missing in the new one."""
    cache: Path | None = None
    """Folder for what speeds up the next build; None keeps nothing."""


class BuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a build made."""

    articles: int
    pages: int
    published: Published
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes, sorted."""
    stages: Stages = msgspec.field(default_factory=Stages)
    """How long each stage took."""


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Keep silent."""


def build_site(
    options: BuildOptions, progress: Progress = no_progress, executor: Executor | None = None
) -> BuildReport:
    """Build and publish a site; what did not change since the last build is not made again.

    Articles are read, and pages rendered, over `executor` where one is given, else over processes
    of this machine. Raises BuildError with every fault of the archive before anything is written,
    and OutputError where the output folder refuses; either way the last good site stays.
    """
    recover_output(options.output, source=options.root)
    check_output(options.output, source=options.root)
    stages = Stages(progress)
    with _calm_collector(), workplace(options.output, source=options.root) as work:

        def build(store: Store, notes: tuple[Diagnostic, ...]) -> BuildReport:
            work.end()  # what was made with a store that failed
            return _build(options, store, notes, work, stages, executor)

        return _over_store(options, build)


def _build(
    options: BuildOptions,
    store: Store,
    notes: tuple[Diagnostic, ...],
    work: Workplace,
    stages: Stages,
    executor: Executor | None,
) -> BuildReport:
    with stages("Looking for changes"):
        inputs = read_inputs(options, store)
        former = _former(store, inputs, work)
        if former is not None and former.inputs == inputs.digest:
            stop_on(former.diagnostics, strict=options.strict)
            # On a full disk nothing is lost: the next build reads the files again, as this one did.
            with suppress(StoreError):
                if inputs.put_stamps():
                    store.commit()
            return _unchanged(former, notes, stages)
    # What follows needs libraries that a build without changes need not wait for.
    from site_builder.pipeline import make_site

    return make_site(options, inputs, store, former, work, stages, notes, executor)


def check_site(options: BuildOptions, further: FurtherCheck | None = None) -> CheckReport:
    """Check an archive and every link of its site; nothing is written.

    `further` looks at the archive as well, where it has no error. Raises BuildError with every
    fault if there is an error.
    """
    from site_builder.checking import check_archive

    with _calm_collector():
        return _over_store(options, lambda store, _: check_archive(options, store, further))


def plan_site(options: BuildOptions) -> PlannedSite:
    """Return the site planned; raises BuildError with every fault of the archive."""
    from site_builder.planning import plan_archive

    return _over_store(
        options,
        lambda store, _: plan_archive(options, read_inputs(options, store), store, Stages()),
    )


def stop_on(diagnostics: Iterable[Diagnostic], *, strict: bool) -> None:
    """Raise BuildError if there is an error, or, when strict, a warning."""
    diagnostics = tuple(diagnostics)
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(one.severity in fatal for one in diagnostics):
        raise BuildError(diagnostics)


def default_jobs() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _over_store(options: BuildOptions, work: Callable[[Store, tuple[Diagnostic, ...]], T]) -> T:
    """Do `work` over the store, and all of it again over an empty one if that fails midway."""
    try:
        with _store(options) as (store, notes):
            return work(store, notes)
    except StoreError as failure:
        told = (_cache_note(options.cache, f"cannot be used: {failure}"),)
    try:
        with _store(replace(options, cache=None)) as (store, _):
            return work(store, told)
    except StoreError as failure:
        raise OutputError(
            f"there is no room on the disk for {gettempdir()}"
            if "full" in str(failure)
            else f"{gettempdir()} cannot be used: {failure}",
            "Free some space and build again; the old site is as it was.",
        ) from failure


@contextmanager
def _store(options: BuildOptions) -> Iterator[tuple[Store, tuple[Diagnostic, ...]]]:
    """Give the store of former results, and a note where one was thrown away."""
    if options.cache is None:
        store, why = scratch_store(code_version()), ""
    else:
        store, why = open_store(options.cache, code_version())
    notes: tuple[Diagnostic, ...] = ()
    if why:
        notes = (_cache_note(options.cache, why),)
    try:
        yield store, notes
    except StoreError as failure:
        if "locked" not in str(failure):
            store.discard()
        raise
    finally:
        store.close()


def _cache_note(cache: Path | None, why: str) -> Diagnostic:
    message = f"what the last build left {why}; everything is built anew"
    return note(SourceLocation(path=str(cache)), "cache", message)


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Let the garbage collector look seldom: a build makes millions of values, hardly a cycle."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 50, 1_000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _former(store: Store, inputs: Inputs, work: Workplace) -> SiteState | None:
    """Return what is known of the site that lies in the output folder, if it is that one."""
    state = unpack_state(store.get("notes", inputs.site))
    if state is None or work.site != state.change.id:
        return None
    return state if work.untouched(state.folders.split("\n")) else None


def _unchanged(state: SiteState, notes: tuple[Diagnostic, ...], stages: Stages) -> BuildReport:
    published = Published(written=0, unchanged=state.files, removed=0, bytes=state.size)
    return BuildReport(
        articles=state.articles,
        pages=state.pages,
        published=published,
        diagnostics=(*notes, *state.diagnostics),
        stages=stages,
    )
