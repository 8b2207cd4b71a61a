"""Articles that share so much wording that they may carry one utterance.

Only distinctive wording counts: word sequences (`content.shingles`) that at most `COMMON` texts
hold. Set phrases of a ministry's releases then weigh nothing, and each sequence gives at most
COMMON² / 2 pairs, so the work grows with the archive's size and no faster.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter

import msgspec

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.content.shingles import MINIMUM
from site_builder.indexes.postings import (
    CHECKSUM_BYTES,
    Postings,
    make_postings,
    unpack_checksums,
)

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


class NearDuplicate(msgspec.Struct, frozen=True, kw_only=True):
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


def find_near_duplicates(
    articles: Sequence[Article], shingles: Sequence[bytes]
) -> tuple[NearDuplicate, ...]:
    """Return the pairs of articles that are alike, given the packed shingles of each."""
    postings = make_postings(dict(enumerate(shingles)))
    sizes = {at: len(one) // CHECKSUM_BYTES for at, one in enumerate(shingles)}
    wording = shared_wording(postings, sizes)
    return near_duplicates(articles, {at: at for at in sizes}, wording)


class SharedWording(msgspec.Struct, frozen=True, kw_only=True):
    """How much distinctive wording texts have, and have in common, by the texts' numbers."""

    held: Mapping[int, int]
    """Distinctive sequences of each text."""
    pairs: Mapping[tuple[int, int], int]
    """Those that two texts share, the smaller number first, where they are enough of the shorter
    text's to be near-duplicates if their days are near."""


def shared_wording(postings: Postings, sizes: Mapping[int, int]) -> SharedWording:
    """Compare all texts; `sizes` are how many sequences each one has in the postings."""
    held = dict(sizes)
    several: defaultdict[int, list[list[int]]] = defaultdict(list)
    for _, holders in postings.shared():
        if len(holders) > COMMON:
            for one in holders:
                held[one] -= 1
        else:
            for one in holders:
                several[one].append(holders)
    pairs = {}
    for one, groups in several.items():
        for other, count in _enough(one, groups, held):
            if one < other:
                pairs[one, other] = count
    return SharedWording(held=held, pairs=pairs)


def update_wording(
    former: SharedWording,
    before: Postings,
    after: Postings,
    shingles: Mapping[int, bytes],
    changed: Mapping[int, Iterable[int]],
) -> SharedWording:
    """Return what `shared_wording` does, comparing only texts for which something changed.

    `shingles` are those of all the texts there are now, packed; `changed` are those of the texts
    that are new or gone, under numbers that no other text has or had.
    """
    touched = set(changed)
    for shingle in {one for own in changed.values() for one in own}:
        old, new = before.few_holders(shingle, COMMON), after.few_holders(shingle, COMMON)
        if (old is None) != (new is None):
            # What is distinctive of all these texts is no longer the same.
            touched.update(before.holders(shingle), after.holders(shingle))
    held = {one: count for one, count in former.held.items() if one in shingles}
    groups = {}
    for one in touched.intersection(shingles):
        found = (after.few_holders(each, COMMON) for each in unpack_checksums(shingles[one]))
        groups[one] = [holders for holders in found if holders is not None]
        held[one] = len(groups[one])
    pairs = {pair: count for pair, count in former.pairs.items() if touched.isdisjoint(pair)}
    for one, own in groups.items():
        for other, count in _enough(one, own, held):
            pairs[min(one, other), max(one, other)] = count
    return SharedWording(held=held, pairs=pairs)


def _enough(
    one: int, groups: Iterable[Sequence[int]], held: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the texts that share enough with one, and how much; `groups` are its fellows."""
    if held[one] < MINIMUM:
        return
    for other, count in Counter(chain.from_iterable(groups)).items():
        if other != one and held[other] >= MINIMUM and count >= ALIKE * min(held[one], held[other]):
            yield other, count


def near_duplicates(
    articles: Sequence[Article], places: Mapping[int, int], wording: SharedWording
) -> tuple[NearDuplicate, ...]:
    """Return the pairs of `articles` that are alike, in the archive's order.

    `places` tells where each text's article stands among `articles`. Pairs that share a
    `statement:` are among them.
    """
    found = {}
    for pair, count in wording.pairs.items():
        of = min(wording.held[one] for one in pair)
        earlier, later = sorted(places[one] for one in pair)
        one, other = articles[earlier], articles[later]
        if count >= SAME * of or days_apart(one.date, other.date) <= DAYS:
            found[earlier, later] = NearDuplicate(earlier=one, later=other, shared=count, of=of)
    return tuple(pair for _, pair in sorted(found.items(), key=itemgetter(0)))


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
