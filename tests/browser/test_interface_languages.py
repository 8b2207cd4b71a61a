"""The site with its interface in other languages, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.browser.server import ArchiveServer
from tests.browser.test_pages import SAME_TEMPLATE, WIDER_THAN_THE_WINDOW, violations
from tests.sites.built import KINDS
from tests.sites.translated import LANGUAGES, translated_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite

TRANSLATIONS = tuple(language for language in LANGUAGES if language != "en")
FROM_THE_RIGHT = {"ar", "ur"}
OF_EACH_TEMPLATE = [kind for kind in KINDS if kind not in SAME_TEMPLATE]


@pytest.fixture(params=TRANSLATIONS)
def language(request: pytest.FixtureRequest) -> str:
    """Each language but English, whose pages the other tests open."""
    return str(request.param)


@pytest.fixture
def site(language: str, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample archive for readers of the language."""
    return translated_site(language, tmp_path_factory)


@pytest.fixture
def url(site: BuiltSite) -> Iterator[str]:
    """Its address while it is served."""
    with ArchiveServer(site.folder, "/my-archive/") as running:
        yield f"http://127.0.0.1:{running.port}/my-archive/"


def test_every_kind_of_page_fits_a_narrow_window(
    new_page: Callable[..., Page], site: BuiltSite, url: str
) -> None:
    """Longer words and wider letters than English has do not make a page scroll sideways."""
    page = new_page(base=url, viewport={"width": 320, "height": 740})
    wide = {}
    for kind in KINDS:
        page.goto(url + site.fullest(kind))
        if found := page.evaluate(WIDER_THAN_THE_WINDOW):
            wide[kind] = found

    assert wide == {}


def test_pages_say_their_language_and_direction(
    new_page: Callable[..., Page], language: str, url: str
) -> None:
    """The page is marked with its language; Arabic and Urdu begin at the right."""
    page = new_page(base=url, viewport={"width": 1280, "height": 900})
    page.goto(url)
    home = page.locator("nav.sections a").first.bounding_box()
    switch = page.locator(".theme-switch").bounding_box()

    assert page.evaluate("document.documentElement.lang") == language
    assert home is not None
    assert switch is not None
    assert (home["x"] > switch["x"]) == (language in FROM_THE_RIGHT)


def test_charts_keep_their_labels_inside(new_page: Callable[..., Page], url: str) -> None:
    """Labels of a chart stand within its plot in either direction."""
    page = new_page(base=url, viewport={"width": 1280, "height": 900})
    page.goto(url)
    outside = page.locator(".chart-plot").first.evaluate(
        """plot => {
          const box = plot.getBoundingClientRect();
          return [...plot.querySelectorAll('text')]
            .map(one => [one.textContent, one.getBoundingClientRect()])
            .filter(([, one]) => one.left < box.left - 1 || one.right > box.right + 1)
            .map(([text]) => text);
        }"""
    )

    assert outside == []


@pytest.mark.parametrize(
    ("language", "found", "sentence"),
    [
        ("ru", "езультат", "Поиск охватывает"),
        ("zh", "结果", "可检索"),
        ("ur", "نتائج", "تلاش ہو سکتی ہے"),
    ],
    indirect=["language"],
)
def test_search_answers_in_the_language(
    new_page: Callable[..., Page], url: str, language: str, found: str, sentence: str
) -> None:
    """What the scripts of the search page say comes from the language's strings as well."""
    page = new_page(base=url)
    page.goto(f"{url}search/?q=cpec")
    page.locator("[data-search-list] li").first.wait_for()

    assert found in page.locator("[data-search-status]").inner_text()
    assert sentence in page.locator(".search-scope").inner_text()


@pytest.mark.parametrize("language", ["ur", "zh"], indirect=True)
def test_axe_finds_no_violation_in_other_scripts(
    new_page: Callable[..., Page], site: BuiltSite, url: str, language: str
) -> None:
    """Right to left and in Chinese, by day and by night, no kind of page has a violation."""
    page = new_page(base=url, viewport={"width": 1280, "height": 900})
    wrong = {}
    for kind in OF_EACH_TEMPLATE:
        page.emulate_media(color_scheme="light")
        page.goto(url + site.fullest(kind))
        found = violations(Axe().run(page).response)
        page.emulate_media(color_scheme="dark")
        by_night = Axe().run(page, options={"runOnly": ["color-contrast"]})
        if found := [*found, *violations(by_night.response)]:
            wrong[kind] = found

    assert wrong == {}
