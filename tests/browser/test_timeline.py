"""The timeline in a real browser: narrowed by country and speaker, and walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROWS = ".row:visible"
STATUS = ".narrowing-status"


def choose(page: Page, facet: str, value: str) -> None:
    page.locator(f"select[name={facet}]").select_option(value)


def test_choices_narrow_a_year_and_are_told(page: Page, archive_url: str) -> None:
    """Rows that fit stay, the count is announced, and the choice stands in the address."""
    page.goto(f"{archive_url}timeline/2022/")
    everything = page.locator(ROWS).count()
    choose(page, "country", "US")
    expect(page.locator(STATUS)).to_have_text(f"Shown: 10 of {everything}")
    assert page.locator(ROWS).count() == 10

    choose(page, "speaker", "ned-price")
    expect(page.locator(STATUS)).to_have_text(f"Shown: 2 of {everything}")
    assert [one.inner_text() for one in page.locator(f"{ROWS} .row-speakers b").all()] == [
        "Ned Price",
        "Ned Price",
    ]
    assert page.url == f"{archive_url}timeline/2022/?country=US&speaker=ned-price"

    page.go_back()
    expect(page.locator(STATUS)).to_have_text(f"Shown: 10 of {everything}")
    page.locator(".narrowing button").click()
    expect(page.locator(STATUS)).to_have_text("")
    assert page.locator(ROWS).count() == everything
    assert page.url == f"{archive_url}timeline/2022/"


def test_rows_of_a_narrowed_list_lead_where_they_led(page: Page, archive_url: str) -> None:
    """What was taken from another page has its links set right."""
    page.goto(f"{archive_url}timeline/2020s/?speaker=jalina-porter")
    expect(page.locator(ROWS)).to_have_count(1)
    page.locator(f"{ROWS} a").click()

    expect(page.locator("h1")).to_contain_text("Jalina Porter")


def test_a_choice_goes_along(page: Page, archive_url: str) -> None:
    """From the whole to a decade, a year and a month, and into the search."""
    page.goto(f"{archive_url}timeline/?country=US")
    expect(page.locator(STATUS)).to_contain_text("Shown:")
    for link, address in (
        (".decade a", "timeline/2020s/?country=US"),
        (".periods a:has-text('2022')", "timeline/2022/?country=US"),
        (".periods a:has-text('May')", "timeline/2022/05/?country=US"),
        (".narrowing-tools a", "search/?country=US&from=2022&to=2022"),
    ):
        page.locator(link).first.click()
        page.wait_for_url(archive_url + address)
        if "search" not in address:
            expect(page.locator(STATUS)).to_contain_text("Shown:")


def test_a_choice_that_nothing_fits_is_told_by_its_name(page: Page, archive_url: str) -> None:
    """Who follows a choice through the years learns that a year has nothing of it."""
    page.goto(f"{archive_url}timeline/2018/?country=DE")
    expect(page.locator(STATUS)).to_have_text("Nothing from this time fits this choice.")

    assert page.locator("select[name=country] option:checked").inner_text() == "Germany (0)"
    assert page.locator(ROWS).count() == 0


def test_bars_and_months_show_what_fits(page: Page, archive_url: str) -> None:
    """The part of a bar that fits stands before the whole, and both are said."""
    page.goto(f"{archive_url}timeline/2020s/?speaker=jalina-porter")
    expect(page.locator(".chart-part")).to_have_count(1)

    assert page.locator("a:has(.chart-part)").get_attribute("aria-label") == (
        "May 2022: 2 statements; shown: 1"
    )
    shares = page.locator(".months a:not([data-share='0'])")
    assert [one.get_attribute("href") for one in shares.all()] == [
        f"{archive_url}timeline/2022/05/?speaker=jalina-porter"
    ]


def test_the_strip_is_walked_with_arrows(page: Page, archive_url: str) -> None:
    """One stop of the Tab key, the current year first, then from year to year and decade."""
    page.goto(f"{archive_url}timeline/2022/")
    page.locator(".strip-plot a[tabindex='0']").focus()
    focused = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused) == "2022"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "2023"
    page.keyboard.press("Home")
    assert page.evaluate(focused) == "1990 to 1999"
    page.keyboard.press("Enter")

    page.wait_for_url(f"{archive_url}timeline/1990s/")


@pytest.mark.parametrize("period", ["1990s", "1990", "2022", "2022/05"])
def test_a_thumb_hits_what_it_means_on_the_strip(
    new_page: Callable[..., Page], archive_url: str, period: str
) -> None:
    """On a phone every link has the room of a thumb, within the strip, and none covers another."""
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{archive_url}timeline/{period}/")
    plot = page.locator(".strip-plot").bounding_box()
    found = [one.bounding_box() for one in page.locator(".strip-target").all()]
    boxes = [box for box in found if box is not None]
    assert plot is not None

    assert len(boxes) == page.locator(".strip-plot a").count() > 2
    assert [box for box in boxes if box["width"] < 32 or box["height"] < 30] == []
    for n, one in enumerate(boxes):
        assert plot["x"] - 5 <= one["x"]
        assert one["x"] + one["width"] <= plot["x"] + plot["width"] + 5
        for other in boxes[:n]:
            beside = _apart(one["x"], one["width"], other["x"], other["width"])
            above = _apart(one["y"], one["height"], other["y"], other["height"])
            assert beside or above, (one, other)


def _apart(one: float, size: float, other: float, its_size: float) -> bool:
    """Whether two stretches do not meet; rounding is allowed for."""
    return one + size <= other + 0.1 or other + its_size <= one + 0.1


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_choices_arrive(
    new_page: Callable[..., Page], archive_url: str, width: int
) -> None:
    """The room of the choices is kept from the start."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(f"{archive_url}timeline/2022/")
    page.wait_for_load_state("networkidle")
    shifted = """() => new Promise(resolve => new PerformanceObserver(list => resolve(
      list.getEntries().reduce((sum, one) => sum + one.value, 0)
    )).observe({type: 'layout-shift', buffered: true}) || setTimeout(resolve, 300, 0))"""

    assert page.evaluate(shifted) < 0.01


def test_without_scripts_nothing_is_offered_that_needs_them(
    new_page: Callable[..., Page], archive_url: str
) -> None:
    """The list stands there whole."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{archive_url}timeline/2022/?country=US")

    assert page.locator(".narrowing").is_hidden()
    assert page.locator(ROWS).count() == 11
