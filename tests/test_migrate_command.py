"""site-builder migrate: what it says, what it writes, and what it refuses."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from site_builder.build import BuildOptions, build_site
from site_builder.cli import main
from site_builder.diagnostics import BuildError
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from pathlib import Path

OLD = "articles/2024/old.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one article in an older spelling."""
    old = article("2024-01-02", lang="en", draft="false  # ready")
    return write_archive(
        tmp_path / "archive",
        {**REGISTERS, "site.yaml": "title: A\n", OLD: old, "articles/2023/new.md": article()},
    )


def migrate(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["migrate", str(root), *options])


def git(root: Path, *arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)


def test_changes_are_only_listed_unless_told(root: Path) -> None:
    """The list names each field with its line; --check fails where there is any."""
    before = tree(root)
    result = migrate(root)

    assert result.exit_code == 0
    assert result.output == (
        f"content/{OLD}:4: lang: en → language: en\n"
        f"content/{OLD}:5: draft: false → (removed)\n"
        "Fields that would change: 2, files: 1. Nothing was written; site-builder migrate --write"
        " does it.\n"
    )
    assert migrate(root, "--check").exit_code == 1
    assert tree(root) == before


def test_outside_git_a_copy_is_kept(root: Path) -> None:
    """The archive builds after that, and the former files lie beside it."""
    former = (root / "content" / OLD).read_bytes()
    result = migrate(root, "--write")

    assert result.exit_code == 0, result.output
    assert "Files written: 2. The former ones are in " in result.output
    assert (root / "content-before-migration" / OLD).read_bytes() == former
    assert (root / "content/site.yaml").read_text() == "format: 1\ntitle: A\n"
    assert (root / "content" / OLD).read_text() == article("2024-01-02", lang="en").replace(
        "lang: en\n", "language: en\n# ready\n"
    )
    assert migrate(root, "--check").output.startswith("Nothing to migrate")
    assert build_site(BuildOptions(root=root, output=root / "_site")).articles == 2


def test_git_is_trusted_where_it_holds_everything(root: Path) -> None:
    """Nothing is written over work that is not committed; what is committed needs no copy."""
    git(root, "init", "-q")
    refused = migrate(root, "--write")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    done = migrate(root, "--write")

    assert refused.exit_code == 1
    assert "Commit them first" in refused.output
    assert done.exit_code == 0
    assert "git diff" in done.output
    assert not (root / "content-before-migration").exists()
    assert "language: en" in (root / "content" / OLD).read_text()


def test_what_git_ignores_is_copied(root: Path) -> None:
    """A repository that does not hold content/ cannot undo anything."""
    git(root, "init", "-q")
    (root / ".gitignore").write_text("content/\n")

    assert "The former ones are in " in migrate(root, "--write").output


def test_copies_are_never_written_over(root: Path) -> None:
    """A second migration waits until the copies of the first are out of its way."""
    (root / "content-before-migration").mkdir()
    before = tree(root)
    result = migrate(root, "--write")

    assert result.exit_code == 1
    assert "from an earlier migration" in result.output
    assert tree(root) == before


@pytest.mark.parametrize("arguments", [["build"], ["check"], ["migrate"], ["migrate", "--write"]])
def test_a_newer_format_is_one_clear_error(root: Path, arguments: list[str]) -> None:
    """Its line, what is wrong, and the next step; no other complaint about what may be right."""
    write_archive(root, {"site.yaml": "title: A\nformat: 2\n", OLD: "---\nwhat: x\n---\n"})
    before = tree(root)
    result = CliRunner().invoke(main, [arguments[0], str(root), *arguments[1:]])

    assert result.exit_code == 1
    assert result.output.count("error[") == 1
    assert "content/site.yaml:2: error[format]: this archive is of format 2" in result.output
    assert "pip install --upgrade site-builder" in result.output
    assert {path: one for path, one in tree(root).items() if ".cache" not in path} == before


@pytest.mark.parametrize("value", ["0", "one", "[1]", "-1", "1.5"])
def test_a_format_that_never_was(root: Path, value: str) -> None:
    """Nonsense is an error at its line."""
    write_archive(root, {"site.yaml": f"title: A\nformat: {value}\n"})
    with pytest.raises(BuildError) as caught:
        build_site(BuildOptions(root=root, output=root / "_site"))

    assert "content/site.yaml:2" in [str(one.location) for one in caught.value.diagnostics]


def test_an_older_name_is_told_with_its_present_one(root: Path) -> None:
    """The error of a build leads to the command."""
    with pytest.raises(BuildError) as caught:
        build_site(BuildOptions(root=root, output=root / "_site"))

    hints = [one.hint for one in caught.value.diagnostics]
    assert "It is called language here; 'site-builder migrate' mends all such names." in hints
