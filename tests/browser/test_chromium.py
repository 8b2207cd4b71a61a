"""Finding a Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import VARIABLE, find_chromium

if TYPE_CHECKING:
    from pathlib import Path


def program(path: Path, script: str) -> Path:
    """Write an executable that does what `script` says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path of programs, and no variable that names a browser."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


def test_no_browser_is_found_where_there_is_none(system: Path, tmp_path: Path) -> None:
    """An empty system has no Chromium."""
    assert find_chromium(str(tmp_path / "own")) is None


def test_note_that_only_tells_of_a_snap_is_passed_over(system: Path, tmp_path: Path) -> None:
    """A `chromium-browser` that starts nothing does not count, and the next name does."""
    program(system / "chromium-browser", "echo 'install the snap' >&2; exit 1")
    chrome = program(system / "google-chrome", "echo 'Google Chrome 150.0'")

    assert find_chromium(str(tmp_path / "own")) == chrome


def test_own_browser_comes_before_the_systems(system: Path, tmp_path: Path) -> None:
    """Playwright's own browser, made for it, is preferred."""
    program(system / "chromium", "echo 'Chromium 150.0'")
    own = program(tmp_path / "own", "echo 'Chromium 151.0'")

    assert find_chromium(str(own)) == own


def test_named_browser_is_the_only_one_asked(
    system: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that the variable names is used, and no other in its stead."""
    program(system / "chromium", "echo 'Chromium 150.0'")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "absent"))

    assert find_chromium(str(tmp_path / "own")) is None
