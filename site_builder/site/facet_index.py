"""The lists of all tags, all people and so on: by name, in pages where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from site_builder.content.model import Person
from site_builder.indexes.facets import Facet, FacetKind
from site_builder.site.chart_views import MatrixView
from site_builder.site.edition import Edition
from site_builder.site.facet_views import FacetIndexView
from site_builder.site.name_order import initial_of, sort_key
from site_builder.site.pages import Page, crumbs
from site_builder.site.rows import pager_at
from site_builder.site.urls import HOME, facet_index_url, facet_url, page_url
from site_builder.site.views import CountedLink, Link, LinkGroup, PageMeta, Pager

PER_PAGE = 600
"""Entries on one page, some 60 KB of HTML."""
_LETTERS_FROM = 40
"""Entries from which an index is divided by initial letters."""


def index_pages(
    edition: Edition, kind: FacetKind, section: str, matrix: MatrixView | None
) -> Iterator[Page]:
    """Yield the index of all facets of a kind: one page, also for none, or several by name."""
    links = _links(edition, kind)
    total = len(links)
    chunks = [links[at : at + PER_PAGE] for at in range(0, total, PER_PAGE)] or [[]]
    home = facet_index_url(kind)
    urls = [home, *(page_url(home, number) for number in range(2, len(chunks) + 1))]
    language = edition.interface.language if total >= _LETTERS_FROM else None
    groups = [tuple(_by_letter(chunk, language)) for chunk in chunks]
    jump = _jump(urls, groups)
    for index, url in enumerate(urls):
        view = FacetIndexView(
            kind=kind,
            heading=edition.interface.text(f"nav_{section}"),
            intro=edition.interface.text(f"facet_index_{kind}_intro"),
            total=total,
            groups=groups[index],
            jump=jump,
            pager=pager_at(urls, index),
            matrix=None if index else matrix,
        )
        yield _page(edition, url, view, section)


def _page(edition: Edition, url: str, view: FacetIndexView, section: str) -> Page:
    interface, pager = edition.interface, view.pager
    meta = PageMeta(
        url=url,
        title=_title(edition, view.heading, pager),
        description=view.intro,
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        section=section,
        previous=pager.previous,
        next=pager.next,
    )
    return Page(url=url, template="facet_index.html", meta=meta, view=view)


def _title(edition: Edition, heading: str, pager: Pager) -> str:
    if pager.number == 1:
        return heading
    return edition.interface.plain("statement_index_page", heading=heading, number=pager.number)


def _links(edition: Edition, kind: FacetKind) -> list[CountedLink]:
    language = edition.interface.language
    return sorted(
        (
            CountedLink(
                name=edition.name(kind, facet.id),
                url=facet_url(kind, facet.id),
                count=len(facet.articles),
                note=_note(edition, facet),
            )
            for facet in edition.facets[kind].values()
        ),
        key=lambda link: (sort_key(link.name, language), link.name, link.url),
    )


def _note(edition: Edition, facet: Facet) -> str:
    """Return a few words that tell a person from others of the name: the latest role."""
    if facet.kind is not FacetKind.PERSON:
        return ""
    for article in reversed(facet.articles):
        for speaker in article.speakers:
            if speaker.person == facet.id and speaker.role:
                return speaker.role
    entry = edition.entry(facet.kind, facet.id)
    return entry.roles[-1].title if isinstance(entry, Person) and entry.roles else ""


def _by_letter(links: Sequence[CountedLink], language: str | None) -> Iterator[LinkGroup]:
    """Yield the links by the letters of a language; all of them together for None."""
    if links and language is None:
        yield LinkGroup(heading="", links=tuple(links))
    elif language is not None:
        groups: dict[str, list[CountedLink]] = {}
        for link in links:
            groups.setdefault(initial_of(link.name, language), []).append(link)
        for initial, found in groups.items():
            yield LinkGroup(heading=initial, links=tuple(found))


def _jump(urls: Sequence[str], groups: Sequence[Sequence[LinkGroup]]) -> tuple[Link, ...]:
    """Return a link to the first entry of each letter, on whichever page it stands."""
    links = [
        Link(name=group.heading, url=f"{url}#group-{number}")
        for url, found in zip(urls, groups, strict=True)
        for number, group in enumerate(found, start=1)
    ]
    # A letter that a page breaks off goes on at the head of the next one.
    return tuple(next(same) for _, same in groupby(links, key=lambda link: link.name))
