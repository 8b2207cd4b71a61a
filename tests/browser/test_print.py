"""An article on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite


def test_printed_article_keeps_text_and_address(
    page: Page, archive_url: str, sample_site: BuiltSite
) -> None:
    """On paper the text and the article's full address remain, and the controls are gone."""
    address = archive_url + sample_site.fullest("article")
    page.goto(address)
    page.emulate_media(media="print")

    text = page.locator("body").inner_text()
    assert page.locator("h1").is_visible()
    assert page.locator("#p1").is_visible()
    assert address in text, "a printed article must say where it comes from"
    assert page.locator("nav.sections").is_hidden()
    assert page.locator("input[type=search]:visible").count() == 0


def test_printed_article_is_dark_on_light(
    new_page: object, archive_url: str, sample_site: BuiltSite
) -> None:
    """A reader with a dark screen still prints dark ink on light paper."""
    page = new_page(color_scheme="dark")  # type: ignore[operator]
    page.goto(archive_url + sample_site.fullest("article"))
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d');
          canvas.fillStyle = getComputedStyle(document.querySelector('#p1')).color;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }"""
    )

    assert max(ink) < 100


def test_article_makes_a_pdf(page: Page, archive_url: str, sample_site: BuiltSite) -> None:
    """The browser lays the article out for paper without a fault."""
    page.goto(archive_url + sample_site.fullest("article"))

    pdf = page.pdf(format="A4")

    assert pdf.startswith(b"%PDF-")
    assert len(pdf) > 5_000
