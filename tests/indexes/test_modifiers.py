"""The words right before and after a formulation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.indexes.modifiers import Side, index_modifiers, words_after, words_before
from tests.indexes.together import together
from tests.sites.archive import article

if TYPE_CHECKING:
    from tests.indexes.conftest import ArchiveOf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("building an even closer ", "even closer"),
        ("a still “closer China-Pakistan ", "still closer China-Pakistan"),
        ("a closer bilateral “", "closer bilateral"),
        ("we want a ", ""),
        ("in peace, closer ", "closer"),
        ("in peace. ", ""),
        ("the long U.S. ", "long U.S."),
        ("six strong firm deep rich ", "strong firm deep rich"),
        ("", ""),
    ],
)
def test_words_before(text: str, words: str) -> None:
    """Back to the last function word or stop, across an opening quotation mark, at most four."""
    assert words_before(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" in the new era, she said", "in the new era"),
        ("” for mankind and for peace", "for mankind"),
        (", in the new era", ""),
        (" through the U.S. system.", "through the U.S. system"),
        (" in the", ""),
        (" and prosperity", ""),
        (" of all countries was at stake", "of all countries"),
        ("", ""),
    ],
)
def test_words_after(text: str, words: str) -> None:
    """A prepositional phrase right behind the words, up to its next function word or stop."""
    assert words_after(text) == words


def test_modifiers_in_order_of_appearance(archive_of: ArchiveOf) -> None:
    """Each with its uses, whatever their capitals; what is not shown or not English is not read."""
    archive = archive_of(
        {
            "2020-a": article("2020", body="A closer shared future for Asia.\n"),
            "2021-a": article("2021", body="An even closer shared future.\n"),
            "2022-a": article("2022", body="A Closer shared future.\n"),
            "2023-a": article("2023", body="A brighter shared future.\n", display="metadata"),
            "2024-a": article("2024", body="Un plus grand shared future.\n", language="fr"),
        },
        "future: {name: shared future}\n",
    )
    uses = together(archive).formulations.formulations["future"]
    found = [
        (one.side, one.words, [use.article.id for use in one.uses])
        for one in index_modifiers(uses.uses)
    ]

    assert found == [
        (Side.BEFORE, "closer", ["2020-a", "2022-a"]),
        (Side.AFTER, "for Asia", ["2020-a"]),
        (Side.BEFORE, "even closer", ["2021-a"]),
    ]
