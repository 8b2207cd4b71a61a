"""Bytes of a source file, decoded or refused."""

from __future__ import annotations

import pytest

from site_builder.content.source_text import decode_source


def test_byte_order_mark_and_foreign_line_ends_are_removed() -> None:
    """Files from Windows and old Macs read like any other."""
    assert decode_source(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md") == ("a\nb\nc\n", ())


def test_tabs_and_every_script_pass() -> None:
    """White space and letters of all scripts are text."""
    text = "tab\tMao 毛宁 ماؤ \u200f\u2060 😀\n"

    assert decode_source(text.encode(), "x.md") == (text, ())


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"one\ntw\xc3", 2, 3),
        ("é".encode() + b"\n\nab\xe9 c", 3, 3),
        ("毛宁".encode() + b"\xc0\xaf", 1, 3),
        (b"a\r\nb\r\nc \xed\xa0\x80", 3, 3),
        (b"a\rb\r\xff", 3, 1),
    ],
)
def test_broken_utf8_is_placed(data: bytes, line: int, column: int) -> None:
    """Bytes that are not UTF-8 are an error with line and column in characters."""
    text, faults = decode_source(data, "x.md")

    assert text == ""
    assert [str(fault) for fault in faults] == [
        (
            f"x.md:{line}: error[encoding]: the bytes at column {column} are not UTF-8\n"
            "  Save the file as UTF-8; in most editors this is a choice in 'Save as'."
        )
    ]


@pytest.mark.parametrize(
    "character", ["\x00", "\x02", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\uffff"]
)
def test_control_characters_are_placed(character: str) -> None:
    """Control characters and exotic line ends are errors with line and column."""
    text, faults = decode_source(f"one\r\ntw{character}o".encode(), "x.md")

    assert text == ""
    assert [str(fault) for fault in faults] == [
        (
            f"x.md:2: error[control-character]: column 3 holds the control character "
            f"U+{ord(character):04X}\n"
            "  Delete it; it is invisible and comes from copying or from a broken conversion."
        )
    ]


def test_direction_overrides_are_a_warning() -> None:
    """A text that shows its words in another order than they stand in is read, with a warning."""
    text, faults = decode_source("a\nb \u202edcba".encode(), "x.md")

    assert text == "a\nb \u202edcba"
    assert [str(fault) for fault in faults] == [
        (
            "x.md:2: warning[direction-override]: column 3 holds right-to-left override (U+202E), "
            "which can reorder words\n"
            "  Delete it; right-to-left text needs no such character."
        )
    ]
