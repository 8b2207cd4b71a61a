"""What the pages of calendar days and of random articles show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.views import Link, Pager, RowGroup, RowView


class DayView(Struct, frozen=True, kw_only=True):
    """day.html: what was said on one day of any year."""

    heading: str
    """'4 January'."""
    count: int
    """Statements of that day, on all pages of the list."""
    years: int
    """Years from which they are."""
    groups: tuple[RowGroup, ...]
    """By year, newest first."""
    pager: Pager
    previous: Link | None
    """The day before it in the calendar that has statements."""
    next: Link | None


class CalendarDay(Struct, frozen=True, kw_only=True):
    """A day of any year in the calendar of all."""

    number: int
    name: str
    """'4 January'."""
    count: int
    url: str | None
    """None where there are no statements."""
    share: int
    """How full it is beside the fullest day: 0 (empty) to 4."""


class CalendarMonth(Struct, frozen=True, kw_only=True):
    """A month of any year."""

    name: str
    anchor: str
    count: int
    days: tuple[CalendarDay, ...]


class DayIndexView(Struct, frozen=True, kw_only=True):
    """day_index.html: all days of the calendar with statements."""

    count: int
    """Statements of which the day is known."""
    of: int
    """All statements."""
    days: int
    """Days with statements."""
    months: tuple[CalendarMonth, ...]


class RandomView(Struct, frozen=True, kw_only=True):
    """random.html: articles that chance has chosen."""

    rows: tuple[RowView, ...]
    """Chosen when the site was built."""
    of: int
    """All articles, from which a script chooses anew."""
    per_file: int
    """Ids in each file but the last."""
