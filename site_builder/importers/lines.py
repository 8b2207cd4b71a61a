"""A clipping as numbered lines, with stray markup and control codes taken out."""

from __future__ import annotations

import html
import re
import unicodedata

import msgspec

MARKS = (
    "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0963\u0980-\u0e4e\u0e80-"
    "\u109f"
)
"""Vowel signs and the like, for a character class: they belong to words but are no letters."""
_LETTER = r"[^\W\d_]"
WORD = rf"{_LETTER}+(?:[{MARKS}](?<!{_LETTER}){_LETTER}*)*"
"""Pattern of a word of any script.

Some of the ranges hold letters as well; a letter counts as one alone, for two ways to read each
would make twice as many for every letter of a long word.
"""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,800}>")
_BLOCK = re.compile(r"<\s*(?:br|/p|/div|/h[1-6]|/li|/tr)\b[^<>]{0,200}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|noscript)\b[^<>]{0,800}>", re.IGNORECASE)
_WIRE_CODE = re.compile(
    r"&Cx[0-9a-f]{2};|[\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f]"
)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|caption|embed|video|audio|playlist|vc_|et_pb)[^\]]{0,300}\]"
)
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the original that is not blank."""

    number: int
    """Counted from 1 in the original."""
    text: str
    """Without markup and control codes, spaces folded."""
    original: str
    after_blank: bool
    """Whether a blank line stands before it."""


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines that hold anything, in order."""
    text = unicodedata.normalize("NFC", text)
    if "<" in text:
        text = _without_scripts(text)
    lines: list[Line] = []
    blank = True
    for number, original in enumerate(text.split("\n"), 1):
        cleaned = original
        if "<" in cleaned:
            cleaned = _TAG.sub("", _BLOCK.sub(" ", cleaned))
        cleaned = _WIRE_CODE.sub("", cleaned)
        if "&" in cleaned:
            cleaned = html.unescape(cleaned)
        if "[" in cleaned:
            cleaned = _SHORTCODE.sub("", cleaned)
        cleaned = _SPACES.sub(" ", cleaned).strip()
        if not cleaned:
            blank = True
            continue
        lines.append(
            Line(number=number, text=cleaned, original=original.strip(), after_blank=blank)
        )
        blank = False
    return tuple(lines)


_CLOSING = {
    tag: re.compile(rf"</{tag}\b[^<>]{{0,80}}>", re.IGNORECASE)
    for tag in ("script", "style", "noscript")
}


def _without_scripts(text: str) -> str:
    """Return the text without scripts and styles, its lines counted as before."""
    kept: list[str] = []
    at = 0
    while True:
        opening = _HIDDEN.search(text, at)
        if opening is None:
            break
        closing = _CLOSING[opening[1].lower()].search(text, opening.end())
        if closing is None:
            break
        end = closing.end()
        kept += [text[at : opening.start()], "\n" * text.count("\n", opening.start(), end)]
        at = end
    return "".join([*kept, text[at:]])


def fold(text: str) -> str:
    """Return the text for comparing: compatible forms, lower case, letters and digits only."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))


def is_dense(text: str) -> bool:
    """Return whether a text is mostly in a script without spaces between words."""
    sample = text[:200]
    return sum("\u3040" <= char <= "\u9fff" for char in sample) > 0.4 * len(sample)
