"""What the timeline's pages show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.chart_views import BarChart, Tick
from site_builder.site.views import CountedLink, Link, Pager, RowGroup


class PeriodView(Struct, frozen=True, kw_only=True):
    """A year, month or day of the timeline with its number of entries."""

    name: str
    url: str
    """Leads nowhere, and is not used, where `count` is 0."""
    count: int
    children: tuple[CountedLink, ...] = ()
    """All twelve months of a year by their short names, a month without entries with a
    count of 0 so that gaps stay visible; empty elsewhere."""


class DecadeView(Struct, frozen=True, kw_only=True):
    """Ten years of the timeline, those with entries."""

    name: str
    """'1990 to 1999'."""
    anchor: str
    url: str
    count: int
    years: tuple[PeriodView, ...]
    """Newest first."""


class StripYear(Struct, frozen=True, kw_only=True):
    """A year below its decade on the strip."""

    name: str
    url: str
    """'' where there are no entries."""
    x: float
    """In percent of the strip's width."""
    current: bool
    """Whether the page shows it, or a month of it."""


class StripPeriod(Struct, frozen=True, kw_only=True):
    """A year or a decade with entries on the strip of the whole archive."""

    name: str
    url: str
    x: float
    """In percent of the strip's width, as is `width`."""
    width: float
    current: bool = False
    """Whether the page shows it, or, where there are no decades, a month of it."""
    open: bool = False
    """Whether the page shows a part of it, where it is a decade."""


class StripView(Struct, frozen=True, kw_only=True):
    """The whole archive as a strip that shows where one is; every place is in percent."""

    bars: str
    """Address below the root of the drawing of the archive's density."""
    scale: tuple[Tick, ...]
    """Where every decade begins, those without entries included, not all with a label; empty
    where there are none."""
    periods: tuple[StripPeriod, ...]
    """Decades, or years where there are no decades, oldest first."""
    years: tuple[StripYear, ...] = ()
    """The ten years of the open decade, side by side over the whole width, on a year's page."""
    year: StripYear | None = None
    """The year of the page's month, with its middle on the strip; None without decades."""
    x: float
    width: float
    """The time that the page shows, in percent of the strip's width."""
    inner_x: float
    inner_width: float
    """The whole strip, in percent of the width of that time."""
    first: str
    last: str


class TimelineView(Struct, frozen=True, kw_only=True):
    """timeline.html, for the whole archive, a decade, a year or a month."""

    heading: str
    level: str
    """'all', 'decade', 'year' or 'month'."""
    count: int
    chart: BarChart | None
    periods: tuple[PeriodView, ...]
    decades: tuple[DecadeView, ...] = ()
    """The years by decades, in place of `periods`, where there are many."""
    gaps: tuple[str, ...] = ()
    """Years between the first and the last from which there is nothing: '2004', '2007 to 2009'."""
    strip: StripView | None = None
    facets: str = ""
    """Address below the root of what narrows the list by speaker and country, or ''."""
    period: str = ""
    """What of that file the page shows: '', '1990s', '2023' or '2023-01'."""
    previous: Link | None
    next: Link | None
    groups: tuple[RowGroup, ...]
    pager: Pager
