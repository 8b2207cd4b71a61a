"""Archive → every page of its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic, SourceLocation, error
from site_builder.site.article_pages import plan_articles
from site_builder.site.correction_pages import plan_corrections
from site_builder.site.data_pages import plan_data
from site_builder.site.day_pages import plan_days
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import (
    SECTION,
    plan_facets,
)
from site_builder.site.formulation_pages import plan_formulations
from site_builder.site.formulation_register import check_formulations
from site_builder.site.front_pages import plan_home, plan_not_found, plan_search
from site_builder.site.pages import AnyPage, colliding
from site_builder.site.parallel_pages import plan_parallel
from site_builder.site.prose_pages import plan_prose, prose
from site_builder.site.quote_pages import plan_quotes
from site_builder.site.redirects import plan_redirects
from site_builder.site.site_languages import site_languages
from site_builder.site.statement_pages import plan_statements
from site_builder.site.timeline_pages import plan_timeline
from site_builder.site.urls import (
    CORRECTIONS,
    CURATION,
    DATA,
    FORMULATIONS,
    ON_THIS_DAY,
    QUOTES,
    RANDOM,
    SEARCH,
    STATEMENTS,
    STYLE,
    TIMELINE,
    VERIFY,
    facet_index_url,
)
from site_builder.site.views import NavItem, SiteView

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
    "style",
)


def plan_pages(
    edition: Edition, further: Sequence[Edition] = ()
) -> tuple[tuple[AnyPage, ...], tuple[Diagnostic, ...]]:
    """Return every page of the site, and an error for each address that two would share.

    `further` are the editions in further languages; what is there once is the main one's.
    """
    pages = (
        *_pages(edition),
        plan_not_found(edition),
        *(replace(page, folder=one.folder) for one in further for page in _pages(one)),
    )
    taken = {page.path.casefold() for page in pages}
    collisions = _collisions(pages) if len(taken) < len(pages) else ()
    redirects, faults = plan_redirects(edition, taken)
    faults += (*collisions, *check_formulations(edition))
    return (*pages, *redirects), faults


def _pages(edition: Edition) -> tuple[AnyPage, ...]:
    """Return the pages that there are in each language."""
    return (
        plan_home(edition),
        *plan_articles(edition),
        *plan_parallel(edition),
        *plan_timeline(edition),
        *plan_facets(edition),
        *plan_formulations(edition),
        *plan_quotes(edition),
        plan_search(edition),
        *plan_corrections(edition),
        *plan_statements(edition),
        *plan_days(edition),
        *plan_data(edition),
        *plan_prose(edition),
    )


def site_view(edition: Edition, assets: str, *, preview: bool = False) -> SiteView:
    """Return what is the same on every page; `assets` is the folder of scripts and styles.

    A preview leads, in the main language, to the pages that are for curators only.
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
        **({"curation": CURATION, "style": STYLE} if preview and not edition.folder else {}),
        **({"formulations": FORMULATIONS} if edition.formulations.formulations else {}),
        **{section: facet_index_url(kind) for kind, section in SECTION.items()},
    }
    texts = (NavItem(key=page.id, name=page.title, url=f"{page.id}/") for page in prose(edition))
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
        masthead=config.masthead or config.title,
        note=config.footer,
        nav=tuple(NavItem(key=key, name=text(f"nav_{key}"), url=urls[key]) for key in _NAV),
        footer=(
            *(
                NavItem(key=key, name=text(f"nav_{key}"), url=urls[key])
                for key in _FOOTER
                if key in urls
            ),
            *texts,
        ),
        assets=edition.shared + assets,
        folder=edition.folder,
        shared=edition.shared,
        languages=site_languages(config, edition.folder),
    )


def _collisions(pages: Iterable[AnyPage]) -> Iterator[Diagnostic]:
    for first, second in colliding(pages):
        where = second.source or first.source or SourceLocation(path="content")
        holder = f" of {first.source.path}" if first.source else ""
        yield error(
            where,
            "address",
            f'the address "/{second.address}" is already the one{holder or " of another page"}',
            "Rename one of the two.",
        )
