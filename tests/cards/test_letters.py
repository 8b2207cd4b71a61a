"""Fonts of cards: which letters they have, and how a text is shared among them."""

from __future__ import annotations

import gc
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from site_builder.cards.letters import BUILT_IN, Letters, UnreadableFontError
from site_builder.cards.own_fonts import own_fonts

if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import Glyph


@pytest.fixture(scope="module")
def letters() -> Letters:
    """The built-in ones."""
    return Letters()


def font_of(text: str) -> bytes:
    """A font that has the letters of a text, each a square 600 thousandths wide."""
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in text)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in text})
    builder.setupGlyf(dict.fromkeys(names, _square()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    made = io.BytesIO()
    builder.save(made)
    return made.getvalue()


def _square() -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for place in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(place)
    pen.closePath()
    return pen.glyph()


@pytest.mark.parametrize(
    "text",
    [
        "“Mevlüt Çavuşoğlu” – Łódź",
        "Заявление министра",
        "Ελλάδα",
        "Việt Nam",
        "بيان مشترك، 2023",
        "پاکستان کی وزارتِ خارجہ۔",
        "soft\u00adhyphen and\u200dmark",
    ],
)
def test_built_in_fonts_have_these_letters(letters: Letters, text: str) -> None:
    """Latin with its marks, Cyrillic, Greek, Vietnamese, Arabic and Urdu."""
    assert letters.covers(text)


def test_letters_taken_for_granted_are_in_a_built_in_font(letters: Letters) -> None:
    """Whether they can be drawn is told without a look; they are, by the first font."""
    assert [run.font for run in letters.runs("".join(sorted(BUILT_IN)), ("serif",))] == [0]
    assert [one for one in BUILT_IN if letters.width(one, ("serif",)) <= 0] == []


@pytest.mark.parametrize("text", ["中国", "日本", "हिन्दी", "Statement 声明"])
def test_they_have_no_others(letters: Letters, text: str) -> None:
    """What would be drawn as empty boxes is not covered."""
    assert not letters.covers(text)


def test_an_archives_own_fonts_are_asked_last(letters: Letters) -> None:
    """They add what is missing and take nothing over."""
    more = Letters([("fonts/han.ttf", font_of("中国A"))])
    own = more.runs("中国", ("serif",))

    assert more.covers("中国")
    assert [run.text for run in own] == ["中国"]
    assert more.runs("A", ("serif",)) == letters.runs("A", ("serif",))


def test_a_text_is_cut_where_its_font_changes(letters: Letters) -> None:
    """A space between two fonts belongs to the first, so that it cuts no word of that script."""
    runs = letters.runs("بشأن (the CPEC) في", ("naskh", "serif"))

    assert [run.text for run in runs] == ["بشأن ", "(the CPEC)", " في"]
    assert runs[0].font == runs[2].font != runs[1].font


def test_marks_stay_on_their_letter(letters: Letters) -> None:
    """An accent that stands by itself is drawn in the font of what it stands on."""
    assert len(letters.runs("e\u0301", ("serif",))) == 1


def test_width_follows_the_letters(letters: Letters) -> None:
    """Twice the word is twice as wide, and an m is wider than an i."""
    one = letters.width("minister", ("serif",))

    assert letters.width("ministerminister", ("serif",)) == pytest.approx(2 * one)
    assert letters.width("m", ("serif",)) > letters.width("i", ("serif",)) > 0


def test_files_have_names_of_their_own(letters: Letters) -> None:
    """Two built-in fonts share a name; the renderer must tell them apart."""
    fonts = {run.font for run in letters.runs("aЖ", ("serif",))}
    paths = letters.files(fonts)

    assert [TTFont(path)["name"].getDebugName(1) for path in paths] == [
        letters.name(font) for font in sorted(fonts)
    ]


def test_files_are_the_same_bytes_each_time(letters: Letters) -> None:
    """No clock gets into a font."""
    made = [Letters(), Letters()]
    one, other = (Path(letters.files([0])[0]).read_bytes() for letters in made)

    assert one == other


def test_files_go_with_their_letters() -> None:
    """Nothing is left behind in the folder for temporary files."""
    letters = Letters()
    path = Path(letters.files([0])[0])
    assert path.is_file()
    del letters
    gc.collect()

    assert not path.parent.exists()


def test_what_is_no_font_is_named() -> None:
    """The archive's own file is at fault, and the message can say which."""
    with pytest.raises(UnreadableFontError, match=r"^fonts/broken\.ttf$"):
        Letters([("fonts/broken.ttf", b"not a font")])


def test_own_fonts_come_in_the_order_of_names(tmp_path: Path) -> None:
    """Whatever the order of the folder; what is no font by its name is passed over."""
    (tmp_path / "fonts").mkdir()
    for name in ("b.TTF", "a.otf", "README.md", "c.woff2"):
        (tmp_path / "fonts" / name).write_bytes(name.encode())

    assert list(own_fonts(tmp_path)) == [("fonts/a.otf", b"a.otf"), ("fonts/b.TTF", b"b.TTF")]
    assert list(own_fonts(tmp_path / "nowhere")) == []
