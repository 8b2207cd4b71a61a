"""Articles by year, month or day, as charts in which gaps stay visible."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.indexes.timeline import Month, Year
from site_builder.site.chart_views import BarChart
from site_builder.site.charts import Count, bar_chart
from site_builder.site.edition import Edition
from site_builder.site.urls import date_anchor, month_url, year_url

_YEARS_BY_MONTH = 3
"""Years up to which a chart has a bar for each month."""


def years_chart(edition: Edition) -> BarChart | None:
    """Return the whole archive's articles by year, or by month where it covers a few years."""
    years = edition.years
    if not years:
        return None
    first, last = years[0].year, years[-1].year
    by_month = {
        (year.year, month.month): len(month.articles)
        for year in years
        for month in year.months.values()
    }
    if last - first < _YEARS_BY_MONTH and sum(by_month.values()) == len(edition.listed):
        return span_by_month(edition, by_month, first, last, height=96.0)
    counts = {year.year: len(year.articles) for year in years}
    return _by_year(edition, counts, first, last, height=96.0)


def articles_chart(edition: Edition, articles: Sequence[Article]) -> BarChart | None:
    """Return some articles, oldest first, by year, or by month where they cover a few years."""
    first, last = articles[0].date.year, articles[-1].date.year
    if last - first < _YEARS_BY_MONTH and all(article.date.month for article in articles):
        by_month = Counter((article.date.year, article.date.month) for article in articles)
        return span_by_month(edition, by_month, first, last) if len(by_month) > 1 else None
    counts = Counter(article.date.year for article in articles)
    return _by_year(edition, counts, first, last)


def span_by_month(
    edition: Edition,
    counts: Mapping[tuple[int, int], int],
    first: int,
    last: int,
    *,
    height: float = 56.0,
) -> BarChart | None:
    """Return counts by (year, month) with a bar for every month of the years given."""
    names = edition.interface.short_months()
    return bar_chart(
        edition.interface,
        [
            Count(
                label=edition.interface.month(year, month),
                tick=names[month - 1] if first == last else str(year),
                count=counts.get((year, month), 0),
                url=month_url(year, month),
            )
            for year in range(first, last + 1)
            for month in range(1, 13)
        ],
        chart_id="by-month",
        title=edition.interface.text("chart_by_month"),
        column=edition.interface.text("chart_column_month"),
        height=height,
        tick_step=1 if first == last else 12,
    )


def months_chart(edition: Edition, year: Year) -> BarChart | None:
    """Return the articles of a year by month; None where only the year of them is known."""
    if not year.months:
        return None
    names = edition.interface.short_months()
    return bar_chart(
        edition.interface,
        [
            Count(
                label=edition.interface.month(year.year, number),
                tick=names[number - 1],
                count=len(year.months[number].articles) if number in year.months else 0,
                url=month_url(year.year, number),
            )
            for number in range(1, 13)
        ],
        chart_id="by-month",
        title=edition.interface.text("chart_by_month"),
        column=edition.interface.text("chart_column_month"),
    )


def days_chart(edition: Edition, month: Month, oldest_shown: PartialDate) -> BarChart | None:
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


def _by_year(
    edition: Edition, counts: Mapping[int, int], first: int, last: int, *, height: float = 56.0
) -> BarChart | None:
    return bar_chart(
        edition.interface,
        [
            Count(label=str(year), count=counts.get(year, 0), url=year_url(year))
            for year in range(first, last + 1)
        ],
        chart_id="by-year",
        title=edition.interface.text("chart_by_year"),
        column=edition.interface.text("chart_column_year"),
        height=height,
    )
