"""Hostile clippings take time in proportion to their size."""

from __future__ import annotations

import time

import pytest

from site_builder.importers.wire import read_clipping

PIECES = {
    "opening quotes": "“a ",
    "apostrophes": "'a ",
    "double quotes": '"',
    "brackets": "(",
    "tags": "<a ",
    "scripts": "<script>",
    "attributions": "John Smith said ",
    "verbs": "said ",
    "offices": "President ",
    "Arabic offices": "وزير ",
    "Han offices": "外交部发言人",
    "dates": "5 March ",
    "list items": "- ab\n",
    "labels": "Q: a\n",
    "abbreviations": "U.S. ",
}


@pytest.mark.parametrize("name", sorted(PIECES))
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    """Eight times the text takes about eight times the time; its square would be sixty-four.

    The limit lies far from both, and the quickest of three runs counts, so that a busy machine
    does not decide.
    """
    piece = PIECES[name]
    short = piece * (6_000 // len(piece))
    read_clipping(short)

    assert _seconds(short * 8) < 28 * _seconds(short) + 0.2


def test_time_does_not_double_with_every_letter_of_a_long_word() -> None:
    """Letters and vowel signs of Bengali share a range; a word of both has one reading only."""
    short, long = (f"ঢাকা: {'ক' * size} {'ক' * size}। " for size in (4, 10))

    assert _seconds(long) < 28 * _seconds(short) + 0.2


def _seconds(text: str) -> float:
    runs = []
    for _ in range(3):
        started = time.process_time()
        read_clipping(text)
        runs.append(time.process_time() - started)
    return min(runs)


def test_scripts_in_a_text_are_left_out_and_lines_still_counted() -> None:
    """The number of a removed line is that of the original."""
    found = read_clipping(
        "<script>\nalert(1)\n</script>\nOSLO (NTB) - Norway will not yield, it was said there.\n"
    )

    assert [(one.line, one.rule) for one in found.removed] == [(4, "dateline")]
    assert "alert" not in found.paragraphs[0].text
