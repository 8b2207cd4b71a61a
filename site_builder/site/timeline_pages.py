"""The timeline: the whole archive, each year, each month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.indexes.timeline import Month, Year
from site_builder.site.charts import Count, bar_chart
from site_builder.site.edition import Edition
from site_builder.site.pages import LaterPage, Page, crumbs
from site_builder.site.rows import ListPage, group_by_day, group_by_month, paginate
from site_builder.site.urls import HOME, TIMELINE, date_anchor, month_url, year_url
from site_builder.site.views import (
    BarChart,
    CountedLink,
    Link,
    PageMeta,
    PeriodView,
    RowGroup,
    TimelineView,
)

T = TypeVar("T")


def plan_timeline(edition: Edition) -> Iterator[LaterPage]:
    """Yield the pages of the timeline, from the whole down to the months."""
    counts = [(year.year, len(year.articles)) for year in edition.years]
    months = [month for year in edition.years for month in year.months.values()]
    # A year's page shows how its months are filled, the first page of all how the years are.
    shape = str([counts, [(one.year, one.month, len(one.articles)) for one in months]])
    for page in paginate(TIMELINE, edition.listed, edition.config.per_page):
        around_all = shape if page.pager.number == 1 else ""
        make_all = partial(_all_page, edition, page)
        yield _later(edition, page, make_all, edition.listed, around_all)
    for index, year in enumerate(edition.years):
        before, after = _around(edition.years, index)
        around = (before.year if before else 0, after.year if after else 0)
        for page in paginate(year_url(year.year), year.articles, edition.config.per_page):
            make = partial(_year_page, edition, year, page, before, after)
            yield _later(edition, page, make, year.articles, around)
    for index, month in enumerate(months):
        earlier, later = _around(months, index)
        near = [(one.year, one.month) for one in (earlier, later) if one]
        url = month_url(month.year, month.month)
        for page in paginate(url, month.articles, edition.config.per_page):
            make = partial(_month_page, edition, month, page, earlier, later)
            yield _later(edition, page, make, month.articles, near)


def _later(
    edition: Edition,
    page: ListPage,
    make: Callable[[], Page],
    articles: Sequence[Article],
    around: str | tuple[int, int] | list[tuple[int, int]],
) -> LaterPage:
    """Return a page to be made; its first page tells of all `articles` and what is `around`."""
    first = page.pager.number == 1
    shown = edition.listed[:0] if not first else articles
    if first and articles is edition.listed:
        # Of the whole archive only the numbers are shown, beside the page's own rows.
        shown = page.articles
    key = edition.keys.listing(page.articles, *page.parts, around, edition.keys.rows(shown))
    return LaterPage(url=page.url, key=key, make=make)


def years_chart(edition: Edition) -> BarChart | None:
    """Return the archive's articles by year, gaps included."""
    if not edition.years:
        return None
    counts = {year.year: len(year.articles) for year in edition.years}
    years = range(min(counts), max(counts) + 1)
    return bar_chart(
        edition.interface,
        [Count(label=str(year), count=counts.get(year, 0), url=year_url(year)) for year in years],
        chart_id="by-year",
        title=edition.interface.text("chart_by_year"),
        column=edition.interface.text("chart_column_year"),
    )


def _around(periods: Sequence[T], index: int) -> tuple[T | None, T | None]:
    before = periods[index - 1] if index else None
    after = periods[index + 1] if index + 1 < len(periods) else None
    return before, after


def _all_page(edition: Edition, page: ListPage) -> Page:
    interface = edition.interface
    first = page.pager.number == 1
    view = TimelineView(
        heading=interface.text("timeline_all"),
        level="all",
        count=len(edition.listed) if first else len(page.articles),
        chart=years_chart(edition) if first else None,
        periods=tuple(_year_period(edition, year) for year in reversed(edition.years))
        if first
        else (),
        previous=None,
        next=None,
        groups=group_by_month(edition, page.articles),
        pager=page.pager,
    )
    return _page(edition, page, view, interface.text("timeline_all"), ())


