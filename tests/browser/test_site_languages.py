"""A site in several languages, in a real browser: its pages in Urdu and French."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.browser.server import ArchiveServer
from tests.browser.test_pages import SAME_TEMPLATE, WIDER_THAN_THE_WINDOW, violations
from tests.sites.several_languages import KINDS_IN_EACH, site_in, site_in_several_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The whole site."""
    return site_in_several_languages(tmp_path_factory)


@pytest.fixture(scope="module")
def url(site: BuiltSite) -> Iterator[str]:
    """Its address while it is served."""
    with ArchiveServer(site.folder, "/my-archive/") as running:
        yield f"http://127.0.0.1:{running.port}/my-archive/"


def test_every_kind_of_page_works_in_urdu(
    new_page: Callable[..., Page], tmp_path_factory: pytest.TempPathFactory, url: str
) -> None:
    """Nothing that a page needs is missing, and none scrolls sideways on a small phone."""
    page = new_page(base=url, viewport={"width": 320, "height": 740})
    urdu = site_in("ur", tmp_path_factory)
    wide = {}
    for kind in KINDS_IN_EACH:
        page.goto(f"{url}ur/{urdu.fullest(kind)}")
        assert page.evaluate("document.documentElement.dir") == "rtl"
        if found := page.evaluate(WIDER_THAN_THE_WINDOW):
            wide[kind] = found

    assert wide == {}


def test_axe_finds_no_violation_in_urdu(
    new_page: Callable[..., Page], tmp_path_factory: pytest.TempPathFactory, url: str
) -> None:
    """The switch between languages is there on every kind of page, and nothing is wrong with it."""
    page = new_page(base=url, viewport={"width": 1280, "height": 900})
    urdu = site_in("ur", tmp_path_factory)
    wrong = {}
    for kind in KINDS_IN_EACH:
        if kind not in SAME_TEMPLATE:
            page.goto(f"{url}ur/{urdu.fullest(kind)}")
            assert page.locator(".site-languages a").count() == 3
            if found := violations(Axe().run(page).response):
                wrong[kind] = found

    assert wrong == {}


def test_search_answers_below_a_folder(new_page: Callable[..., Page], url: str) -> None:
    """Results come from the one index, are named in French, and lead to French pages."""
    page = new_page(base=url)
    page.goto(f"{url}fr/search/?q=pakistan")
    first = page.locator("[data-search-list] li").first
    first.wait_for()
    page.locator(".facet[data-facet='country'] summary").click()

    assert "Dépêche" in first.inner_text()
    assert "4 janvier 2023" in page.locator("[data-search-list]").inner_text()
    page.locator(".facet[data-facet='country'] label", has_text="Chine").wait_for()
    first.locator(".hit-title a").click()
    page.wait_for_url(f"{url}fr/articles/**")


def test_search_in_french_finds_a_country_by_its_french_name(
    new_page: Callable[..., Page], url: str
) -> None:
    """Names of countries in every language of the site are in the index."""
    page = new_page(base=url)
    page.goto(f"{url}fr/search/?q=allemagne")
    page.locator("[data-search-list] li").first.wait_for()

    assert page.locator("[data-search-list] li").count() > 0


def test_switch_keeps_what_was_searched_for(new_page: Callable[..., Page], url: str) -> None:
    """The same search in another language."""
    page = new_page(base=url)
    page.goto(f"{url}fr/search/?q=pakistan")
    page.locator("[data-search-list] li").first.wait_for()
    page.locator(".site-languages a", has_text="English").click()
    page.wait_for_url(f"{url}search/?q=pakistan")
    page.locator("[data-search-list] li").first.wait_for()

    assert "Wire report" in page.locator("[data-search-list]").inner_text()


def test_quotation_is_verified_below_a_folder(new_page: Callable[..., Page], url: str) -> None:
    """The index of what the archive shows is shared; the entry found is the French page."""
    page = new_page(base=url)
    page.goto(
        f"{url}fr/verify/?q=Among%20its%20results%20she%20counted%20firmer%20guidance%20from%20the%20top"
    )
    link = page.locator(".verify-result a").first
    link.wait_for()

    assert "/fr/articles/" in link.evaluate("link => link.href")


def test_chance_leads_to_a_page_in_the_language(new_page: Callable[..., Page], url: str) -> None:
    """The list of all entries is shared; the one chosen is read in French."""
    page = new_page(base=url)
    page.goto(f"{url}fr/random/")
    page.locator("[data-random]").click()
    page.wait_for_url(f"{url}fr/articles/**")
