"""Articles that share so much wording that they may carry one utterance.

Only distinctive wording counts: word sequences (`content.shingles`) that at most `COMMON` texts
hold. Set phrases of a ministry's releases then weigh nothing, and each sequence gives at most
COMMON² / 2 pairs, so the work grows with the archive's size and no faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.content.shingles import MINIMUM

COMMON = 16
"""Texts above which a sequence of words is a set phrase rather than the wording of one text."""
ALIKE = 0.4
"""Share of the shorter text's distinctive wording from which two texts of the same days may
carry one utterance."""
SAME = 0.9
"""Share from which two texts are near-duplicates however far apart their days are."""
DAYS = 3
"""Days between two carriages of one utterance, at most."""
_MONTH = 31
_YEAR = 372


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicate:
    """Two articles and how much of their wording they share."""

    earlier: Article
    """In the archive's order."""
    later: Article
    shared: int
    """Distinctive sequences that both hold, of those sampled."""
    of: int
    """Distinctive sequences of the text that has fewer."""

    @property
    def share(self) -> float:
        """How much of the shorter text's distinctive wording stands in the other, 0 to 1."""
        return self.shared / self.of


class ShinglePostings:
    """Sequences of words by the texts that hold them."""

    def __init__(self) -> None:
        self._postings: dict[int, list[int]] = {}

    def add(self, index: int, kept: Iterable[int]) -> None:
        """Add the sequences of the text with a number; numbers grow."""
        postings = self._postings
        for shingle in kept:
            found = postings.get(shingle)
            if found is None:
                postings[shingle] = [index]
            elif len(found) <= COMMON:
                found.append(index)

    def pairs(self) -> tuple[Counter[tuple[int, int]], Counter[int]]:
        """Return the distinctive sequences that two texts share, and those of each text."""
        shared: Counter[tuple[int, int]] = Counter()
        held: Counter[int] = Counter()
        several = []
        for found in self._postings.values():
            if len(found) == 1:
                held[found[0]] += 1
            elif len(found) <= COMMON:
                held.update(found)
                several.append(found)
        for found in several:
            shared.update(combinations(found, 2))
        return shared, held


def near_duplicates(
    articles: Sequence[Article], postings: ShinglePostings
) -> tuple[NearDuplicate, ...]:
    """Return the pairs of `articles` that are alike, in the archive's order.

    The postings number the texts as `articles` does. Pairs that share a `statement:` are among
    them.
    """
    shared, held = postings.pairs()
    found = []
    for (earlier, later), count in shared.items():
        of = min(held[earlier], held[later])
        if of < MINIMUM or count < ALIKE * of:
            continue
        one, other = articles[earlier], articles[later]
        if count >= SAME * of or days_apart(one.date, other.date) <= DAYS:
            pair = NearDuplicate(earlier=one, later=other, shared=count, of=of)
            found.append((earlier, later, pair))
    return tuple(pair for _, _, pair in sorted(found, key=lambda one: one[:2]))


def unconfirmed(pairs: Iterable[NearDuplicate]) -> tuple[NearDuplicate, ...]:
    """Return the pairs of which no curator has said that they carry one statement."""
    return tuple(
        pair
        for pair in pairs
        if not (pair.earlier.statement and pair.earlier.statement == pair.later.statement)
    )


def days_apart(one: PartialDate, other: PartialDate) -> int:
    """Return the days between two dates, about; 0 where the coarser one may be the other."""
    if not (one.month and other.month):
        return abs(one.year - other.year) * _YEAR
    months = (one.year - other.year) * 12 + one.month - other.month
    if not (one.day and other.day):
        return abs(months) * _MONTH
    if abs(months) > 1:
        return abs(months) * _MONTH
    return abs(_ordinal(one) - _ordinal(other))


def _ordinal(value: PartialDate) -> int:
    return date(value.year, value.month, value.day).toordinal()
