"""Tables of what was measured, and the file that keeps the newest of every size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.peers.goals import outcomes
from benchmarks.peers.hugo import ALONE, WITH_SEARCH
from benchmarks.peers.medians import (
    Figure,
    clock,
    files,
    median_of,
    megabytes_written,
    memory,
    processor,
    ratio_of,
)
from benchmarks.peers.scenarios import ARTICLE_ADDED_IN_CI, FROM_NOTHING, Measurement

_PREFACE = f"""# Builds beside other generators

`make bench` writes the tables of 1,000 and 10,000 articles anew; `make bench SIZES=100000` those of
100,000. `SCRATCH=/dev/shm` builds in memory, which leaves a slow or busy disk out of the figures.

The archives are generated: made-up words by a natural distribution, 420 an article, with tags,
people and countries, over thirty years. Every generator gets them in its own format and builds the
same kinds of pages, each in its quickest sensible setup (`benchmarks/peers/`): articles with their
neighbours, lists of every tag, person, country, year and month in pages of fifty, and feeds of
forty entries, but for MkDocs, which writes none. Pagefind and MkDocs make the sites searchable;
Hugo alone, Eleventy and Pelican do not. Site Builder writes what it always does: search with its
passages, charts, citations in four formats, twins of each article for machines, the dataset.

The generators take turns within each scenario. Processor time is that of all processes on all
cores. Memory is the most that all processes held at one time. Files written counts those of the
site that are new or were written again. The last three columns are ratios to {WITH_SEARCH}, taken
within a run; of several runs the medians are shown. {ALONE} in the tables is the first half of
{WITH_SEARCH}, measured on the way.
"""
_FIGURES = (processor, clock, memory)
_HEAD = (
    "| | processor, s | clock, s | memory, MB | files written | MB written"
    " | processor | clock | memory |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def tables(measurements: Sequence[Measurement]) -> str:
    """Return the tables of one size in Markdown, one for every scenario measured."""
    names = list(dict.fromkeys(one.name for one in measurements))
    scenarios = list(dict.fromkeys(one.scenario for one in measurements))
    parts = []
    for scenario in scenarios:
        rows = [_row(measurements, scenario, name) for name in names]
        note = ""
        if scenario == ARTICLE_ADDED_IN_CI:
            note = f"Ratios are to {WITH_SEARCH} from nothing, as it would have to build.\n\n"
        parts.append(f"### {scenario}\n\n{note}{_HEAD}\n" + "\n".join(filter(None, rows)))
    return "\n\n".join([*parts, *_site_sizes(measurements, names), *_goals(measurements)])


def keep(path: Path, articles: int, about: Iterable[str], measured: str) -> None:
    """Put the tables of one size into the file, in the place of that size's last ones."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    sections = {
        int(found["articles"].replace(",", "")): found[0].strip()
        for found in re.finditer(
            r"^## (?P<articles>[\d,]+) articles\n.*?(?=^## |\Z)", text, _ACROSS
        )
    }
    lines = "\n".join(f"- {line}" for line in about)
    sections[articles] = f"## {articles:,} articles\n\n{lines}\n\n{measured}"
    ordered = [sections[size] for size in sorted(sections)]
    path.write_text("\n\n".join([_PREFACE.strip(), *ordered]) + "\n", encoding="utf-8")


_ACROSS = re.MULTILINE | re.DOTALL


def _row(measurements: Sequence[Measurement], scenario: str, name: str) -> str | None:
    def shown(figure: Figure, places: int) -> str:
        value = median_of(measurements, scenario, name, figure)
        return "" if value is None else f"{value:,.{places}f}"

    if not shown(clock, 0):
        return None
    beside_scenario = FROM_NOTHING if scenario == ARTICLE_ADDED_IN_CI else scenario
    cells = [
        name,
        shown(processor, 2),
        shown(clock, 2),
        shown(memory, 0),
        shown(files, 0),
        shown(megabytes_written, 1),
    ]
    for figure in _FIGURES:
        ratio = ratio_of(measurements, scenario, name, figure, WITH_SEARCH, beside_scenario)
        cells.append("" if ratio is None else f"{ratio:.3f}")
    return f"| {' | '.join(cells)} |"


def _site_sizes(measurements: Sequence[Measurement], names: Iterable[str]) -> Iterator[str]:
    def size(one: Measurement) -> float:
        return one.bytes / 1e6

    def number(one: Measurement) -> float:
        return one.files

    rows = []
    for name in names:
        many = median_of(measurements, FROM_NOTHING, name, number)
        large = median_of(measurements, FROM_NOTHING, name, size)
        if many is not None and large is not None:
            rows.append(f"| {name} | {many:,.0f} | {large:,.1f} |")
    if rows:
        yield "### The sites\n\n| | files | MB |\n| --- | ---: | ---: |\n" + "\n".join(rows)


def _goals(measurements: Sequence[Measurement]) -> Iterator[str]:
    rows = [
        f"| {one.goal} | {one.most:,g} | {one.measured:.3g} | {'yes' if one.holds else 'no'} |"
        for one in outcomes(measurements)
    ]
    if rows:
        head = "| | at most | measured | holds |\n| --- | ---: | ---: | --- |"
        yield "### Goals\n\n" + "\n".join([head, *rows])
