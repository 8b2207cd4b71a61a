"""The one measure of how much wording texts share: sampled sequences of words.

Broder (1997), "On the resemblance and containment of documents": of all sequences of `SHINGLE`
words those are kept whose checksum is divisible by `SAMPLE`. Which ones are kept depends on their
words alone, so two texts keep the same ones of what they share.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from collections.abc import Sequence

SHINGLE = 4
"""Words in a sequence."""
SAMPLE = 4
"""One sequence in so many is kept; a power of two."""
MINIMUM = 6
"""Kept sequences below which a text is too short to compare."""

_WORD = re.compile(r"[^\W_]+")
_TYPOGRAPHIC = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0"
"""Marks of printed English; without them nearly all of its texts are ASCII."""
_NO_WORD = str.maketrans({chr(one): " " for one in range(128) if not chr(one).isalnum()})
_LONG = 12
"""Letters a word has on average where a script does not part words by spaces."""
_LANE = 8
"""Bytes that each number has where many are reckoned with as one."""
_SAMPLED_BITS = SAMPLE.bit_length() - 1
_MANY = 40
"""Characters that are no words from which on searching for words is faster after all."""


def split_words(text: str) -> list[str]:
    """Return a text's words in their order, in compatible forms and without punctuation."""
    # To blank out what is no word is faster than to search for words.
    for one in _TYPOGRAPHIC:
        text = text.replace(one, " ")
    if text.isascii():
        return text.translate(_NO_WORD).split()
    text = unicodedata.normalize("NFKC", text)
    others = [one for one in set(text) if not one.isalnum()]
    if len(others) > _MANY:
        return _WORD.findall(text)
    for one in others:
        text = text.replace(one, " ")
    return text.split()


def folded_words(text: str) -> list[str]:
    """Return a text's words as they are compared: as `split_words` does, without their case."""
    return [word.casefold() for word in split_words(text)]


def word_checksum(word: str) -> int:
    """Return a checksum of 32 bits of a word, whatever its case."""
    return int.from_bytes(_lanes((word,)), "little")


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return checksums of 32 bits of the sequences of words, sampled by their value.

    The case of words does not count. Where a script has no spaces, its characters take the place
    of words.
    """
    if words and len(joined := "".join(words)) > _LONG * len(words):
        words = joined
    sequences = len(words) - SHINGLE + 1
    if sequences < 1:
        return frozenset()
    # One large number holds all the checksums side by side, so that four products and sums
    # reckon every sequence at once; no sum reaches the next one, as 16 times 32 bits are 36.
    one = int.from_bytes(_lanes(words), "little")
    bits = 8 * _LANE
    every = one + 3 * (one >> bits) + 5 * (one >> 2 * bits) + 7 * (one >> 3 * bits)
    lanes = every.to_bytes(_LANE * len(words) + _LANE, "little")
    # Checksums of words are as good as random, so their sums with odd factors are as well.
    return frozenset(
        [
            value >> _SAMPLED_BITS & 0xFFFFFFFF
            for value in struct.unpack_from(f"<{sequences}Q", lanes)
            if not value & (SAMPLE - 1)
        ]
    )


def _lanes(words: Sequence[str]) -> bytes:
    """Return the checksums of words side by side, each in `_LANE` bytes, the lowest first."""
    return b"".join(map(_KNOWN.__getitem__, words))


class _Checksums(dict[str, bytes]):
    """Checksums of words met so far: an archive uses the same ones again and again."""

    def __missing__(self, word: str) -> bytes:
        data = word.casefold().encode("utf-8", "surrogatepass")
        found = hashlib.blake2b(data, digest_size=4).digest()[::-1] + bytes(_LANE - 4)
        if len(self) < _ROOM:
            self[word] = found
        return found


_ROOM = 1 << 19
_KNOWN = _Checksums()
