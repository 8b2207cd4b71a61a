"""Quotation marks of every style."""

# ruff: noqa: E501  (texts of clippings stand in lines of their own)
from __future__ import annotations

import pytest

from site_builder.importers.quotes import find_quotes, mask_quotes


@pytest.mark.parametrize(
    ("paragraph", "spoken"),
    [
        ('"We will not move from here," she said.', ["We will not move from here,"]),
        ("“We will not move from here,” she said.", ["We will not move from here,"]),
        ("``We will not move from here,'' she said.", ["We will not move from here,"]),
        ("«Мы не уйдём отсюда никогда», — сказал он.", ["Мы не уйдём отсюда никогда"]),
        ("„Wir werden hier nicht weichen“, sagte er.", ["Wir werden hier nicht weichen"]),
        ("„Nie ruszymy się stąd wcale” - powiedział.", ["Nie ruszymy się stąd wcale"]),
        ("« Nous ne bougerons pas d'ici », a-t-il dit.", ["Nous ne bougerons pas d'ici"]),
        ("他说：“我们绝不会离开这里，请放心。”", ["我们绝不会离开这里，请放心。"]),
        ("「我々は決してここを離れない。」と述べた。", ["我々は決してここを離れない。"]),
        ("'We will not move from here,' she said.", ["We will not move from here,"]),
        ("‘We won’t ever move from here,’ she said.", ["We won’t ever move from here,"]),
        ("मेनन ने कहा, ‘‘हम यहाँ से नहीं हटेंगे।’’", ["हम यहाँ से नहीं हटेंगे।"]),
        ('قال إن "بلاده لن تتراجع عن موقفها".', ["بلاده لن تتراجع عن موقفها"]),
        # A quotation broken by the attribution is two.
        (
            '"We will stay here," he said. "We have nowhere else to go."',
            ["We will stay here,", "We have nowhere else to go."],
        ),
        # A whole utterance counts however short; a quoted term does not.
        ('Asked about it, Lund said, "It\'s obvious."', ["It's obvious."]),
        ('She called the plan "dead on arrival" and left.', []),
        # Titles of works and events are no words of anybody's.
        ('She opened the conference "Cod and Its Many Enemies Today".', []),
        ("на конференции «рыба и её многочисленные враги сегодня»", []),
        # A quotation inside a quotation stays inside.
        ('“We read the ‘Book of Cod’ every day,” she said.', ["We read the ‘Book of Cod’ every day,"]),
        ("The ministers' plan isn't the islanders' wish.", []),
    ],
)  # fmt: skip
def test_exact_words_are_found_in_any_style(paragraph: str, spoken: list[str]) -> None:
    """What stands in quotation marks as somebody's words is given without the marks."""
    assert [one.text for one in find_quotes(paragraph) if one.spoken] == spoken


def test_quotation_left_open_counts_unless_the_text_breaks_off() -> None:
    """A paragraph may end inside a quotation that the next one goes on with."""
    paragraph = "“We will stay here as long as it takes."

    assert [one.spoken for one in find_quotes(paragraph)] == [True]
    assert [one.spoken for one in find_quotes(paragraph, last=True)] == [False]


def test_masking_keeps_every_offset() -> None:
    """Quoted words are blanked out so that their verbs attribute nothing."""
    paragraph = '"He said that she said so," the minister added.'

    masked = mask_quotes(paragraph, find_quotes(paragraph))

    assert len(masked) == len(paragraph)
    assert "she said" not in masked
    assert masked.endswith("the minister added.")
