"""The one measure of how much wording texts share: sampled sequences of words.

Broder (1997), "On the resemblance and containment of documents": of all sequences of `SHINGLE`
words those are kept whose checksum is divisible by `SAMPLE`. Which ones are kept depends on their
words alone, so two texts keep the same ones of what they share.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

SHINGLE = 4
"""Words in a sequence."""
SAMPLE = 4
"""One sequence in so many is kept; a power of two."""
MINIMUM = 6
"""Kept sequences below which a text is too short to compare."""

_WORD = re.compile(r"[^\W_]+")
_LONG = 12
"""Letters a word has on average where a script does not part words by spaces."""


def split_words(text: str) -> list[str]:
    """Return a text's words in their order, in compatible forms and without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def folded_words(text: str) -> list[str]:
    """Return a text's words as they are compared: as `split_words` does, without their case."""
    return [word.casefold() for word in split_words(text)]


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return checksums of the sequences of words, sampled by their value; none is negative.

    Where a script has no spaces, its characters take the place of words.
    """
    if words and sum(map(len, words)) > _LONG * len(words):
        words = list("".join(words))
    sums = [_CHECKSUMS[word] for word in words]
    # Checksums of words are as good as random, so their sums with odd factors are as well.
    return frozenset(
        [
            value
            for one, two, three, four in zip(sums, sums[1:], sums[2:], sums[3:], strict=False)
            if not (value := one + 3 * two + 5 * three + 7 * four) & (SAMPLE - 1)
        ]
    )


class _Checksums(dict[str, int]):
    """Checksums of words met so far: an archive uses the same ones again and again."""

    def __missing__(self, word: str) -> int:
        data = word.encode("utf-8", "surrogatepass")
        value = int.from_bytes(hashlib.blake2b(data, digest_size=4).digest())
        if len(self) < 1 << 20:
            self[word] = value
        return value


_CHECKSUMS = _Checksums()
