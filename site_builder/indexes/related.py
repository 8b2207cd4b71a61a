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
from collections.abc import Iterable, Sequence
from math import sqrt
from operator import itemgetter

import msgspec

from site_builder.indexes.likeness_features import LikenessFeatures, SharedKind
from site_builder.indexes.postings import CHECKSUM_BYTES, unpack_checksums
from site_builder.indexes.rare_names import RareName, RareNames
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
        self.postings: defaultdict[str, list[int]] = defaultdict(list)
        """By subject, the articles that have it."""
        for at, one in enumerate(features):
            for key in one.keys:
                self.postings[key].append(at)
        self._weights = {
            key: weight
            for key, found in self.postings.items()
            if (weight := weights.subject(len(found)))
        }
        self._least = weights.least
        self._keys: list[frozenset[str] | None] = [None] * len(features)
        self._alike: defaultdict[int, dict[int, float]] = defaultdict(dict)
        places = {one.id: at for at, one in enumerate(features)}
        for earlier, later, share in alike:
            first, second = places[earlier], places[later]
            self._alike[first][second] = self._alike[second][first] = share

    def related(self, at: int) -> tuple[Related, ...]:
        """Return at most `MOST` articles that are related to one, the nearest first."""
        own = self._features[at]
        near = self._near(at, own.keys)
        rare = self._rare(at)
        names = _by_names(rare)
        names.pop(at, None)
        alike = self._alike.get(at, {})
        scores: dict[int, float] = dict(near)
        for other, weight in names.items():
            expected = sqrt(_room(own) * _room(self._features[other]))
            scores[other] = near.get(other, 0) + _NAMES_WEIGH * sqrt(weight / expected)
        for other, share in alike.items():
            scores[other] = scores.get(other, 0) + _WORDING_WEIGHS * share
        if own.statement:
            # Its other carriages are named apart.
            for other in list(scores):
                if self._features[other].statement == own.statement:
                    del scores[other]
        found = []
        for other, score in sorted(scores.items(), key=itemgetter(1), reverse=True)[:_LOOKED_AT]:
            # What was counted for the nearest in time alone is now counted for every candidate.
            subjects = self._by_subjects(at, other)
            days = abs(self._features[other].day - own.day)
            found.append((near.get(other, 0) - score - subjects, days, other, subjects))
        found.sort()
        related = []
        for _, _, other, subjects in found:
            shared = sum(other in one.holders for one in rare) if other in names else 0
            if subjects + _A_NAME_TELLS * shared >= self._least or other in alike:
                related.append(self._explained(at, other, rare, alike.get(other, 0.0)))
                if len(related) == MOST:
                    break
        return tuple(related)

    def _near(self, at: int, keys: Iterable[str]) -> dict[int, int]:
        """Return what articles weigh that share a subject and are near in time, nearest first."""
        near: dict[int, int] = {}
        for key in keys:
            weight = self._weights.get(key)
            if weight:
                posting = self.postings[key]
                place = bisect_left(posting, at)
                for other in posting[max(place - NEAREST, 0) : place][::-1]:
                    near[other] = near.get(other, 0) + weight
                for other in posting[place + 1 : place + 1 + NEAREST]:
                    near[other] = near.get(other, 0) + weight
        return near

    def _by_subjects(self, at: int, other: int) -> int:
        """Return what all the subjects weigh that two articles share."""
        return sum(map(self._weights.__getitem__, self._telling(at) & self._telling(other)))

    def _telling(self, at: int) -> frozenset[str]:
        keys = self._keys[at]
        if keys is None:
            found = self._features[at].keys
            keys = self._keys[at] = frozenset([key for key in found if key in self._weights])
        return keys

    def _explained(self, at: int, other: int, rare: Iterable[RareName], share: float) -> Related:
        found: dict[SharedKind, list[tuple[int, str]]] = {}
        for key in self._telling(at) & self._telling(other):
            kind, _, name = key.partition(":")
            found.setdefault(SharedKind(kind), []).append((-self._weights[key], name))
        for one in rare:
            if other in one.holders:
                name = self._name(at, one.checksum)
                # Two words in thousands of millions have the same checksum.
                if self._name(other, one.checksum).casefold() == name.casefold():
                    found.setdefault(SharedKind.WORD, []).append((-one.weight, name))
        alike = (Shared(kind=SharedKind.WORDING, share=share),) if share else ()
        told = (
            Shared(kind=kind, keys=tuple([name for _, name in sorted(found[kind])[:_REASONS]]))
            for kind in SharedKind
            if kind in found
        )
        return Related(article=self._features[other].id, shared=(*alike, *told))

    def _name(self, at: int, checksum: int) -> str:
        one = self._features[at]
        place = unpack_checksums(one.name_checksums).tolist().index(checksum)
        return one.names.split("\n")[place]


def _by_names(rare: Iterable[RareName]) -> dict[int, int]:
    """Return what articles weigh that share rare names."""
    names: dict[int, int] = {}
    for name in rare:
        weight = name.weight
        for other in name.holders:
            names[other] = names.get(other, 0) + weight
    return names


def _room(features: LikenessFeatures) -> float:
    """Return how much the rare names of an article might weigh that it shares with others."""
    names = len(features.name_checksums) // CHECKSUM_BYTES
    return FULL_WEIGHT * (names + _FEW_NAMES) / _EXPECTED
