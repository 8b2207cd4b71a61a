"""The whole site as a tuple of pages, before one is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from site_builder.diagnostics import SourceLocation
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.urls import HOME, output_path
from site_builder.site.views import Link, PageMeta


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the built site, not yet rendered."""

    url: str
    """Path below its edition's root, without a leading slash; unique in the edition."""
    template: str
    meta: PageMeta
    view: Any
    """The view that the template names, from views.py."""
    source: SourceLocation | None = None
    """The file that a curator would change, where the page has one."""
    modified: str = ""
    """Day of the last change of what the page shows, where that is known."""
    folder: str = ""
    """Of its edition (see there): `url` is the address below it."""

    @property
    def address(self) -> str:
        """The page's address below the site's root."""
        return self.folder + self.url

    @property
    def path(self) -> str:
        """The file that holds the page."""
        return output_path(self.address)

    @property
    def listed(self) -> bool:
        """Whether the page belongs in the sitemap."""
        return not self.meta.noindex

    @property
    def key(self) -> bytes | None:
        """None: nothing tells whether it shows what it showed in the former build."""
        return None

    def made(self) -> Page:
        """Return the page itself."""
        return self


class LaterPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page that is known by its address and key, and made only if it must be."""

    url: str
    key: bytes | None
    """Stands for all that the page shows (see keys.py)."""
    make: Callable[[], Page]
    source: SourceLocation | None = None
    modified: str = ""
    listed: bool = True
    beside: Callable[[], Iterable[OutputFile]] | None = None
    """Makes the files that lie beside the page and show no more than its key covers."""
    folder: str = ""
    """Of its edition (see there): `url` is the address below it."""

    @property
    def address(self) -> str:
        """The page's address below the site's root."""
        return self.folder + self.url

    @property
    def path(self) -> str:
        """The file that holds the page."""
        return output_path(self.address)

    @property
    def template(self) -> str:
        """The template, after making the page."""
        return self.make().template

    @property
    def meta(self) -> PageMeta:
        """What the page's frame needs, after making the page."""
        return self.make().meta

    @property
    def view(self) -> Any:
        """The view, after making the page."""
        return self.make().view

    def made(self) -> Page:
        """Return the page itself."""
        page = self.make()
        return replace(page, folder=self.folder) if self.folder else page


AnyPage = Page | LaterPage


def crumbs(*links: tuple[str, str]) -> tuple[Link, ...]:
    """Return breadcrumbs from (name, address) pairs."""
    return tuple(Link(name=name, url=url) for name, url in links)


def page_meta(
    edition: Edition, url: str, title: str, description: str = "", **more: Any
) -> PageMeta:
    """Return what the frame of a page right below the home page needs."""
    interface = edition.interface
    trail = crumbs((interface.text("nav_home"), HOME)) if url != HOME else ()
    return PageMeta(
        url=url,
        title=title,
        description=description,
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=trail,
        **more,
    )


def colliding(pages: Iterable[AnyPage]) -> Iterator[tuple[AnyPage, AnyPage]]:
    """Yield each page whose file another page before it has, in any spelling of its letters."""
    first: dict[str, AnyPage] = {}
    for page in pages:
        key = page.path.casefold()
        if key in first:
            yield first[key], page
        else:
            first[key] = page
