"""The pages of tags, people, organisations, carriers, countries, relations and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.content.codes import direction
from site_builder.content.dates import PartialDate
from site_builder.content.model import (
    Article,
    Carrier,
    Event,
    Organisation,
    Person,
    RegisterEntry,
)
from site_builder.indexes.facets import Facet, FacetKind
from site_builder.site.edition import Edition
from site_builder.site.facet_findings import facet_findings, role_facts
from site_builder.site.facet_index import index_pages
from site_builder.site.facet_views import FacetView
from site_builder.site.pages import AnyPage, LaterPage, Page, crumbs
from site_builder.site.period_charts import articles_chart
from site_builder.site.rows import ListPage, group_by_year, paginate
from site_builder.site.urls import HOME, facet_index_url, facet_url
from site_builder.site.views import CountedLink, Fact, FeedLink, Link, LinkGroup, PageMeta
from site_builder.site.year_matrix import year_matrix

SECTION = {
    FacetKind.TAG: "tags",
    FacetKind.PERSON: "people",
    FacetKind.ORGANISATION: "organisations",
    FacetKind.CARRIER: "carriers",
    FacetKind.COUNTRY: "countries",
    FacetKind.RELATION: "relations",
    FacetKind.EVENT: "events",
}
"""Key of a kind's section in the navigation, and of its strings."""

WITH_FEEDS = frozenset((FacetKind.TAG, FacetKind.PERSON, FacetKind.COUNTRY))

_RELATED = {
    FacetKind.PERSON: "speakers",
    FacetKind.COUNTRY: "countries",
    FacetKind.RELATION: "relations",
    FacetKind.TAG: "tags",
    FacetKind.CARRIER: "carriers",
    FacetKind.ORGANISATION: "organisations",
    FacetKind.EVENT: "events",
}
_RELATED_LINKS = 8
_BY_YEAR = frozenset((FacetKind.COUNTRY, FacetKind.PERSON, FacetKind.CARRIER))
"""Kinds whose index shows who was heard in which year."""


def plan_facets(edition: Edition) -> Iterator[AnyPage]:
    """Yield the index of each kind of facet and the pages of every facet."""
    for kind in FacetKind:
        facets = edition.facets[kind].values()
        matrix = year_matrix(edition, facets) if kind in _BY_YEAR else None
        yield from index_pages(edition, kind, SECTION[kind], matrix)
        for facet in edition.facets[kind].values():
            yield from _facet_pages(edition, facet)


def span_text(edition: Edition, articles: Sequence[Article]) -> str:
    """Return the years that articles (in order of date) cover: '2019', '2019 to 2026', or ''."""
    if not articles:
        return ""
    first, last = articles[0].date.year, articles[-1].date.year
    if first == last:
        return str(first)
    return edition.interface.plain("span", **{"from": first, "to": last})


def facet_feed(edition: Edition, facet: Facet) -> FeedLink:
    """Return where a facet's feeds lie."""
    url = facet_url(facet.kind, facet.id)
    title = f"{edition.config.title}: {edition.name(facet.kind, facet.id)}"
    return FeedLink(
        title=title, atom=f"{url}feed.xml", json=f"{url}feed.json", shared=edition.shared
    )


def _facet_pages(edition: Edition, facet: Facet) -> Iterator[LaterPage]:
    entry = edition.entry(facet.kind, facet.id)
    source = entry.location if entry else None
    for page in paginate(facet_url(facet.kind, facet.id), facet.articles, edition.config.per_page):
        # The first page counts what stands in all of the facet's articles.
        shown = facet.articles if page.pager.number == 1 else page.articles
        key = edition.keys.listing(shown, facet.kind, *page.parts)
        make = partial(_facet_page, edition, facet, page)
        yield LaterPage(url=page.url, key=key, make=make, source=source)


