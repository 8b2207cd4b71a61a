"""Pages opened from a disk, without any server: an offline copy, and the site as it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_builder.offline.copy import offline_files
from site_builder.output.assets import read_modules
from site_builder.vendor import vendored_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.sites.built import BuiltSite

STATIC = Path(__file__).parents[2] / "static"


@pytest.fixture(scope="module")
def copy(sample_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample archive's offline copy, in a folder with an odd name."""
    folder = tmp_path_factory.mktemp("offline") / "a copy, ünpacked #1"
    paths = [file.path for file in sample_site.files()]
    files = offline_files(
        paths,
        lambda path: (sample_site.folder / path).read_bytes(),
        read_modules([STATIC]),
        vendored_file("lunr.js").decode(),
    )
    for file in files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    return folder.as_uri()


@pytest.fixture
def disk(browser: Browser) -> Iterator[Page]:
    """A page at which nothing may go wrong."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("requestfailed", lambda asked: wrong.append(f"{asked.url}: {asked.failure}"))
    yield page
    page.close()
    assert wrong == []


def test_copy_is_searched_and_leads_to_articles(disk: Page, copy: str) -> None:
    """From the home page through the box to a result, and to its article."""
    disk.goto(f"{copy}/index.html")
    disk.locator("[data-search-form] input[type=search]").first.fill("norway")
    disk.keyboard.press("Enter")
    disk.locator("[data-search-app]:not([aria-busy])").wait_for()
    expect(disk.locator(".hit-title a").first).to_be_visible()
    disk.locator("mark").first.wait_for()
    title = disk.locator(".hit-title a").first.inner_text()
    disk.locator(".hit-title a").first.click()
    disk.wait_for_url("**/articles/*/index.html*")

    assert disk.locator("h1").inner_text() == title
    assert disk.locator("aside[data-notice=file]").count() == 0


def test_copy_finds_a_phrase_and_filters(disk: Page, copy: str) -> None:
    """What few queries need is loaded as well: places of words, lists of a filter."""
    disk.goto(f"{copy}/search/index.html?q=%22prime+minister%22&country=NO")
    disk.locator("[data-search-app]:not([aria-busy])").wait_for()
    disk.locator(".hit-title a").first.wait_for()

    assert disk.locator(".hit-title a").count() >= 1


def test_copy_verifies_a_quotation(disk: Page, copy: str, sample_site: BuiltSite) -> None:
    """The hashes and the entry's own record are read from the disk."""
    path = "articles/1993-brundtland-middle-east/index.json"
    words = json.loads(sample_site.text(path))["paragraphs"][0]["text"]
    disk.goto(f"{copy}/verify/index.html")
    disk.locator("#quotation").fill(words)
    disk.get_by_role("button", name="Look for it").click()
    disk.locator(".verify-result").wait_for()

    assert "Found, word for word" in disk.locator(".verify-answer").inner_text()
    disk.locator(".verify-result a").first.click()
    disk.wait_for_url("**/articles/1993-brundtland-middle-east/index.html*")


def test_copy_chooses_by_chance_and_narrows_the_timeline(disk: Page, copy: str) -> None:
    """Both read small files, and lead to pages."""
    disk.goto(f"{copy}/random/index.html")
    disk.locator("[data-random]").first.click()
    disk.wait_for_url("**/articles/*/index.html")
    disk.goto(f"{copy}/timeline/2020s/index.html?speaker=jalina-porter")
    expect(disk.locator(".row:visible")).to_have_count(1)
    disk.locator(".row:visible a").first.click()
    disk.wait_for_url("**/articles/*/index.html")
    expect(disk.locator("h1")).to_contain_text("Jalina Porter")


def test_copy_cites_and_remembers_the_colours(disk: Page, copy: str) -> None:
    """The cite box's script comes when it is needed; styles hold."""
    disk.goto(f"{copy}/articles/1993-brundtland-middle-east/index.html#p2")
    disk.locator(".citation select").first.wait_for()
    disk.locator(".theme-switch").click()

    assert disk.evaluate("document.documentElement.dataset.theme") == "light"


def test_site_opened_from_a_folder_is_read_and_says_what_is_lacking(
    browser: Browser, sample_site: BuiltSite
) -> None:
    """Links lead to pages and not to lists of files; a notice names what needs a server."""
    page = browser.new_page()
    page.goto((sample_site.folder / "index.html").as_uri())
    notice = page.locator("aside[data-notice=file]")

    assert "need a web server" in notice.inner_text()
    assert page.locator("a[href$='/']:not([href^='http'])").count() == 0
    page.locator("a.row-title").first.click()
    page.wait_for_url("**/articles/*/index.html")
    assert page.locator(".numbered p").count() > 0
    page.locator("[data-search-form] input[type=search]").first.fill("norway")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=norway")
    assert notice.count() == 1
    page.close()


def test_site_on_the_web_is_not_told(page: Page, archive_url: str) -> None:
    """Over http the script is not even asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(archive_url)

    assert page.locator("aside[data-notice=file]").count() == 0
    assert [one for one in asked if one.endswith("file.js")] == []
