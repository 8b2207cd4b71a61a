"""The timeline: the whole archive, its decades, each year, each month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import TypeVar

from site_builder.content.model import Article
from site_builder.indexes.timeline import Month, Year
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.pages import LaterPage, Page
from site_builder.site.period_charts import days_chart, months_chart, years_chart
from site_builder.site.rows import ListPage, group_by_day, group_by_month, paginate
from site_builder.site.timeline_decades import decade_view, plan_decades
from site_builder.site.timeline_facets import NAME, archive_facets, year_facets
from site_builder.site.timeline_frame import decades_of, timeline_page, trail, year_period
from site_builder.site.timeline_strip import strip, strip_drawing, strip_known
from site_builder.site.timeline_views import PeriodView, TimelineView
from site_builder.site.urls import TIMELINE, month_url, year_url
from site_builder.site.views import Link

T = TypeVar("T")
Beside = Callable[[], Iterable[OutputFile]]


def plan_timeline(edition: Edition) -> Iterator[LaterPage]:
    """Yield the pages of the timeline, from the whole down to the months."""
    months = [month for year in edition.years for month in year.months.values()]
    # The first page of all shows how each year and month is filled; the first page of every year
    # and month has a strip, and all show whether there are decades.
    counts = [(one.year, one.month, len(one.articles)) for one in months]
    shape = str([[(year.year, len(year.articles)) for year in edition.years], counts])
    known = strip_known(edition)
    in_decades = bool(decades_of(edition))
    for page in paginate(TIMELINE, edition.listed, edition.config.per_page):
        make = partial(_all_page, edition, page)
        yield _later(edition, page, make, edition.listed, "", shape, partial(_drawn, edition))
    yield from plan_decades(edition)
    for index, year in enumerate(edition.years):
        before, after = _around(edition.years, index)
        near = str(([one.year for one in (before, after) if one], in_decades))
        years = strip_known(edition, year.year)
        for page in paginate(year_url(year.year), year.articles, edition.config.per_page):
            make = partial(_year_page, edition, year, page, before, after)
            beside = partial(_facets_of, edition, year)
            yield _later(edition, page, make, year.articles, near, years, beside)
    for index, month in enumerate(months):
        earlier, later = _around(months, index)
        near = str(([(one.year, one.month) for one in (earlier, later) if one], in_decades))
        url = month_url(month.year, month.month)
        for page in paginate(url, month.articles, edition.config.per_page):
            make = partial(_month_page, edition, month, page, earlier, later)
            yield _later(edition, page, make, month.articles, near, known)


def _later(
    edition: Edition,
    page: ListPage,
    make: Callable[[], Page],
    articles: Sequence[Article],
    near: str,
    known: str,
    beside: Beside | None = None,
) -> LaterPage:
    """Return a page to be made, of a list that shows what is `near` on every page.

    Its first page tells of all `articles`, and of what else is `known`.
    """
    first = page.pager.number == 1
    keys = edition.keys
    around = (near, known, keys.rows(articles)) if first else (near,)
    key = keys.listing(page.articles, *page.parts, *around)
    return LaterPage(url=page.url, key=key, make=make, beside=beside if first else None)


def _drawn(edition: Edition) -> Iterator[OutputFile]:
    yield strip_drawing(edition)
    yield archive_facets(edition)


def _facets_of(edition: Edition, year: Year) -> Iterator[OutputFile]:
    yield year_facets(edition, year)


def _around(periods: Sequence[T], index: int) -> tuple[T | None, T | None]:
    before = periods[index - 1] if index else None
    after = periods[index + 1] if index + 1 < len(periods) else None
    return before, after


def _all_page(edition: Edition, page: ListPage) -> Page:
    interface = edition.interface
    first = page.pager.number == 1
    decades = decades_of(edition) if first else ()
    view = TimelineView(
        heading=interface.text("timeline_all"),
        level="all",
        count=len(edition.listed) if first else len(page.articles),
        chart=years_chart(edition) if first else None,
        periods=tuple(year_period(edition, year) for year in reversed(edition.years))
        if first and not decades
        else (),
        gaps=tuple(_gaps(edition)) if first else (),
        decades=tuple(decade_view(edition, start, years) for start, years in reversed(decades)),
        facets=f"{TIMELINE}{NAME}" if first else "",
        previous=None,
        next=None,
        groups=group_by_month(edition, page.articles),
        pager=page.pager,
    )
    return timeline_page(edition, page.url, view, interface.text("timeline_all"), ())


def _gaps(edition: Edition) -> Iterator[str]:
    """Yield the stretches of years without articles, oldest first."""
    for before, after in pairwise(edition.years):
        start, end = before.year + 1, after.year - 1
        if start == end:
            yield str(start)
        elif start < end:
            yield edition.interface.plain("span", **{"from": str(start), "to": str(end)})


def _year_page(
    edition: Edition, year: Year, page: ListPage, before: Year | None, after: Year | None
) -> Page:
    interface = edition.interface
    first = page.pager.number == 1
    name = str(year.year)
    view = TimelineView(
        heading=name,
        level="year",
        count=len(year.articles) if first else len(page.articles),
        chart=months_chart(edition, year) if first else None,
        periods=tuple(
            PeriodView(
                name=interface.month(year.year, number),
                url=month_url(year.year, number),
                count=len(month.articles),
            )
            for number, month in year.months.items()
        )
        if first
        else (),
        strip=strip(edition, year.year) if first else None,
        facets=f"{year_url(year.year)}{NAME}" if first else "",
        period=name,
        previous=Link(name=str(before.year), url=year_url(before.year)) if before else None,
        next=Link(name=str(after.year), url=year_url(after.year)) if after else None,
        groups=group_by_month(edition, page.articles),
        pager=page.pager,
    )
    title = interface.plain("timeline_heading", period=name)
    return timeline_page(edition, page.url, view, title, trail(edition, year.year))


def _month_page(
    edition: Edition, month: Month, page: ListPage, before: Month | None, after: Month | None
) -> Page:
    interface = edition.interface
    first = page.pager.number == 1
    name = interface.month(month.year, month.month)
    view = TimelineView(
        heading=name,
        level="month",
        count=len(month.articles) if first else len(page.articles),
        chart=days_chart(edition, month, page.articles[-1].date) if first else None,
        periods=(),
        strip=strip(edition, month.year, month.month) if first else None,
        facets=f"{year_url(month.year)}{NAME}" if first else "",
        period=f"{month.year:04d}-{month.month:02d}",
        previous=_month_link(edition, before),
        next=_month_link(edition, after),
        groups=group_by_day(edition, page.articles),
        pager=page.pager,
    )
    above = (*trail(edition, month.year), (str(month.year), year_url(month.year)))
    title = interface.plain("timeline_heading", period=name)
    return timeline_page(edition, page.url, view, title, above)


def _month_link(edition: Edition, month: Month | None) -> Link | None:
    if month is None:
        return None
    name = edition.interface.month(month.year, month.month)
    return Link(name=name, url=month_url(month.year, month.month))
