"""The whole way from content/ to the published site, top to bottom."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from site_builder.config import SiteConfig
from site_builder.content.history import read_history
from site_builder.content.loader import (
    LoadedArchive,
    Parsed,
    load_archive,
    parse_articles,
)
from site_builder.content.source_files import SourceFile
from site_builder.diagnostics import (
    BuildError,
    Diagnostic,
    Severity,
    SourceLocation,
    sort_diagnostics,
    warning,
)
from site_builder.indexes.curation import CurationList, curation_list, near_duplicate_notes
from site_builder.output.assets import Assets, gather_assets
from site_builder.output.files import OutputFile
from site_builder.output.links import find_broken_links
from site_builder.output.writer import Published, check_output, publish, recover_output
from site_builder.resources import search_path
from site_builder.search import build_search
from site_builder.site.addresses import refuse_clashes
from site_builder.site.correction_feed import build_correction_feed
from site_builder.site.curation_pages import plan_curation
from site_builder.site.dataset import build_dataset
from site_builder.site.day_pages import random_files
from site_builder.site.edition import Edition, make_edition
from site_builder.site.feeds import build_feeds, build_opensearch, build_robots, build_sitemap
from site_builder.site.interface import Interface, load_interface
from site_builder.site.pages import Page
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.quotation_index import build_quotation_index
from site_builder.site.quote_feeds import build_quote_feed
from site_builder.site.renderer import Renderer
from site_builder.site.search_documents import search_documents
from site_builder.site.twins import build_twins
from site_builder.site.views import SiteView
from site_builder.vendor import vendored_file

T = TypeVar("T")
R = TypeVar("R")
C = TypeVar("C")

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many of its things are done, and how many there are."""

