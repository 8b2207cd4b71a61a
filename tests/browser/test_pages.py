"""What holds for every kind of page, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.sites.built import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite

KIND = pytest.mark.parametrize("kind", KINDS)
_INDEXES = {"people", "organisations", "carriers", "countries", "relations", "events"}
SAME_TEMPLATE = _INDEXES | {"organisation", "carrier", "relation"}
ONE_OF_EACH_TEMPLATE = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in SAME_TEMPLATE]
)
"""Axe is slow, and the pages of all registers are made by the same two templates."""

WIDER_THAN_THE_WINDOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > width + 0.5
                || one.getBoundingClientRect().left < -0.5)
    .map(one => one.outerHTML.slice(0, 120)).concat(['the page scrolls sideways']);
}"""


@KIND
def test_no_sideways_scrolling_at_360_pixels(
    new_page: Callable[..., Page], archive_url: str, sample_site: BuiltSite, kind: str
) -> None:
    """A small phone shows the whole width of every kind of page."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(archive_url + sample_site.fullest(kind))

    assert page.evaluate(WIDER_THAN_THE_WINDOW) == []


@ONE_OF_EACH_TEMPLATE
def test_axe_finds_no_violation(
    new_page: Callable[..., Page], archive_url: str, sample_site: BuiltSite, kind: str
) -> None:
    """Axe finds nothing against any kind of page, nor against its contrast in the dark."""
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page.goto(archive_url + sample_site.fullest(kind))

    by_day = Axe().run(page)
    page.emulate_media(color_scheme="dark")
    by_night = Axe().run(page, options={"runOnly": ["color-contrast"]})

    assert violations(by_day.response) == []
    assert violations(by_night.response) == []


def violations(response: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']}: {node['html']} ({node.get('failureSummary', '')})"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def test_dark_scheme_is_dark_and_light_is_light(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The page follows the reader's system: bright paper by day, dark paper by night."""
    brightness = {}
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(archive_url)
        paper = page.evaluate(
            """() => {
              const canvas = document.createElement('canvas').getContext('2d');
              const colour = [document.body, document.documentElement]
                .map(one => getComputedStyle(one).backgroundColor)
                .find(one => one !== 'rgba(0, 0, 0, 0)');
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            }"""
        )
        brightness[scheme] = sum(paper) / 3

    assert brightness["light"] > 200
    assert brightness["dark"] < 60


@KIND
def test_readable_without_javascript(
    new_page: Callable[..., Page], archive_url: str, sample_site: BuiltSite, kind: str
) -> None:
    """With JavaScript off every kind of page has its heading, its text and its links."""
    page = new_page(java_script_enabled=False)
    page.goto(archive_url + sample_site.fullest(kind))

    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 20
    assert page.locator("header a:visible, nav a:visible").count() > 3


def test_search_says_what_to_do_without_javascript(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The search page says that it needs JavaScript and offers ways to browse instead."""
    page = new_page(java_script_enabled=False)
    page.goto(archive_url + "search/")

    text = page.locator("main").inner_text()
    assert "JavaScript" in text
    assert page.locator("main a:visible").count() >= 2


def test_keyboard_reaches_the_text_first(page: Page, archive_url: str) -> None:
    """The first Tab reaches a link that jumps over the masthead to the text."""
    page.goto(archive_url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.closest('main') !== null")
