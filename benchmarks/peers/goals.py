"""What the project set itself, at 10,000 and 100,000 articles, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers import hugo
from benchmarks.peers.hugo_same_files import ALONE, WITH_SEARCH
from benchmarks.peers.medians import Figure, clock, files, median_of, memory, processor, ratio_of
from benchmarks.peers.ours import NAME
from benchmarks.peers.scenarios import ARTICLE_ADDED, FROM_NOTHING, NOTHING_CHANGED, Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A goal beside what was measured."""

    goal: str
    most: float
    measured: float
    """A figure of ours, or its ratio to that of Hugo writing the same files: the same work."""
    beside_plain: float | None
    """The ratio to Hugo writing the plainest site; None where the goal is no ratio."""

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.measured <= self.most

    @property
    def holds_beside_plain(self) -> bool | None:
        """Whether it is met beside the plainest site as well; None where the goal is no ratio."""
        return None if self.beside_plain is None else self.beside_plain <= self.most


def outcomes(measurements: Sequence[Measurement]) -> Iterator[Outcome]:
    """Yield each goal that is set for the size measured, and for which there are measurements."""
    articles = measurements[0].articles if measurements else 0
    for goal, most, aim in _GOALS.get(articles, ()):
        measured = aim.of(measurements, aim.beside)
        if measured is not None:
            plain = aim.of(measurements, _PLAIN[aim.beside]) if aim.beside else None
            yield Outcome(goal=goal, most=most, measured=measured, beside_plain=plain)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aim:
    """What a goal is about."""

    scenario: str
    figure: Figure
    beside: str | None = None
    """Whose figure ours is divided by, if it is."""

    def of(self, found: Sequence[Measurement], beside: str | None) -> float | None:
        """Return our figure, as a ratio to that of `beside` if there is one."""
        if beside is None:
            return median_of(found, self.scenario, NAME, self.figure)
        return ratio_of(found, self.scenario, NAME, self.figure, beside)


_PLAIN = {ALONE: hugo.ALONE, WITH_SEARCH: hugo.WITH_SEARCH}
_BESIDE_BOTH = "beside Hugo with Pagefind"
_BESIDE_HUGO = "beside Hugo alone, which has no search"
_GOALS: dict[int, tuple[tuple[str, float, _Aim], ...]] = {
    10_000: (
        (
            f"From nothing, processor time {_BESIDE_BOTH}",
            0.4,
            _Aim(scenario=FROM_NOTHING, figure=processor, beside=WITH_SEARCH),
        ),
        (
            f"From nothing, time by the clock {_BESIDE_BOTH}",
            0.4,
            _Aim(scenario=FROM_NOTHING, figure=clock, beside=WITH_SEARCH),
        ),
        (
            f"From nothing, memory {_BESIDE_BOTH}",
            0.25,
            _Aim(scenario=FROM_NOTHING, figure=memory, beside=WITH_SEARCH),
        ),
        (
            f"From nothing, processor time {_BESIDE_HUGO}",
            1.2,
            _Aim(scenario=FROM_NOTHING, figure=processor, beside=ALONE),
        ),
        (
            f"From nothing, time by the clock {_BESIDE_HUGO}",
            1.2,
            _Aim(scenario=FROM_NOTHING, figure=clock, beside=ALONE),
        ),
        (
            f"One article added, time by the clock {_BESIDE_BOTH}",
            0.04,
            _Aim(scenario=ARTICLE_ADDED, figure=clock, beside=WITH_SEARCH),
        ),
        ("One article added, files written", 300, _Aim(scenario=ARTICLE_ADDED, figure=files)),
        (
            "Nothing changed, seconds by the clock",
            0.5,
            _Aim(scenario=NOTHING_CHANGED, figure=clock),
        ),
    ),
    100_000: (("From nothing, MB of memory", 4_000, _Aim(scenario=FROM_NOTHING, figure=memory)),),
}
