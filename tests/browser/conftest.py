"""A real Chromium at the sample archive, served under a base path; strict about every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import launched
from tests.browser.server import ArchiveServer
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

    from tests.sites.built import BuiltSite

TIMEOUT = 60_000
"""Milliseconds that anything in the browser may take."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(sample_site: BuiltSite) -> Iterator[ArchiveServer]:
    """The sample archive on a host of its own; `server.requests` tells what it sent."""
    with ArchiveServer(sample_site.folder, "/my-archive/") as running:
        yield running


@pytest.fixture(scope="session")
def archive_url(sample_site: BuiltSite) -> str:
    """Address of the archive's home page in the browser."""
    return sample_site.base_url


@pytest.fixture(scope="session")
def browser(server: ArchiveServer, playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests of a worker; it reaches the test server and nothing else."""
    rules = f"MAP archive.localhost:80 127.0.0.1:{server.port}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND"
    with launched(playwright, rules) as chromium:
        yield chromium


@pytest.fixture
def new_page(browser: Browser, archive_url: str) -> Iterator[Callable[..., Page]]:
    """Open pages with any options of a browser context; each is watched until the test ends.

    The test fails if any of them logs an error, throws, breaks its content policy or
    asks for anything outside the archive. `new_page(base="http://...")` watches another
    base than the sample archive's.
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_page(base: str = archive_url, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(TIMEOUT)
        page = context.new_page()
        opened.append((context, Watch(page, base)))
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    faults = [fault for _, watch in opened for fault in watch.faults]
    assert not faults, "the page is not clean:\n" + "\n".join(faults)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A watched page of an ordinary desktop width."""
    return new_page(viewport={"width": 1280, "height": 900})