def _year_period(edition: Edition, year: Year) -> PeriodView:
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


def _year_page(
    edition: Edition, year: Year, page: ListPage, before: Year | None, after: Year | None
) -> Page:
    interface = edition.interface
    first = page.pager.number == 1
    name = str(year.year)
    months = [
        (number, len(year.months[number].articles) if number in year.months else 0)
        for number in range(1, 13)
    ]
    view = TimelineView(
        heading=name,
        level="year",
        count=len(year.articles) if first else len(page.articles),
        chart=_months_chart(edition, year.year, months) if first and year.months else None,
        periods=tuple(
            PeriodView(
                name=interface.month(year.year, number),
                url=month_url(year.year, number),
                count=count,
            )
            for number, count in months
            if count
        )
        if first
        else (),
        previous=Link(name=str(before.year), url=year_url(before.year)) if before else None,
        next=Link(name=str(after.year), url=year_url(after.year)) if after else None,
        groups=group_by_month(edition, page.articles),
        pager=page.pager,
    )
    trail = ((interface.text("nav_timeline"), TIMELINE),)
    return _page(edition, page, view, interface.plain("timeline_heading", period=name), trail)


def _months_chart(
    edition: Edition, year: int, months: Sequence[tuple[int, int]]
) -> BarChart | None:
    names = edition.interface.short_months()
    return bar_chart(
        edition.interface,
        [
            Count(
                label=edition.interface.month(year, number),
                tick=names[number - 1],
                count=count,
                url=month_url(year, number),
            )
            for number, count in months
        ],
        chart_id="by-month",
        title=edition.interface.text("chart_by_month"),
        column=edition.interface.text("chart_column_month"),
    )


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
        chart=_days_chart(edition, month, page.articles[-1].date) if first else None,
        periods=(),
        previous=_month_link(edition, before),
        next=_month_link(edition, after),
        groups=group_by_day(edition, page.articles),
        pager=page.pager,
    )
    trail = (
        (interface.text("nav_timeline"), TIMELINE),
        (str(month.year), year_url(month.year)),
    )
    return _page(edition, page, view, interface.plain("timeline_heading", period=name), trail)


def _month_link(edition: Edition, month: Month | None) -> Link | None:
    if month is None:
        return None
    name = edition.interface.month(month.year, month.month)
    return Link(name=name, url=month_url(month.year, month.month))


def _days_chart(edition: Edition, month: Month, oldest_shown: PartialDate) -> BarChart | None:
    """Return a bar for each day; those on the page the chart stands on lead to their heading."""
    days = month.days
    if set(days) == {0}:
        return None
    counts = []
    for day in range(1, monthrange(month.year, month.month)[1] + 1):
        date = PartialDate(month.year, month.month, day)
        url = f"{month_url(month.year, month.month)}#{date_anchor(date)}"
        counts.append(
            Count(
                label=edition.interface.date(date),
                tick=str(day),
                count=days.get(day, 0),
                url=url if date >= oldest_shown else None,
            )
        )
    return bar_chart(
        edition.interface,
        counts,
        chart_id="by-day",
        title=edition.interface.text("chart_by_day"),
        column=edition.interface.text("chart_column_day"),
    )


def _page(
    edition: Edition,
    page: ListPage,
    view: TimelineView,
    title: str,
    trail: tuple[tuple[str, str], ...],
) -> Page:
    interface = edition.interface
    if page.pager.number > 1:
        title = f"{title} ({_span(edition, view.groups)})"
    meta = PageMeta(
        url=page.url,
        title=title,
        description=interface.plural("statements", view.count),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME), *trail),
        section="timeline",
        previous=page.pager.previous,
        next=page.pager.next,
    )
    return Page(url=page.url, template="timeline.html", meta=meta, view=view)


def _span(edition: Edition, groups: Sequence[RowGroup]) -> str:
    if groups[0].heading == groups[-1].heading:
        return groups[0].heading
    ends = {"from": groups[-1].heading, "to": groups[0].heading}
    return edition.interface.plain("span", **ends)
