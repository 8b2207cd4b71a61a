"""What is related to an article: by shared people, countries, topics, events and names.

Each shared thing weighs by how rare it is in the archive (the logarithm of all articles over
those that have it, as in tf-idf), in steps, so that one more article leaves nearly all weights as
they are. Candidates are all articles with a rare name, and for people, countries and the like the
nearest in time. So what is related to one article changes only with its own candidates, and the
work grows with the archive's size and no faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from math import sqrt

import msgspec

from site_builder.indexes.likeness_features import LikenessFeatures, SharedKind
from site_builder.indexes.postings import CHECKSUM_BYTES
from site_builder.indexes.rare_names import RareName, RareNames, name_of
from site_builder.indexes.related_weights import FULL_WEIGHT, Weights

MOST = 5
"""Related articles given for one, at most."""
NEAREST = 12
"""Articles with the same person, country … looked at on either side in time."""
_LOOKED_AT = 24
"""Candidates compared in full."""
_A_NAME_TELLS = 3
"""What a shared rare name counts towards that: one by itself is often chance, two are not."""
_NAMES_WEIGH = 35.0
"""What articles weigh of which as many rare names are shared as may be expected at most."""
_EXPECTED = 6
"""One name in so many is rare and has a fellow, roughly."""
_FEW_NAMES = 8
"""Added to the names of each article: what is shared by chance counts less in a short one."""
_WORDING_WEIGHS = 58.0
"""What articles weigh of which the shorter one stands in the other."""
_REASONS = 3
"""Names given of each kind."""


class Shared(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Things of one kind that two articles have in common."""

    kind: SharedKind
    keys: tuple[str, ...] = ()
    """Ids, or words as they are written; the rarest first."""
    share: float = 0.0
    """Of WORDING: how much of the shorter text stands in the other, 0 to 1."""


