"""The pages of formulations: shares, concordance, chart, links from articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest

from site_builder.site.article_pages import plan_articles
from site_builder.site.concordance import end_of, start_of
from site_builder.site.formulation_pages import USES_PER_PAGE, plan_formulations
from site_builder.site.research_views import FormulationIndexView, FormulationView
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.article_views import ArticleView
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

PHRASE = "community with a shared future"
FORMULATIONS = {
    "registers/formulations.yaml": (
        f"shared-future: {{name: {PHRASE}}}\nnever: {{name: never said}}\n"
    )
}
MAO = "[{person: mao-ning, role: Spokesperson}]"
XI = "[{person: xi-jinping}]"


@pytest.fixture
def edition(edition_of: EditionOf) -> Edition:
    direct = f"“An even closer {PHRASE},” she said.\n{{: voice=direct }}\n"
    reported = f"They want a closer {PHRASE} in the new era.\n{{: voice=paraphrase }}\n"
    context = f"Others speak of a {PHRASE} as well.\n{{: voice=background }}\n"
    hidden = "One two three four.\n\n" * 9 + direct
    files = {
        "articles/2020/2020-a.md": article("2020", speakers=MAO, countries="[CN, PK]", body=direct),
        "articles/2020/2020-b.md": article("2020", speakers=XI, countries="[CN, IN]"),
        "articles/2022/2022-a.md": article("2022", speakers=MAO, countries="[CN, PK]"),
        "articles/2023/2023-a.md": article("2023", speakers=MAO, countries="[PK]", body=reported),
        "articles/2024/2024-a.md": article("2024", speakers=XI, countries="[CN, US]", body=context),
        "articles/2025/2025-a.md": article(
            "2025", speakers=XI, countries="[CN, PK]", body=hidden, display="excerpt"
        ),
    }
    return edition_of({**REGISTERS, **FORMULATIONS, **files})


def view_of(edition: Edition, url: str = "formulations/shared-future/") -> FormulationView:
    pages = {page.url: page for page in plan_formulations(edition)}
    return cast("FormulationView", pages[url].view)


def test_counts_stand_beside_what_they_are_out_of(edition: Edition) -> None:
    """Articles with the phrase out of all; uses, those verbatim, and those not shown."""
    view = view_of(edition)
    assert view.articles is not None

    assert (view.articles.count, view.articles.of) == (4, 6)
    assert (view.uses, view.verbatim, view.withheld) == (4, 2, 1)
    assert view.first is not None
    assert view.last is not None
    assert (view.first.iso, view.last.iso) == ("2020", "2025")


def test_shares_by_speaker_country_and_voice(edition: Edition) -> None:
    """Each speaker's share is out of that speaker's statements, background left aside; the
    countries are those spoken of, not the speaker's own.
    """
    groups = {group.heading: group for group in view_of(edition).groups}
    shares = {
        heading: [(link.name, link.share.count, link.share.of) for link in group.links]
        for heading, group in groups.items()
    }

    assert shares == {
        "By speaker": [("Mao Ning", 2, 3), ("Xi Jinping", 1, 3)],
        "By country spoken of": [("Pakistan", 3, 4)],
        "By voice": [("Direct", 2, 4), ("Reported", 1, 4), ("Background", 1, 4)],
    }


def test_concordance_has_a_line_for_each_use(edition: Edition) -> None:
    """Words before and after, voice, and a link to the paragraph; under its year with a share."""
    years = view_of(edition).years
    lines = [use for year in years for use in year.uses]

    assert [(year.year, year.used.count, year.used.of) for year in years] == [
        ("2020", 1, 2),
        ("2023", 1, 1),
        ("2024", 1, 1),
        ("2025", 1, 1),
    ]
    assert [(use.url, use.voice, use.verbatim) for use in lines] == [
        ("articles/2020-a/#p1", "direct", True),
        ("articles/2023-a/#p1", "paraphrase", False),
        ("articles/2024-a/#p1", "background", False),
        ("articles/2025-a/", "direct", True),
    ]
    assert (lines[0].before, lines[0].phrase, lines[0].after) == (
        "“An even closer ",
        PHRASE,
        ",” she said.",
    )


def test_withheld_words_are_nowhere_in_the_view(edition: Edition) -> None:
    """A use in text that is not shown is counted, and its line holds no word of the text."""
    line = view_of(edition).years[-1].uses[0]

    assert (line.before, line.phrase, line.after) == ("", "", "")


def test_modifiers_say_since_when(edition: Edition) -> None:
    """What stands round the phrase in text that is shown, in order of appearance."""
    found = [
        (one.before, one.after, one.share.count, one.share.of, one.first.iso)
        for one in view_of(edition).modifiers
    ]

    assert found == [
        ("even closer", "", 1, 3, "2020"),
        ("closer", "", 1, 3, "2023"),
        ("", "in the new era", 1, 3, "2023"),
    ]


def test_chart_covers_every_year_of_the_archive(edition: Edition) -> None:
    """Each year has a bar with its share; only years with the phrase lead to the concordance."""
    chart = view_of(edition).chart
    assert chart is not None

    assert [(bar.label, bar.used.count, bar.verbatim, bar.used.of) for bar in chart.bars] == [
        ("2020", 1, 1, 2),
        ("2021", 0, 0, 0),
        ("2022", 0, 0, 1),
        ("2023", 1, 0, 1),
        ("2024", 1, 0, 1),
        ("2025", 1, 1, 1),
    ]
    assert chart.bars[0].url == "formulations/shared-future/#y-2020"
    assert chart.bars[1].url is None


def test_long_concordances_are_cut_into_pages(edition_of: EditionOf) -> None:
    """Oldest uses first, so that a page keeps its lines; a year's bar leads to where it begins."""
    body = f"A {PHRASE}.\n\n" * (USES_PER_PAGE - 1)
    edition = edition_of(
        {
            **FORMULATIONS,
            "articles/2020/2020-a.md": article("2020", body=body),
            "articles/2021/2021-a.md": article("2021", body=body),
            "articles/2022/2022-a.md": article("2022", body=f"A {PHRASE}.\n"),
        }
    )
    first = view_of(edition)
    second = view_of(edition, "formulations/shared-future/page/2/")

    assert second.articles is None
    lengths = [sum(len(year.uses) for year in view.years) for view in (first, second)]
    assert lengths == [USES_PER_PAGE, USES_PER_PAGE - 1]
    assert first.chart is not None
    assert second.chart is None
    assert [bar.url for bar in first.chart.bars] == [
        "formulations/shared-future/#y-2020",
        "formulations/shared-future/#y-2021",
        "formulations/shared-future/page/2/#y-2022",
    ]


