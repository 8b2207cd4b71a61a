"""The page of each article, and tombstones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.site.article_pages import last_change, numbered_html, plan_articles
from site_builder.site.article_views import ArticleView, TombstoneView
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from site_builder.site.pages import Page
    from tests.site.conftest import EditionOf


def page_of(edition: Edition, name: str) -> Page:
    return next(page for page in plan_articles(edition) if page.url == f"articles/{name}/")


def view_of(edition: Edition, name: str) -> ArticleView:
    view = page_of(edition, name).view
    assert isinstance(view, ArticleView)
    return view


def facts_of(edition: Edition, name: str) -> dict[str, str]:
    """The values of an article's facts as one reads them."""
    return {
        fact.key: ", ".join(link.name for link in fact.values)
        or (fact.date.text if fact.date else fact.text)
        for fact in view_of(edition, name).facts
    }


def test_every_article_has_a_page(small: Edition) -> None:
    """Translations and tombstones have pages too."""
    pages = list(plan_articles(small))

    assert [page.url for page in pages] == [f"articles/{one.id}/" for one in small.archive.articles]
    assert {page.template for page in pages} == {"article.html", "tombstone.html"}
    assert all(page.source and page.source.path.endswith(".md") for page in pages)


def test_paragraphs_link_to_themselves(small: Edition) -> None:
    """Each paragraph's number stands before it, as a link to it with a name for listeners."""
    html = numbered_html(small, small.by_id["1962-10-24-letter"].body)

    assert '<p id="p1"><a class="pn" href="#p1" aria-label="Paragraph 1">1</a><em>' in html
    assert '<li id="p2"><a class="pn" href="#p2" aria-label="Paragraph 2">2</a>one</li>' in html


def test_an_excerpt_says_how_much_there_is(small: Edition) -> None:
    """The page knows how much is shown, how much there is, and whose words are shown."""
    view = view_of(small, "2023-01-04-ties")

    assert (view.display, view.shown_paragraphs, view.total_paragraphs) == ("excerpt", 2, 5)
    assert view.headings == ()
    assert view.words > 30


def test_neighbours_in_time(small: Edition) -> None:
    """Listed articles lead to those before and after them; a translation leads nowhere."""
    view = view_of(small, "2023-01-04-ties")

    assert view.previous is not None
    assert view.previous.url == "articles/2023-year-only/"
    assert view.next is not None
    assert view.next.url == "articles/2023-01-05-ties-again/"
    assert view_of(small, "1962-10-24-letter").previous is None
    assert view_of(small, "2023-01-04-ties.ur").next is None


def test_facts_are_told_in_the_sites_words(small: Edition) -> None:
    """Names, not ids; dates in full; the place with its country."""
    facts = facts_of(small, "2023-01-04-ties")

    assert facts["said"] == "4 January 2023"
    assert facts["principals"] == "Xi Jinping"
    assert facts["carrier"] == "Associated Press of Pakistan"
    assert facts["via"] == "Ministry"
    assert facts["event"] == "Regular press conference"
    assert facts["place"] == "Beijing, China"
    assert facts["identifier"] == "2023-01-04-ties"
    assert facts_of(small, "2023-01-04-ties.ur")["language"] == "Urdu"


def test_every_other_fact(edition_of: EditionOf) -> None:
    """Dates seen, how the day is known, what is missing and why, and the rest."""
    edition = edition_of(
        {
            **REGISTERS,
            "articles/a.md": article(
                date_basis="dateline",
                published="2023-01-05",
                retrieved="2024",
                dates_observed="[{text: 4th Jan, role: export-stamp}]",
                asked_by="app",
                carrier_categories="[World, Asia]",
                rights="Quoted.",
                missing="{source_url: only a dead link, place: not said}",
            ),
        }
    )
    facts = facts_of(edition, "a")

    assert facts["basis"] == "dateline"
    assert (facts["published"], facts["retrieved"]) == ("5 January 2023", "2024")
    assert facts["observed"] == "“4th Jan” (export stamp)"
    assert facts["asked_by"] == "Associated Press of Pakistan"
    assert facts["categories"] == "World, Asia"
    assert facts["rights"] == "Quoted."
    assert facts["missing"] == "Address of the source: only a dead link"


