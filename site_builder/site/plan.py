"""Archive → every page of its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.content.model import Article, Status, TextPage
from site_builder.diagnostics import Diagnostic, SourceLocation, error
from site_builder.indexes.facets import FacetKind
from site_builder.site.article_pages import numbered_html, plan_articles
from site_builder.site.correction_pages import plan_corrections
from site_builder.site.data_pages import plan_data
from site_builder.site.day_pages import PER_FILE, day_masks, plan_days
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import (
    SECTION,
    browse_links,
    plan_facets,
    span_text,
)
from site_builder.site.formulation_pages import plan_formulations
from site_builder.site.formulation_register import check_formulations, home_formulations
from site_builder.site.pages import Page, colliding, crumbs
from site_builder.site.quote_pages import plan_quotes
from site_builder.site.rows import row_view
from site_builder.site.statement_pages import plan_statements
from site_builder.site.timeline_pages import plan_timeline, years_chart
from site_builder.site.urls import (
    CORRECTIONS,
    CURATION,
    DATA,
    FORMULATIONS,
    HOME,
    NOT_FOUND,
    ON_THIS_DAY,
    QUOTES,
    RANDOM,
    SEARCH,
    STATEMENTS,
    TIMELINE,
    VERIFY,
    article_url,
    facet_index_url,
    facet_url,
    output_path,
)
from site_builder.site.views import (
    CountedLink,
    FeedLink,
    HeadingView,
    HomeView,
    Link,
    LinkGroup,
    NavItem,
    NotFoundView,
    PageMeta,
    RedirectView,
    SearchView,
    SiteView,
    TextPageView,
)

LATEST = 12
_HOME_LINKS = 10
_NAV = ("timeline", "tags", "people", "countries")
_FOOTER = (
    "organisations",
    "carriers",
    "relations",
    "events",
    "formulations",
    "quotes",
    "statements",
    "on_this_day",
    "random",
    "search",
    "corrections",
    "data",
    "verify",
    "curation",
)


def plan_pages(edition: Edition) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Return every page of the site, and an error for each address that two would share."""
    pages = (
        _home_page(edition),
        *plan_articles(edition),
        *plan_timeline(edition),
        *plan_facets(edition),
        *plan_formulations(edition),
        *plan_quotes(edition),
        _search_page(edition),
        plan_corrections(edition),
        *plan_statements(edition),
        *plan_days(edition),
        *plan_data(edition),
        *_text_pages(edition),
        _not_found_page(edition),
    )
    redirects, faults = _redirects(edition, {page.path.casefold() for page in pages})
    faults += (*_collisions(pages), *check_formulations(edition))
    return (*pages, *redirects), faults


def site_view(edition: Edition, assets: str, *, preview: bool = False) -> SiteView:
    """Return what is the same on every page; `assets` is the folder of scripts and styles.

    A preview leads to the pages that are for curators only.
    """
    config, text = edition.config, edition.interface.text
    urls = {
        "timeline": TIMELINE,
        "search": SEARCH,
        "corrections": CORRECTIONS,
        "data": DATA,
        "verify": VERIFY,
        "quotes": QUOTES,
        "statements": STATEMENTS,
        "on_this_day": ON_THIS_DAY,
        "random": RANDOM,
        **({"curation": CURATION} if preview else {}),
        **({"formulations": FORMULATIONS} if edition.formulations.formulations else {}),
        **{section: facet_index_url(kind) for kind, section in SECTION.items()},
    }
    prose = (NavItem(key=page.id, name=page.title, url=f"{page.id}/") for page in _prose(edition))
    return SiteView(
        title=config.title,
        description=config.description,
        base_url=config.base_url,
        language=edition.interface.language,
        dir=edition.interface.dir,
        publisher=config.publisher,
        rights=config.rights,
        contact=config.contact,
        repository=config.repository,
        nav=tuple(NavItem(key=key, name=text(f"nav_{key}"), url=urls[key]) for key in _NAV),
        footer=(
            *(
                NavItem(key=key, name=text(f"nav_{key}"), url=urls[key])
                for key in _FOOTER
                if key in urls
            ),
            *prose,
        ),
        assets=assets,
    )


def site_feed(edition: Edition) -> FeedLink:
    """Return where the feeds of the whole archive lie."""
    return FeedLink(title=edition.config.title, atom="feed.xml", json="feed.json")


def _meta(
    edition: Edition, url: str, title: str, description: str = "", **more: object
) -> PageMeta:
    interface = edition.interface
    trail = crumbs((interface.text("nav_home"), HOME)) if url != HOME else ()
    return PageMeta(
        url=url,
        title=title,
        description=description,
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=trail,
        **more,  # type: ignore[arg-type]
    )


def _home_page(edition: Edition) -> Page:
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
    meta = _meta(
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


def _search_page(edition: Edition) -> Page:
    shown = [one for one in edition.archive.articles if one.status is not Status.WITHDRAWN]
    view = SearchView(count=len(shown), browse=browse_links(edition))
    title = edition.interface.text("nav_search")
    meta = _meta(edition, SEARCH, title, section="search")
    return Page(url=SEARCH, template="search.html", meta=meta, view=view)


def _prose(edition: Edition) -> tuple[TextPage, ...]:
    """Return the archive's own pages, 'about' first."""
    return tuple(sorted(edition.archive.pages, key=lambda page: (page.id != "about", page.id)))


def _text_pages(edition: Edition) -> Iterator[Page]:
    for page in _prose(edition):
        view = TextPageView(
            title=page.title,
            body_html=numbered_html(edition, page.body),
            headings=tuple(
                HeadingView(level=one.level, text=one.text, anchor=one.anchor)
                for one in page.body.headings
            ),
        )
        first = page.body.paragraphs[0].text if page.body.paragraphs else ""
        meta = _meta(edition, f"{page.id}/", page.title, first[:200], section=page.id)
        yield Page(
            url=meta.url, template="text_page.html", meta=meta, view=view, source=page.location
        )


def _not_found_page(edition: Edition) -> Page:
    title = edition.interface.text("not_found_heading")
    meta = _meta(edition, NOT_FOUND, title, noindex=True)
    view = NotFoundView(browse=browse_links(edition))
    return Page(url=NOT_FOUND, template="not_found.html", meta=meta, view=view)


def _redirects(
    edition: Edition, taken: set[str]
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Return a page for each alias, and an error for each that is taken."""
    pages: list[Page] = []
    faults: list[Diagnostic] = []
    owners: dict[str, Article] = {}
    for article in edition.archive.articles:
        for alias in article.aliases:
            url = alias if alias.endswith(("/", ".html")) else f"{alias}/"
            path = output_path(url).casefold()
            other = owners.get(path)
            if path in taken or other is not None:
                holder = f"leads to {other.id}" if other else "is a page of the site"
                faults.append(
                    error(
                        article.location,
                        "aliases",
                        f'the alias "/{alias}" already {holder}',
                        "Remove it, or write another one.",
                    )
                )
                continue
            owners[path] = article
            meta = _meta(edition, url, article.title, noindex=True)
            view = RedirectView(title=article.title, target=article_url(article.id))
            pages.append(
                Page(
                    url=url,
                    template="redirect.html",
                    meta=meta,
                    view=view,
                    source=article.location,
                )
            )
    return tuple(pages), tuple(faults)


def _collisions(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    for first, second in colliding(tuple(pages)):
        where = second.source or first.source or SourceLocation(path="content")
        holder = f" of {first.source.path}" if first.source else ""
        yield error(
            where,
            "address",
            f'the address "/{second.url}" is already the one{holder or " of another page"}',
            "Rename one of the two.",
        )
