"""Slugs and datelines of any text: names that every system takes, and days that do not shift."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content.articles import _RESERVED
from site_builder.content.new_article import slug
from site_builder.content.schema import ID_PATTERN
from site_builder.importers.dateline import read_dateline
from site_builder.importers.dates import find_dates
from site_builder.importers.identity import article_id, id_of
from tests.properties.effort import effort

_LANGUAGES = st.sampled_from(["en", "ur", "zh", "ru", "ar", "fr", "es", "de", "und"])
_HEADS = [
    *("BEIJING", "Islamabad", "ISLAMABAD", "MOSCOW", "北京", "اسلام آباد", "МОСКВА", "PARIS", "x"),
    *(", ", ". ", " - ", " — ", ": ", " (", ") ", "/", " /", "،", "۔", "\n", "  ", "\u202b", "’"),
    *(
        "Jan. 5",
        "January 5, 2024",
        "5 января",
        "5 janvier 2024",
        "1月5日",
        "05/01/2024",
        "2024-01-05",
    ),
    *(
        "APP",
        "Reuters",
        "Xinhua",
        "TASS",
        "新华社电",
        "INP",
        "AFP",
        "31 February 2024",
        "99",
        "٥ مارچ",
    ),
]


@given(st.text(max_size=200))
@effort(300)
@example("CON")
@example("../../etc/passwd")
@example("\u202egnp.exe")
@example("İstanbul ǅ ﬁ ½ №")
def test_slugs_are_safe_names(text: str) -> None:
    """A slug is '' or an id: it climbs nowhere, hides nothing and is short; so is a whole id."""
    made = slug(text)
    whole = article_id("2024-01-05", text, fallback="statement")

    assert made == "" or re.fullmatch(ID_PATTERN, made)
    assert len(made) <= 80
    assert re.fullmatch(ID_PATTERN, whole)
    assert len(whole) <= 120
    assert _RESERVED.fullmatch(whole) is None
    assert slug(made) == made


@given(st.text(max_size=120))
@effort(150)
@example("毛宁")
@example("\U0001f468\u200d\U0001f469")
def test_ids_of_names_are_safe(text: str) -> None:
    """A name in any script gives '' or an id."""
    made = id_of(text)

    assert made == "" or re.fullmatch(ID_PATTERN, made)
    assert len(made) <= 80


@given(
    st.lists(st.sampled_from(_HEADS) | st.text(max_size=5), max_size=12).map("".join), _LANGUAGES
)
@effort(200)
def test_a_dateline_loses_nothing(text: str, language: str) -> None:
    """A dateline and the rest are parts of the line, and its day is one that the calendar has."""
    found = read_dateline(text, language)

    if found is not None:
        assert found.text.strip() in text
        assert found.rest.strip() in text
        assert len(found.text) + len(found.rest) <= len(text)
        if found.date is not None and found.date.iso is not None:
            dt.date.fromisoformat(f"{found.date.iso}-01"[:10])


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), _LANGUAGES)
@effort(150)
def test_a_day_in_running_text_does_not_shift(day: dt.date, language: str) -> None:
    """A whole date in a text is found as that day, in any language of the text."""
    [found] = find_dates(f"x {day.isoformat()} y", language)

    assert found.iso == day.isoformat()


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
@effort(150)
def test_a_day_in_a_dateline_does_not_shift(day: dt.date) -> None:
    """The day that a dateline prints in words is the day that is read."""
    line = f"ISLAMABAD, {day:%B} {day.day}, {day.year} (APP): The minister said so."
    found = read_dateline(line, "en")

    assert found is not None
    assert found.date is not None
    assert found.date.iso == day.isoformat()
    assert found.place == "ISLAMABAD"
