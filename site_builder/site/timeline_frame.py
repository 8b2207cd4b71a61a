"""What every page of the timeline has: its title, its breadcrumbs, and years as lines of months."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from site_builder.indexes.timeline import Year
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, crumbs
from site_builder.site.timeline_views import PeriodView, TimelineView
from site_builder.site.urls import HOME, TIMELINE, decade_url, month_url, year_url
from site_builder.site.views import CountedLink, PageMeta, RowGroup

_DECADES_FROM = 21
"""Years from the first to the last from which decades stand between the archive and its years."""


def timeline_page(
    edition: Edition,
    url: str,
    view: TimelineView,
    title: str,
    above: tuple[tuple[str, str], ...],
) -> Page:
    """Return a page of the timeline; `above` holds its breadcrumbs below the home page."""
    interface = edition.interface
    if view.pager.number > 1:
        title = f"{title} ({_span(edition, view.groups)})"
    meta = PageMeta(
        url=url,
        title=title,
        description=interface.plural("statements", view.count),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME), *above),
        section="timeline",
        previous=view.pager.previous,
        next=view.pager.next,
    )
    return Page(url=url, template="timeline.html", meta=meta, view=view)


def _span(edition: Edition, groups: Sequence[RowGroup]) -> str:
    if groups[0].heading == groups[-1].heading:
        return groups[0].heading
    ends = {"from": groups[-1].heading, "to": groups[0].heading}
    return edition.interface.plain("span", **ends)


def trail(edition: Edition, year: int) -> tuple[tuple[str, str], ...]:
    """Return the breadcrumbs above a year."""
    above = [(edition.interface.text("nav_timeline"), TIMELINE)]
    if decades_of(edition):
        start = year - year % 10
        above.append((decade_name(edition, start), decade_url(start)))
    return tuple(above)


def decades_of(edition: Edition) -> Sequence[tuple[int, tuple[Year, ...]]]:
    """Return the first year of each decade with its years; nothing where years are few."""
    years = edition.years
    if not years or years[-1].year - years[0].year + 1 < _DECADES_FROM:
        return ()
    found = groupby(years, lambda one: one.year - one.year % 10)
    return tuple((start, tuple(ones)) for start, ones in found)


def decade_name(edition: Edition, start: int) -> str:
    """Return what ten years are called: '1990 to 1999'."""
    return edition.interface.plain("span", **{"from": str(start), "to": str(start + 9)})


def year_period(edition: Edition, year: Year) -> PeriodView:
    """Return a year with all its months, those without entries included."""
    names = edition.interface.short_months()
    return PeriodView(
        name=str(year.year),
        url=year_url(year.year),
        count=len(year.articles),
        children=tuple(
            CountedLink(
                name=names[number - 1],
                url=month_url(year.year, number),
                count=len(year.months[number].articles) if number in year.months else 0,
            )
            for number in range(1, 13)
        ),
    )
