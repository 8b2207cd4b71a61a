"""Formulations and quotations in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SEEDS = "formulations/community-with-a-shared-future/"


def shown_lines(page: Page) -> int:
    return page.locator(".kwic-line:visible").count()


def choose_verbatim(page: Page) -> None:
    page.locator(".voice-switch span", has_text="verbatim only").click()


def test_both_uses_of_the_seeds_are_told_apart(page: Page, archive_url: str) -> None:
    """The same set phrase, direct in 2023 and reported in 2026."""
    page.goto(archive_url + SEEDS)
    lines = {
        line.locator("time").get_attribute("datetime"): line
        for line in page.locator(".kwic-line").all()
    }

    direct, reported = lines["2023-01-04"], lines["2026-05-26"]
    assert direct.locator(".voice").inner_text() == "Direct"
    assert direct.locator(".verbatim").count() == 1
    assert reported.locator(".voice").inner_text() == "Reported"
    assert reported.locator(".verbatim").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_verbatim_switch(new_page: Callable[..., Page], archive_url: str, scripts: bool) -> None:
    """The switch leaves the lines that are verbatim and drops years without any, also without
    JavaScript; back again, all are there.
    """
    page = new_page(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
    page.goto(archive_url + SEEDS)
    everything = shown_lines(page)
    verbatim = page.locator(".kwic-line[data-verbatim]").count()
    assert 0 < verbatim < everything

    choose_verbatim(page)
    assert shown_lines(page) == verbatim
    assert page.locator("#y-2026").is_hidden()
    assert page.locator("#y-2023").is_visible()

    page.locator(".voice-switch span", has_text="all uses").click()
    assert shown_lines(page) == everything


def test_switch_is_kept_in_the_address_and_told(page: Page, archive_url: str) -> None:
    """The choice can be linked to and survives a reload; a screen reader hears the count."""
    page.goto(archive_url + SEEDS)
    choose_verbatim(page)

    assert page.url.endswith("?voice=verbatim")
    shown, total = shown_lines(page), page.locator(".kwic-line").count()
    status = page.locator(".concordance [role=status]").inner_text()
    assert status == f"Uses shown on this page: {shown} of {total}"
    page.reload()
    assert shown_lines(page) == shown


def test_switch_by_keyboard(page: Page, archive_url: str) -> None:
    """The arrow keys move the switch."""
    page.goto(archive_url + SEEDS)
    page.locator(".voice-switch input").first.focus()
    page.keyboard.press("ArrowRight")

    assert page.locator(".only-verbatim").is_checked()
    assert page.locator(".kwic-line:not([data-verbatim]):visible").count() == 0


def test_phrase_not_verbatim_anywhere_says_so(page: Page, archive_url: str) -> None:
    """Where nothing is verbatim, the switch leaves a sentence, not a blank."""
    page.goto(archive_url + "formulations/one-china-policy/")
    assert page.locator(".no-verbatim").is_hidden()
    choose_verbatim(page)

    assert shown_lines(page) == 0
    assert page.locator(".no-verbatim").is_visible()


def test_bar_leads_to_its_year_in_the_concordance(page: Page, archive_url: str) -> None:
    """A bar of the chart says its share and leads to the uses of its year."""
    page.goto(archive_url + SEEDS)
    bar = page.locator(".use-chart .chart-plot a").last
    assert bar.get_attribute("aria-label") == "2026: in 1 of 1 statement, verbatim in 0"
    bar.click()

    assert page.url.endswith("#y-2026")
    assert page.locator("#y-2026").is_visible()


def test_line_leads_to_its_paragraph_and_back(page: Page, archive_url: str) -> None:
    """The phrase in the concordance leads to the paragraph, where it leads to the concordance."""
    page.goto(archive_url + SEEDS)
    page.locator(".kwic-phrase").last.click()
    assert page.url == archive_url + "articles/2026-05-26-mao-ning-sharif-visit/#p2"

    page.locator("#p2 .formulation").click()
    assert page.url == archive_url + SEEDS


def test_phrases_stand_below_each_other_where_there_is_room(page: Page, archive_url: str) -> None:
    """On a wide screen the concordance is aligned: each phrase in the middle of its line."""
    page.goto(archive_url + SEEDS)
    middles = [
        box["x"] + box["width"] / 2
        for line in page.locator(".kwic-phrase").all()
        if (box := line.bounding_box())
    ]

    assert max(middles) - min(middles) < 2


def test_quotation_leads_to_its_paragraph(page: Page, archive_url: str) -> None:
    """A speaker's page has the words, their sentence, and the way to the paragraph."""
    page.goto(archive_url + "quotes/mao-ning/")
    assert (
        page.locator("blockquote").inner_text()
        == "closer China-Pakistan community with a shared future"
    )
    page.locator("figcaption a").click()

    assert page.url == archive_url + "articles/2023-01-04-mao-ning-pakistan-ties/#p2"
