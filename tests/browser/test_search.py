"""Searching the archive in a browser."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.server import ArchiveServer

STATUS = "[data-search-status]"
TITLES = ".hit-title a"
BOX = "input[type=search]"


@pytest.fixture
def search(page: Page, archive_url: str) -> Callable[[str], Page]:
    """Open the search page for a query and wait for its answer."""

    def open_search(query: str) -> Page:
        page.goto(f"{archive_url}search/{query}")
        wait_for_answer(page)
        return page

    return open_search


def wait_for_answer(page: Page) -> None:
    expect(page.locator(STATUS)).not_to_be_empty()
    page.locator("[data-search-app]:not([aria-busy])").wait_for()


def titles(page: Page) -> list[str]:
    return page.locator(TITLES).all_inner_texts()


@pytest.mark.parametrize("word", ["norway", "Norway's", "NORWAY"])
def test_norway_is_found(search: Callable[[str], Page], word: str) -> None:
    """The word on which lunr.py's and lunr.js's stemmers part is found, however it is written."""
    page = search(f"?q={word}")

    assert titles(page)
    assert page.locator("mark", has_text=re.compile("norw", re.IGNORECASE)).count() > 0


def test_a_result_leads_to_the_paragraph(search: Callable[[str], Page]) -> None:
    """The number beside a passage opens the article at that paragraph."""
    page = search("?q=norway")
    page.locator(".hit-number").first.wait_for()
    number = page.locator(".hit-number").first.inner_text().split()[-1]
    page.locator(".hit-number").first.click()
    page.wait_for_url("**/articles/**")

    assert page.locator(f"#p{number}").count() == 1


def test_search_by_keyboard_alone(page: Page, archive_url: str) -> None:
    """Slash, words, Enter; arrow down to the second result and back; Escape; Enter opens one."""
    page.goto(f"{archive_url}timeline/")
    page.keyboard.press("/")
    page.keyboard.type("china")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=china")
    wait_for_answer(page)
    found = titles(page)
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == found[1]
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == found[0]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")

    assert page.locator("h1").inner_text().strip() == found[0].strip()


def test_results_come_while_typing(page: Page, archive_url: str) -> None:
    """A beginning of a word finds what the whole word would, before it is finished."""
    page.goto(f"{archive_url}search/")
    page.locator(BOX).press_sequentially("pakist", delay=20)
    page.locator(TITLES).first.wait_for()

    assert page.locator("mark", has_text=re.compile("pakistan", re.IGNORECASE)).count() > 0


def test_nothing_is_fetched_before_interest(
    page: Page, archive_url: str, server: ArchiveServer
) -> None:
    """Opening the search page loads no index and no lunr.js; focus on the box does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{archive_url}search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "lunr" in url or url.endswith(".json")]

    with page.expect_response("**/search/manifest.json"):
        page.locator(BOX).focus()


def test_back_restores_the_search(search: Callable[[str], Page]) -> None:
    """Each search that was asked for is an entry of the history."""
    page = search("?q=china")
    first = titles(page)
    page.locator(BOX).fill("russia")
    page.keyboard.press("Enter")
    page.wait_for_url("**?q=russia")
    expect(page.locator(TITLES).first).not_to_have_text(first[0])
    page.go_back()
    expect(page.locator(TITLES).first).to_have_text(first[0])

    assert page.locator(BOX).input_value() == "china"
    assert titles(page) == first


def test_filters_narrow_and_stand_in_the_address(search: Callable[[str], Page]) -> None:
    """The count beside a choice is the number of results that it leaves."""
    page = search("?q=china")
    group = page.locator(".facet").first
    group.locator("summary").click()
    group.locator("label").first.wait_for()
    label = group.locator("label").last
    count = int(label.locator(".count").inner_text())
    chosen = label.locator("input").get_attribute("value")
    group.locator(f"input[value='{chosen}']").check()
    expect(page.locator(STATUS)).to_have_text(re.compile(rf"^{count} "))
    wait_for_answer(page)

    assert len(titles(page)) == min(count, 10)
    assert group.get_attribute("data-facet") in page.url


