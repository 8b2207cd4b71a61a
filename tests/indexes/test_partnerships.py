"""Names that governments give to their partnerships."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from site_builder.indexes.partnerships import gather_partnership_labels, labels_in
from tests.indexes.together import together
from tests.sites.archive import article

if TYPE_CHECKING:
    from tests.indexes.conftest import ArchiveOf


PAIR = {"countries": "[CN, PK]"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "are all-weather strategic cooperative partners",
            ["all-weather strategic cooperative partners"],
        ),
        ("a Comprehensive Strategic Partnership was", ["Comprehensive Strategic Partnership"]),
        ("a major non-NATO ally since", ["major non-NATO ally"]),
        ("iron-clad friends and ironclad friends", ["iron-clad friends", "ironclad friends"]),
        (
            "a close, enduring and strategic partnership",
            ["close, enduring and strategic partnership"],
        ),
        (
            "a strategic partnership of coordination for a new era",
            ["strategic partnership of coordination for a new era"],
        ),
        ("a deeper strategic partnership", ["strategic partnership"]),
        ("partners met; the partnership; business partners", []),
        ("strategically, partners", []),
        ("a strategic. Partnership", []),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    """A noun of partnership with the adjectives that grade it; nothing without one."""
    assert list(labels_in(text)) == labels


def test_hostile_text_takes_no_time() -> None:
    """Endless adjectives without a noun are read in a moment."""
    started = time.process_time()

    assert labels_in("friend " + "strategic " * 40_000) == ()
    assert time.process_time() - started < 2


def test_order_of_appearance_and_count(archive_of: ArchiveOf) -> None:
    """Labels come in the order in which they first appear, with the articles that use them."""
    archive = archive_of(
        {
            "2005-a": article(
                "2005", body="None here.\n\nA strategic partnership.\n", countries="[CN, PK]"
            ),
            "2015-a": article(
                "2015",
                body="An all-weather friendship, a Strategic Partnership.\n",
                countries="[CN, PK]",
            ),
            "2020-a": article(
                "2020",
                body="A secret, special alliance.\n",
                display="metadata",
                countries="[CN, PK]",
            ),
        }
    )
    found = gather_partnership_labels(archive.articles, together(archive).labels)

    assert [(one.label, one.article.id, one.paragraph, one.articles) for one in found] == [
        ("strategic partnership", "2005-a", 2, 2),
        ("all-weather friendship", "2015-a", 1, 1),
    ]


def test_a_label_among_three_countries_may_be_another_pairs(archive_of: ArchiveOf) -> None:
    """Only articles on two countries alone are read."""
    body = "A strategic partnership.\n"
    archive = archive_of(
        {
            "2005-a": article("2005", body=body, countries="[CN, PK, RU]"),
            "2006-a": article("2006", body=body, countries="[CN, PK]"),
        }
    )

    assert list(together(archive).labels) == ["2006-a"]
