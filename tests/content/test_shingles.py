"""Sampled sequences of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.shingles import SAMPLE, folded_words, shingles, split_words, word_checksum

WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(200)]), max_size=120)


def test_words_are_compared_without_case_punctuation_and_form() -> None:
    """Two typings of the same words have the same words."""
    assert folded_words("The “Two sides”, ﬁnally!") == folded_words("the two sides finally")
    assert split_words("The two, sides") == ["The", "two", "sides"]


@given(WORDS, WORDS)
def test_a_text_inside_another_keeps_its_sequences(before: list[str], words: list[str]) -> None:
    """What is kept of a text is kept wherever the text stands."""
    assert shingles(words) <= shingles([*before, *words, *before])


def test_one_sequence_in_four_is_kept() -> None:
    """Sampling keeps about its share, so that numbers can be compared."""
    words = [f"w{n}" for n in range(20_003)]

    assert abs(len(shingles(words)) - 20_000 / SAMPLE) < 300


def test_scripts_without_spaces_are_compared_by_their_signs() -> None:
    """A Chinese text shares sequences with one that begins in another way."""
    text = "双方重申将继续深化全天候战略合作伙伴关系并推动构建更加紧密的命运共同体" * 2
    kept = shingles(split_words(text))

    assert kept
    assert len(kept & shingles(split_words(f"外交部发言人说{text}"))) == len(kept)


def test_printed_marks_part_words() -> None:
    """Typographic quotation marks and dashes are no words, and characters of any script may be."""
    assert split_words("“Two”—sides’ own… end\u00a0x²_y") == [
        "Two",
        "sides",
        "own",
        "end",
        "x2",
        "y",
    ]
    assert split_words("élan, čas; слово! عمل") == ["élan", "čas", "слово", "عمل"]
    assert split_words("é " + "".join(map(chr, range(0x2190, 0x2200))) + " end") == ["é", "end"]


@given(st.lists(st.sampled_from(["the", "The", "two", "sides", "agreed", "Ünited"]), max_size=40))
def test_sequences_are_summed_up_as_defined(words: list[str]) -> None:
    """The checksums of four words with odd factors, those kept that four divides."""
    sums = [word_checksum(word) for word in words]
    values = [
        sums[at] + 3 * sums[at + 1] + 5 * sums[at + 2] + 7 * sums[at + 3]
        for at in range(len(sums) - 3)
    ]

    assert shingles(words) == {value // SAMPLE % 2**32 for value in values if value % SAMPLE == 0}
    assert shingles(words) == shingles([word.upper() for word in words])