class Related(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An article that has something in common with another one, and what."""

    article: str
    """Its id."""
    shared: tuple[Shared, ...]


_KINDS = tuple(SharedKind)
_ORDER = {str(kind): order for order, kind in enumerate(_KINDS)}

Alike = tuple[str, str, float]
"""The ids of two articles and how much wording they share."""


class Comparison:
    """Articles numbered in their order, what they share, and what sharing it weighs."""

    def __init__(
        self,
        features: Sequence[LikenessFeatures],
        rare: RareNames,
        alike: Iterable[Alike],
    ) -> None:
        self._features = features
        self._rare = rare
        weights = Weights.of(len(features))
        self._least = weights.least
        self.postings: defaultdict[str, list[int]] = defaultdict(list)
        """By subject, the articles that have it."""
        for at, one in enumerate(features):
            for key in one.keys:
                self.postings[key].append(at)
        self._weights = {
            key: float(weight)
            for key, found in self.postings.items()
            if (weight := weights.subject(len(found)))
        }
        self._told: dict[str, tuple[int, float, str]] = {}
        """By subject: its kind's place in the order of telling, its weight below 0, its id."""
        for key, weighs in self._weights.items():
            kind, _, name = key.partition(":")
            self._told[key] = (_ORDER[kind], -weighs, name)
        self._days = [one.day for one in features]
        self._sets: dict[str, Set[int]] = {}
        self._room = [_room(len(one.name_checksums)) for one in features]
        self._alike: defaultdict[int, dict[int, float]] = defaultdict(dict)
        places = {one.id: at for at, one in enumerate(features)}
        for earlier, later, share in alike:
            first, second = places[earlier], places[later]
            self._alike[first][second] = self._alike[second][first] = share

    def related(self, at: int) -> tuple[Related, ...]:
        """Return at most `MOST` articles that are related to one, the nearest first."""
        rare = self._rare(at)
        alike = self._alike.get(at, {})
        near = self._near(at)
        texts = self._by_texts(at, rare, alike)
        scores = near | {other: near.get(other, 0.0) + weight for other, weight in texts.items()}
        self._leave_out_carriages(at, scores)
        likely = sorted(scores, key=scores.__getitem__, reverse=True)[:_LOOKED_AT]
        day, days = self._days[at], self._days
        found = [
            (-told - texts.get(other, 0.0), abs(days[other] - day), other, told)
            for other, told in self._by_subjects(at, likely).items()
        ]
        found.sort()
        related = []
        for _, _, other, told in found:
            names = [one for one in rare if other in one.holders] if other in texts else []
            if told + _A_NAME_TELLS * len(names) >= self._least or other in alike:
                related.append(self._explained(at, other, names, alike.get(other, 0.0)))
                if len(related) == MOST:
                    break
        return tuple(related)

    def _near(self, at: int) -> dict[int, float]:
        """Return what articles weigh that share a subject and are near in time, nearest first."""
        near: dict[int, float] = {}
        known = near.get
        for key in self._features[at].keys:
            weight = self._weights.get(key)
            if weight is not None:
                posting = self.postings[key]
                place = bisect_left(posting, at)
                for other in posting[max(place - NEAREST, 0) : place][::-1]:
                    near[other] = known(other, 0.0) + weight
                for other in posting[place + 1 : place + 1 + NEAREST]:
                    near[other] = known(other, 0.0) + weight
        return near

    def _by_texts(
        self, at: int, rare: Iterable[RareName], alike: Mapping[int, float]
    ) -> dict[int, float]:
        """Return what articles weigh that share rare names or wording."""
        names: dict[int, int] = {}
        for _, weight, holders in rare:
            for other in holders:
                names[other] = names.get(other, 0) + weight
        names.pop(at, None)
        room = self._room[at]
        texts = {
            other: _NAMES_WEIGH * sqrt(weight) / (room * self._room[other])
            for other, weight in names.items()
        }
        for other, share in alike.items():
            texts[other] = texts.get(other, 0.0) + _WORDING_WEIGHS * share
        return texts

    def _by_subjects(self, at: int, others: Iterable[int]) -> dict[int, float]:
        """Return what weighs what others share, whether they are near in time or not."""
        told = dict.fromkeys(others, 0.0)
        asked = set(told)
        for key in self._features[at].keys:
            weight = self._weights.get(key)
            if weight is not None:
                for other in asked & self._holders(key):
                    told[other] += weight
        return told

    def _holders(self, key: str) -> Set[int]:
        holders = self._sets.get(key)
        if holders is None:
            holders = self._sets[key] = frozenset(self.postings[key])
        return holders

    def _leave_out_carriages(self, at: int, scores: dict[int, float]) -> None:
        """Other carriages of an article's statement are named apart."""
        statement = self._features[at].statement
        if statement:
            for other in [one for one in scores if self._features[one].statement == statement]:
                del scores[other]

    def _explained(self, at: int, other: int, names: Iterable[RareName], share: float) -> Related:
        theirs = self._features[other].keys
        found = [
            self._told[key]
            for key in self._features[at].keys
            if key in theirs and key in self._told
        ]
        for one in names:
            word = name_of(self._features[at], one.checksum)
            # Two words in thousands of millions have the same checksum.
            if name_of(self._features[other], one.checksum).casefold() == word.casefold():
                found.append((_ORDER[SharedKind.WORD], -one.weight, word))
        found.sort()
        by_kind: dict[int, list[str]] = {}
        for order, _, name in found:
            by_kind.setdefault(order, []).append(name)
        shared = [Shared(kind=SharedKind.WORDING, share=share)] if share else []
        for order, keys in by_kind.items():
            shared.append(Shared(kind=_KINDS[order], keys=tuple(keys[:_REASONS])))
        return Related(article=self._features[other].id, shared=tuple(shared))


@cache
def _room(checksums: int) -> float:
    """Return the fourth root of what the rare names of an article may be expected to weigh.

    The article is told by the bytes of its names' checksums. Two such roots multiplied are the
    square root of the geometric mean of what is expected of two articles.
    """
    return sqrt(sqrt(FULL_WEIGHT * (checksums / CHECKSUM_BYTES + _FEW_NAMES) / _EXPECTED))