def test_filters_by_keyboard_keep_the_focus(search: Callable[[str], Page]) -> None:
    """Opening a group and choosing from it redraws the counts; the focus stays where it was."""
    page = search("?q=china")
    page.locator(".facet summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".facet label").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"

    page.keyboard.press("Tab")
    chosen = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    page.locator("[data-search-clear]").wait_for()
    wait_for_answer(page)
    assert page.evaluate("[document.activeElement.value, document.activeElement.checked]") == [
        chosen,
        True,
    ]


def test_years_narrow_the_results(search: Callable[[str], Page]) -> None:
    """A span of years leaves only what was said in it."""
    page = search("?q=china&from=2022&to=2023")

    years = {
        text[:4]
        for text in page.locator(".hit time").evaluate_all("all => all.map(one => one.dateTime)")
    }
    assert years
    assert years <= {"2022", "2023"}


def test_sorting_by_date(search: Callable[[str], Page]) -> None:
    """Newest first means by the day said."""
    page = search("?q=china&sort=newest")

    days = page.locator(".hit time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert page.locator("[data-search-sort]").input_value() == "newest"


def test_chinese_is_found_by_its_characters(search: Callable[[str], Page]) -> None:
    """Part of an unspaced sentence is found and marked exactly."""
    page = search("?q=巴基斯坦")
    page.locator(".hit-passage").first.wait_for()

    assert "巴基斯坦" in page.locator("mark").all_inner_texts()


def test_results_are_announced(search: Callable[[str], Page]) -> None:
    """A screen reader hears how many results there are."""
    page = search("?q=china")

    assert page.locator(STATUS).get_attribute("role") == "status"
    assert re.search(r"\d", page.locator(STATUS).inner_text())


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "constructor", "__proto__",
        "+", "-", "*", "~", '"', "OR", "foo:bar", "title:", "china,", "[[[[", "\\", "%", "a" * 2000,
        "🎌", "\u202e", "-the", "title:constructor", "toString valueOf",
    ],
)  # fmt: skip
def test_any_string_is_answered(page: Page, archive_url: str, query: str) -> None:
    """Whatever is typed, the page says something and no script fails."""
    page.goto(f"{archive_url}search/")
    page.locator(BOX).fill(query)
    page.keyboard.press("Enter")
    wait_for_answer(page)

    assert page.locator("[data-search-failure]").is_hidden()
    assert page.locator("main img, main script").count() == 0


def test_hits_can_be_downloaded(search: Callable[[str], Page], tmp_path: Path) -> None:
    """The table has a line for every hit, with its address."""
    page = search("?q=china")
    total = int(re.sub(r"\D", "", page.locator(STATUS).inner_text()))
    with page.expect_download() as download:
        page.locator("[data-search-download]").click()
    download.value.save_as(tmp_path / "hits.csv")
    text = (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(rows) == total
    assert all("/my-archive/articles/" in row["address"] for row in rows)


def test_more_results_on_demand(search: Callable[[str], Page]) -> None:
    """The button adds the next results behind the first ten and keeps them in the address."""
    page = search("?q=the+united+nations")
    assert len(titles(page)) == 10
    page.locator("[data-search-more]").click()
    page.locator(".hit").nth(10).wait_for()

    assert len(set(page.locator(TITLES).evaluate_all("all => all.map(one => one.href)"))) > 10
    assert "shown=" in page.url


def test_an_index_that_fails_to_load_is_said_with_a_way_to_retry(
    page: Page, archive_url: str
) -> None:
    """A broken connection gives a sentence and a button; the button brings the results."""
    blocked = re.compile(r"/search/d/")
    page.route(blocked, lambda route: route.fulfill(status=200, body="{"))
    page.goto(f"{archive_url}search/?q=norway")
    page.locator("[data-search-failure]").wait_for()
    page.unroute(blocked)
    page.locator("[data-search-retry]").click()
    page.locator(TITLES).first.wait_for()

    assert page.locator("[data-search-failure]").is_hidden()


def test_without_scripts_the_page_says_so_and_leads_on(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The timeline and the topics are offered where nothing can be searched."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{archive_url}search/?q=china")

    assert page.locator(".search-noscript").is_visible()
    assert page.locator(".search-noscript a[href='../timeline/']").count() == 1
    assert page.locator("[data-search-app]").is_hidden()


def test_filters_alone_make_a_search(search: Callable[[str], Page]) -> None:
    """A country without a word lists its entries, the newest first."""
    page = search("?country=CN")

    days = page.locator(".hit time").evaluate_all("all => all.map(one => one.dateTime)")
    assert len(days) == 10
    assert days == sorted(days, reverse=True)


def test_a_phrase_is_found_word_for_word(search: Callable[[str], Page]) -> None:
    """Quoted words are found in their order, stop words between them included."""
    both = search("?q=members+nations").locator(STATUS).inner_text()
    page = search("?q=%22United+Nations%22")

    page.locator(".hit-passage, .hit-summary, .hit-title mark").first.wait_for()
    assert re.search(r"\d", both)
    assert "United Nations" in page.locator("[data-search-list]").inner_text()


def test_words_joined_by_a_hyphen_are_found_in_a_row(search: Callable[[str], Page]) -> None:
    """The page shows that it took them for a phrase, and finds no more than both words would."""
    joined = search("?q=human-rights")
    understood = joined.locator("[data-search-understood]").inner_text()
    joined_status = joined.locator(STATUS).inner_text()
    in_a_row = int(joined_status.partition(" ")[0])
    apart = int(search("?q=human+rights").locator(STATUS).inner_text().partition(" ")[0])

    assert understood.strip() == "“human-rights”"
    assert joined_status.endswith(" results")
    assert 0 < in_a_row <= apart


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"viewport": {"width": 360, "height": 800}}, id="narrow"),
        pytest.param(
            {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}, id="dark"
        ),
    ],
)
def test_results_are_accessible_and_fit(
    new_page: Callable[..., Page], archive_url: str, options: dict[str, object]
) -> None:
    """With results and open filters: no violation that axe knows, no sideways scrolling."""
    page = new_page(bypass_csp=True, **options)
    page.goto(f"{archive_url}search/?q=china+OR+%22united+nations%22")
    wait_for_answer(page)
    page.locator(".facet summary").first.click()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
