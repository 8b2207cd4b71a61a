"""Texts that the archive already holds, or holds from another carrier: overlap of shingles."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from site_builder.content.shingles import MINIMUM, folded_words, shingles

SAME = 0.95
"""Share of the shorter text's shingles from which two texts are the same."""
CARRIAGE = 0.4
"""Share from which two texts may carry the same utterance."""


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
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
        kept = shingles(folded_words(text))
        self._sizes[identifier] = len(kept)
        for one in kept:
            self._articles[one].append(identifier)

    def like(self, text: str) -> tuple[Likeness, ...]:
        """Return the articles that share much of the text's wording, the nearest first."""
        kept = shingles(folded_words(text))
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
