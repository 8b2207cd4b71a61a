"""Tables of what was measured, and the file that keeps the newest of every size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.peers import hugo_same_files
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
from benchmarks.peers.ours import NAME
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

{ALONE} by itself writes the plainest sensible site, of far fewer files than Site Builder does.
“{hugo_same_files.ALONE}” writes, in Hugo's own ways, what Site Builder writes and Hugo can: the six
further files of each article; its page with metadata, facts, citations, related articles and
numbered paragraphs; for each tag, person and country two feeds, its years and what it goes together
with; the days of the calendar; records by year. What it leaves out is told beside its layouts, in
`benchmarks/peers/layouts/hugo-same-files/`; how near the work is, the tables of the sites show. Its
rows have ratios to the plain {WITH_SEARCH} like all others, and Site Builder's ratios to it stand
in a table of their own. A ratio tells of speed where the work is the same: goals are judged on the
same files, and told beside the plainest site as well.
"""
_YES_OR_NO = {True: "yes", False: "no", None: ""}
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
    parts += [
        *_beside_same_files(measurements, scenarios),
        *_site_sizes(measurements, names),
        *_goals(measurements),
    ]
    return "\n\n".join(parts)


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
    cells = [
        name,
        shown(processor, 2),
        shown(clock, 2),
        shown(memory, 0),
        shown(files, 0),
        shown(megabytes_written, 1),
    ]
    for figure in _FIGURES:
        ratio = ratio_of(measurements, scenario, name, figure, WITH_SEARCH, _beside(scenario))
        cells.append("" if ratio is None else f"{ratio:.3f}")
    return f"| {' | '.join(cells)} |"


def _beside_same_files(
    measurements: Sequence[Measurement], scenarios: Iterable[str]
) -> Iterator[str]:
    beside = hugo_same_files.WITH_SEARCH
    rows = []
    for scenario in scenarios:
        beside_scenario = _beside(scenario)
        ratios = [
            ratio_of(measurements, scenario, NAME, figure, beside, beside_scenario)
            for figure in _FIGURES
        ]
        if None not in ratios:
            rows.append(f"| {scenario} | {' | '.join(f'{ratio:.3f}' for ratio in ratios)} |")
    if rows:
        head = "| | processor | clock | memory |\n| --- | ---: | ---: | ---: |"
        yield "\n".join([f"### {NAME}'s ratios to {beside}\n", head, *rows])


def _beside(scenario: str) -> str:
    """Return the scenario of others with which one of ours is compared."""
    return FROM_NOTHING if scenario == ARTICLE_ADDED_IN_CI else scenario


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
    rows = []
    for one in outcomes(measurements):
        plain = "" if one.beside_plain is None else f"{one.beside_plain:.3g}"
        cells = [
            one.goal,
            f"{one.most:,g}",
            f"{one.measured:.3g}",
            _YES_OR_NO[one.holds],
            plain,
            _YES_OR_NO[one.holds_beside_plain],
        ]
        rows.append(f"| {' | '.join(cells)} |")
    if rows:
        head = (
            "| | at most | on the same files | holds | beside the plainest site | holds |\n"
            "| --- | ---: | ---: | --- | ---: | --- |"
        )
        yield "### Goals\n\n" + "\n".join([head, *rows])
