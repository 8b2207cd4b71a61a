"""Articles in other scripts and directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite


@pytest.fixture
def urdu(sample_site: BuiltSite) -> str:
    """Address below the root of the sample archive's article in Urdu."""
    found = sorted(sample_site.folder.glob("articles/*.ur/index.html"))
    assert found, "the sample archive has no translation into Urdu"
    return found[0].relative_to(sample_site.folder).as_posix().removesuffix("index.html")


def test_urdu_article_runs_from_right_to_left(page: Page, archive_url: str, urdu: str) -> None:
    """The Urdu text is marked as Urdu, runs right to left and starts at the right."""
    page.goto(archive_url + urdu)

    paragraph = page.locator("#p1")
    assert paragraph.evaluate("p => p.closest('[lang]').lang") == "ur"
    assert paragraph.evaluate("p => getComputedStyle(p).direction") == "rtl"
    gaps = paragraph.evaluate(
        """p => {
          const range = document.createRange();
          range.selectNodeContents(p);
          const words = [...range.getClientRects()];
          const box = p.getBoundingClientRect();
          const last = words.filter(one => one.bottom === words.at(-1).bottom);
          return [Math.min(...last.map(one => one.left)) - box.left,
                  box.right - Math.max(...last.map(one => one.right))];
        }"""
    )
    assert gaps[1] < 60, "the last line does not start at the right"


def test_translation_and_original_name_each_other(page: Page, archive_url: str, urdu: str) -> None:
    """From the Urdu text a link leads to the original, and from there one leads back."""
    page.goto(archive_url + urdu)
    original = urdu.removesuffix(".ur/") + "/"
    link = page.locator(f"a[href$='{original}']").first
    link.click()
    page.wait_for_url(archive_url + original)

    assert page.locator(f"a[href$='{urdu}']").count() >= 1


def test_urdu_article_fits_a_small_phone(new_page: object, archive_url: str, urdu: str) -> None:
    """Right-to-left text does not run out of a 360 pixel window on either side."""
    page = new_page(viewport={"width": 360, "height": 740})  # type: ignore[operator]
    page.goto(archive_url + urdu)

    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


_PLACES = """row => [...row.querySelectorAll('.parallel-cell')].map(cell => {
  const { left, top } = cell.getBoundingClientRect();
  return [Math.round(left), Math.round(top)];
})"""


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (768, True), (360, False)])
def test_translation_stands_beside_its_original(
    new_page: Callable[..., Page], archive_url: str, urdu: str, width: int, beside: bool
) -> None:
    """Where there is room each paragraph stands beside its own; on a phone it stands below."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(archive_url + urdu)
    page.locator(".text-languages a[href$='/parallel/']").click()
    page.wait_for_url("**/parallel/")
    places = page.locator(".parallel-row").evaluate_all(f"rows => rows.map({_PLACES})")

    assert len(places) == 5
    assert all((one[1] == other[1]) == beside for one, other in places)
    assert all((one[0] < other[0]) == beside for one, other in places)


def test_each_column_has_its_direction(page: Page, archive_url: str, urdu: str) -> None:
    """The number of a paragraph stands where its line begins, and leads to its own page."""
    page.goto(f"{archive_url}{urdu}parallel/")
    row = page.locator(".parallel-row").nth(1)
    places = row.evaluate(
        """row => [...row.querySelectorAll('.parallel-cell p')].map(text => {
          const [outer, inner] = [text, text.querySelector('.pn')]
            .map(one => one.getBoundingClientRect());
          return [inner.left - outer.left, outer.right - inner.right];
        })"""
    )

    assert places[0][0] < 10 < places[0][1]
    assert places[1][1] < 10 < places[1][0]
    row.locator(".pn").last.click()
    page.wait_for_url(f"{archive_url}{urdu}#p2")
