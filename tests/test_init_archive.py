"""Starting a new archive."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder import __version__
from site_builder.init_archive import ArchiveExistsError, init_archive, installed_requirement
from tests.conftest import REPOSITORY, build_site

PINNED = re.compile(r"uses: (actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")


def test_new_archive_has_what_publishing_needs(tmp_path: Path) -> None:
    """Settings, an entry, every register, an about page and the workflow are written."""
    written = init_archive(tmp_path / "archive")

    names = {path.relative_to(tmp_path / "archive").as_posix() for path in written}
    assert names >= {
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "content/pages/about.md",
        "content/site.yaml",
        "requirements.txt",
        *(
            f"content/registers/{name}.yaml"
            for name in (
                "carriers", "events", "formulations", "organisations", "people", "places", "tags",
            )
        ),
    }  # fmt: skip
    assert sum(name.startswith("content/articles/") for name in names) == 1
    assert {path for path in (tmp_path / "archive").rglob("*") if path.is_file()} == set(written)


def test_new_archive_builds_without_a_warning(tmp_path: Path) -> None:
    """The new archive passes a strict build, and its entry is on the home page."""
    init_archive(tmp_path / "archive")

    build_site(
        tmp_path / "archive", tmp_path / "site", "https://example.org/", "--strict", "--jobs", "1"
    )

    home = (tmp_path / "site" / "index.html").read_text()
    assert "How entries are kept in this archive" in home


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_folder_with_anything_in_it_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is ever written over somebody's files."""
    (tmp_path / name).write_text("mine")

    with pytest.raises(ArchiveExistsError, match="is not empty"):
        init_archive(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """A file is no folder for an archive."""
    (tmp_path / "archive").write_text("mine")

    with pytest.raises(ArchiveExistsError):
        init_archive(tmp_path / "archive")


def test_program_is_pinned(tmp_path: Path) -> None:
    """The archive's requirements name this version or its exact commit."""
    init_archive(tmp_path / "archive")
    lines = (tmp_path / "archive" / "requirements.txt").read_text().splitlines()
    [requirement] = [line for line in lines if not line.startswith("#")]

    assert requirement == installed_requirement()
    assert re.fullmatch(
        rf"site-builder(=={re.escape(__version__)}| @ git\+https://\S+@[0-9a-f]{{40}})", requirement
    )


@pytest.mark.parametrize(
    "workflow",
    [
        ".github/workflows/pages.yml",
        ".github/workflows/check.yml",
        ".github/workflows/release.yml",
        "site_builder/starter/dot-github/workflows/pages.yml",
    ],
)
def test_actions_are_pinned_by_commit(workflow: str) -> None:
    """Every action of a workflow is named by a whole commit, with its version beside it."""
    text = (REPOSITORY / workflow).read_text()
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]

    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_all_workflows_use_the_same_actions() -> None:
    """The starter's workflow pins what the project's own workflows pin."""
    pins = {}
    for path in (
        REPOSITORY / ".github/workflows/pages.yml",
        REPOSITORY / "site_builder/starter/dot-github/workflows/pages.yml",
    ):
        lines = path.read_text().splitlines()
        pins[path] = {line.split("uses: ")[1] for line in lines if "uses:" in line}

    first, second = pins.values()
    assert first == second


@pytest.mark.parametrize("name", ["pages.yml", "check.yml", "release.yml"])
def test_workflows_start_without_permissions(name: str) -> None:
    """A workflow has no permission but those that a job names for itself."""
    text = (REPOSITORY / ".github" / "workflows" / name).read_text()

    assert "\npermissions: {}\n" in text
    assert "pull_request_target" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


@pytest.mark.parametrize(
    "name",
    [
        "ISSUE_TEMPLATE/config.yml",
        "ISSUE_TEMPLATE/correction.yml",
        "ISSUE_TEMPLATE/statement.yml",
        "pull_request_template.md",
    ],
)
def test_new_archive_takes_statements_as_this_repository_does(tmp_path: Path, name: str) -> None:
    """The forms of a new archive are this repository's, word for word."""
    init_archive(tmp_path / "new")

    ours = Path(__file__).parents[1] / ".github" / name
    assert ours.read_text("utf-8") == (tmp_path / "new" / ".github" / name).read_text("utf-8")
