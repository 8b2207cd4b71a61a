"""Whole numbers as short text, for files that hold millions of them.

A number is written in digits of base 32, least significant first, each as a letter of the base 64
alphabet for addresses (RFC 4648, section 5); letters of the upper half say that another follows.
Numbers need no separator. `static/js/search/numbers.js` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class _Codes(dict[int, str]):
    """The text of each number, made when it is first asked for."""

    def __missing__(self, number: int) -> str:
        text = ""
        rest = number
        while rest > 31:
            text += ALPHABET[32 + rest % 32]
            rest //= 32
        self[number] = text + ALPHABET[rest]
        return self[number]


CODES = _Codes()
"""Indexed by a number that is not negative; gives its text."""


def encode(numbers: Iterable[int]) -> str:
    """Return the numbers as text."""
    return "".join(map(CODES.__getitem__, numbers))


def decode(text: str) -> list[int]:
    """Return the numbers that `encode` was given."""
    return list(map(_NUMBERS.__getitem__, _NUMBER.findall(text)))


def split_number(text: str) -> tuple[int, str]:
    """Return the number with which a text begins, and the rest."""
    found = _NUMBER.match(text)
    if found is None:
        raise ValueError(f"{text!r} does not begin with a number")
    return _NUMBERS[found[0]], text[found.end() :]


def offset(text: bytes, count: int, guess: int) -> int:
    """Return where in a text its first `count` numbers end; best found from somewhere near."""
    at = min(guess, len(text))
    found = _ends(text[:at])
    while found < count:
        step = text[at : at + count - found]
        at, found = at + len(step), found + _ends(step)
    while found > count or (at and text[at - 1] in _MORE):
        at -= 1
        found -= text[at] not in _MORE
    return at


class _Numbers(dict[str, int]):
    """The number of each text, read when it is first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = sum(_DIGITS[letter] % 32 * 32**at for at, letter in enumerate(text))
        return self[text]


_NUMBERS = _Numbers()
_NUMBER = re.compile("[g-z0-9_-]*[A-Za-f]")
_DIGITS = {letter: digit for digit, letter in enumerate(ALPHABET)}
_MORE = ALPHABET[32:].encode()
"""The letters that do not end a number."""


def _ends(text: bytes) -> int:
    return len(text.translate(None, _MORE))
