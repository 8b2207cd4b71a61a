"""The whole archive as a strip on the pages of the timeline, which shows where one is.

The drawing is one file for all pages, so that an article more changes it and not them. Where there
are decades, the strip covers whole ones and has a link for each, and for years only in that of the
page: a new year changes the pages of its own decade's years, and no others.
"""

from __future__ import annotations

from site_builder.output.files import OutputFile
from site_builder.site.chart_views import Tick
from site_builder.site.edition import Edition
from site_builder.site.timeline_frame import decade_name, decades_of
from site_builder.site.timeline_views import StripPeriod, StripView, StripYear
from site_builder.site.urls import TIMELINE, decade_url, year_url

_FILE = f"{TIMELINE}density.svg"
_ID = "bars"
_HEIGHT = 28
_ROOM = 12
"""Of a year, in the drawing's units: one for each month."""
_BY_MONTH = 15
"""Years up to which the drawing has a bar for each month."""
_LEAST = 0.6
"""Width in percent below which the time that a page shows would not be seen."""
_LABELS = 9
"""Decades whose names stand beside each other on a phone."""


def strip_drawing(edition: Edition) -> OutputFile:
    """Return the drawing, a symbol that stretches with the strip that uses it."""
    first, last = _ends(edition)
    count = last - first + 1
    bars = _months(edition, first) if count <= _BY_MONTH else _years(edition, first)
    most = max((size for _, _, size in bars), default=1)
    path = "".join(_bar(x, width, size / most) for x, width, size in bars)
    box = f"0 0 {count * _ROOM} {_HEIGHT}"
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        f'<symbol id="{_ID}" viewBox="{box}" preserveAspectRatio="none"><path d="{path}"/></symbol>'
        f'<use href="#{_ID}"/></svg>\n'
    )
    return OutputFile(_FILE, text.encode())


def strip_bars() -> str:
    """Return the address of the drawing's symbol, below the root."""
    return f"{_FILE}#{_ID}"


def strip(edition: Edition, year: int, month: int = 0, years: int = 1) -> StripView | None:
    """Return the strip for some years from `year` on, or for one month of it.

    None where the archive covers one year only.
    """
    first, last = _ends(edition)
    if first == last:
        return None
    room = 100 / (last - first + 1)
    start = max(year - first, 0) + (month - 1) / 12 if month else max(year - first, 0)
    end = start + 1 / 12 if month else min(year - first + years, last - first + 1)
    width = max((end - start) * room, _LEAST)
    x = min(start * room, 100 - width)
    decades = decades_of(edition)
    one_year = decades and years == 1
    return StripView(
        bars=strip_bars(),
        scale=_scale(first, last) if decades else (),
        periods=_decades(edition, year, years) if decades else _all_years(edition, year),
        years=_years_beside(edition, year) if one_year and not month else (),
        year=_year_of_month(year, first, room) if one_year and month else None,
        x=round(x, 3),
        width=round(width, 3),
        inner_x=round(-100 * x / width, 2),
        inner_width=round(100 * 100 / width, 2),
        first=str(first),
        last=str(last),
    )


def strip_known(edition: Edition, year: int | None = None) -> str:
    """Return all that a strip shows of the archive, for the key of its page.

    That of a year shows the years of its decade; where `year` is None, that of a decade or a month
    shows none but its own.
    """
    decades = decades_of(edition)
    if not decades:
        return str([one.year for one in edition.years])
    own = None if year is None else _decade(year)
    beside = [one.year for start, ones in decades if start == own for one in ones]
    return str(([start for start, _ in decades], beside))


def _ends(edition: Edition) -> tuple[int, int]:
    """Return the first and the last year of the strip."""
    years = edition.years
    if not years:
        return 0, 0
    first, last = years[0].year, years[-1].year
    return (_decade(first), _decade(last) + 9) if decades_of(edition) else (first, last)


def _decade(year: int) -> int:
    return year - year % 10


def _scale(first: int, last: int) -> tuple[Tick, ...]:
    starts = range(first, last, 10)
    step = -(-len(starts) // _LABELS)
    return tuple(
        Tick(label=str(start) if n % step == 0 else "", x=round(100 * n / len(starts), 3))
        for n, start in enumerate(starts)
    )


def _all_years(edition: Edition, current: int) -> tuple[StripPeriod, ...]:
    first, last = _ends(edition)
    room = 100 / (last - first + 1)
    return tuple(
        StripPeriod(
            name=str(one.year),
            url=year_url(one.year),
            x=round((one.year - first) * room, 3),
            width=round(room, 3),
            current=one.year == current,
        )
        for one in edition.years
    )


def _decades(edition: Edition, year: int, years: int) -> tuple[StripPeriod, ...]:
    """Return the decades with entries."""
    first, last = _ends(edition)
    room = 100 / (last - first + 1)
    return tuple(
        StripPeriod(
            name=decade_name(edition, start),
            url=decade_url(start),
            x=round((start - first) * room, 3),
            width=round(10 * room, 3),
            current=years > 1 and start == year,
            open=years == 1 and start == _decade(year),
        )
        for start, _ in decades_of(edition)
    )


def _years_beside(edition: Edition, year: int) -> tuple[StripYear, ...]:
    """Return all ten years of a year's decade."""
    start = _decade(year)
    filled = {one.year for one in edition.years}
    return tuple(
        StripYear(
            name=str(one),
            url=year_url(one) if one in filled else "",
            x=10.0 * (one - start),
            current=one == year,
        )
        for one in range(start, start + 10)
    )


def _year_of_month(year: int, first: int, room: float) -> StripYear:
    x = round((year - first + 0.5) * room, 3)
    return StripYear(name=str(year), url=year_url(year), x=x, current=True)


def _years(edition: Edition, first: int) -> list[tuple[int, int, int]]:
    return [((one.year - first) * _ROOM + 1, _ROOM - 2, len(one.articles)) for one in edition.years]


def _months(edition: Edition, first: int) -> list[tuple[int, int, int]]:
    return [
        ((one.year - first) * _ROOM + month.month - 1, 1, len(month.articles))
        for one in edition.years
        for month in one.months.values()
    ]


def _bar(x: int, width: int, share: float) -> str:
    height = max(round(_HEIGHT * share, 1), 1.5)
    return f"M{x} {round(_HEIGHT - height, 1):g}h{width}V{_HEIGHT}h-{width}z"
