"""Lists: pages of them, rows, and rows under headings."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article, Body, Display, Paragraph
from site_builder.diagnostics import SourceLocation
from site_builder.site.rows import (
    ListPage,
    group_by_day,
    group_by_month,
    group_by_year,
    paginate,
    row_view,
    summary_text,
)
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf


def article_of(number: int, text: str = "") -> Article:
    paragraph = Paragraph(number=1, text=text, html=text, voice=None, sha256="")
    return Article(
        id=f"a-{number}",
        title="T",
        date=PartialDate(2023),
        location=SourceLocation(path="x"),
        body=Body(html="", paragraphs=(paragraph,) if text else ()),
        language="en",
        missing=MappingProxyType({}),
    )


def pages_of(count: int, per_page: int) -> list[ListPage]:
    return list(paginate("x/", [article_of(n) for n in range(count)], per_page))


def ids(pages: list[ListPage]) -> list[str]:
    return [one.id for page in pages for one in page.articles]


@given(st.integers(0, 300), st.integers(5, 40))
def test_every_article_stands_on_one_page_newest_first(count: int, per_page: int) -> None:
    """The pages hold every article once, the newest first, at addresses of their own."""
    pages = pages_of(count, per_page)

    assert ids(pages) == [f"a-{n}" for n in reversed(range(count))]
    assert len({page.url for page in pages}) == len(pages)
    assert pages[0].url == "x/"
    assert all(len(page.articles) == per_page for page in pages[1:])
    assert len(pages[0].articles) < 2 * per_page or count < 2 * per_page
    assert not (len(pages) > 1 and len(pages[0].articles) < per_page)


@given(st.integers(0, 300), st.integers(5, 40))
def test_one_more_article_changes_the_first_page_alone(count: int, per_page: int) -> None:
    """Until a page fills, a new article leaves every older page as it was; then one is added."""
    before = {page.url: page.articles for page in pages_of(count, per_page)}
    after = {page.url: page.articles for page in pages_of(count + 1, per_page)}
    older = {url: found for url, found in before.items() if url != "x/"}

    assert {url: after[url] for url in older} == older
    assert len(after) - len(before) <= 1


@given(st.integers(1, 300), st.integers(5, 40))
def test_pages_know_their_neighbours(count: int, per_page: int) -> None:
    """Each page leads to the one before and after it, and offers both ends."""
    pages = pages_of(count, per_page)
    for index, page in enumerate(pages):
        pager = page.pager
        assert (pager.number, pager.total) == (index + 1, len(pages))
        assert pager.previous == (pages[index - 1].url if index else None)
        assert pager.next == (pages[index + 1].url if index + 1 < len(pages) else None)
        offered = [link.url for link in pager.pages]
        assert page.url in offered
        assert offered[0] == "x/"
        assert offered[-1] == pages[-1].url
        numbers = [int(link.name) for link in pager.pages if link.url]
        assert numbers == sorted(set(numbers))


def test_gaps_between_page_numbers_are_marked() -> None:
    """Numbers that are left out leave a mark."""
    pager = pages_of(100, 5)[9].pager

    assert [link.name for link in pager.pages] == ["1", "…", "8", "9", "10", "11", "12", "…", "20"]


LONG = "word, " * 60


@pytest.mark.parametrize(
    ("display", "summary", "text", "expected"),
    [
        (Display.FULL, "Own words.", "Text.", "Own words."),
        (Display.METADATA, "Own words.", "Text.", "Own words."),
        (Display.FULL, None, "Text.", "Text."),
        (Display.SUMMARY, None, "Text.", "Text."),
        (Display.EXCERPT, None, "Text.", ""),
        (Display.METADATA, None, "Text.", ""),
        (Display.FULL, None, "", ""),
        (Display.FULL, None, LONG, ("word, " * 40).rstrip(", ") + " …"),
    ],
)
def test_summaries(display: Display, summary: str | None, text: str, expected: str) -> None:
    """A row shows the article's summary, else the beginning of a text that may be shown."""
    assert summary_text(replace(article_of(1, text), display=display, summary=summary)) == expected


def test_a_row_shows_who_what_and_when(small: Edition) -> None:
    """A row has its article's names in the site's language, and no more than it shows."""
    row = row_view(small, small.by_id["2023-01-04-ties"])

    assert row.url == "articles/2023-01-04-ties/"
    assert (row.lang, row.dir, row.language, row.kind) == ("en", "ltr", "", "Briefing")
    assert (row.date.iso, row.date.text) == ("2023-01-04", "4 January 2023")
    assert row.speakers[0].person is not None
    assert row.speakers[0].person.name == "Mao Ning"
    assert row.carrier is not None
    assert row.carrier.url == "carriers/app/"


def test_a_row_names_a_foreign_language(small: Edition) -> None:
    """An article in another language says which, and the direction in which it runs."""
    row = row_view(small, small.by_id["2023-01-04-ties.ur"])

    assert (row.lang, row.dir, row.language) == ("ur", "rtl", "Urdu")


def test_rows_stand_under_their_period(edition_of: EditionOf) -> None:
    """Rows are grouped by day, month or year, in the order given."""
    edition = edition_of(
        {
            f"articles/2023/a{n}.md": article(date)
            for n, date in enumerate(("2023", "2023-01", "2023-01-04", "2023-01-05", "2023-02"))
        }
    )
    newest = tuple(reversed(edition.listed))

    assert [(one.heading, len(one.rows)) for one in group_by_month(edition, newest)] == [
        ("February 2023", 1),
        ("January 2023", 3),
        ("2023", 1),
    ]
    assert [one.anchor for one in group_by_day(edition, newest)] == [
        "d-2023-02",
        "d-2023-01-05",
        "d-2023-01-04",
        "d-2023-01",
        "d-2023",
    ]
    assert [one.url for one in group_by_day(edition, newest)] == [None] * 5
    assert [(one.heading, one.url) for one in group_by_year(edition, newest)] == [
        ("2023", "timeline/2023/")
    ]
