"""Measure builds beside other generators: `python -m benchmarks.peers --sizes 1000 10000`.

Peers come from PyPI and npm at the versions written down here, into `.cache/peers`; one that cannot
be installed is left out. The tables are printed and kept in `benchmarks/RESULTS.md`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.goals import growth
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.hugo_same_files import HUGO_SAME_FILES
from benchmarks.peers.installation import InstallationError, install
from benchmarks.peers.machine import describe_machine, file_system_of, memory_megabytes
from benchmarks.peers.mkdocs import MKDOCS
from benchmarks.peers.ours import SITE_BUILDER
from benchmarks.peers.pelican import PELICAN
from benchmarks.peers.report import keep, tables
from benchmarks.peers.scenarios import Contestant, Measurement, prepare, run_scenarios
from benchmarks.peers.tool import Tool

TOOLS = (SITE_BUILDER, HUGO, HUGO_SAME_FILES, ELEVENTY, MKDOCS, PELICAN)
PAIR = (SITE_BUILDER, HUGO)
"""Those measured at every size."""
IN_EVERY_RUN = (*PAIR, HUGO_SAME_FILES)
"""Those whose ratios the results are about; the others are measured once."""
LARGE = 10_000
"""From here on a single run shows enough, and beyond it only the pair is measured."""
_RESULTS = Path(__file__).parent.parent / "RESULTS.md"
_CACHE = Path(".cache") / "peers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for."""

    tools: Sequence[Tool]
    runs: int | None
    scratch: Path


def main() -> None:
    """Read the arguments, measure every size and keep the tables."""
    parser = argparse.ArgumentParser(description="Measure builds beside other generators.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--tools", nargs="+", choices=[one.key for one in TOOLS])
    parser.add_argument("--runs", type=int, help="default: 3, and 1 from 10,000 articles on")
    parser.add_argument("--date", type=date.fromisoformat, default=None, help="default: today")
    parser.add_argument("--results", type=Path, default=_RESULTS, help="where the tables are kept")
    parser.add_argument(
        "--scratch",
        type=Path,
        default=Path(tempfile.gettempdir()),
        help="folder for the archives and sites; one in memory leaves the disk out of the figures",
    )
    given = parser.parse_args()
    wanted = Wanted(
        tools=[one for one in TOOLS if given.tools is None or one.key in given.tools],
        runs=given.runs,
        scratch=given.scratch,
    )
    day = given.date or date.today()  # noqa: DTZ011  (the day on the clock of whoever measures)
    installed = install_all(wanted.tools)
    smaller: list[Measurement] = []
    for articles in sorted(given.sizes):
        load = os.getloadavg()[0]
        place = file_system_of(given.scratch)
        measurements, notes = measure_size(articles, installed, wanted)
        measured = tables(measurements)
        about = [
            f"{day}, on {describe_machine()}",
            f"Archives and sites on {place}; load when it began: {load:.1f}",
            ", ".join(dict.fromkeys(shown for tool in installed for shown in tool.shown)),
            *notes,
            *filter(None, [growth(smaller, measurements)]),
        ]
        print(f"\n## {articles:,} articles\n\n{measured}\n", flush=True)
        keep(given.results, articles, about, measured)
        smaller = measurements


def install_all(tools: Sequence[Tool]) -> dict[Tool, Path]:
    """Install the tools and return where; those that cannot be had are left out, and named."""
    installed = {}
    for tool in tools:
        try:
            installed[tool] = install(tool, _CACHE.absolute())
        except InstallationError as error:
            _say(f"{tool.name} is left out, since it could not be installed: {error}")
    return installed


def measure_size(
    articles: int, installed: dict[Tool, Path], wanted: Wanted
) -> tuple[list[Measurement], list[str]]:
    """Return the measurements at one size, and notes on tools that failed."""
    measurements: list[Measurement] = []
    notes: list[str] = []
    runs = wanted.runs or (3 if articles < LARGE else 1)

    def report(note: str) -> None:
        notes.append(note)
        _say(note)

    with tempfile.TemporaryDirectory(prefix="site-builder-", dir=wanted.scratch) as scratch:
        everyone = [
            Contestant(tool=tool, installed=folder, root=Path(scratch) / tool.key)
            for tool, folder in installed.items()
            if tool in PAIR or articles <= LARGE
        ]
        _say(f"Writing {articles:,} articles for {', '.join(one.tool.name for one in everyone)}")
        later = prepare(everyone, articles)
        for run in range(1, runs + 1):
            # Who comes first in one run comes last in the next.
            order = [one for one in everyone if run == 1 or one.tool in IN_EVERY_RUN]
            for measured in run_scenarios(
                order if run % 2 else order[::-1],
                later,
                articles=articles,
                run=run,
                most_megabytes=0.8 * memory_megabytes(),
                report=report,
            ):
                measurements.append(measured)
                _say(_line(measured))
    return measurements, notes


def _line(one: Measurement) -> str:
    return (
        f"run {one.run}  {one.scenario[:22]:<22}  {one.name:<27}"
        f"{one.cost.processor:8.2f} s of processor{one.cost.seconds:8.2f} s"
        f"{one.cost.megabytes:8,.0f} MB{one.written.files:8,} files written"
    )


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
