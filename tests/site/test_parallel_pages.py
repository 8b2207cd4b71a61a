"""Originals beside their translations, and the switch between the languages of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.site.article_pages import plan_articles
from site_builder.site.parallel_pages import plan_parallel
from site_builder.site.parallel_views import ParallelUnit, ParallelView
from site_builder.site.views import Alternate
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.article_views import ArticleView
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

BODY = (
    "The two ministers met in 2021 and spoke of the bridge at great length.\n{: voice=direct }\n\n"
    "## Trade\n\nThey agreed on [more of it](/tags/trade/), as [above](#p1).\n\n"
    "> It has doubled since 2015, the report said.\n"
)
URDU = (
    "دونوں وزرا 2021 میں ملے اور پل کے بارے میں تفصیل سے بات کی۔\n{: voice=direct }\n\n"
    "## تجارت\n\nانہوں نے اس میں اضافے پر اتفاق کیا۔\n\n"
    "> رپورٹ کے مطابق یہ 2015 سے دگنی ہو چکی ہے۔\n"
)


def edition_with(edition_of: EditionOf, **articles: str) -> Edition:
    files = {f"articles/2023/{name}.md": text for name, text in articles.items()}
    return edition_of({**REGISTERS, **files})


def translated(edition_of: EditionOf, body: str = URDU, **fields: str) -> Edition:
    """An edition of an article and its translation into Urdu."""
    files = {"talks": article(body=BODY), "talks.ur": article(title="مذاکرات", body=body, **fields)}
    return edition_with(edition_of, **files)


def parallel(edition: Edition) -> ParallelView:
    (page,) = plan_parallel(edition)
    view = page.view
    assert isinstance(view, ParallelView)
    return view


def articles(edition: Edition) -> dict[str, ArticleView]:
    return {page.url: page.view for page in plan_articles(edition)}


def numbers(units: tuple[ParallelUnit, ...]) -> list[int]:
    return [unit.number for unit in units]


def test_paragraphs_and_headings_stand_side_by_side(edition_of: EditionOf) -> None:
    """Each row has what says the same: paragraphs by their numbers, headings without one."""
    view = parallel(translated(edition_of))

    assert [(numbers(row.original), numbers(row.translation)) for row in view.rows] == [
        *(([1], [1]), ([0], [0]), ([2], [2]), ([3], [3]))
    ]
    assert [row.original[0].level for row in view.rows] == [0, 2, 0, 0]
    assert [row.translation[0].quoted for row in view.rows] == [False, False, False, True]
    assert view.rows[0].translation[0].voice == "direct"


def test_numbers_lead_to_each_articles_own_paragraphs(edition_of: EditionOf) -> None:
    """The number on either side leads to the paragraph on that text's own page."""
    row = parallel(translated(edition_of)).rows[2]

    assert row.original[0].url == "articles/talks/#p2"
    assert row.translation[0].url == "articles/talks.ur/#p2"


def test_addresses_in_a_text_are_right_from_here(edition_of: EditionOf) -> None:
    """Links of the text lead where they lead on its own page, which lies one folder higher."""
    (unit,) = parallel(translated(edition_of)).rows[2].original

    assert '<a href="../../../tags/trade/">' in unit.body_html
    assert '<a href="../../../articles/talks/#p1">' in unit.body_html


def test_words_like_addresses_stay_as_they_are(edition_of: EditionOf) -> None:
    """What only looks like the start of a link in running words is not touched."""
    strange = 'He wrote ="../../ and href="#p1 on the wall, which nobody there could read.\n'
    edition = edition_with(edition_of, a=article(body=strange), **{"a.ur": article(body=URDU)})
    (page,) = plan_parallel(edition)

    assert page.view.rows[0].original[0].body_html == strange.strip()


def test_texts_of_different_length_lose_nothing(edition_of: EditionOf) -> None:
    """Two paragraphs made one stand beside it, and all paragraphs of both are there."""
    joined = URDU.replace("\n{: voice=direct }\n\n## تجارت\n\n", " ")
    rows = parallel(translated(edition_of, joined)).rows

    assert [one for row in rows for one in numbers(row.original)] == [1, 0, 2, 3]
    assert [one for row in rows for one in numbers(row.translation)] == [1, 2]


