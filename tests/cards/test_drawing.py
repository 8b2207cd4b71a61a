"""Cards as pictures."""

from __future__ import annotations

import struct
import zlib

import pytest
from msgspec.structs import replace

from site_builder.cards.drawing import Card, Line, card_picture
from site_builder.cards.letters import Letters

ACCENT = "#1f4e8c"
PAPER = (0xFD, 0xFB, 0xF7, 255)


def line(text: str, lang: str = "en") -> Line:
    return Line(text=text, lang=lang, rtl=lang in ("ar", "ur"))


CARD = Card(
    above=line("Briefing · 4 January 2023"),
    title=line("Mao Ning on plans for the year ahead"),
    below=(line("Mao Ning, Spokesperson"), line("China, Pakistan")),
    foot=line("The Archive"),
    accent=ACCENT,
)


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters()


class Picture:
    """A PNG of eight bits in four channels, read by the specification (ISO/IEC 15948)."""

    def __init__(self, data: bytes) -> None:
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        packed, place = b"", 8
        while place < len(data):
            length, kind = struct.unpack(">I4s", data[place : place + 8])
            body = data[place + 8 : place + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, colours = struct.unpack(">IIBB", body[:10])
                assert (depth, colours) == (8, 6)
            packed += body if kind == b"IDAT" else b""
            place += length + 12
        self.rows = self._rows(zlib.decompress(packed))

    def _rows(self, raw: bytes) -> list[bytes]:
        stride, rows = self.width * 4, [bytes(self.width * 4)]
        for start in range(0, len(raw), stride + 1):
            row = bytearray(raw[start + 1 : start + 1 + stride])
            above = rows[-1]
            for at in range(stride):
                left = row[at - 4] if at >= 4 else 0
                corner = above[at - 4] if at >= 4 else 0
                row[at] = (row[at] + _filter(raw[start], left, above[at], corner)) & 255
            rows.append(bytes(row))
        return rows[1:]

    def at(self, x: int, y: int) -> tuple[int, ...]:
        return tuple(self.rows[y][4 * x : 4 * x + 4])

    def drawn(self, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether anything but paper lies in a rectangle."""
        plain = bytes(PAPER) * (right - left)
        return any(row[4 * left : 4 * right] != plain for row in self.rows[top:bottom])


def _filter(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        near = left + up - corner
        return min((abs(near - one), n, one) for n, one in enumerate((left, up, corner)))[2]
    return (0, left, up, (left + up) // 2)[kind]


def test_a_card_has_the_size_that_sites_ask_for(letters: Letters) -> None:
    """1200 by 630, on the pages' paper, under a stripe of the accent."""
    picture = Picture(card_picture(CARD, letters))

    assert (picture.width, picture.height) == (1200, 630)
    assert picture.at(600, 5) == (0x1F, 0x4E, 0x8C, 255)
    assert picture.at(20, 300) == PAPER
    assert picture.drawn(84, 600, 90, 330)
    assert not picture.drawn(0, 84, 30, 630)
    assert not picture.drawn(1116, 1200, 30, 630)


def test_the_same_card_is_the_same_bytes(letters: Letters) -> None:
    """Another set of fonts in another folder changes nothing."""
    assert card_picture(CARD, letters) == card_picture(CARD, Letters())


def test_urdu_is_written_from_the_right(letters: Letters) -> None:
    """The words end at the right edge, and leave the left one free."""
    title = line("پاکستان اور چین", "ur")
    card = replace(CARD, above=line("", "ur"), title=title, below=(), foot=line("", "ur"))
    picture = Picture(card_picture(card, letters))

    assert picture.drawn(1000, 1116, 60, 400)
    assert not picture.drawn(84, 600, 60, 400)


@pytest.mark.parametrize(
    "title",
    [
        "A statement by the ministers of foreign affairs " * 12,
        "Donaudampfschifffahrtsgesellschaft" * 5,
        "بيان مشترك بين البلدين " * 20,
    ],
    ids=["many words", "one word", "Arabic"],
)
def test_a_long_title_stays_above_the_foot(letters: Letters, title: str) -> None:
    """It is set smaller, and cut at last; the rule above the foot has room."""
    lang = "ar" if "ب" in title else "en"
    card = replace(CARD, title=line(title, lang), above=line("", lang))
    picture = Picture(card_picture(card, letters))

    assert not picture.drawn(84, 1116, 492, 513)


def test_bars_stand_on_the_rule(letters: Letters) -> None:
    """The greatest is as high as bars can be; a year without any has none."""
    card = replace(CARD, below=(), bars=(1, 0, 4))
    picture = Picture(card_picture(card, letters))
    accent = (0x1F, 0x4E, 0x8C, 255)

    assert picture.at(84 + 860, 520 - 84) == accent
    assert picture.at(84 + 172, 508) == accent
    assert picture.at(84 + 172, 480) == PAPER
    assert picture.at(84 + 516, 508) == PAPER


def test_what_would_be_markup_is_text(letters: Letters) -> None:
    """A title may hold any signs, and what nobody can see."""
    card = replace(CARD, title=line('A & B <text x="0"> \x00\ufffe ]]>'))

    assert Picture(card_picture(card, letters)).drawn(84, 600, 90, 330)


def test_an_empty_card_can_be_drawn(letters: Letters) -> None:
    """Nothing to say is no fault."""
    nothing = line("")
    card = Card(above=nothing, title=nothing, below=(), foot=nothing, accent=ACCENT)

    assert Picture(card_picture(card, letters)).width == 1200
