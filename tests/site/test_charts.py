"""Bar charts, laid out."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.resources import built_in
from site_builder.site.charts import WIDTH, Count, bar_chart
from site_builder.site.interface import load_interface

if TYPE_CHECKING:
    from site_builder.site.chart_views import BarChart

ENGLISH = load_interface("en", (built_in("templates"),))


def chart_of(*counts: int, height: float = 96.0) -> BarChart | None:
    given = [
        Count(label=str(1990 + n), count=count, url=f"timeline/{1990 + n}/")
        for n, count in enumerate(counts)
    ]
    return bar_chart(ENGLISH, given, chart_id="c", title="T", column="Year", height=height)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=300).filter(any))
def test_bars_fit_and_do_not_overlap(counts: list[int]) -> None:
    """Every bar lies inside the plot, beside the others, as high as its share of the greatest."""
    chart = chart_of(*counts)
    assert chart is not None
    assert [bar.count for bar in chart.bars] == counts
    ends = [bar.x + bar.width for bar in chart.bars]
    assert all(end <= bar.x for end, bar in zip(ends, chart.bars[1:], strict=False))
    assert chart.bars[0].x >= 0
    assert ends[-1] <= WIDTH
    for bar in chart.bars:
        assert bar.y >= 0
        assert bar.y + bar.height == pytest.approx(96, abs=0.02)
        exact = 96 * bar.count / max(counts)
        assert bar.height == pytest.approx(max(exact, 2) if bar.count else 0, abs=0.01)


@given(st.integers(2, 10_000))
@settings(max_examples=30)
def test_labels_are_few_and_even(count: int) -> None:
    """However many bars there are, at most twelve have a label: round years, evenly set."""
    chart = chart_of(*[1] * count)
    assert chart is not None
    places = [tick.x for tick in chart.ticks]
    steps = {round(after - before, 1) for before, after in itertools.pairwise(places)}

    assert 1 <= len(places) <= 12
    assert max(steps, default=0) - min(steps, default=0) < 0.3
    between = {int(b.label) - int(a.label) for a, b in itertools.pairwise(chart.ticks)}
    assert all(int(tick.label) % step == 0 for tick in chart.ticks for step in between)


def test_only_bars_with_something_lead_on() -> None:
    """A gap stays visible and is no link."""
    chart = chart_of(3, 0, 1000)
    assert chart is not None

    assert [bar.url for bar in chart.bars] == ["timeline/1990/", None, "timeline/1992/"]
    assert [bar.height for bar in chart.bars] == [2.0, 0.0, 96.0]
    assert chart.maximum == 1000
    assert chart.description == "From 1990 to 1992; the most in one bar is 1,000 (1992)."


@pytest.mark.parametrize("counts", [(), (5,), (0, 0)])
def test_nothing_to_compare_is_no_chart(counts: tuple[int, ...]) -> None:
    """One bar, or none with a height, says nothing."""
    assert chart_of(*counts) is None
