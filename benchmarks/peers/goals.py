"""What the project set itself at 10,000 articles, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.hugo import ALONE, WITH_SEARCH
from benchmarks.peers.medians import Figure, clock, files, median_of, memory, processor, ratio_of
from benchmarks.peers.ours import NAME
from benchmarks.peers.scenarios import ARTICLE_ADDED, FROM_NOTHING, NOTHING_CHANGED, Measurement

ARTICLES = 10_000
"""The size for which the goals are set."""


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
    """Yield each goal for which there are measurements."""
    for goal, most, measure in _GOALS:
        measured = measure(measurements)
        if measured is not None:
            yield Outcome(goal=goal, most=most, measured=measured)


def _ratio(
    scenario: str, figure: Figure, beside: str
) -> Callable[[Sequence[Measurement]], float | None]:
    return lambda found: ratio_of(found, scenario, NAME, figure, beside)


def _median(scenario: str, figure: Figure) -> Callable[[Sequence[Measurement]], float | None]:
    return lambda found: median_of(found, scenario, NAME, figure)


_GOALS = (
    (
        "From nothing, processor time beside Hugo with Pagefind",
        0.4,
        _ratio(FROM_NOTHING, processor, WITH_SEARCH),
    ),
    (
        "From nothing, time by the clock beside Hugo with Pagefind",
        0.4,
        _ratio(FROM_NOTHING, clock, WITH_SEARCH),
    ),
    (
        "From nothing, memory beside Hugo with Pagefind",
        0.25,
        _ratio(FROM_NOTHING, memory, WITH_SEARCH),
    ),
    (
        "From nothing, processor time beside Hugo alone, which has no search",
        1.2,
        _ratio(FROM_NOTHING, processor, ALONE),
    ),
    (
        "From nothing, time by the clock beside Hugo alone, which has no search",
        1.2,
        _ratio(FROM_NOTHING, clock, ALONE),
    ),
    (
        "One article added, time by the clock beside Hugo with Pagefind",
        0.04,
        _ratio(ARTICLE_ADDED, clock, WITH_SEARCH),
    ),
    ("One article added, files written", 300, _median(ARTICLE_ADDED, files)),
    ("Nothing changed, seconds by the clock", 0.5, _median(NOTHING_CHANGED, clock)),
)
