"""Whole numbers as short text, for files that hold millions of them.

A number is written in digits of base 32, least significant first, each as a letter of the base 64
alphabet for addresses (RFC 4648, section 5); letters of the upper half say that another follows.
Numbers need no separator. `static/js/search/numbers.js` reads them.
"""

from __future__ import annotations

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

DIGITS = {letter: digit for digit, letter in enumerate(ALPHABET)}


def encode(numbers: Iterable[int]) -> str:
    """Return the numbers as text."""
    return "".join(map(CODES.__getitem__, numbers))


def decode(text: str) -> list[int]:
    """Return the numbers that `encode` was given."""
    numbers = []
    number, weight = 0, 1
    for digit in map(DIGITS.__getitem__, text):
        if digit < 32:
            numbers.append(number + digit * weight)
            number, weight = 0, 1
        else:
            number += (digit - 32) * weight
            weight *= 32
    return numbers


def offset(text: bytes, count: int) -> int:
    """Return where in a text its first `count` numbers end."""
    at = count
    while missing := count - len(text[:at].translate(None, _MORE)):
        at += missing
    return at


_MORE = ALPHABET[32:].encode()
"""The letters that do not end a number."""
