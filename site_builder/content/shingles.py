"""The one measure of how much wording texts share: sampled sequences of words.

Broder (1997), "On the resemblance and containment of documents": of all sequences of `SHINGLE`
words those are kept whose checksum is divisible by `SAMPLE`. Which ones are kept depends on their
words alone, so two texts keep the same ones of what they share.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence

SHINGLE = 4
"""Words in a sequence."""
SAMPLE = 4
"""One sequence in so many is kept; a power of two."""
MINIMUM = 6
"""Kept sequences below which a text is too short to compare."""

_WORD = re.compile(r"[^\W_]+")
_NO_WORD = str.maketrans({chr(one): " " for one in range(128) if not chr(one).isalnum()})
_LONG = 12
"""Letters a word has on average where a script does not part words by spaces."""
_LANE = 8
"""Bytes that each number has where many are reckoned with as one."""
_SAMPLED_BITS = SAMPLE.bit_length() - 1
_MANY = 40
"""Different characters from which searching for words is faster than to replace the others."""


def split_words(text: str) -> list[str]:
    """Return a text's words in their order, in compatible forms and without punctuation."""
    if text.isascii():
        return text.translate(_NO_WORD).split()
    text = unicodedata.normalize("NFKC", text)
    # Faster than to search for words: a text has some ten different characters that are none.
    others = [one for one in set(text) if not one.isalnum()]
    if len(others) > _MANY:
        return _WORD.findall(text)
    for one in others:
        text = text.replace(one, " ")
    return text.split()


def folded_words(text: str) -> list[str]:
    """Return a text's words as they are compared: as `split_words` does, without their case."""
    return [word.casefold() for word in split_words(text)]


def word_checksums(words: Sequence[str]) -> list[int]:
    """Return a checksum of 32 bits for each word, whatever its case."""
    try:
        return list(map(_KNOWN.__getitem__, words))
    except KeyError:
        return list(map(_learn(words).__getitem__, words))


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return checksums of 32 bits of the sequences of words, sampled by their value.

    The case of words does not count. Where a script has no spaces, its characters take the place
    of words.
    """
    if words and len(joined := "".join(words)) > _LONG * len(words):
        words = joined
    if len(words) < SHINGLE:
        return frozenset()
    # One large number holds all the checksums side by side, so that four products and sums
    # reckon every sequence at once; no sum reaches the next one, as 16 times 32 bits are 36.
    sums = array("Q", word_checksums(words)).tobytes()
    one = int.from_bytes(sums, "little")
    bits = 8 * _LANE
    every = one + 3 * (one >> bits) + 5 * (one >> 2 * bits) + 7 * (one >> 3 * bits)
    values = array("Q", every.to_bytes(len(sums) + _LANE, "little"))
    # Checksums of words are as good as random, so their sums with odd factors are as well.
    return frozenset(
        [
            value >> _SAMPLED_BITS & 0xFFFFFFFF
            for value in values[: len(words) - SHINGLE + 1]
            if not value & (SAMPLE - 1)
        ]
    )


def _learn(words: Iterable[str]) -> dict[str, int]:
    """Return the checksums of words; those met for the first time are kept while there is room."""
    found = {word: _KNOWN.get(word) or _checksum(word) for word in words}
    if len(_KNOWN) < _ROOM:
        _KNOWN.update(found)
    return found


def _checksum(word: str) -> int:
    data = word.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest())


_KNOWN: dict[str, int] = {}
"""Checksums of words met so far: an archive uses the same ones again and again."""
_ROOM = 1 << 19
