"""The preview as a curator sees it: pages that follow the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.diagnostics import SourceLocation, error
from site_builder.preview.server import open_server
from site_builder.preview.state import PreviewState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from site_builder.preview.server import PreviewServer

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


def write_page(folder: Path, heading: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{POLICY}">
        <link rel="icon" href="data:,"><title>{heading}</title></head>
        <body><h1>{heading}</h1></body></html>""",
        encoding="utf-8",
    )


@pytest.fixture
def state() -> PreviewState:
    return PreviewState()


@pytest.fixture
def preview(tmp_path: Path, state: PreviewState) -> Iterator[PreviewServer]:
    write_page(tmp_path / "site", "One")
    state.succeed()
    with open_server(tmp_path / "site", state, 0) as server:
        yield server


@pytest.fixture
def watched(new_page: Callable[..., Page], preview: PreviewServer) -> Page:
    """The preview's home page in the browser, held to the site's content policy."""
    page = new_page(base=preview.address)
    page.goto(preview.address)
    return page


def test_page_reloads_after_a_good_build(
    watched: Page, tmp_path: Path, state: PreviewState
) -> None:
    """A new build shows without a touch of the keyboard."""
    assert watched.locator("h1").inner_text() == "One"

    write_page(tmp_path / "site", "Two")
    state.succeed()

    watched.get_by_role("heading", name="Two").wait_for()


def test_faults_lie_over_the_last_good_page(watched: Page, state: PreviewState) -> None:
    """After a failed build the page stays, with every fault over it as text, not as markup."""
    where = SourceLocation(path="content/articles/2024/a.md", line=4)
    state.fail([error(where, "date", "<img src=x onerror=alert(1)> is not a date", "Write one.")])

    alert = watched.get_by_role("alert")
    alert.wait_for()
    said = alert.inner_text()
    assert "content/articles/2024/a.md:4" in said
    assert "error: <img src=x onerror=alert(1)> is not a date" in said
    assert "Write one." in said
    assert alert.locator("img").count() == 0
    assert watched.locator("h1").first.inner_text() == "One"


def test_faults_go_away_once_mended(watched: Page, tmp_path: Path, state: PreviewState) -> None:
    """The next good build takes the faults away."""
    state.fail_with("the disk is full", "Free some space.")
    watched.get_by_role("alert").wait_for()

    write_page(tmp_path / "site", "Mended")
    state.succeed()

    watched.get_by_role("heading", name="Mended").wait_for()
    assert watched.get_by_role("alert").count() == 0


def test_page_opened_after_a_failed_build_shows_the_faults(
    new_page: Callable[..., Page], preview: PreviewServer, state: PreviewState
) -> None:
    """Whoever opens or reloads a page while the archive is broken sees why."""
    state.fail_with("the disk is full", "Free some space.")
    page = new_page(base=preview.address)
    page.goto(preview.address)

    page.get_by_role("alert").wait_for()
