"""Finds a Chromium for the browser tests, or installs one: `python -m tests.browser.chromium`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

VARIABLE = "SITE_BUILDER_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # root has none, and the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
)


def find_chromium(own: str) -> Path | None:
    """Return a Chromium that starts: the one the variable names, `own`, or the system's.

    `own` is where Playwright keeps its own, whether or not it has been installed.
    """
    named = os.environ.get(VARIABLE)
    candidates = [Path(named)] if named else [Path(own), *_system_chromiums()]
    return next((path for path in candidates if _starts(path)), None)


def install_chromium(own: str) -> Path | None:
    """Install a Chromium from the system's packages, or else Playwright's own; None on failure."""
    for attempt in (partial(_install_package, "chromium"), _install_playwright_chromium):
        attempt()
        if (path := find_chromium(own)) is not None:
            return path
    return None


def main() -> int:
    """Find or install a Chromium, say which, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one if there is none")
    install = parser.parse_args().install
    if install and not _driver_starts():
        # Playwright's driver is a Node that wants this library, which small systems lack.
        _install_package("libatomic1")
    if not _driver_starts():
        print(
            "Playwright, which the browser tests use, does not start here.\n"
            "  `python -m playwright --version` says why; often a system library is missing.",
            file=sys.stderr,
        )
        return 1
    own = _playwright_path()
    path = find_chromium(own)
    if path is None and install:
        print("There is no Chromium here; installing one for the browser tests.", flush=True)
        path = install_chromium(own)
    if path is None:
        print(
            "No Chromium was found, so the browser tests cannot run.\n"
            f"  Install Chromium or Chrome, or name one with {VARIABLE}=/path/to/chromium.",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium for the browser tests: {path}")
    return 0


def _playwright_path() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _system_chromiums() -> list[Path]:
    return [Path(found) for name in NAMES if (found := shutil.which(name))]


def _starts(path: Path) -> bool:
    # Ubuntu's chromium-browser may be a note that says to install a snap.
    try:
        asked = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and b"Chrom" in asked.stdout


def _driver_starts() -> bool:
    return _try([sys.executable, "-m", "playwright", "--version"], dict(os.environ))


def _install_package(name: str) -> None:
    if shutil.which("apt-get") is None:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    prefix: list[str] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name],
    ):
        _try([*prefix, *command], environment)


def _install_playwright_chromium() -> None:
    command = [sys.executable, "-m", "playwright", "install"]
    if not _try([*command, "--with-deps", "chromium"], dict(os.environ)):
        _try([*command, "chromium"], dict(os.environ))


def _try(command: list[str], environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=900,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@contextmanager
def launched(playwright: Playwright, rules: str) -> Iterator[Browser]:
    """Give a Chromium that finds hosts by `rules` alone.

    Without one, fails where CI runs; elsewhere a machine without a browser may run other tests.
    """
    import pytest

    executable = find_chromium(playwright.chromium.executable_path)
    if executable is None:
        message = "no Chromium here; `make chromium` installs one"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    chromium = playwright.chromium.launch(
        executable_path=executable, args=[*FLAGS, f"--host-resolver-rules={rules}"]
    )
    try:
        yield chromium
    finally:
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
