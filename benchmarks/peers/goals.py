"""What the project set itself, at 10,000 and 100,000 articles, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.hugo import ALONE, WITH_SEARCH
from benchmarks.peers.medians import Figure, clock, files, median_of, memory, processor, ratio_of
from benchmarks.peers.ours import NAME
from benchmarks.peers.scenarios import ARTICLE_ADDED, FROM_NOTHING, NOTHING_CHANGED, Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A goal beside what was measured."""

    goal: str
    most: float
    measured: float

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.measured <= self.most


def outcomes(measurements: Sequence[Measurement]) -> Iterator[Outcome]:
    """Yield each goal that is set for the size measured, and for which there are measurements."""
    articles = measurements[0].articles if measurements else 0
    for goal, most, measure in _GOALS.get(articles, ()):
        measured = measure(measurements)
        if measured is not None:
            yield Outcome(goal=goal, most=most, measured=measured)


def growth(smaller: Sequence[Measurement], larger: Sequence[Measurement]) -> str | None:
    """Return in a sentence how processor time from nothing grew with the articles."""
    before = median_of(smaller, FROM_NOTHING, NAME, processor)
    after = median_of(larger, FROM_NOTHING, NAME, processor)
    if before is None or after is None:
        return None
    times = larger[0].articles / smaller[0].articles
    return (
        f"{NAME} from nothing: {times:g} times the {smaller[0].articles:,} articles above took "
        f"{after / before:.1f} times the processor time"
    )


_Measure = Callable[[Sequence[Measurement]], float | None]


def _ratio(scenario: str, figure: Figure, beside: str) -> _Measure:
    return lambda found: ratio_of(found, scenario, NAME, figure, beside)


def _median(scenario: str, figure: Figure) -> _Measure:
    return lambda found: median_of(found, scenario, NAME, figure)


_BESIDE_BOTH = "beside Hugo with Pagefind"
_BESIDE_HUGO = "beside Hugo alone, which has no search"
_GOALS: dict[int, tuple[tuple[str, float, _Measure], ...]] = {
    10_000: (
        (
            f"From nothing, processor time {_BESIDE_BOTH}",
            0.4,
            _ratio(FROM_NOTHING, processor, WITH_SEARCH),
        ),
        (
            f"From nothing, time by the clock {_BESIDE_BOTH}",
            0.4,
            _ratio(FROM_NOTHING, clock, WITH_SEARCH),
        ),
        (f"From nothing, memory {_BESIDE_BOTH}", 0.25, _ratio(FROM_NOTHING, memory, WITH_SEARCH)),
        (
            f"From nothing, processor time {_BESIDE_HUGO}",
            1.2,
            _ratio(FROM_NOTHING, processor, ALONE),
        ),
        (
            f"From nothing, time by the clock {_BESIDE_HUGO}",
            1.2,
            _ratio(FROM_NOTHING, clock, ALONE),
        ),
        (
            f"One article added, time by the clock {_BESIDE_BOTH}",
            0.04,
            _ratio(ARTICLE_ADDED, clock, WITH_SEARCH),
        ),
        ("One article added, files written", 300, _median(ARTICLE_ADDED, files)),
        ("Nothing changed, seconds by the clock", 0.5, _median(NOTHING_CHANGED, clock)),
    ),
    100_000: (("From nothing, MB of memory", 4_000, _median(FROM_NOTHING, memory)),),
}
