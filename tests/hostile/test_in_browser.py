"""What is safe, in a real browser: nothing runs, nothing is asked for, the frame stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.chromium import launched
from tests.browser.server import ArchiveServer
from tests.browser.watch import Watch
from tests.hostile.case import Shown
from tests.hostile.catalogue import SHOWN
from tests.hostile.markup import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright

pytestmark = pytest.mark.browser

_STATE = """() => ({
  ran: typeof window.__pwned !== 'undefined' || typeof top.__pwned !== 'undefined',
  frame: [...document.body.children].map(one => one.localName),
  mains: document.querySelectorAll('main').length,
  footer: document.querySelectorAll('body > footer.colophon').length,
  masthead: document.querySelectorAll('body > header.masthead').length,
  charset: document.characterSet,
  text: document.body.textContent,
})"""

_QUERY = "<img src=x onerror=window.__pwned=1>"


@pytest.fixture(scope="module")
def server(safe_site: Path) -> Iterator[ArchiveServer]:
    with ArchiveServer(safe_site, "/hostile/") as running:
        yield running


@pytest.fixture(scope="module")
def browser(server: ArchiveServer, playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that can reach the test's server and nothing else."""
    rules = f"MAP evil.example:80 127.0.0.1:{server.port}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND"
    with launched(playwright, rules) as chromium:
        yield chromium


def test_every_safe_page_is_whole_and_nothing_runs(browser: Browser, server: ArchiveServer) -> None:
    """All pages of safe cases, and lists that quote them, one after another in one window."""
    page = browser.new_page()
    watch = Watch(page, server.url)
    texts: dict[str, tuple[str, ...]] = {
        "": (),
        "tags/": (),
        "people/": (),
        "timeline/2024/": (),
        "formulations/": (),
        "quotes/": (),
        "data/": (),
        "nothing-is-here/": (),
    }
    for case in SHOWN:
        assert isinstance(case.outcome, Shown)
        texts[case.outcome.page.removesuffix("index.html")] = case.outcome.texts
    wrong = []
    for address, wanted in texts.items():
        page.goto(server.url + quote(address))
        state = page.evaluate(_STATE)
        read = fold(state["text"])
        if state["ran"]:
            wrong.append(f"{address}: a script of the content ran")
        if (state["mains"], state["footer"], state["masthead"]) != (1, 1, 1):
            wrong.append(f"{address}: the frame is broken: {state['frame']}")
        wrong += [f"{address}: does not show {text!r}" for text in wanted if fold(text) not in read]
        wrong += [f"{address}: {fault}" for fault in watch.faults]
        watch.faults.clear()

    assert wrong == []
    assert len(texts) > 150
    outside = [one.path for one in server.requests if "evil" in one.path or "passwd" in one.path]
    assert outside == []


def test_a_search_for_markup_shows_it(browser: Browser, server: ArchiveServer) -> None:
    """A query of markup is a text in the page, and so are the results that hold it."""
    page = browser.new_page()
    watch = Watch(page, server.url)
    for query in (_QUERY, "</script><script>", '"><b>', "__proto__", "onerror", "words said"):
        page.goto(f"{server.url}search/?q={quote(query)}")
        page.wait_for_load_state("networkidle")

        assert query in [field.input_value() for field in page.locator("input[name=q]").all()]
        assert page.evaluate("typeof window.__pwned") == "undefined"
        assert page.locator("main img").count() == 0
    page.locator("main article, main li").first.wait_for()
    assert watch.faults == []
