"""Reading an article in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite


@pytest.fixture
def article(page: Page, archive_url: str, sample_site: BuiltSite) -> Page:
    """The longest article of the sample archive, open."""
    page.goto(archive_url + sample_site.fullest("article"))
    return page


def test_title_is_the_heading_and_the_document_title(article: Page) -> None:
    """The one h1 is the article's title, and the window's title starts with it."""
    heading = article.locator("h1")

    assert heading.count() == 1
    assert article.title().startswith(heading.inner_text().strip())


def test_paragraphs_are_numbered_from_one(article: Page) -> None:
    """Numbered paragraphs carry p1, p2 … without a gap."""
    ids = article.locator("p[id]").evaluate_all("all => all.map(one => one.id)")
    numbered = [name for name in ids if re.fullmatch(r"p\d+", name)]

    assert len(numbered) >= 2
    assert numbered == [f"p{number}" for number in range(1, len(numbered) + 1)]


def test_address_of_a_paragraph_leads_to_it(page: Page, archive_url: str, article: Page) -> None:
    """Opening '#p2' marks the second paragraph as the target, in view."""
    article.goto(article.url + "#p2")

    target = article.locator(":target")
    assert target.get_attribute("id") == "p2"
    assert target.evaluate("p => p.getBoundingClientRect().top < innerHeight")


def test_home_leads_to_an_article_in_one_step(page: Page, archive_url: str) -> None:
    """The newest statements on the home page are links to articles."""
    page.goto(archive_url)
    link = page.locator("main a[href*='articles/']").first
    name = link.inner_text().strip()
    link.click()
    page.wait_for_url("**/articles/**")

    assert name in page.locator("h1").inner_text()


def test_newer_and_older_articles_are_linked_both_ways(article: Page) -> None:
    """The previous article in time has the open one as its next."""
    here = article.url
    previous = article.locator("link[rel=prev]")
    assert previous.count() == 1
    article.goto(previous.evaluate("link => link.href"))

    assert article.locator("link[rel=next]").evaluate("link => link.href") == here


def test_absent_address_shows_a_page_with_a_way_on(page: Page, archive_url: str) -> None:
    """An address that does not exist, at any depth, gives a styled page that leads on."""
    answer = page.goto(archive_url + "articles/no/such/article/")

    assert answer is not None
    assert answer.status == 404
    page.locator("main a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(archive_url)
    assert page.locator("h1").count() == 1


def test_next_article_is_fetched_ahead(article: Page) -> None:
    """At the end of an article the next one is on its way before anybody asks for it."""
    following = article.locator("a.neighbours-next")
    path = following.evaluate("link => new URL(link.href).pathname")

    with article.expect_request(lambda request: request.url.endswith(path)) as asked:
        following.scroll_into_view_if_needed()

    assert asked.value.headers.get("sec-purpose") == "prefetch"
    answer = asked.value.response()
    assert answer is not None
    assert answer.ok


def test_pointing_at_a_link_fetches_its_page(page: Page, archive_url: str) -> None:
    """Who stays on a link for a moment finds its page there; links elsewhere are left alone."""
    page.goto(archive_url)
    link = page.locator("a.row-title").nth(2)
    path = link.evaluate("link => new URL(link.href).pathname")

    with page.expect_request(lambda request: request.url.endswith(path)):
        link.hover()