def test_each_side_has_its_language_and_direction(edition_of: EditionOf) -> None:
    """Columns say in which language and direction they are written, whatever the page's is."""
    view = parallel(translated(edition_of))

    assert (view.original.lang, view.original.dir, view.original.own_name) == (
        *("en", "ltr", "English"),
    )
    assert (view.translation.lang, view.translation.dir, view.translation.own_name) == (
        *("ur", "rtl", "اردو"),
    )


def test_withheld_paragraphs_are_told_and_not_shown(edition_of: EditionOf) -> None:
    """A paragraph that an excerpt withholds stands as its number beside the one that is shown."""
    view = parallel(translated(edition_of, display="excerpt"))
    shown = [unit for row in view.rows for unit in row.translation if unit.body_html]
    withheld = [unit for row in view.rows for unit in row.translation if not unit.body_html]

    assert numbers(tuple(shown)) == [1, 2]
    assert shown[-1].body_html.endswith(" …")
    assert numbers(tuple(withheld)) == [3]
    assert {unit.url for unit in withheld} == {""}
    assert not view.complete


@pytest.mark.parametrize("display", ["metadata", "summary"])
def test_nothing_stands_beside_what_is_not_the_text(edition_of: EditionOf, display: str) -> None:
    """There is no page where one of the two is withheld, or is a summary of the other."""
    edition = translated(edition_of, display=display)

    assert list(plan_parallel(edition)) == []
    assert {one.parallel_url for one in articles(edition)["articles/talks/"].languages} == {""}


def test_withdrawn_versions_stand_beside_nothing(edition_of: EditionOf) -> None:
    """A tombstone is not led to as a version of the text."""
    withdrawn = {"status": "withdrawn", "withdrawal": "{date: 2024-01-01, reason: Asked for}"}
    edition = translated(edition_of, **withdrawn)

    assert list(plan_parallel(edition)) == []
    assert articles(edition)["articles/talks/"].languages == ()


def test_switch_names_every_language_by_its_own_name(edition_of: EditionOf) -> None:
    """Both versions have the same switch, the original first, and know which of them they are."""
    found = articles(translated(edition_of))
    original, translation = found["articles/talks/"], found["articles/talks.ur/"]

    assert [one.own_name for one in original.languages] == ["English", "اردو"]
    assert [one.current for one in original.languages] == [True, False]
    assert [one.current for one in translation.languages] == [False, True]
    assert [one.parallel_url for one in original.languages] == ["", "articles/talks.ur/parallel/"]
    assert [one.parallel_url for one in translation.languages] == [
        *("articles/talks.ur/parallel/", "")
    ]


def test_articles_without_translation_have_no_switch(edition_of: EditionOf) -> None:
    """Nothing is said of languages where there is only one."""
    found = articles(edition_with(edition_of, alone=article()))["articles/alone/"]

    assert found.languages == ()
    assert found.alternates == ()


def test_every_version_tells_of_all_versions(edition_of: EditionOf) -> None:
    """Each version names all of them, itself too, and the original for any other language."""
    found = articles(translated(edition_of))
    expected = (
        Alternate(lang="en", url="articles/talks/"),
        Alternate(lang="ur", url="articles/talks.ur/"),
        Alternate(lang="x-default", url="articles/talks/"),
    )

    assert found["articles/talks/"].alternates == expected
    assert found["articles/talks.ur/"].alternates == expected


def test_a_page_shows_what_its_key_tells(edition_of: EditionOf) -> None:
    """The key changes with either text, and with a further version that the page leads to."""
    (before,) = plan_parallel(translated(edition_of))
    (same,) = plan_parallel(translated(edition_of))
    (other,) = plan_parallel(translated(edition_of, URDU.replace("2015", "2016")))
    files = {
        "talks": article(body=BODY),
        "talks.ur": article(title="مذاکرات", body=URDU),
        "talks.zh": article(body="谈判。\n"),
    }
    further = {one.url: one.key for one in plan_parallel(edition_with(edition_of, **files))}

    assert before.key == same.key
    assert before.key != other.key
    assert further.pop(before.url) != before.key
    assert list(further) == ["articles/talks.zh/parallel/"]
