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
def test_twice_the_text_takes_about_twice_the_time(name: str) -> None:
    """Nothing in the reader is quadratic: four times the text, at most nine times the time."""
    piece = PIECES[name]
    short = piece * (6_000 // len(piece))
    read_clipping(short)

    once = _seconds(short)
    four_times = _seconds(short * 4)

    assert four_times < 9 * once + 0.15


def _seconds(text: str) -> float:
    started = time.process_time()
    read_clipping(text)
    return time.process_time() - started


def test_scripts_in_a_text_are_left_out_and_lines_still_counted() -> None:
    """The number of a removed line is that of the original."""
    found = read_clipping(
        "<script>\nalert(1)\n</script>\nOSLO (NTB) - Norway will not yield, it was said there.\n"
    )

    assert [(one.line, one.rule) for one in found.removed] == [(4, "dateline")]
    assert "alert" not in found.paragraphs[0].text
