"""What several tests share: the sample archive, built once, and the corpora."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sites.built import BASE_URL, BuiltSite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright

REPOSITORY = Path(__file__).parents[1]
_MAIN = "from site_builder.cli import main; main()"


def pytest_configure() -> None:
    """Let Ctrl-C reach tests of it: a run started in the background is told to ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the working copy, which is also the sample archive's."""
    return REPOSITORY


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with the corpora; tests that ask for it skip where there is none."""
    named = os.environ.get("SITE_BUILDER_CORPORA")
    folder = Path(named) if named else REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no corpora at {folder}; name their folder with SITE_BUILDER_CORPORA")
    return folder


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample archive as the command builds it for a host under a base path.

    Built once for all workers of a parallel run: the first to make the folder builds.
    """
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    return _build_once(shared / "sample-site")


def _build_once(folder: Path) -> BuiltSite:
    import fcntl

    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            (folder / "log").write_text(build_site(REPOSITORY, folder / "site", BASE_URL))
            (folder / "done").touch()
    return BuiltSite(folder=folder / "site", base_url=BASE_URL)


def build_site(root: Path, output: Path, base_url: str, *options: str) -> str:
    """Build an archive with the command in a process of its own; return what it printed."""
    command = [sys.executable, "-c", _MAIN, "build", str(root)]
    done = subprocess.run(
        [*command, "--output", str(output), "--base-url", base_url, *options],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the archive at {root} does not build:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; there can be one only in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running
