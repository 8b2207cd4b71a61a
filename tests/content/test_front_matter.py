"""Front matter: split from the body, and written back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content.front_matter import split_front_matter, write_front_matter
from site_builder.content.source_text import FORBIDDEN

texts = st.text(max_size=200).filter(lambda text: not FORBIDDEN.search(text) and "\r" not in text)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def faults_of(text: str) -> list[str]:
    source, faults = split_front_matter(text, "a.md")
    assert source is None
    return [str(fault) for fault in faults]


@given(st.dictionaries(texts, values, max_size=6))
@example({"title": "---\n---", "a": " leading", "b": "trailing ", "c": "x: y", "d": "#no"})
@example({"a": "null", "b": "~", "c": "", "d": "<<", "<<": "&x", "e": "*x", "f": "!t", "g": "- x"})
@example({"a": "\n", "b": "one\n\ntwo\n", "c": "\ttab", "d": "%", "e": "@", "f": "`", "g": "'\""})
@example({"a" * 200: "long key", "b": "word " * 60, "c": "\ufeff", "d": "\xa0", "e": "2023-01-04"})
@example({"a": [[], {}, [{"b": []}]], "n\nm": "key of two lines", "?": "? a", ":": ": b"})
def test_what_is_written_is_read_back(fields: dict[str, Any]) -> None:
    """Front matter round-trips: any mapping of texts, lists and mappings reads as it was."""
    text = write_front_matter(fields) + "The body.\n"
    source, faults = split_front_matter(text, "a.md")

    assert faults == ()
    assert source is not None
    assert source.front_matter.value == fields
    assert source.body == "The body.\n"
    assert text.split("\n")[source.body_line - 1] == "The body."


def test_what_people_write_stays_unquoted() -> None:
    """Dates, country codes and plain words need no quotation marks; nothing is left out."""
    fields = {"title": "Talks", "date": "2023-01-04", "countries": ["NO", "PK"], "carrier": None}

    assert write_front_matter(fields) == (
        "---\ntitle: Talks\ndate: 2023-01-04\ncountries:\n  - NO\n  - PK\n---\n"
    )


def test_numbers_and_repeated_lists_are_written_out() -> None:
    """Numbers become texts, and one list in two places is written twice, without an alias."""
    tags = ["cpec"]
    written = write_front_matter({"n": 3, "a": tags, "b": tags})

    assert written == "---\nn: 3\na:\n  - cpec\nb:\n  - cpec\n---\n"


def test_body_starts_below_the_closing_line() -> None:
    """The body is all that follows the second fence, with the line on which it starts."""
    source, faults = split_front_matter("---  \ntitle: x\n---\t\n\nOne\n---\nTwo\n", "a.md")

    assert source is not None
    assert faults == ()
    assert source.body == "\nOne\n---\nTwo\n"
    assert source.body_line == 4


def test_a_file_may_end_with_its_front_matter() -> None:
    """Nothing need follow the closing fence."""
    source, _ = split_front_matter("---\ntitle: x\n---", "a.md")

    assert source is not None
    assert source.body == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "title: x\n---\n",
            (
                "a.md:1: error[front-matter]: the file does not start with front matter\n"
                "  Start it with a line '---', then 'title:' and 'date:', then '---' again."
            ),
        ),
        (
            "---\ntitle: x\n",
            (
                "a.md:1: error[front-matter]: the front matter is never closed\n"
                "  Put a line '---' between the front matter and the text."
            ),
        ),
        (
            "---\n---\nText\n",
            (
                "a.md:2: error[front-matter]: the front matter is empty\n"
                "  Write one field a line, such as 'title: …' and 'date: …'."
            ),
        ),
        (
            "---\n- one\n---\n",
            (
                "a.md:2: error[front-matter]: this is not a mapping\n"
                "  Write one field a line, such as 'title: …' and 'date: …'."
            ),
        ),
        (
            "---\ntitle: a: b\n---\n",
            (
                "a.md:2: error[yaml]: this line holds a second ': '\n"
                '  Put the text in quotation marks: title: "…".'
            ),
        ),
    ],
)
def test_faults(text: str, fault: str) -> None:
    """A file without readable front matter says what to write."""
    assert faults_of(text) == [fault]
