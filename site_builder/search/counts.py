"""How often a term stands in each document of a posting list, as text.

Two documents share a letter of base 64: three bits each, the first one's the lower, say once to
seven times, or more. Behind them stand, for each that is more, the times above eight, written as
numbers.py says.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.search.numbers import ALPHABET, CODES, decode, encode

MORE = 7
"""In three bits: eight times or more."""

FREQUENT = 4
"""Times from which on a term stands often in a document."""


class Counts:
    """The counts of a posting list, to be edited."""

    def __init__(self, text: str, length: int) -> None:
        """Read `length` counts from what `write_counts` wrote."""
        pairs = -(-length // 2)
        letters = text[:pairs].encode()
        self._small = bytearray(2 * pairs)
        self._small[::2] = letters.translate(_LOW)
        self._small[1::2] = letters.translate(_HIGH)
        del self._small[length:]
        self._large = decode(text[pairs:])

    def text(self) -> str:
        """Return the text of the counts as they are now."""
        if not self._small:
            return ""
        even, odd = self._small[::2], self._small[1::2]
        # Each is below eight, so as two long numbers they can be joined without a loop.
        joined = int.from_bytes(even, "little") | int.from_bytes(odd, "little") << 3
        letters = joined.to_bytes(len(even), "little").translate(_LETTERS)
        return letters.decode() + encode(self._large)

    def __len__(self) -> int:
        return len(self._small)

    def numbers(self) -> list[int]:
        """Return the counts as they are now."""
        large = iter(self._large)
        return [one + 1 if one < MORE else MORE + 1 + next(large) for one in self._small]

    def frequent_before(self, at: int) -> int:
        """Return how many of the first `at` counts are FREQUENT or more."""
        return len(self._small[:at].translate(None, _SELDOM))

    def before(self, at: int) -> int:
        """Return the sum of the first `at` counts."""
        large = self._large[: self._small.count(MORE, 0, at)]
        return sum(self._small[:at]) + at + sum(large)

    def insert(self, at: int, count: int) -> None:
        """Put a count before the one at a place."""
        if count > MORE:
            self._large.insert(self._small.count(MORE, 0, at), count - MORE - 1)
        self._small.insert(at, min(count - 1, MORE))

    def remove(self, at: int) -> None:
        """Take the count at a place away."""
        if self._small[at] == MORE:
            del self._large[self._small.count(MORE, 0, at)]
        del self._small[at]


def write_counts(counts: Sequence[int]) -> str:
    """Return counts, of which none is 0, as text."""
    small = [min(count - 1, MORE) for count in counts]
    odd = [*small[1::2], *[0] * (len(small) % 2)]
    letters = (ALPHABET[low + 8 * high] for low, high in zip(small[::2], odd, strict=True))
    return "".join(letters) + "".join(CODES[one - MORE - 1] for one in counts if one > MORE)


_SELDOM = bytes(range(FREQUENT - 1))
_LETTERS = ALPHABET.encode()
_LOW = bytes.maketrans(_LETTERS, bytes(digit & 7 for digit in range(64)))
_HIGH = bytes.maketrans(_LETTERS, bytes(digit >> 3 for digit in range(64)))
_LETTERS += bytes(256 - len(_LETTERS))
