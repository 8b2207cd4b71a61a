"""Bar charts, laid out: counts → rectangles."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from site_builder.site.chart_views import Bar, BarChart, Tick
from site_builder.site.interface import Interface

WIDTH = 100.0
"""Charts are laid out across in percent, so that they stretch with the page."""
GAP = 0.22
"""Share of a bar's room that stays empty beside it."""
_MAX_TICKS = 12


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """What one bar stands for."""

    label: str
    count: int
    url: str | None
    tick: str = ""
    """A short label for the axis; '' uses `label`."""
    current: bool = False


def bar_chart(
    interface: Interface,
    counts: Sequence[Count],
    *,
    chart_id: str,
    title: str,
    column: str,
    height: float = 96.0,
    tick_step: int = 0,
) -> BarChart | None:
    """Return the chart, or None where there is nothing to compare (fewer than two bars).

    Every `tick_step`-th bar gets a label below the axis; 0 lets their number decide.
    """
    maximum = max((count.count for count in counts), default=0)
    if len(counts) < 2 or maximum == 0:
        return None
    room = WIDTH / len(counts)
    width = round(room * (1 - GAP), 3)
    bars = []
    for index, count in enumerate(counts):
        # The smallest count stays visible beside the greatest.
        size = max(round(height * count.count / maximum, 2), 2.0) if count.count else 0.0
        bars.append(
            Bar(
                label=count.label,
                count=count.count,
                text=interface.plain(
                    "name_and_count",
                    name=count.label,
                    count=interface.plural("statements", count.count),
                ),
                url=count.url if count.count else None,
                x=round(index * room + room * GAP / 2, 3),
                y=round(height - size, 2),
                width=width,
                height=size,
                current=count.current,
            )
        )
    fullest = max(counts, key=lambda one: one.count)
    description = interface.plain(
        "chart_description",
        **{
            "from": counts[0].label,
            "to": counts[-1].label,
            "maximum": interface.number(maximum),
            "label": fullest.label,
        },
    )
    return BarChart(
        title=title,
        description=description,
        id=chart_id,
        height=height,
        bars=tuple(bars),
        ticks=_ticks(counts, room, tick_step or _fitting_step(len(counts))),
        maximum=maximum,
        column=column,
    )


def _fitting_step(bars: int) -> int:
    """Return the step between labels at which they do not touch."""
    return next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 1000) if bars / step <= _MAX_TICKS)


def _ticks(counts: Sequence[Count], room: float, step: int) -> tuple[Tick, ...]:
    # Years are named where they are round; other periods from the first one on.
    whole = all(count.label.isdecimal() for count in counts)
    return tuple(
        Tick(label=count.tick or count.label, x=round((index + 0.5) * room, 3))
        for index, count in enumerate(counts)
        if (int(count.label) if whole else index) % step == 0
    )
