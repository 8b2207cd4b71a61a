"""Texts that the archive already holds, or holds from another carrier: overlap of shingles."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.importers.lines import fold

SHINGLE = 4
"""Words in a shingle."""
SAME = 0.95
"""Share of the shorter text's shingles from which two texts are the same."""
CARRIAGE = 0.4
"""Share from which two texts may carry the same utterance."""
SAMPLE = 4
"""One shingle in so many is kept: which one depends on its words alone."""
MINIMUM = 6
"""Kept shingles below which a text is too short to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of a text's wording an article of the archive shares."""

    id: str
    share: float
    """0 to 1: shared shingles over those of the shorter text."""

    @property
    def same(self) -> bool:
        """Whether the two are one text rather than two carriages of it."""
        return self.share >= SAME


class ShingleIndex:
    """Shingles of the archive's texts, to ask for the texts that are like another."""

    def __init__(self) -> None:
        self._articles: dict[int, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}

    def add(self, identifier: str, text: str) -> None:
        """Add an article's text."""
        kept = shingles(text)
        self._sizes[identifier] = len(kept)
        for one in kept:
            self._articles[one].append(identifier)

    def like(self, text: str) -> tuple[Likeness, ...]:
        """Return the articles that share much of the text's wording, the nearest first."""
        kept = shingles(text)
        if len(kept) < MINIMUM:
            return ()
        shared: Counter[str] = Counter()
        for one in kept:
            shared.update(self._articles.get(one, ()))
        found = [
            Likeness(id=identifier, share=count / min(len(kept), self._sizes[identifier]))
            for identifier, count in shared.items()
            if self._sizes[identifier] >= MINIMUM
        ]
        found = [one for one in found if one.share >= CARRIAGE]
        return tuple(sorted(found, key=lambda one: (-one.share, one.id)))


def shingles(text: str) -> frozenset[int]:
    """Return checksums of the text's word sequences, sampled by their value.

    Where a script has no spaces, characters take the place of words. Sampling keeps a sequence
    wherever it stands, so that overlaps can be compared (Broder 1997).
    """
    words = fold(text).split()
    if words and sum(map(len, words)) / len(words) > 12:
        words = list("".join(words))
    return frozenset(value for value in _checksums(words) if value % SAMPLE == 0)


def _checksums(words: list[str]) -> Iterable[int]:
    for at in range(len(words) - SHINGLE + 1):
        yield zlib.crc32(" ".join(words[at : at + SHINGLE]).encode())
