"""The whole site as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.output.links import find_broken_links
from site_builder.resources import built_in
from site_builder.site.correction_views import CorrectionsView
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer
from site_builder.site.views import HomeView, SearchView
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from site_builder.site.pages import Page
    from tests.site.conftest import EditionOf


def pages_of(edition: Edition) -> dict[str, Page]:
    pages, faults = plan_pages(edition)
    assert faults == ()
    found = {page.url: page for page in pages}
    assert len(found) == len(pages)
    return found


def test_the_home_page_shows_the_archive_at_a_glance(small: Edition) -> None:
    """Counts lead to their indexes; the latest statements come newest first."""
    page = pages_of(small)[""]
    view = page.view

    assert isinstance(view, HomeView)
    assert view.glance[0].count == 5
    assert view.glance[0].name == "statements"
    assert all(link.url for link in view.glance)
    assert view.span == "1962 to 2023"
    assert [row.url for row in view.latest][:2] == [
        "articles/2023-03-metadata/",
        "articles/2023-01-05-ties-again/",
    ]
    assert page.meta.feeds[0].atom == "feed.xml"


def test_one_of_a_kind_is_counted_in_the_singular(edition_of: EditionOf) -> None:
    """The noun beside a number takes its form."""
    files = {**REGISTERS, "articles/a.md": article(tags="[cpec]", countries="[CN]")}
    names = {link.url: link.name for link in pages_of(edition_of(files))[""].view.glance}

    assert names["timeline/"] == "statement"
    assert (names["tags/"], names["countries/"], names["people/"]) == ("topic", "country", "people")


def test_corrections_and_withdrawals_are_listed_newest_first(edition_of: EditionOf) -> None:
    """Each dated correction and withdrawal is told, a draft's excepted."""
    edition = edition_of(
        {
            "articles/a.md": article(
                revisions="[{date: 2023-02, note: One.}, {date: 2024-01-01, note: Two.}]"
            ),
            "articles/b.md": article(
                status="withdrawn", withdrawal="{date: 2023-06-01, reason: Three.}"
            ),
        }
    )
    view = pages_of(edition)["corrections/"].view

    assert isinstance(view, CorrectionsView)
    assert [(one.note, one.withdrawn) for one in view.corrections] == [
        ("Two.", False),
        ("Three.", True),
        ("One.", False),
    ]


def test_search_counts_what_can_be_found(small: Edition) -> None:
    """Translations can be found, tombstones cannot."""
    view = pages_of(small)["search/"].view

    assert isinstance(view, SearchView)
    assert view.count == 6


def test_the_archives_own_pages_stand_in_the_footer(edition_of: EditionOf) -> None:
    """Each page of prose has its address at the root; 'about' comes first."""
    text = "---\ntitle: {}\n---\n\n## Part\n\nWords of the page.\n"
    edition = edition_of(
        {f"pages/{name}.md": text.format(name.title()) for name in ("aims", "about", "terms")}
    )
    pages = pages_of(edition)
    site = site_view(edition, "assets/x/")

    assert [item.url for item in site.footer][-3:] == ["about/", "aims/", "terms/"]
    assert pages["terms/"].meta.description == "Words of the page."
    assert pages["terms/"].view.headings[0].text == "Part"
    assert site.assets == "assets/x/"


@pytest.mark.parametrize("alias", ["/old/x/", "/old/x", "/old/x.html"])
def test_aliases_are_pages_that_lead_on(edition_of: EditionOf, alias: str) -> None:
    """An old path leads to the article, and stays out of search engines."""
    pages = pages_of(edition_of({"articles/a.md": article(aliases=f"[{alias}]")}))
    url = alias[1:] if alias.endswith(("/", ".html")) else f"{alias[1:]}/"

    assert pages[url].template == "redirect.html"
    assert pages[url].view.target == "articles/a/"
    assert not pages[url].listed


def test_addresses_are_unique_and_lead_somewhere(small: Edition) -> None:
    """Every page's own and neighbouring addresses are those of pages."""
    pages = pages_of(small)
    for page in pages.values():
        assert page.url == page.meta.url
        assert all(link.url in pages for link in page.meta.breadcrumbs)
        assert {page.meta.previous, page.meta.next} - {None} <= set(pages)


def test_every_page_renders_alone(small: Edition) -> None:
    """Each page renders through the built-in templates, in any order, to the same bytes."""
    pages = list(pages_of(small).values())
    folders = (built_in("templates"),)
    site = site_view(small, "assets/x/")
    one = Renderer(folders, site, small.interface)
    other = Renderer(folders, site, small.interface)
    forward = [one.render(page) for page in pages]
    backward = [other.render(page) for page in reversed(pages)]

    assert forward == backward[::-1]
    broken = find_broken_links(forward, base_url=small.config.base_url)
    # Feeds, exports and assets are made elsewhere.
    assert [link for link in broken if link.missing.endswith("index.html")] == []
