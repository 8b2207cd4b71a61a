"""What the tables say."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers import hugo_same_files
from benchmarks.peers.goals import growth, outcomes
from benchmarks.peers.hugo import ALONE, WITH_SEARCH
from benchmarks.peers.medians import clock, median_of, ratio_of
from benchmarks.peers.ours import NAME
from benchmarks.peers.report import keep, tables
from benchmarks.peers.scenarios import (
    ARTICLE_ADDED_IN_CI,
    FROM_NOTHING,
    NOTHING_CHANGED,
    Measurement,
)
from benchmarks.processes import Cost
from benchmarks.trees import Written


def measured(
    name: str, seconds: float, *, run: int = 1, scenario: str = FROM_NOTHING, articles: int = 10_000
) -> Measurement:
    """A build that took `seconds` by the clock, twice that of processor and 100 MB."""
    return Measurement(
        articles=articles,
        run=run,
        scenario=scenario,
        name=name,
        cost=Cost(seconds=seconds, processor=2 * seconds, megabytes=100.0),
        written=Written(files=1_200, bytes=3_400_000, removed=0),
        files=1_300,
        bytes=5_600_000,
    )


def test_ratio_is_the_median_of_the_ratios_of_each_run() -> None:
    """Runs on a busy machine are compared with their own kind, not medians with medians."""
    found = [
        measured(NAME, 1.0, run=1),
        measured(WITH_SEARCH, 10.0, run=1),
        measured(NAME, 4.0, run=2),
        measured(WITH_SEARCH, 20.0, run=2),
        measured(NAME, 9.0, run=3),
        measured(WITH_SEARCH, 30.0, run=3),
    ]

    assert ratio_of(found, FROM_NOTHING, NAME, clock, WITH_SEARCH) == 0.2
    assert median_of(found, FROM_NOTHING, NAME, clock) == 4.0


def test_no_ratio_where_no_run_measured_both() -> None:
    """A tool measured in other runs than the one beside it has no ratio."""
    found = [measured(NAME, 1.0, run=1), measured(WITH_SEARCH, 2.0, run=2)]

    assert ratio_of(found, FROM_NOTHING, NAME, clock, WITH_SEARCH) is None


def test_row_holds_figures_and_ratios() -> None:
    """A row shows processor, clock, memory, files and megabytes, then three ratios."""
    text = tables([measured(NAME, 5.0), measured(WITH_SEARCH, 20.0)])

    assert f"| {NAME} | 10.00 | 5.00 | 100 | 1,200 | 3.4 | 0.250 | 0.250 | 1.000 |" in text
    assert f"| {NAME} | 1,300 | 5.6 |" in text


def test_build_in_ci_stands_beside_one_from_nothing() -> None:
    """Without a cache of its own the other tool builds from nothing, and is so compared."""
    text = tables(
        [
            measured(NAME, 5.0),
            measured(WITH_SEARCH, 20.0),
            measured(NAME, 2.0, scenario=ARTICLE_ADDED_IN_CI),
        ]
    )

    assert f"| {NAME} | 4.00 | 2.00 | 100 | 1,200 | 3.4 | 0.100 | 0.100 | 1.000 |" in text


def test_goals_are_held_against_what_was_measured() -> None:
    """A goal holds when the ratio is at most what was set; without a measure it is not told."""
    found = [
        measured(NAME, 5.0),
        measured(hugo_same_files.ALONE, 4.0),
        measured(hugo_same_files.WITH_SEARCH, 20.0),
    ]
    held = {one.goal: (one.measured, one.holds) for one in outcomes(found)}

    assert held["From nothing, processor time beside Hugo with Pagefind"] == (0.25, True)
    assert held["From nothing, memory beside Hugo with Pagefind"] == (1.0, False)
    assert held["From nothing, processor time beside Hugo alone, which has no search"] == (
        1.25,
        False,
    )
    assert not any("One article added" in goal for goal in held)


def test_goals_are_told_beside_the_plainest_site_too() -> None:
    """That has columns of its own, empty where it was not measured and for what is no ratio."""
    found = [
        measured(NAME, 5.0),
        measured(ALONE, 4.0),
        measured(WITH_SEARCH, 10.0),
        measured(hugo_same_files.ALONE, 10.0),
        measured(hugo_same_files.WITH_SEARCH, 20.0),
        measured(NAME, 0.3, scenario=NOTHING_CHANGED),
    ]
    clocks = "From nothing, time by the clock beside Hugo"

    text = tables(found)

    assert f"| {clocks} with Pagefind | 0.4 | 0.25 | yes | 0.5 | no |" in text
    assert f"| {clocks} alone, which has no search | 1.2 | 0.5 | yes | 1.25 | no |" in text
    assert "| Nothing changed, seconds by the clock | 0.5 | 0.3 | yes |  |  |" in text
    assert f"| {clocks} with Pagefind | 0.4 | 0.25 | yes |  |  |" in tables([found[0], *found[3:]])


def test_ratios_to_the_same_files_have_a_table() -> None:
    """Site Builder's ratios stand there, a build in CI beside one from nothing."""
    text = tables(
        [
            measured(NAME, 5.0, articles=1_000),
            measured(hugo_same_files.WITH_SEARCH, 20.0, articles=1_000),
            measured(NAME, 2.0, scenario=ARTICLE_ADDED_IN_CI, articles=1_000),
        ]
    )

    assert f"### {NAME}'s ratios to Hugo, same files + Pagefind\n" in text
    assert "| From nothing | 0.250 | 0.250 | 1.000 |" in text
    assert f"| {ARTICLE_ADDED_IN_CI} | 0.100 | 0.100 | 1.000 |" in text
    assert "'s ratios to" not in tables([measured(NAME, 5.0), measured(WITH_SEARCH, 20.0)])


def test_growth_sets_two_sizes_side_by_side() -> None:
    """Ten times the articles in fifteen times the seconds is told so; without both, nothing is."""
    few, many = [measured(NAME, 2.0, articles=1_000)], [measured(NAME, 30.0)]

    assert growth(few, many) == (
        "Site Builder from nothing: 10 times the 1,000 articles above took "
        "15.0 times the processor time"
    )
    assert growth([], many) is None


def test_goals_are_set_for_some_sizes_only() -> None:
    """At another size than theirs the goals are not told."""
    same = hugo_same_files.WITH_SEARCH
    assert "### Goals" in tables([measured(NAME, 5.0), measured(same, 20.0)])
    assert "### Goals" not in tables(
        [measured(NAME, 5.0, articles=1_000), measured(same, 20.0, articles=1_000)]
    )


def test_results_of_other_sizes_stay(tmp_path: Path) -> None:
    """Each size keeps its newest tables, in the order of the sizes."""
    path = tmp_path / "RESULTS.md"
    keep(path, 10_000, ["2026-01-01, on one machine"], "### From nothing\n\nold large")
    keep(path, 1_000, ["2026-01-02, on another"], "### From nothing\n\nsmall")
    keep(path, 10_000, ["2026-01-03, on a third"], "### From nothing\n\nnew large")

    text = path.read_text(encoding="utf-8")

    assert text.count("# Builds beside other generators") == 1
    assert "old large" not in text
    assert "2026-01-01" not in text
    assert text.index("## 1,000 articles") < text.index("small") < text.index("## 10,000 articles")
    assert text.index("## 10,000 articles") < text.index("2026-01-03") < text.index("new large")
