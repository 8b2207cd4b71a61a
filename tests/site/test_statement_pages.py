"""Pages of statements: their carriages in order, and aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.site.statement_pages import plan_statements
from site_builder.site.statement_views import (
    AlignedCell,
    ComparisonView,
    StatementIndexView,
    StatementView,
)
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

ONE = "Both sides will deepen their long and fruitful cooperation in trade and in science.\n"
TWO = "She thanked the hosts for the warm welcome that they had given to the delegation.\n"
NEW = "Asked about the border she answered that patient talks were well under way again.\n"
OFFICIAL = {"display": "full", "statement": "ties"}


def edition_with(edition_of: EditionOf, **articles: str) -> Edition:
    files = {f"articles/2023/{name.replace('_', '-')}.md": text for name, text in articles.items()}
    return edition_of({**REGISTERS, **files})


def statement(edition: Edition, name: str = "ties") -> StatementView:
    pages = {page.url: page.view for page in plan_statements(edition)}
    view = pages[f"statements/{name}/"]
    assert isinstance(view, StatementView)
    return view


def comparison(edition: Edition) -> ComparisonView:
    (found,) = statement(edition).comparisons
    return found


def changes(view: ComparisonView) -> list[list[str]]:
    return [[cell.change for cell in row] for row in view.rows]


def words(cell: AlignedCell) -> str:
    marks = {"same": "{}", "added": "[+{}]", "dropped": "[-{}]"}
    return "".join(marks[change].format(text) for change, text in cell.pieces)


def test_carriages_stand_in_the_order_of_appearance(edition_of: EditionOf) -> None:
    """Who published first is first, whatever the day it was said; without a day, that one."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", statement="ties", published="2023-01-06"),
        b=article("2023-01-04", statement="ties", published="2023-01-05", carrier="app"),
        c=article("2023-01-04", statement="ties"),
    )
    carriages = statement(edition).carriages

    assert [one.url for one in carriages] == ["articles/c/", "articles/b/", "articles/a/"]
    assert [one.number for one in carriages] == [1, 2, 3]
    assert [one.said for one in carriages] == [True, False, False]


def test_paragraphs_are_told_apart(edition_of: EditionOf) -> None:
    """The same, reworded, added and left out, and how many of each."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", f"{ONE}\n{TWO}\n{NEW}", **OFFICIAL),
        b=article(
            "2023-01-05", f"{ONE.replace('deepen', 'widen')}\n{NEW}\nA last word.\n", **OFFICIAL
        ),
    )
    view = comparison(edition)

    assert changes(view) == [
        ["first", "reworded"],
        ["first", "dropped"],
        ["first", "same"],
        ["none", "added"],
    ]
    second = view.columns[1]
    assert (second.paragraphs, second.same, second.reworded, second.added, second.dropped) == (
        3,
        1,
        1,
        1,
        1,
    )
    assert words(view.rows[0][1]) == (
        "Both sides will [-deepen] [+widen] their long and fruitful cooperation in trade and in "
        "science."
    )


def test_words_that_are_withheld_stay_withheld(edition_of: EditionOf) -> None:
    """An excerpt is compared in full, and shows no word beyond what its page shows."""
    secret = TWO.replace("delegation", "zanzibar")
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", f"{ONE}\n{TWO}", **OFFICIAL),
        b=article(
            "2023-01-05",
            f"{ONE}\n{secret}\nAnother zanzibar.\n",
            display="excerpt",
            statement="ties",
        ),
    )
    view = comparison(edition)
    first, second, third = (row[1] for row in view.rows)

    assert changes(view) == [["first", "same"], ["first", "reworded"], ["none", "added"]]
    assert "zanzibar" not in repr(view)
    assert first.url == "articles/b/#p1"
    assert words(second) == "She"
    assert second.cut
    assert third.withheld
    assert third.url == ""


def test_dropped_words_after_the_last_shown_word_are_not_told(edition_of: EditionOf) -> None:
    """Where the rest of a paragraph is not shown, nothing tells what it changed."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", ONE, **OFFICIAL),
        b=article(
            "2023-01-05",
            ONE.replace(" and in science", ""),
            display="excerpt",
            statement="ties",
        ),
    )
    cell = comparison(edition).rows[0][1]

    assert words(cell) == "Both sides will deepen their"
    assert cell.cut


def test_withheld_words_of_the_first_are_not_told_as_dropped(edition_of: EditionOf) -> None:
    """What a later carriage left out shows only as far as the first one's page shows it."""
    edition = edition_with(
        edition_of,
        a=article(
            "2023-01-04", ONE.replace("science", "zanzibar"), display="excerpt", statement="ties"
        ),
        b=article("2023-01-05", ONE, **OFFICIAL),
    )

    assert "zanzibar" not in repr(comparison(edition))


def test_summaries_are_compared_with_summaries_alone(edition_of: EditionOf) -> None:
    """The archive's own words are no carriage of anybody's wording."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", ONE, **OFFICIAL),
        b=article("2023-01-05", ONE, display="summary", statement="ties"),
    )

    assert statement(edition).comparisons == ()

    both = edition_with(
        edition_of,
        a=article("2023-01-04", ONE, display="summary", statement="ties"),
        b=article("2023-01-05", TWO, display="summary", statement="ties"),
    )

    assert comparison(both).summaries


def test_other_languages_are_not_compared(edition_of: EditionOf) -> None:
    """A French carriage and an English one stand beside one another uncompared."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", ONE, **OFFICIAL),
        b=article("2023-01-05", "Les deux parties.\n", language="fr", **OFFICIAL),
    )
    view = statement(edition)

    assert len(view.carriages) == 2
    assert view.comparisons == ()


def test_texts_that_are_not_shown_are_not_compared(edition_of: EditionOf) -> None:
    """A carriage of which nothing may be shown is named, and that is all."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", ONE, **OFFICIAL),
        b=article("2023-01-05", ONE, display="metadata", statement="ties"),
    )

    assert statement(edition).comparisons == ()


def test_the_list_holds_statements_with_several_carriages(edition_of: EditionOf) -> None:
    """A statement with one carriage has its page, and is not in the list."""
    edition = edition_with(
        edition_of,
        a=article("2023-01-04", statement="ties"),
        b=article("2023-01-05", statement="ties"),
        c=article("2023-02-05", statement="alone"),
        d=article("2023-02-06"),
    )
    pages = {page.url: page.view for page in plan_statements(edition)}
    index = pages["statements/"]

    assert isinstance(index, StatementIndexView)
    assert "statements/alone/" in pages
    assert [line.url for group in index.groups for line in group.lines] == ["statements/ties/"]
    assert (index.total, index.carriages, index.of) == (1, 2, 4)
