"""The home page, the search page and the page for addresses that do not exist."""

from __future__ import annotations

from functools import partial

from site_builder.content.model import Status
from site_builder.diagnostics import SourceLocation
from site_builder.indexes.facets import FacetKind
from site_builder.site.day_pages import PER_FILE, day_masks
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import SECTION, browse_links, span_text
from site_builder.site.formulation_register import home_formulations
from site_builder.site.pages import AnyPage, LaterPage, Page, page_meta
from site_builder.site.period_charts import years_chart
from site_builder.site.rows import row_view
from site_builder.site.search_names import search_names
from site_builder.site.urls import (
    HOME,
    NOT_FOUND,
    SEARCH,
    TIMELINE,
    facet_index_url,
    facet_url,
)
from site_builder.site.views import (
    CountedLink,
    FeedLink,
    HomeView,
    Link,
    LinkGroup,
    NotFoundView,
    SearchView,
)

LATEST = 12
_HOME_LINKS = 7


def plan_home(edition: Edition) -> Page:
    """Return the home page: search first, the newest entries, the archive at a glance."""
    kinds = (
        FacetKind.PERSON,
        FacetKind.COUNTRY,
        FacetKind.CARRIER,
        FacetKind.TAG,
    )
    glance = (
        CountedLink(
            name=_counted_name(edition, "statements", len(edition.listed)),
            url=TIMELINE,
            count=len(edition.listed),
        ),
        *(
            CountedLink(
                name=_counted_name(edition, SECTION[kind], len(edition.facets[kind])),
                url=facet_index_url(kind),
                count=len(edition.facets[kind]),
            )
            for kind in kinds
        ),
    )
    groups = (FacetKind.TAG, FacetKind.PERSON, FacetKind.COUNTRY, FacetKind.RELATION)
    view = HomeView(
        description=edition.config.description,
        glance=glance,
        span=span_text(edition, edition.listed),
        chart=years_chart(edition),
        latest=tuple(row_view(edition, one) for one in reversed(edition.listed[-LATEST:])),
        day_masks=day_masks(edition.listed),
        random_of=len(edition.listed),
        random_per_file=PER_FILE,
        groups=(
            *home_formulations(edition),
            *(_most_used(edition, kind) for kind in groups if edition.facets[kind]),
        ),
    )
    meta = page_meta(
        edition,
        HOME,
        edition.config.title,
        edition.config.description,
        feeds=(site_feed(edition),),
        section="home",
    )
    source = SourceLocation(path="content/site.yaml")
    return Page(url=HOME, template="home.html", meta=meta, view=view, source=source)


def _counted_name(edition: Edition, key: str, n: int) -> str:
    """Return the noun that a number stands before: 'statements' for 12."""
    counted = edition.interface.plural(key, n)
    return counted.replace(edition.interface.number(n), "").strip()


def _most_used(edition: Edition, kind: FacetKind) -> LinkGroup:
    facets = sorted(
        edition.facets[kind].values(), key=lambda facet: (-len(facet.articles), facet.id)
    )
    text = edition.interface.text
    section = SECTION[kind]
    return LinkGroup(
        heading=text(f"nav_{section}"),
        links=tuple(
            CountedLink(
                name=edition.name(kind, facet.id),
                url=facet_url(kind, facet.id),
                count=len(facet.articles),
            )
            for facet in facets[:_HOME_LINKS]
        ),
        more=Link(name=text("list_more"), url=facet_index_url(kind))
        if len(facets) > _HOME_LINKS
        else None,
    )


def plan_search(edition: Edition) -> AnyPage:
    """Return the search page, which leads to the timeline and the topics without JavaScript.

    Beside that of a further language lies a file of names.
    """
    if edition.main is None:
        return _search_page(edition)
    return LaterPage(
        url=SEARCH,
        key=None,
        make=partial(_search_page, edition),
        beside=partial(search_names, edition, edition.main),
    )


def _search_page(edition: Edition) -> Page:
    shown = [one for one in edition.archive.articles if one.status is not Status.WITHDRAWN]
    view = SearchView(count=len(shown), browse=browse_links(edition))
    title = edition.interface.text("nav_search")
    scope = edition.interface.plural("search_scope", len(shown))
    meta = page_meta(edition, SEARCH, title, scope, section="search")
    return Page(url=SEARCH, template="search.html", meta=meta, view=view)


def plan_not_found(edition: Edition) -> Page:
    """Return the page that the host serves for addresses that do not exist."""
    title = edition.interface.text("not_found_heading")
    meta = page_meta(edition, NOT_FOUND, title, noindex=True)
    view = NotFoundView(browse=browse_links(edition))
    return Page(url=NOT_FOUND, template="not_found.html", meta=meta, view=view)


def site_feed(edition: Edition) -> FeedLink:
    """Return where the feeds of the whole archive lie."""
    return FeedLink(
        title=edition.config.title, atom="feed.xml", json="feed.json", shared=edition.shared
    )