def test_index_lists_all_and_names_the_unused(edition: Edition) -> None:
    """The index has a line for each phrase in use, and the rest by name."""
    view = cast("FormulationIndexView", next(plan_formulations(edition)).view)

    assert [(line.name, line.articles.count, line.verbatim) for line in view.lines] == [
        (PHRASE, 4, 2)
    ]
    assert [link.url for link in view.unused] == ["formulations/never/"]


def test_an_archive_without_a_register_has_no_such_pages(edition_of: EditionOf) -> None:
    """No register, no index of formulations."""
    assert list(plan_formulations(edition_of({"articles/2020/2020-a.md": article("2020")}))) == []


def test_every_use_in_an_article_is_a_link(edition: Edition) -> None:
    """The words in the body lead to the formulation's page; text that is cut has no link."""
    bodies = {page.url: cast("ArticleView", page.view).body_html for page in plan_articles(edition)}
    link = re.compile(
        rf'<a class="formulation" href="\.\./\.\./formulations/shared-future/"[^>]*>{PHRASE}</a>'
    )

    assert {url: len(link.findall(body)) for url, body in bodies.items()} == {
        "articles/2020-a/": 1,
        "articles/2020-b/": 0,
        "articles/2022-a/": 0,
        "articles/2023-a/": 1,
        "articles/2024-a/": 1,
        "articles/2025-a/": 0,
    }


def test_context_is_cut_between_words() -> None:
    """Context that is too long ends or begins at a whole word, and says that it was cut."""
    assert end_of("one two three", 20) == "one two three"
    assert end_of("one two three", 9) == "… three"
    assert start_of("one two three", 9) == "one two …"
    assert start_of("外交部发言人毛宁", 4) == "外交部发…"
