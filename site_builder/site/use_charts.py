"""Charts of uses by year, beside the number of articles they were counted in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from site_builder.site.chart_views import Tick
from site_builder.site.charts import GAP, WIDTH
from site_builder.site.interface import Interface
from site_builder.site.research_views import Share, UseBar, UseChart

HEIGHT = 88.0
ALL_HEIGHT = 30.0
LINE_WIDTH = 120.0
LINE_HEIGHT = 24.0
_SMALLEST = 2.0
"""Height of a bar that is not nothing, so that it can be seen beside the greatest."""


class YearCount(msgspec.Struct, frozen=True, kw_only=True):
    """What one bar stands for."""

    year: int
    used: int
    """Articles that use the phrase."""
    verbatim: int
    """Articles with at least one verbatim use."""
    all: int
    """Articles of the year."""


def year_counts(
    years: Mapping[int, int], used: Iterable[int], verbatim: Iterable[int]
) -> tuple[YearCount, ...]:
    """Return a count for each year from the archive's first to its last, gaps included.

    `years` gives the articles of each year; `used` and `verbatim` hold the year of each article
    that uses the phrase.
    """
    if not years:
        return ()
    used_in, verbatim_in = Counter(used), Counter(verbatim)
    return tuple(
        YearCount(
            year=year,
            used=used_in[year],
            verbatim=verbatim_in[year],
            all=years.get(year, 0),
        )
        for year in range(min(years), max(years) + 1)
    )


def use_chart(
    interface: Interface, counts: Sequence[YearCount], url_of: Callable[[int], str]
) -> UseChart | None:
    """Return the chart, or None where there is nothing to compare (fewer than two years)."""
    maximum = max((count.used for count in counts), default=0)
    if len(counts) < 2 or maximum == 0:
        return None
    most = max(count.all for count in counts)
    room = WIDTH / len(counts)
    width = round(room * (1 - GAP), 3)
    bars = tuple(
        UseBar(
            label=str(count.year),
            used=Share(count=count.used, of=count.all),
            verbatim=count.verbatim,
            url=url_of(count.year) if count.used else None,
            x=round(index * room + room * GAP / 2, 3),
            width=width,
            height=_size(count.used, maximum, HEIGHT),
            verbatim_height=_size(count.verbatim, maximum, HEIGHT),
            all_height=_size(count.all, most, ALL_HEIGHT),
        )
        for index, count in enumerate(counts)
    )
    fullest = max(bars, key=lambda bar: bar.used.count)
    description = interface.plain(
        "formulation_chart_description",
        **{
            "from": bars[0].label,
            "to": bars[-1].label,
            "count": interface.number(fullest.used.count),
            "total": interface.plural("statements", fullest.used.of),
            "label": fullest.label,
        },
    )
    return UseChart(
        description=description,
        width=WIDTH,
        height=HEIGHT,
        all_height=ALL_HEIGHT,
        bars=bars,
        ticks=_ticks(counts, room),
        maximum=maximum,
        all_maximum=most,
    )


def _ticks(counts: Sequence[YearCount], room: float) -> tuple[Tick, ...]:
    """Return years to write below the chart: round ones, few enough not to touch."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if len(counts) <= 12 * step)
    return tuple(
        Tick(label=str(count.year), x=round((index + 0.5) * room, 3))
        for index, count in enumerate(counts)
        if count.year % step == 0
    )


def line_bars(counts: Sequence[YearCount]) -> tuple[tuple[float, float, float, float], ...]:
    """Return (x, y, width, height) of the bars of a small chart, years without any left out."""
    maximum = max((count.used for count in counts), default=0)
    room = LINE_WIDTH / max(len(counts), 1)
    width = round(max(room * (1 - GAP), 1.5), 2)
    bars = []
    for index, count in enumerate(counts):
        if count.used:
            height = _size(count.used, maximum, LINE_HEIGHT)
            bars.append((round(index * room, 2), round(LINE_HEIGHT - height, 2), width, height))
    return tuple(bars)


def _size(count: int, maximum: int, height: float) -> float:
    return max(round(height * count / maximum, 2), _SMALLEST) if count else 0.0
