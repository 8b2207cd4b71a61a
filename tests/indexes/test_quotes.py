"""Words in quotation marks, and direct quotations."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.quotes import quoted_spans
from tests.indexes.together import together
from tests.sites.archive import article

if TYPE_CHECKING:
    from tests.indexes.conftest import ArchiveOf


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quoted_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She said: “we agree”.",
        'She said: "we agree".',
        "She said: ‘we agree’.",
        "She said: 'we agree'.",
        "Elle a dit : «\u00a0we agree\u00a0».",
        "Elle a dit : «we agree».",
        "Sie sagte: „we agree“.",
        "Hun sagde: »we agree«.",
        "Hon sade: ”we agree”.",
        "她说：「we agree」。",
        "彼女は『we agree』と言った。",
        "она сказала: ‹we agree›.",
        "她说：＂we agree＂。",
    ],
)
def test_every_style_of_marks(text: str) -> None:
    """The words inside are found without marks and without the spaces that French puts there."""
    assert quoted(text) == ["we agree"]


def test_several_in_a_row() -> None:
    """Each quotation of a paragraph is found, in order."""
    assert quoted('"One," he said, "and two." “Three”') == ["One,", "and two.", "Three"]


def test_outermost_only() -> None:
    """A quotation within a quotation is part of it."""
    assert quoted("“He called it ‘a good start’ yesterday,” she said.") == [
        "He called it ‘a good start’ yesterday,"
    ]
    assert quoted("«Il a dit «oui» hier»") == ["Il a dit «oui» hier"]


def test_apostrophes_open_and_close_nothing() -> None:
    """Elisions and possessives are no marks."""
    assert quoted("The people’s will and the parties' aims, don't they") == []
    assert quoted("the ’90s and the '90s") == []
    assert quoted("He praised ‘the two peoples’ well-being’ again") == [
        "the two peoples’ well-being"
    ]


def test_open_to_the_end_of_the_paragraph() -> None:
    """A speech that opens each paragraph with a mark and closes the last one only."""
    assert quoted("“We have come a long way.") == ["We have come a long way."]
    assert quoted("He asked for ‘nothing") == []


@pytest.mark.parametrize("pattern", ["““”a ", "'a ", "‘as’ a ", "«", '"a ', "“a ‘"])
def test_hostile_marks_take_no_time(pattern: str) -> None:
    """A long text of marks that do not pair is read in a moment."""
    started = time.process_time()
    quoted_spans(pattern * 40_000)

    assert time.process_time() - started < 2


@given(st.text(alphabet="ab ’‘'\"“”„«»「」.", max_size=30))
def test_spans_lie_in_order_and_hold_words(text: str) -> None:
    """Spans never overlap, never leave the text, and are never empty."""
    spans = quoted_spans(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)


def quotations_of(archive_of: ArchiveOf, **articles: str) -> list[tuple[str, bool]]:
    archive = archive_of({name.replace("_", "-"): text for name, text in articles.items()})
    index = together(archive).quotations
    return [(one.text, one.whole) for one in index.all]


def test_only_direct_paragraphs_are_quoted(archive_of: ArchiveOf) -> None:
    """Marks in a paragraph that is not the speaker's own words make no quotation."""
    body = (
        "“Ours,” she said.\n{: voice=direct }\n\n“Theirs” it is called.\n{: voice=paraphrase }\n\n"
        "“Nobody’s.”\n"
    )
    found = quotations_of(archive_of, a2023=article(body=body, display="full"))

    assert found == [("Ours,", False)]


def test_a_speech_is_quoted_by_the_paragraph(archive_of: ArchiveOf) -> None:
    """In a document that reproduces what was said a direct paragraph is one quotation."""
    body = "We call it a “win-win” today.\n{: voice=direct }\n"
    speech = article(body=body, kind="speech", display="full")
    report = article(body=body, kind="wire-report", display="full")

    assert quotations_of(archive_of, a2023=speech) == [("We call it a “win-win” today.", True)]
    assert quotations_of(archive_of, a2023=report) == [("win-win", False)]


def test_a_summary_gives_only_the_words_in_marks(archive_of: ArchiveOf) -> None:
    """The archive's own prose round a set phrase is never taken for the speaker's words."""
    body = "He called it a “win-win”.\n{: voice=direct }\n\nHe spoke of trade.\n{: voice=direct }\n"
    found = quotations_of(archive_of, a2023=article(body=body, kind="speech", display="summary"))

    assert found == [("win-win", False)]


def test_withheld_words_are_not_quoted(archive_of: ArchiveOf) -> None:
    """Metadata only, withdrawn, and beyond an excerpt: nothing is quoted from there."""
    body = "“Every one of these many words is secret,” she said.\n{: voice=direct }\n"
    hidden = "One two three four.\n\n" * 20 + body
    found = quotations_of(
        archive_of,
        a2023=article(body=body, display="metadata"),
        b2023=article(
            body=body, status="withdrawn", withdrawal="{date: 2024-01-01, reason: Forged.}"
        ),
        c2023=article(body=hidden, display="excerpt"),
    )

    assert found == []


def test_a_quotation_stands_under_every_speaker(archive_of: ArchiveOf) -> None:
    """Where an entry names two speakers, both have its quotations."""
    text = article(
        body="“We agree,” they said.\n{: voice=direct }\n",
        display="full",
        speakers="[{person: mao-ning}, {person: xi-jinping}]",
    )
    archive = archive_of({"2023-both": text})
    index = together(archive).quotations

    assert list(index.by_person) == ["mao-ning", "xi-jinping"]
    assert [one.text for one in index.by_person["xi-jinping"]] == ["We agree,"]