def test_translations_and_carriages_lead_to_each_other(small: Edition) -> None:
    """An article leads to its translations, back from each, and to others' carriages of it."""
    original, translation = (
        view_of(small, name) for name in ("2023-01-04-ties", "2023-01-04-ties.ur")
    )

    assert [(one.lang, one.is_original) for one in original.translations] == [("ur", False)]
    assert [(one.lang, one.is_original) for one in translation.translations] == [("en", True)]
    assert [(one.url, one.carrier) for one in original.carriages] == [
        ("articles/2023-01-05-ties-again/", "Ministry")
    ]


def test_a_tombstone_shows_the_reason_alone(small: Edition) -> None:
    """A withdrawn entry keeps title, dates and reason, and stays out of search engines."""
    page = page_of(small, "2024-withdrawn")

    assert isinstance(page.view, TombstoneView)
    assert page.view.reason == "It was a forgery."
    assert page.view.withdrawn.text == "1 May 2024"
    assert not page.listed


def test_links_to_the_source_repository(small: Edition, edition_of: EditionOf) -> None:
    """Where the source is known, a page leads to its file and to a new issue."""
    view = view_of(small, "2023-01-04-ties")
    without = view_of(edition_of({"articles/a.md": article()}), "a")

    assert view.edit_url == (
        "https://example.org/source/edit/main/content/articles/2023/2023-01-04-ties.md"
    )
    assert view.issue_url.startswith(
        "https://example.org/source/issues/new?title=Correction%3A+Ties+%26+"
    )
    assert (without.edit_url, without.issue_url) == ("", "")


def test_breadcrumbs_follow_the_date_as_far_as_the_timeline_goes(edition_of: EditionOf) -> None:
    """A page stands below its year and month, where these have pages."""
    edition = edition_of(
        {
            "articles/a.md": article("2023-01-04"),
            "articles/a.ur.md": article("2023-02"),
            "articles/b.md": article("2024"),
            "articles/b.ur.md": article("2025"),
        }
    )
    trails = {
        page.url: [link.name for link in page.meta.breadcrumbs] for page in plan_articles(edition)
    }

    assert trails == {
        "articles/a/": ["Home", "Timeline", "2023", "January 2023"],
        "articles/a.ur/": ["Home", "Timeline", "2023"],
        "articles/b/": ["Home", "Timeline", "2024"],
        "articles/b.ur/": ["Home", "Timeline"],
    }
    assert view_of(edition, "a.ur").date.url == "timeline/2023/"
    assert view_of(edition, "b.ur").date.url is None


def test_a_day_leads_to_the_page_that_holds_it(edition_of: EditionOf) -> None:
    """In a long month, a day's link goes to the page on which its heading stands."""
    files = {f"articles/a{n:02d}.md": article(f"2023-01-{n:02d}") for n in range(1, 13)}
    edition = edition_of(files, per_page=5)

    assert view_of(edition, "a01").date.url == "timeline/2023/01/page/1/#d-2023-01-01"
    assert view_of(edition, "a12").date.url == "timeline/2023/01/#d-2023-01-12"


def test_the_last_change(edition_of: EditionOf) -> None:
    """The latest date that an article names is that of its last change."""
    edition = edition_of(
        {
            "articles/a.md": article("2023", revisions="[{date: 2024-02, note: x}]"),
            "articles/b.md": article("2023-05", published="2023-06-01", retrieved="2023-05-30"),
        }
    )

    assert last_change(edition.by_id["a"]) == "2024-02"
    assert last_change(edition.by_id["b"]) == "2023-06-01"
