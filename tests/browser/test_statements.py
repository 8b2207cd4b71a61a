"""Statements compared, related entries, changes, days and chance, in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite

ELAD = "statements/us-condemnation-elad-attack-2022/"


@pytest.fixture
def statement(page: Page, archive_url: str) -> Page:
    """The statement that two carriers have in the sample archive, open."""
    page.goto(archive_url + ELAD)
    return page


def test_an_article_leads_to_the_comparison_and_back(page: Page, archive_url: str) -> None:
    """An article names its siblings, the comparison names the paragraphs of both."""
    page.goto(archive_url + "articles/2022-05-06-blinken-elad-attack/")
    page.locator(".record-compare a").click()
    page.wait_for_url("**/statements/**")
    page.locator(".aligned-cell a").first.click()
    page.wait_for_url("**/articles/**#p1")

    assert page.locator(":target").get_attribute("id") == "p1"


def test_reworded_words_are_marked_for_eyes_and_ears(statement: Page) -> None:
    """Added words stand in ins, dropped ones in del, and each says so to a screen reader."""
    cell = statement.locator(".aligned-cell[data-change=reworded]").first

    assert cell.locator("ins").count() > 0
    assert cell.locator("del").count() > 0
    assert cell.locator("ins").first.inner_text().startswith("added:")
    assert cell.locator("del").first.inner_text().startswith("left out:")
    struck = "del => getComputedStyle(del).textDecorationLine"
    assert cell.locator("del").first.evaluate(struck) == "line-through"


def test_both_carriages_stand_side_by_side(statement: Page) -> None:
    """On a wide screen what is compared is on one line, with the carriers' names above."""
    row = statement.locator(".aligned-row").first
    first, second = (cell.bounding_box() for cell in row.locator(".aligned-cell").all())

    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] < second["x"]
    assert statement.locator(".aligned-head").is_visible()


def test_carriages_stand_below_one_another_on_a_phone(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """On a narrow screen each paragraph names its carrier."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(archive_url + ELAD)
    row = page.locator(".aligned-row").first
    first, second = (cell.bounding_box() for cell in row.locator(".aligned-cell").all())

    assert first is not None
    assert second is not None
    assert first["y"] + first["height"] <= second["y"]
    assert row.locator(".aligned-name").first.is_visible()


def test_every_count_says_out_of_how_many(statement: Page) -> None:
    """The table's numbers for the second carriage have their denominators."""
    cells = statement.locator(".comparison-figures tbody tr").nth(1).locator("td").all_inner_texts()

    assert len(cells) == 5
    assert all(re.fullmatch(r"\d+ of \d+", cell) for cell in cells[1:])


def test_related_entries_say_why(page: Page, archive_url: str, sample_site: BuiltSite) -> None:
    """Each related entry is a link with a reason, five at most."""
    page.goto(archive_url + "articles/2026-05-26-mao-ning-sharif-visit/")
    entries = page.locator(".related li")

    assert 1 <= entries.count() <= 5
    for entry in entries.all():
        assert "also" in entry.locator(".related-why").inner_text()
    entries.first.locator("a").click()
    page.wait_for_load_state()
    assert "/articles/" in page.url


def test_home_leads_to_today(new_page: Callable[..., Page], archive_url: str) -> None:
    """On a day with entries the link names the day and goes straight to it."""
    page = new_page()
    page.clock.set_fixed_time("2027-05-06T12:00:00")
    page.goto(archive_url)
    link = page.locator("a[data-days]")

    assert link.inner_text() == "On 6 May"
    link.click()
    page.wait_for_url("**/on-this-day/05-06/")
    assert page.locator("h1").inner_text() == "On 6 May"


def test_on_a_day_without_entries_home_leads_to_the_calendar(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """There is no page of such a day: the calendar opens, with the day marked."""
    page = new_page()
    page.clock.set_fixed_time("2027-05-07T12:00:00")
    page.goto(archive_url)
    page.locator("a[data-days]").click()
    page.wait_for_url("**/on-this-day/")

    assert page.locator("[aria-current=date]").inner_text() == "7"


def test_chance_leads_to_an_entry(page: Page, archive_url: str) -> None:
    """A click chooses an entry out of all of them."""
    page.goto(archive_url)
    page.evaluate("Math.random = () => 0")
    page.locator("a[data-random]").click()
    page.wait_for_url("**/articles/**")

    assert page.locator("h1").count() == 1
    assert "/articles/1990-" in page.url


def test_without_javascript_chance_is_a_list(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The link leads to entries that were chosen when the site was built."""
    page = new_page(java_script_enabled=False)
    page.goto(archive_url)
    page.locator("a[data-random]").click()
    page.wait_for_url("**/random/")

    assert page.locator("ol.rows a").count() == 24
    page.goto(archive_url)
    page.locator("a[data-days]").click()
    page.wait_for_url("**/on-this-day/")
    assert page.locator(".calendar a").count() > 30
