"""Counting and cutting words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.words import count_words, first_words

texts = st.text(alphabet=st.sampled_from("ab .,’\n\t\u3000\xa0毛宁カ한“”ے😀"), max_size=60)


def test_words_stand_between_white_space() -> None:
    """Spaces of any kind part words; punctuation does not."""
    assert count_words("“All-weather” partners,\n said she\xa0today.") == 5
    assert count_words("") == 0


def test_chinese_japanese_and_korean_count_by_the_character() -> None:
    """Scripts without spaces are counted as word processors count them."""
    assert count_words("外交部发言人毛宁") == 8
    assert count_words("コロナ禍") == 4
    assert count_words("CPEC 二期") == 3


def test_a_text_is_cut_at_the_end_of_a_word() -> None:
    """What is kept ends with the last word that fits, in either kind of script."""
    assert first_words("one two  three", 2) == "one two"
    assert first_words("发言人 said", 2) == "发言"
    assert first_words("one", 5) == "one"
    assert first_words("one", 0) == ""


@given(texts, st.integers(0, 70))
def test_a_cut_keeps_exactly_the_words_asked_for(text: str, words: int) -> None:
    """The cut is the text's beginning and holds as many words as asked, or all there are."""
    cut = first_words(text, words)

    assert text.startswith(cut)
    assert count_words(cut) == min(words, count_words(text))
