"""What README promises is held by tests that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.hostile.catalogue import CASES

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


def promises(readme: str) -> list[list[str]]:
    """The rows of the table of promises, each in its two columns."""
    table = readme.partition("| promise | held by |\n| --- | --- |\n")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]


def test_each_promise_is_held_by_a_test_that_is_there(readme: str, repository: Path) -> None:
    """A promise names the test that would fail if it were broken."""
    rows = promises(readme)

    assert len(rows) > 10
    for promise, held_by in rows:
        tests = LINK.findall(held_by)
        assert any(name.startswith("tests/") for name in tests), promise
        assert all((repository / name).exists() for name in tests), promise


def test_every_file_that_readme_leads_to_is_there(readme: str, repository: Path) -> None:
    """Nobody is sent nowhere."""
    missing = [
        name
        for name in LINK.findall(readme)
        if "://" not in name and not (repository / name).exists()
    ]

    assert missing == []


def test_every_goal_of_make_that_readme_names_is_there(readme: str, repository: Path) -> None:
    """`make soak` and the like can be made."""
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", readme, re.MULTILINE))

    assert named >= {"site", "test", "soak", "big"}
    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


def test_the_number_of_hostile_cases(readme: str) -> None:
    """As many as README says, or more."""
    (number,) = re.findall(r"over (\d+) cases", readme)

    assert len(CASES) > int(number)
