"""Medians over the runs, and of the ratios within each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median

from benchmarks.peers.scenarios import Measurement

Figure = Callable[[Measurement], float]
"""One of the figures of a measurement."""


def clock(one: Measurement) -> float:
    """Return seconds by the clock."""
    return one.cost.seconds


def processor(one: Measurement) -> float:
    """Return seconds of processor time."""
    return one.cost.processor


def memory(one: Measurement) -> float:
    """Return megabytes."""
    return one.cost.megabytes


def files(one: Measurement) -> float:
    """Return the number of files written."""
    return one.written.files


def megabytes_written(one: Measurement) -> float:
    """Return the megabytes of the files written."""
    return one.written.bytes / 1e6


def median_of(
    measurements: Iterable[Measurement], scenario: str, name: str, figure: Figure
) -> float | None:
    """Return the median of a tool's figure over the runs; None if it was not measured."""
    found = [figure(one) for one in measurements if (one.scenario, one.name) == (scenario, name)]
    return median(found) if found else None


def ratio_of(
    measurements: Iterable[Measurement],
    scenario: str,
    name: str,
    figure: Figure,
    beside: str,
    beside_scenario: str | None = None,
) -> float | None:
    """Return the median of the ratios to `beside`, each of two figures of the same run.

    None if no run measured both.
    """
    ours, theirs = {}, {}
    for one in measurements:
        if (one.scenario, one.name) == (scenario, name):
            ours[one.run] = figure(one)
        if (one.scenario, one.name) == (beside_scenario or scenario, beside):
            theirs[one.run] = figure(one)
    ratios = [value / theirs[run] for run, value in ours.items() if theirs.get(run)]
    return median(ratios) if ratios else None
