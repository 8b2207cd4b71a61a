"""`site-builder formulations` on small archives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_archive(
        tmp_path,
        {
            "articles/2020/2020-a.md": article("2020", body="An ever closer union of peoples.\n"),
            "articles/2023/2023-a.md": article("2023", body="No closer union of peoples yet.\n"),
        },
    )


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["formulations", *arguments])
    return result.exit_code, result.output


def test_candidates_are_printed_with_counts_and_years(archive: Path) -> None:
    """A table of phrases, and how to list one."""
    code, output = run(str(archive))

    assert code == 0
    assert output.splitlines()[:2] == [
        "words  statements      years  wording",
        "    4      2 of 2  2020-2023  closer union of peoples",
    ]
    assert "content/registers/formulations.yaml" in output


def test_nothing_to_propose_says_what_to_try(archive: Path) -> None:
    """Where no phrase repeats often enough, the way to shorter and rarer ones is named."""
    code, output = run(str(archive), "--statements", "3")

    assert code == 0
    assert output == (
        "No phrase stands in enough of the 2 statements.\n"
        "  Lower --statements or --words to see shorter and rarer ones.\n"
    )


def test_faults_of_the_archive_end_the_command(tmp_path: Path) -> None:
    """An archive that cannot be read is an error with its place, not a traceback."""
    root = write_archive(tmp_path, {"articles/2020/2020-a.md": "no front matter\n"})
    code, output = run(str(root))

    assert code == 1
    assert "content/articles/2020/2020-a.md:1: error" in output
    assert "Traceback" not in output
