"""The clauses of a text by their hashes, which name no words and find a quotation.

A reader's quotation is cut into clauses at the same marks; each clause is reduced to its
letters and digits, so that quotation marks, dashes, capitals and white space do not matter.
static/js/verify.js does the same, and a test holds the two equal.
"""

from __future__ import annotations

import hashlib
import re
import string
import unicodedata
from collections.abc import Iterator

from site_builder.content.model import Body

KEY_BYTES = 4
"""Bytes of a clause's hash that are kept."""
KEY_DIGITS = 2 * KEY_BYTES
"""The same in hexadecimal digits, those of the file's name in the index included."""
MIN_LETTERS = 12
"""A shorter clause says too little; Chinese, Japanese and Korean ones need a third of it."""

_MARKS = re.compile(r"[.,;:!?…\"“”„«»‹›()\[\]{}–—。，、；：！？؟۔،؛「」『』《》\n]+")
_NOT_LETTERS = re.compile(r"(?:[^\w\n]|_)+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


def _ascii_table() -> dict[int, str | None]:
    """Return what becomes of each ASCII character: the same as by the expressions above."""
    table: dict[int, str | None] = {}
    for number in range(128):
        character = chr(number)
        if _MARKS.match(character):
            table[number] = "\n"
        elif character in string.ascii_letters + string.digits:
            table[number] = character.lower()
        else:
            table[number] = None
    return table


_ASCII = _ascii_table()
_USUAL = (
    *(("“", "\n"), ("”", "\n"), ("–", "\n"), ("—", "\n"), ("…", "\n")),
    *(("‘", ""), ("’", ""), ("\u00a0", "")),
)
"""What becomes of the characters that most often keep an English text from being ASCII."""


def clause_part(body: Body) -> bytes:
    """Return the hashes of a body's clauses, `KEY_BYTES` each, each once, in their order."""
    keys = {_key(clause) for one in body.paragraphs for clause in clauses(one.text)}
    return b"".join(sorted(keys))


def clause_keys(text: str) -> Iterator[str]:
    """Yield the first digits of the hash of each clause that is long enough."""
    for clause in clauses(text):
        yield _key(clause).hex()


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a text, each reduced to its letters and digits in lower case."""
    usual = text
    if not text.isascii():
        for character, instead in _USUAL:
            usual = usual.replace(character, instead)
    if usual.isascii():
        # A table of 128 characters is ten times as fast as an expression.
        for letters in usual.translate(_ASCII).split("\n"):
            if len(letters) >= MIN_LETTERS:
                yield letters
        return
    marked = _MARKS.sub("\n", unicodedata.normalize("NFKC", text).lower())
    # Spaces, by far the most of what is not a letter, go fastest without an expression.
    for letters in _NOT_LETTERS.sub("", marked.replace(" ", "")).split("\n"):
        if len(letters) >= MIN_LETTERS or (
            len(letters) * 3 >= MIN_LETTERS and _CJK.search(letters)
        ):
            yield letters


def _key(clause: str) -> bytes:
    return hashlib.sha256(clause.encode()).digest()[:KEY_BYTES]
