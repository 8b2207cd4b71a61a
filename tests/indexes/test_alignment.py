"""Carriages of one statement beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.alignment import Change, Row, Token, align, differences, tokens

ONE = "The two sides agreed to deepen trade and to open a corridor."
TWO = "He thanked the hosts for their welcome in the capital."
THREE = "A further meeting is to be held in Beijing next year."
NEW = "Asked about the border, she said talks were under way."

TEXTS = st.lists(
    st.lists(st.sampled_from(["alpha beta gamma", "beta gamma", "delta", "epsilon zeta", ""])),
    min_size=1,
    max_size=4,
)


def rows_of(*texts: list[str]) -> tuple[Row, ...]:
    return align([[tokens(one) for one in text] for text in texts])


def written(stretches: list[tuple[Change, str]]) -> str:
    marks = {Change.SAME: "{}", Change.ADDED: "[+{}]", Change.DROPPED: "[-{}]"}
    return "".join(marks[change].format(text) for change, text in stretches)


def changes(old: str, new: str) -> str:
    before, after = tokens(old), tokens(new)
    return written(
        [
            (
                one.change,
                text((before if one.change is Change.DROPPED else after)[one.first : one.last]),
            )
            for one in differences(before, after)
        ]
    )


def text(some: tuple[Token, ...]) -> str:
    return "".join(token.text + token.space for token in some)


def test_added_and_dropped_paragraphs_stand_in_rows_of_their_own() -> None:
    """What the second text adds comes after what it follows; what it drops has no fellow."""
    assert rows_of([ONE, TWO, THREE], [ONE, NEW, THREE]) == (
        (0, 0),
        (1, None),
        (None, 1),
        (2, 2),
    )


def test_reworded_paragraphs_stand_together() -> None:
    """Half the words are enough to know a paragraph again."""
    assert rows_of([ONE, TWO], [ONE.replace("deepen trade", "widen their exchange"), TWO]) == (
        (0, 0),
        (1, 1),
    )


def test_a_third_text_joins_the_rows_of_the_others() -> None:
    """A paragraph that the second text added is known again in the third."""
    assert rows_of([ONE], [ONE, NEW], [NEW, THREE]) == (
        (0, 0, None),
        (None, 1, 0),
        (None, None, 1),
    )


@given(TEXTS)
def test_every_paragraph_stands_once_and_in_order(texts: list[list[str]]) -> None:
    """Whatever the texts, no paragraph is lost, doubled or moved."""
    rows = rows_of(*texts)

    for number, one in enumerate(texts):
        assert [row[number] for row in rows if row[number] is not None] == list(range(len(one)))


@given(st.text(max_size=60))
def test_tokens_hold_the_whole_text(some: str) -> None:
    """Put together again, words and signs are the text, but for white space before it."""
    assert text(tokens(some)) == some.lstrip()


@given(st.text("ab ,.", max_size=40), st.text("ab ,.", max_size=40))
def test_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    """Stretches without the added ones are the old words; without the dropped ones, the new."""
    before, after = tokens(old), tokens(new)
    found = differences(before, after)
    kept = [
        token
        for one in found
        if one.change != Change.DROPPED
        for token in after[one.first : one.last]
    ]
    dropped = sum(one.last - one.first for one in found if one.change is Change.DROPPED)
    same = sum(one.last - one.first for one in found if one.change is Change.SAME)

    assert kept == list(after)
    assert dropped + same <= len(before)


def test_words_that_changed_are_told() -> None:
    """Dropped words stand before the ones that took their place."""
    old = "Both sides will deepen their long and fruitful cooperation in trade."
    new = "Both sides will widen their long and fruitful cooperation in trade."

    assert changes(old, new) == (
        "Both sides will [-deepen ][+widen ]their long and fruitful cooperation in trade."
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('She said "no".', "She said “no”."),
        ("It’s a long-term plan", "It's a long‐term plan"),
    ],
)
def test_the_form_of_signs_is_no_difference(old: str, new: str) -> None:
    """Quotation marks, apostrophes and hyphens of any form are the same signs."""
    assert {one.change for one in differences(tokens(old), tokens(new))} == {Change.SAME}


def test_small_words_between_changes_do_not_split_them() -> None:
    """A change reads as a clause, not as confetti."""
    assert changes("we saw the old red house", "they left the new blue town") == (
        "[-we saw the old red house][+they left the new blue town]"
    )


def test_chinese_is_compared_sign_by_sign() -> None:
    """Scripts without spaces have their signs compared."""
    assert changes("双方将深化合作关系", "双方将加强合作关系") == "双方将[-深化][+加强]合作关系"


def test_marks_stay_with_their_letters() -> None:
    """Vowel signs and combining accents are parts of words."""
    assert [one.text for one in tokens("हिन्दी में e\u0301tat")] == ["हिन्दी", "में", "e\u0301tat"]


def test_long_texts_are_aligned_in_little_time() -> None:
    """Eight hundred paragraphs with changes here and there find their fellows."""
    old = [f"paragraph {n} speaks of matter {n * 7} and of nothing else" for n in range(800)]
    new = [*old[:100], NEW, *old[100:400], *old[405:]]
    rows = rows_of(old, new)

    assert sum(None not in row for row in rows) == 795
    assert sum(row[0] is None for row in rows) == 1
