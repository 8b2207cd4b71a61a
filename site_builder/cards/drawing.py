"""A card: 1200 by 630 pixels, as the sites that show links like them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from site_builder.cards.letters import Letters
from site_builder.content.colours import INK, PAPER, QUIET_INK

WIDTH, HEIGHT = 1200, 630
_EDGE = 84
_ROOM = WIDTH - 2 * _EDGE
_FOOT = HEIGHT - 62
"""The line on which the foot stands."""
_RULE = HEIGHT - 116
_BARS = 84
"""Height of the greatest bar."""
_GAP = 20
"""Between the title and what stands below it."""

_NASTALIQ = frozenset(("ur",))
_NASKH = frozenset(("ar", "fa", "ps", "ug", "sd"))

_EAST_ASIAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# Compiled when first used: that takes milliseconds, and most builds have no need of it.
_WORD = rf"[^\s{_EAST_ASIAN}]+|[{_EAST_ASIAN}]|\s+"
_NOT_FIRST = frozenset("、。，．：；！？）」』】〉》〕’”")
"""Signs that do not begin a line."""
_FROM_RIGHT, _DONE = "\u202b", "\u202c"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Words in one language."""

    text: str
    lang: str
    rtl: bool


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What a card says, and how."""

    above: Line
    """A few words over the title; may be ''."""
    title: Line
    below: tuple[Line, ...]
    """Lines under the title."""
    foot: Line
    accent: str
    """'#rrggbb'."""
    bars: tuple[int, ...] = ()
    """Numbers drawn as bars along the foot, or none."""

    @property
    def words(self) -> str:
        """All that is written on it."""
        return "".join(one.text for one in (self.above, self.title, *self.below, self.foot))


class _Style(msgspec.Struct, frozen=True, kw_only=True):
    size: int
    leading: float
    families: tuple[str, ...]
    colour: str


def card_picture(card: Card, letters: Letters) -> bytes:
    """Return a card as PNG. Needs the extra `cards`."""
    import resvg_py

    drawing = _Drawing(letters)
    text = "".join(_parts(card, drawing))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{text}</svg>'
    )
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=True, font_files=letters.files(drawing.used)
        )
    )


def _parts(card: Card, drawing: _Drawing) -> Iterator[str]:
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER[0]}"/>'
    yield f'<rect width="{WIDTH}" height="14" fill="{card.accent}"/>'
    yield f'<rect y="20" width="{WIDTH}" height="2" fill="{card.accent}"/>'
    yield from _bars(card)
    below = [
        (line, _style(one.lang, 30, "sans", QUIET_INK[0]))
        for one in card.below
        for line in drawing.broken(one, _style(one.lang, 30, "sans", QUIET_INK[0]), most=2)
    ]
    room = _RULE - 24 - 132 - sum(style.size * style.leading for _, style in below)
    room -= _GAP if below else 0
    room -= _BARS + 24 if card.bars else 0
    title, style = _title(card.title, drawing, room)
    y = 112.0
    if card.above.text:
        above = _style(card.above.lang, 26, "sans", card.accent)
        yield drawing.written(card.above, above, y)
        y += 20
    for line in title:
        y += style.size * style.leading
        yield drawing.written(line, style, y)
    y += _GAP
    for line, small in below:
        y += small.size * small.leading
        yield drawing.written(line, small, y)
    yield f'<rect x="{_EDGE}" y="{_RULE}" width="{_ROOM}" height="2" fill="{INK[0]}"/>'
    yield drawing.written(card.foot, _style(card.foot.lang, 28, "serif", INK[0]), _FOOT)


def _title(title: Line, drawing: _Drawing, room: float) -> tuple[list[Line], _Style]:
    """Return the title in the largest letters in which it fits, cut off at last."""
    for size in (76, 66, 58, 50, 44, 38):
        style = _style(title.lang, size, "serif", INK[0])
        most = int(room // (style.size * style.leading))
        lines = drawing.broken(title, style, most=max(most, 1) + 1)
        if len(lines) <= most:
            return _balanced(title, lines, style, drawing), style
    return drawing.broken(title, style, most=max(most, 1)), style


def _balanced(title: Line, lines: list[Line], style: _Style, drawing: _Drawing) -> list[Line]:
    """Return as many lines, made narrower as far as that goes, so that none holds one word."""
    for share in (0.92, 0.84, 0.76, 0.68, 0.6):
        narrower = drawing.broken(title, style, most=len(lines) + 1, room=share * _ROOM)
        if len(lines) < 2 or len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _bars(card: Card) -> Iterator[str]:
    """Yield the numbers as bars that stand on the rule above the foot."""
    if len(card.bars) < 2 or not max(card.bars):
        return
    room = _ROOM / len(card.bars)
    for index, count in enumerate(card.bars):
        if count:
            height = max(_BARS * count / max(card.bars), 3)
            yield (
                f'<rect x="{_EDGE + index * room + room * 0.11:.2f}" y="{_RULE - height:.2f}"'
                f' width="{room * 0.78:.2f}" height="{height:.2f}" fill="{card.accent}"/>'
            )


def _style(lang: str, size: int, latin: str, colour: str) -> _Style:
    base = lang.partition("-")[0]
    if base in _NASTALIQ:
        # Nastaliq hangs from its line and needs twice the room; labels are set in it as well.
        return _Style(
            size=round(size * 0.82),
            leading=2.1,
            families=("nastaliq", latin, "naskh"),
            colour=colour,
        )
    if base in _NASKH:
        return _Style(size=size, leading=1.5, families=("naskh", latin), colour=colour)
    return _Style(size=size, leading=1.24, families=(latin, "naskh"), colour=colour)


class _Drawing:
    """Writes lines, and remembers which fonts they need."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self.used: set[int] = set()

    def broken(self, line: Line, style: _Style, *, most: int, room: float = _ROOM) -> list[Line]:
        """Return a text in lines that fit across; the last of `most` ends with '…' if cut."""
        lines: list[str] = []
        now = ""
        for word in re.findall(_WORD, " ".join(line.text.split())):
            if not now and word.isspace():
                continue
            fits = self._width(now + word, style) <= room
            if now and not fits and word not in _NOT_FIRST:
                lines.append(now.rstrip())
                now = "" if word.isspace() else word
            else:
                now += word
        lines += [now.rstrip()] if now.strip() else []
        if len(lines) > most:
            last = lines[most - 1]
            while last and self._width(f"{last}…", style) > room:
                last = last[:-1].rstrip()
            lines = [*lines[: most - 1], f"{last}…"]
        return [Line(text=text, lang=line.lang, rtl=line.rtl) for text in lines]

    def written(self, line: Line, style: _Style, y: float) -> str:
        """Return a line as SVG, each stretch of it in the font that has its letters."""
        runs = self._letters.runs(line.text, style.families)
        self.used.update(run.font for run in runs)
        spans = "".join(
            f'<tspan font-family="{self._letters.name(run.font)}">{_escaped(run.text)}</tspan>'
            for run in runs
        )
        x, anchor = (WIDTH - _EDGE, "end") if line.rtl else (_EDGE, "start")
        if line.rtl:
            # The renderer takes a line's direction from no attribute.
            spans = f"{_FROM_RIGHT}{spans}{_DONE}"
        return (
            f'<text x="{x}" y="{y:.2f}" text-anchor="{anchor}" font-size="{style.size}" '
            f'fill="{style.colour}" xml:space="preserve">{spans}</text>'
        )

    def _width(self, text: str, style: _Style) -> float:
        return self._letters.width(text, style.families) * style.size


def _escaped(text: str) -> str:
    shown = "".join(letter for letter in text if letter.isprintable() or letter == " ")
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