def _facet_page(edition: Edition, facet: Facet, page: ListPage) -> Page:
    interface = edition.interface
    name = edition.name(facet.kind, facet.id)
    entry = edition.entry(facet.kind, facet.id)
    first = page.pager.number == 1
    # An older page speaks of its own entries only, so that it stays as it is while the list grows.
    shown = facet.articles if first else page.articles[::-1]
    section = SECTION[facet.kind]
    title = name if first else f"{name} ({span_text(edition, shown)}, {page.pager.number})"
    view = FacetView(
        kind=facet.kind,
        kind_label=interface.text(f"facet_{facet.kind}"),
        name=name,
        other_names=tuple(_other_names(entry, name)),
        description=(entry.description or "") if entry else "",
        facts=(*_facts(edition, entry), *role_facts(edition, facet)) if first and entry else (),
        count=len(shown),
        span=span_text(edition, shown),
        chart=articles_chart(edition, facet.articles) if first else None,
        related=(*facet_findings(edition, facet), *_related(edition, facet)) if first else (),
        groups=group_by_year(edition, page.articles),
        pager=page.pager,
    )
    index = facet_index_url(facet.kind)
    meta = PageMeta(
        url=page.url,
        title=title,
        description=_description(edition, view) if first else "",
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text(f"nav_{section}"), index)
        ),
        feeds=(facet_feed(edition, facet),) if facet.kind in WITH_FEEDS else (),
        section=section,
        previous=page.pager.previous,
        next=page.pager.next,
    )
    source = entry.location if entry else None
    return Page(url=page.url, template="facet.html", meta=meta, view=view, source=source)


def _description(edition: Edition, view: FacetView) -> str:
    counted = edition.interface.plural("statements", view.count)
    return view.description or f"{view.name}: {counted}, {view.span}"


def _other_names(entry: RegisterEntry | None, name: str) -> Iterator[tuple[str, str, str]]:
    if entry is None:
        return
    for tag, other in entry.names.items():
        if other != name:
            yield other, tag, direction(tag)


def _facts(edition: Edition, entry: RegisterEntry) -> Iterator[Fact]:
    text = edition.interface.text
    if isinstance(entry, Person):
        for role in entry.roles:
            organisation = (
                (edition.link(FacetKind.ORGANISATION, role.organisation),)
                if role.organisation
                else ()
            )
            period = _period(edition, role.start, role.end)
            words = f"{role.title} ({period})" if period else role.title
            yield Fact(key="role", label=text("fact_role"), values=organisation, text=words)
    if isinstance(entry, Event):
        period = _period(edition, entry.start, entry.end)
        if period:
            yield Fact(key="dates", label=text("fact_dates"), text=period)
        place = edition.archive.registers.places.get(entry.place or "")
        if place:
            yield Fact(key="place", label=text("fact_place"), text=place.name)
    if isinstance(entry, (Person, Organisation, Carrier)) and entry.country:
        country = edition.link(FacetKind.COUNTRY, entry.country)
        yield Fact(key="country", label=text("fact_country"), values=(country,))
    if isinstance(entry, (Organisation, Carrier)) and entry.url:
        bare = entry.url.partition("://")[2].rstrip("/")
        yield Fact(key="website", label=text("fact_website"), text=bare, href=entry.url)
    if entry.aliases:
        joined = text("list_separator").join(entry.aliases)
        yield Fact(key="aliases", label=text("fact_aliases"), text=joined)
    if entry.wikidata:
        address = f"https://www.wikidata.org/wiki/{entry.wikidata}"
        yield Fact(key="wikidata", label=text("fact_wikidata"), text=entry.wikidata, href=address)


def _period(edition: Edition, start: PartialDate | None, end: PartialDate | None) -> str:
    """Return 'from start to end' as far as either is known."""
    date = edition.interface.date
    if start and end and start != end:
        return edition.interface.plain("span", **{"from": date(start), "to": date(end)})
    if start and end:
        return date(start)
    if start:
        return edition.interface.plain("period_since", start=date(start))
    if end:
        return edition.interface.plain("period_until", end=date(end))
    return ""


def _related(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    related = facet.related
    for kind, key in _RELATED.items():
        found = [
            (name, count)
            for name, count in related[kind]
            # A pair's own two countries, and a country's pairs with others, are told elsewhere.
            if not (facet.kind is FacetKind.RELATION and name in facet.id.split("-"))
        ]
        if not found or kind is facet.kind is FacetKind.RELATION:
            continue
        yield LinkGroup(
            heading=edition.interface.text(f"facet_group_{key}"),
            links=tuple(
                CountedLink(name=edition.name(kind, name), url=facet_url(kind, name), count=count)
                for name, count in found[:_RELATED_LINKS]
            ),
        )


def browse_links(edition: Edition) -> tuple[Link, ...]:
    """Return the ways into the archive that need no search."""
    text = edition.interface.text
    kinds = (FacetKind.TAG, FacetKind.PERSON, FacetKind.COUNTRY)
    return (
        Link(name=text("nav_timeline"), url="timeline/"),
        *(Link(name=text(f"nav_{SECTION[kind]}"), url=facet_index_url(kind)) for kind in kinds),
    )