_CHUNK = 64
_PARALLEL_FROM = 500
"""Articles or pages below which starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made."""

    articles: int
    pages: int
    published: Published
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found where there was no error."""

    articles: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes, sorted."""
    curation: CurationList


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSite:
    """A site of which everything is known but the bytes."""

    edition: Edition
    pages: tuple[Page, ...]
    assets: Assets
    interface: Interface
    site: SiteView
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Keep silent."""


def build_site(options: BuildOptions, progress: Progress = no_progress) -> BuildReport:
    """Build and publish a site.

    Raises BuildError with every fault of the archive before anything is written, and
    OutputError where the output folder refuses; either way the last good site stays.
    """
    recover_output(options.output, source=options.root)
    check_output(options.output, source=options.root)
    with _workers(options.jobs) as pool:
        planned = plan_site(options, progress, pool)
        files = render_site(options, planned, progress, pool)
        published = publish(files, options.output, source=options.root)
    return BuildReport(
        articles=len(planned.edition.archive.articles),
        pages=len(planned.pages),
        published=published,
        diagnostics=planned.diagnostics,
    )


def check_site(options: BuildOptions) -> CheckReport:
    """Check an archive and every link of its site; nothing is written.

    Raises BuildError with every fault if there is an error.
    """
    with _workers(options.jobs) as pool:
        planned = plan_site(replace(options, strict=False), pool=pool)
        files = tuple(render_site(options, planned, pool=pool))
    sources = {page.path: page.source for page in planned.pages}
    broken = (
        warning(
            sources.get(one.page) or SourceLocation(path=one.page),
            "broken-link",
            f'the page {one.page} links to "{one.link}", which leads nowhere',
            "Correct the link, or add what it leads to.",
        )
        for one in find_broken_links(files, base_url=planned.site.base_url)
    )
    likely = near_duplicate_notes(planned.edition.likeness.proposals)
    diagnostics = sort_diagnostics((*planned.diagnostics, *likely, *broken))
    stop_on(diagnostics, strict=options.strict)
    return CheckReport(
        articles=len(planned.edition.archive.articles),
        pages=len(planned.pages),
        diagnostics=diagnostics,
        curation=curation_list(planned.edition.archive, planned.edition.likeness.proposals),
    )


def plan_site(
    options: BuildOptions, progress: Progress = no_progress, pool: Executor | None = None
) -> PlannedSite:
    """Return the site planned; raises BuildError with every fault of the archive."""
    progress("Reading", 0, 0)
    loaded = load_archive(options.root, drafts=options.drafts, parse=_parser(pool, progress))
    stop_on(loaded.diagnostics, strict=False)
    config = _with_base_url(loaded, options.base_url)
    interface = load_interface(config.language, search_path(options.root, "templates"))
    history, notes = read_history(options.root) if config.history else ({}, ())
    edition = make_edition(loaded.archive, config, interface, history)
    progress("Planning", 0, 0)
    pages, faults = plan_pages(edition)
    if options.preview:
        open_tasks = curation_list(edition.archive, edition.likeness.proposals)
        pages = (*pages, plan_curation(edition, open_tasks))
    assets = gather_assets(
        search_path(options.root, "static"), {"lunr.js": vendored_file("lunr.js")}
    )
    diagnostics = sort_diagnostics((*loaded.diagnostics, *notes, *faults))
    stop_on(diagnostics, strict=options.strict)
    return PlannedSite(
        edition=edition,
        pages=pages,
        assets=assets,
        interface=interface,
        site=site_view(edition, assets.folder, preview=options.preview),
        diagnostics=diagnostics,
    )


def render_site(
    options: BuildOptions,
    planned: PlannedSite,
    progress: Progress = no_progress,
    pool: Executor | None = None,
) -> Iterator[OutputFile]:
    """Yield every file of the site; raises BuildError where two would share a path."""
    owners = {page.path: page.source for page in planned.pages if page.source is not None}
    owners |= {
        file.path: SourceLocation(path=f"static/{file.path}") for file in planned.assets.files
    }
    yield from refuse_clashes(_site_files(options, planned, progress, pool), owners)


def _site_files(
    options: BuildOptions, planned: PlannedSite, progress: Progress, pool: Executor | None
) -> Iterator[OutputFile]:
    edition = planned.edition
    yield OutputFile(".nojekyll", b"")
    yield from planned.assets.files
    yield from build_feeds(edition)
    yield from build_quote_feed(edition)
    yield from build_correction_feed(edition)
    yield from random_files(edition)
    yield from build_sitemap(edition, planned.pages)
    yield build_robots(edition)
    yield from build_opensearch(edition)
    yield from build_twins(edition)
    yield from build_dataset(edition)
    yield from build_quotation_index(edition)
    progress("Indexing", 0, 0)
    yield from build_search(tuple(search_documents(edition)), mode=edition.config.search)
    folders = search_path(options.root, "templates")
    frame = (folders, planned.site, edition.config.language)
    total = len(planned.pages)
    done = 0
    for files in _map(pool, _render_chunk, planned.pages, frame):
        done += len(files)
        progress("Rendering", done, total)
        yield from files


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


@contextmanager
def _workers(jobs: int) -> Iterator[Executor | None]:
    """Give a pool of processes, or None where one process does everything."""
    if jobs <= 1:
        yield None
        return
    # A fork of a process with threads (a progress bar, a preview's server) can hang; workers
    # are forked from a server process that has none.
    kinds = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in kinds else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["site_builder.build"])
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _parser(
    pool: Executor | None, progress: Progress
) -> Callable[[Sequence[SourceFile], str], Iterator[Parsed]]:
    def parse(files: Sequence[SourceFile], language: str) -> Iterator[Parsed]:
        done = 0
        for chunk in _map(pool, _parse_chunk, files, language):
            done += len(chunk)
            progress("Reading", done, len(files))
            yield from chunk

    return parse


def _parse_chunk(files: Sequence[SourceFile], language: str) -> list[Parsed]:
    return list(parse_articles(files, language))


Frame = tuple[tuple[Path, ...], SiteView, str]
_renderers: dict[Frame, Renderer] = {}
"""A worker's renderer, so that templates are compiled and rows rendered once in it."""


def _render_chunk(pages: Sequence[Page], frame: Frame) -> list[OutputFile]:
    renderer = _renderers.get(frame)
    if renderer is None:
        folders, site, language = frame
        _renderers.clear()
        renderer = _renderers[frame] = Renderer(folders, site, load_interface(language, folders))
    return [renderer.render(page) for page in pages]


def _map(
    pool: Executor | None,
    work: Callable[[Sequence[T], C], list[R]],
    things: Sequence[T],
    context: C,
) -> Iterator[list[R]]:
    """Yield the results of `work` on chunks of `things`, in order, over the pool if it pays."""
    chunks = [things[at : at + _CHUNK] for at in range(0, len(things), _CHUNK)]
    if pool is None or len(things) < _PARALLEL_FROM:
        for chunk in chunks:
            yield work(chunk, context)
        return
    # A few chunks ahead keep the workers busy without holding the whole site in memory.
    waiting = iter(chunks)
    running = [pool.submit(work, chunk, context) for chunk in islice(waiting, 16)]
    while running:
        result = running.pop(0).result()
        following = next(waiting, None)
        if following is not None:
            running.append(pool.submit(work, following, context))
        yield result


def _with_base_url(loaded: LoadedArchive, base_url: str | None) -> SiteConfig:
    if base_url is None:
        return loaded.config
    return replace(loaded.config, base_url=base_url.rstrip("/") + "/" if base_url else "")
