"""Pages rendered by an executor's workers, which share nothing with this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from uuid import uuid4

from site_builder.output.files import OutputFile
from site_builder.parallel import over_executor
from site_builder.resources import search_path
from site_builder.site.interface import load_interface
from site_builder.site.pages import Page
from site_builder.site.renderer import Renderer
from site_builder.site.views import SiteView

Frame = tuple[tuple[Path, ...], tuple[SiteView, ...], str]
"""What the renderers in another process are made of, one for each language; and which build they
serve, as a renderer keeps rows that another build may show otherwise."""


def render_elsewhere(
    root: Path, sites: Iterable[SiteView], executor: Executor
) -> Callable[[Iterable[Sequence[Page]]], Iterator[list[OutputFile]]]:
    """Return what has chunks of pages rendered over an executor, in order."""
    folders = search_path(root.resolve(), "templates")
    work = partial(render_pages, frame=(folders, tuple(sites), uuid4().hex))

    def render(chunks: Iterable[Sequence[Page]]) -> Iterator[list[OutputFile]]:
        return over_executor(executor, work, chunks, name=lambda page: page.path)

    return render


def render_pages(pages: Sequence[Page], frame: Frame) -> list[OutputFile]:
    """Render pages in whatever process this is, which must find the templates in its folders."""
    renderers = _renderers.get(frame)
    if renderers is None:
        folders, sites, _ = frame
        _renderers.clear()
        renderers = _renderers[frame] = {
            site.folder: Renderer(folders, site, load_interface(site.language, folders))
            for site in sites
        }
    return [renderers[page.folder].render(page) for page in pages]


_renderers: dict[Frame, dict[str, Renderer]] = {}
"""A worker's renderer, so that templates are compiled and rows rendered once in it."""
