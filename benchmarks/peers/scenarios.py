"""Each tool builds the same archive from nothing and after the changes of a working day."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.generate import GeneratedArticle, generate_articles
from benchmarks.peers.tool import Tool
from benchmarks.processes import CommandError, Cost, measure_command
from benchmarks.trees import Written, look_at, size_of, written_between

FROM_NOTHING = "From nothing"
NOTHING_CHANGED = "Nothing changed"
ARTICLE_ADDED = "One article added"
TEMPLATE_CHANGED = "One template changed"
ARTICLE_ADDED_IN_CI = "One article added, in a fresh working copy with what the workflow kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One build by one tool."""

    articles: int
    """How many articles the archive began with."""
    run: int
    scenario: str
    name: str
    """As the tool, or its first steps alone, are called in the tables."""
    cost: Cost
    written: Written
    files: int
    """Files of the whole site after the build."""
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A tool that is installed and has an archive of its own."""

    tool: Tool
    installed: Path
    root: Path

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.root / self.tool.output


Change = Callable[[Contestant], str]
"""Changes a contestant's archive and returns what its home page must show after a build."""


class WrongSiteError(Exception):
    """A build ended well and its site lacks what it must show."""


def prepare(contestants: Sequence[Contestant], articles: int) -> Iterator[GeneratedArticle]:
    """Write the archive for everyone, and return the articles that come after it."""
    generated = generate_articles(articles)
    for one in contestants:
        one.root.mkdir(parents=True)
        one.tool.prepare(one.root)
    for article in islice(generated, articles):
        for one in contestants:
            one.tool.write_article(one.root, article)
    return generated


def run_scenarios(
    contestants: Sequence[Contestant],
    later: Iterator[GeneratedArticle],
    *,
    articles: int,
    run: int,
    most_megabytes: float,
    report: Callable[[str], None],
) -> Iterator[Measurement]:
    """Yield what the builds of one run cost, tool after tool within each scenario.

    A tool that fails is told to `report` and takes no further part in the run.
    """
    failed: set[str] = set()
    for scenario, change in _scenarios(later, run):
        for one in contestants:
            if one.tool.key in failed or not _takes_part(one, scenario):
                continue
            shown = change(one)
            try:
                for name, cost, written, files, size in _build(one, most_megabytes):
                    yield Measurement(
                        articles=articles,
                        run=run,
                        scenario=scenario,
                        name=name,
                        cost=cost,
                        written=written,
                        files=files,
                        bytes=size,
                    )
                _check(one, shown)
            except (CommandError, WrongSiteError) as error:
                failed.add(one.tool.key)
                report(f"{one.tool.name}, {scenario.lower()}: {error}")


def _scenarios(later: Iterator[GeneratedArticle], run: int) -> list[tuple[str, Change]]:
    return [
        (FROM_NOTHING, _clear),
        (NOTHING_CHANGED, _leave),
        (ARTICLE_ADDED, _adding(next(later))),
        (TEMPLATE_CHANGED, _framing(f"Edition {run}.")),
        (ARTICLE_ADDED_IN_CI, _adding_after_checkout(next(later))),
    ]


def _clear(one: Contestant) -> str:
    for name in (one.tool.output, *one.tool.caches):
        shutil.rmtree(one.root / name, ignore_errors=True)
    return ""


def _leave(_: Contestant) -> str:
    return ""


def _adding(article: GeneratedArticle) -> Change:
    def change(one: Contestant) -> str:
        one.tool.write_article(one.root, article)
        return article.title

    return change


def _framing(words: str) -> Change:
    def change(one: Contestant) -> str:
        path = one.root / one.tool.base_template
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</body>", f"<p>{words}</p>\n</body>"), encoding="utf-8")
        return words

    return change


def _adding_after_checkout(article: GeneratedArticle) -> Change:
    def change(one: Contestant) -> str:
        if one.tool.output not in one.tool.caches:
            shutil.rmtree(one.site)
        kept = [one.root / name for name in one.tool.caches if (one.root / name).exists()]
        for folder in kept:
            _unpacked_again(folder)
        for path in one.root.rglob("*"):
            if path not in kept and not any(folder in path.parents for folder in kept):
                os.utime(path)
        # What a tool put beside its site is not kept.
        for spare in one.root.glob("._*"):
            shutil.rmtree(spare)
        return _adding(article)(one)

    return change


def _unpacked_again(folder: Path) -> None:
    """Make a folder what it is after a workflow has packed and unpacked it: its times are the same,
    its files are new ones."""
    copy = folder.with_name(f"{folder.name}.copy")
    shutil.copytree(folder, copy, symlinks=True)
    shutil.rmtree(folder)
    copy.rename(folder)


def _takes_part(one: Contestant, scenario: str) -> bool:
    """Return whether a scenario differs from the others for a tool: without a cache, one does not.

    What it would measure is a build from nothing.
    """
    caches = any((one.root / name).exists() for name in one.tool.caches)
    return scenario != ARTICLE_ADDED_IN_CI or caches


def _build(one: Contestant, most_megabytes: float) -> Iterator[tuple[str, Cost, Written, int, int]]:
    """Yield, after each step, its name and what the build has cost and written so far."""
    before = look_at(one.site)
    # What earlier builds left to be written to the disk must not slow this one.
    os.sync()
    total: Cost | None = None
    for step in one.tool.steps(one.installed, one.root):
        cost = measure_command(step.command, folder=one.root, most_megabytes=most_megabytes)
        total = cost if total is None else total + cost
        after = look_at(one.site)
        yield (
            step.reported_as,
            total,
            written_between(before, after),
            len(after),
            size_of(after),
        )


def _check(one: Contestant, shown: str) -> None:
    """Raise WrongSiteError unless the home page shows what was changed."""
    home = one.site / "index.html"
    if not home.is_file() or shown not in home.read_text(encoding="utf-8"):
        raise WrongSiteError(f"the home page does not show {shown!r}")
