"""Finding set phrases in running text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.phrases import PhraseFinder, fold_words

FINDER = PhraseFinder(
    [
        ("all-weather partners", "partners"),
        ("shared future", "future"),
        ("community with a shared future", "community"),
        ("community with a shared future for mankind", "mankind"),
        ("people’s war", "war"),
        ("命运共同体", "community"),
        ("ہم نصیب معاشرہ", "community"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(match.key, text[match.start : match.end]) for match in FINDER.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "All-Weather Partners",
        "ALL-WEATHER PARTNERS",
        "all weather partners",
        "all‑weather partners",
        "all–weather\u00a0partners",
        "all-weather-partners",
    ],
)
def test_case_hyphens_and_spaces_do_not_matter(text: str) -> None:
    """A phrase is found in capitals, with any hyphen or space between its words."""
    assert found(f"They are {text}, she said.") == [("partners", text)]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "‘"])
def test_any_apostrophe_matches(apostrophe: str) -> None:
    """Apostrophes of every style are one."""
    text = f"a people{apostrophe}s war"

    assert found(text) == [("war", f"people{apostrophe}s war")]


@pytest.mark.parametrize(
    "text",
    [
        "all-weather, partners",
        "all-weather (partners)",
        "all-weather strategic partners",
        "small-weather partners",
        "all-weather partnership",
        "all_weather partners",
    ],
)
def test_nothing_else_may_break_a_phrase(text: str) -> None:
    """Punctuation, another word, or part of a longer word is no use of the phrase."""
    assert found(text) == []


def test_longest_phrase_stands() -> None:
    """Of phrases within each other only the longest is found."""
    assert found("a community with a shared future for mankind") == [
        ("mankind", "community with a shared future for mankind")
    ]
    assert found("a community with a shared future for us, a shared future") == [
        ("community", "community with a shared future"),
        ("future", "shared future"),
    ]


def test_longer_phrase_wins_over_an_earlier_one() -> None:
    """Where two overlap, the longer stands even if the other begins first."""
    finder = PhraseFinder([("joint work", "short"), ("work on climate change", "long")])

    assert [match.key for match in finder.find("our joint work on climate change")] == ["long"]


def test_scripts_without_spaces_need_no_word_boundary() -> None:
    """A Chinese phrase is found amid other characters; an Urdu one between spaces."""
    assert found("构建中巴命运共同体的目标") == [("community", "命运共同体")]
    assert found("构建shared future的目标") == [("future", "shared future")]
    assert found("وہ ہم نصیب معاشرہ بنائیں گے") == [("community", "ہم نصیب معاشرہ")]


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    """The Turkish İ becomes two letters in lower case; places in the text stay right."""
    text = "İİİ: a shared future"

    assert found(text) == [("future", "shared future")]


def test_no_wordings_find_nothing() -> None:
    """An empty register is no fault."""
    assert PhraseFinder([]).find("a shared future") == ()
    assert PhraseFinder([("–", "dash")]).find("a – b") == ()


@given(st.text(alphabet="ab -–'’“c.İ", max_size=40))
def test_every_match_folds_to_a_listed_phrase(text: str) -> None:
    """What is found is, folded, one of the phrases; matches never overlap."""
    finder = PhraseFinder([("a b", "ab"), ("b", "b"), ("a b'c", "abc"), ("c a", "ca")])
    matches = finder.find(text)

    wanted = {("a", "b"), ("b",), ("a", "b'c"), ("c", "a")}
    assert {fold_words(text[one.start : one.end]) for one in matches} <= wanted
    assert all(one.end <= two.start for one, two in pairwise(matches))


def test_time_does_not_grow_with_the_register() -> None:
    """Two thousand phrases take hardly longer than ten: each text is read once."""
    text = "The two sides agreed to deepen their work in many fields of mutual interest. " * 2000
    few = PhraseFinder([(f"mutual word{number} trust", "x") for number in range(10)])
    many = PhraseFinder([(f"mutual word{number} trust", "x") for number in range(2000)])

    assert _seconds(many, text) < 10 * _seconds(few, text) + 0.2


def _seconds(finder: PhraseFinder, text: str) -> float:
    finder.find("warm up")
    started = time.process_time()
    finder.find(text)
    return time.process_time() - started
