"""A tool of three lines goes through every scenario."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.generate import GeneratedArticle
from benchmarks.peers.scenarios import (
    ARTICLE_ADDED,
    ARTICLE_ADDED_IN_CI,
    FROM_NOTHING,
    NOTHING_CHANGED,
    TEMPLATE_CHANGED,
    Contestant,
    Measurement,
    prepare,
    run_scenarios,
)
from benchmarks.peers.tool import Step, Tool, write_text

BUILD = """
from pathlib import Path
frame = Path("frame.html").read_text()
titles = sorted(path.read_text() for path in Path("articles").glob("*.txt"))
Path("site").mkdir(exist_ok=True)
Path("site/index.html").write_text(frame.replace("TITLES", " ".join(titles)))
"""
ONLY_ONCE = "from pathlib import Path\nPath('site').mkdir()\nPath('site/index.html').touch()\n"


def tool(key: str, *scripts: str, caches: tuple[str, ...] = ()) -> Tool:
    """A tool that runs scripts of Python, one step each."""

    def write_article(root: Path, article: GeneratedArticle) -> None:
        write_text(root / "articles" / f"{article.id}.txt", article.title)

    return Tool(
        key=key,
        name=key,
        prepare=lambda root: write_text(root / "frame.html", "<body>TITLES</body>"),
        write_article=write_article,
        base_template="frame.html",
        steps=lambda _, __: tuple(
            Step(reported_as=f"{key} {number}", command=(sys.executable, "-S", "-c", script))
            for number, script in enumerate(scripts, 1)
        ),
        output="site",
        caches=caches,
    )


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., tuple[list[Measurement], list[str]]]:
    """A function that runs tools through the scenarios, with what was told of failures."""

    def go(*tools: Tool) -> tuple[list[Measurement], list[str]]:
        everyone = [
            Contestant(tool=one, installed=tmp_path, root=tmp_path / one.key) for one in tools
        ]
        told: list[str] = []
        later = prepare(everyone, 3)
        found = run_scenarios(
            everyone, later, articles=3, run=1, most_megabytes=1_000, report=told.append
        )
        return list(found), told

    return go


def test_every_scenario_is_measured_in_turn(run) -> None:
    """Tools take turns within a scenario; what only a cache tells apart is left out without one."""
    measured, told = run(tool("one", BUILD), tool("two", BUILD))

    assert told == []
    assert [(one.scenario, one.name) for one in measured] == [
        (scenario, name)
        for scenario in (FROM_NOTHING, NOTHING_CHANGED, ARTICLE_ADDED, TEMPLATE_CHANGED)
        for name in ("one 1", "two 1")
    ]


def test_article_and_template_reach_the_site(run, tmp_path: Path) -> None:
    """At the end the site holds the article added, the newest of all, and the changed frame."""
    run(tool("one", BUILD))

    names = sorted(path.name for path in (tmp_path / "one" / "articles").iterdir())
    page = (tmp_path / "one" / "site" / "index.html").read_text(encoding="utf-8")

    assert len(names) == 4
    assert names[-1].startswith("2026-01-01-")
    assert "Edition 1.</p>\n</body>" in page


def test_steps_add_up(run) -> None:
    """The second step is reported with the first, what it cost and what it wrote."""
    more = "from pathlib import Path\nPath('site/more').write_text('more')\n"
    measured, _ = run(tool("one", BUILD, more))
    first, both = measured[:2]

    assert (first.name, both.name) == ("one 1", "one 2")
    assert both.cost.processor > first.cost.processor
    assert (first.written.files, both.written.files, both.files) == (1, 2, 2)


def test_tool_that_fails_is_told_and_left_out(run) -> None:
    """A tool whose second build fails is measured no further, and the others go on."""
    measured, told = run(tool("one", ONLY_ONCE), tool("two", BUILD))

    assert [one.scenario for one in measured if one.name == "one 1"] == [FROM_NOTHING]
    assert len([one for one in measured if one.name == "two 1"]) == 4
    assert len(told) == 1
    assert told[0].startswith("one, nothing changed: ")
    assert "FileExistsError" in told[0]


def test_site_that_lacks_the_added_article_is_no_success(run) -> None:
    """A build that leaves the home page stale is told as a failure."""
    stale = f"from pathlib import Path\nif not Path('site').exists():\n    exec({BUILD!r})\n"
    _, told = run(tool("one", stale))

    assert len(told) == 1
    assert "the home page does not show" in told[0]


def test_build_in_ci_finds_the_cache_and_no_site(run, tmp_path: Path) -> None:
    """In a fresh working copy there is the cache, and nothing of a site that no workflow keeps."""
    build = (
        f"{BUILD}\nPath('cache').mkdir(exist_ok=True)\n"
        "seen = Path('cache/seen')\n"
        "seen.write_text((seen.read_text() if seen.exists() else '') + 'built ')\n"
    )
    measured, told = run(replace(tool("one", build), caches=("cache",)))

    assert told == []
    assert measured[-1].scenario == ARTICLE_ADDED_IN_CI
    assert (measured[-1].files, measured[-1].written.files) == (1, 1)
    assert (tmp_path / "one" / "cache" / "seen").read_text(encoding="utf-8") == "built " * 5


def test_build_in_ci_finds_the_site_that_the_workflow_kept(run, tmp_path: Path) -> None:
    """Its files have the times at which the last build wrote them."""
    build = (
        "from pathlib import Path\n"
        "page, times = Path('site/index.html'), Path('times')\n"
        "found = str(page.stat().st_mtime_ns) if page.exists() else ''\n"
        f"{BUILD}\n"
        "before = times.read_text().split()[-1] if found else ''\n"
        "times.write_text(f'{found} {before} {page.stat().st_mtime_ns}')\n"
    )
    measured, told = run(replace(tool("one", build), caches=("site",)))

    assert told == []
    assert measured[-1].scenario == ARTICLE_ADDED_IN_CI
    found, before, _ = (tmp_path / "one" / "times").read_text(encoding="utf-8").split()
    assert found == before
