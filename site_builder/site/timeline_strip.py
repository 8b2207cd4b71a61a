"""The whole archive as a strip on the pages of the timeline, which shows where one is.

The drawing is one file for all pages, so that an article more changes it and not them.
"""

from __future__ import annotations

from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.timeline_views import StripView, StripYear
from site_builder.site.urls import TIMELINE, year_url

_FILE = f"{TIMELINE}density.svg"
_ID = "bars"
_HEIGHT = 28
_ROOM = 12
"""Of a year, in the drawing's units: one for each month."""
_BY_MONTH = 15
"""Years up to which the drawing has a bar for each month."""
_LEAST = 0.6
"""Width in percent below which the time that a page shows would not be seen."""


def strip_drawing(edition: Edition) -> OutputFile:
    """Return the drawing, a symbol that stretches with the strip that uses it."""
    years = edition.years
    count = years[-1].year - years[0].year + 1 if years else 1
    bars = _months(edition) if count <= _BY_MONTH else _years(edition)
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
    first, last = edition.years[0].year, edition.years[-1].year
    if first == last:
        return None
    room = 100 / (last - first + 1)
    start = max(year - first, 0) + (month - 1) / 12 if month else max(year - first, 0)
    end = start + 1 / 12 if month else min(year - first + years, last - first + 1)
    width = max((end - start) * room, _LEAST)
    x = min(start * room, 100 - width)
    return StripView(
        bars=strip_bars(),
        years=tuple(
            StripYear(
                name=str(one.year),
                url=year_url(one.year),
                x=round((one.year - first) * room, 3),
                current=years == 1 and one.year == year,
            )
            for one in edition.years
        ),
        year_width=round(room, 3),
        x=round(x, 3),
        width=round(width, 3),
        inner_x=round(-100 * x / width, 2),
        inner_width=round(100 * 100 / width, 2),
        first=str(first),
        last=str(last),
    )


def _years(edition: Edition) -> list[tuple[int, int, int]]:
    first = edition.years[0].year
    return [((one.year - first) * _ROOM + 1, _ROOM - 2, len(one.articles)) for one in edition.years]


def _months(edition: Edition) -> list[tuple[int, int, int]]:
    return [
        ((one.year - edition.years[0].year) * _ROOM + month.month - 1, 1, len(month.articles))
        for one in edition.years
        for month in one.months.values()
    ]


def _bar(x: int, width: int, share: float) -> str:
    height = max(round(_HEIGHT * share, 1), 1.5)
    return f"M{x} {round(_HEIGHT - height, 1):g}h{width}V{_HEIGHT}h-{width}z"
