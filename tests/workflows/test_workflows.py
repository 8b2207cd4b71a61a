"""The workflows, ours and a new archive's: well-formed, and with no more rights than they need."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.init_archive import init_archive
from tests.conftest import REPOSITORY


@pytest.fixture(params=["this repository", "a new archive"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with .github/workflows/ in it."""
    if request.param == "this repository":
        return REPOSITORY
    init_archive(tmp_path / "new")
    return tmp_path / "new"


def test_actionlint_finds_no_fault(project: Path) -> None:
    """Syntax, contexts, expressions and shell commands of every workflow are right."""
    workflows = sorted((project / ".github/workflows").glob("*.yml"))

    assert workflows
    assert lint("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *workflows) == ""


def test_zizmor_finds_no_weakness(project: Path) -> None:
    """The strictest reading of every workflow finds no way in."""
    assert lint("zizmor", "--offline", "--pedantic", "--quiet", project / ".github") == ""


@pytest.mark.parametrize(
    ("program", "options", "fault"),
    [
        ("actionlint", ("-no-color", "-shellcheck=", "-pyflakes="), "potentially untrusted"),
        ("zizmor", ("--offline", "--quiet"), "template-injection"),
    ],
)
def test_the_linters_see_what_is_wrong(
    tmp_path: Path, program: str, options: tuple[str, ...], fault: str
) -> None:
    """A workflow that trusts the title of a pull request does not pass."""
    workflow = tmp_path / ".github/workflows/bad.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(
        "name: bad\non: pull_request\npermissions: {}\njobs:\n  bad:\n    runs-on: ubuntu-24.04\n"
        "    steps:\n      - run: echo ${{ github.event.pull_request.title }} ${{ nowhere.x }}\n"
    )

    assert fault in lint(program, *options, workflow)


def lint(program: str, *arguments: str | Path) -> str:
    """Return what a linter says; '' where it ends well."""
    found = shutil.which(program, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{program} has no wheel for this system")
    done = subprocess.run(
        [found, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""
