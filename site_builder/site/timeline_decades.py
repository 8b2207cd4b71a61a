"""Decades of the timeline: which years of them hold what, without a list of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.indexes.timeline import Year
from site_builder.site.edition import Edition
from site_builder.site.pages import LaterPage, Page
from site_builder.site.period_charts import span_by_month
from site_builder.site.timeline_facets import NAME
from site_builder.site.timeline_frame import decade_name, decades_of, timeline_page, year_period
from site_builder.site.timeline_strip import strip, strip_known
from site_builder.site.timeline_views import DecadeView, TimelineView
from site_builder.site.urls import TIMELINE, decade_url
from site_builder.site.views import Link, Pager

Decade = tuple[int, tuple[Year, ...]]


def plan_decades(edition: Edition) -> Iterator[LaterPage]:
    """Yield a page for each decade of an archive of many years; the rows are elsewhere."""
    decades = decades_of(edition)
    known = strip_known(edition)
    for index, (start, years) in enumerate(decades):
        before = decades[index - 1] if index else None
        after = decades[index + 1] if index + 1 < len(decades) else None
        filled = [
            (one.year, len(one.articles), [(m, len(one.months[m].articles)) for m in one.months])
            for one in years
        ]
        near = [one[0] for one in (before, after) if one]
        key = edition.keys.page("decade", start, str((filled, near, known)))
        make = partial(
            _decade_page,
            edition,
            start,
            years,
            _link(edition, before),
            _link(edition, after),
        )
        yield LaterPage(url=decade_url(start), key=key, make=make)


def decade_view(edition: Edition, start: int, years: Sequence[Year]) -> DecadeView:
    """Return a decade as a part of the whole timeline."""
    return DecadeView(
        name=decade_name(edition, start),
        anchor=f"d-{start}s",
        url=decade_url(start),
        count=sum(len(year.articles) for year in years),
        years=tuple(year_period(edition, year) for year in reversed(years)),
    )


def _decade_page(
    edition: Edition,
    start: int,
    years: Sequence[Year],
    before: Link | None,
    after: Link | None,
) -> Page:
    interface = edition.interface
    name = decade_name(edition, start)
    by_month = {
        (year.year, month): len(found.articles)
        for year in years
        for month, found in year.months.items()
    }
    view = TimelineView(
        heading=name,
        level="decade",
        count=sum(len(year.articles) for year in years),
        chart=span_by_month(edition, by_month, start, start + 9, height=96.0),
        periods=tuple(year_period(edition, year) for year in reversed(years)),
        strip=strip(edition, start, years=10),
        facets=f"{TIMELINE}{NAME}",
        period=f"{start}s",
        previous=before,
        next=after,
        groups=(),
        pager=Pager(number=1, total=1, previous=None, next=None, pages=()),
    )
    above = ((interface.text("nav_timeline"), TIMELINE),)
    title = interface.plain("timeline_heading", period=name)
    return timeline_page(edition, decade_url(start), view, title, above)


def _link(edition: Edition, decade: Decade | None) -> Link | None:
    if decade is None:
        return None
    return Link(name=decade_name(edition, decade[0]), url=decade_url(decade[0]))
