"""What the pages of calendar days and of random articles show: views as in views.py."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.site.views import Link, Pager, RowGroup, RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day of any year in the calendar of all."""

    number: int
    name: str
    """'4 January'."""
    count: int
    url: str | None
    """None where there are no statements."""
    share: int
    """How full it is beside the fullest day: 0 (empty) to 4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMonth:
    """A month of any year."""

    name: str
    anchor: str
    count: int
    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayIndexView:
    """day_index.html: all days of the calendar with statements."""

    count: int
    """Statements of which the day is known."""
    of: int
    """All statements."""
    days: int
    """Days with statements."""
    months: tuple[CalendarMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomView:
    """random.html: articles that chance has chosen."""

    rows: tuple[RowView, ...]
    """Chosen when the site was built."""
    of: int
    """All articles, from which a script chooses anew."""
    per_file: int
    """Ids in each file but the last."""
