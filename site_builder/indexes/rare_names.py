"""Names that few articles mention, by article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from site_builder.indexes.likeness_features import LikenessFeatures
from site_builder.indexes.postings import Postings, unpack_checksums
from site_builder.indexes.related_weights import Weights


class RareName(NamedTuple):
    """A name that at least two articles mention and few."""

    checksum: int
    weight: int
    holders: Sequence[int]
    """The places of the articles that have it, in ascending order."""


RareNames = Callable[[int], Sequence[RareName]]
"""Returns the rare names of the article at a place, by checksum."""


def rare_names(names: Postings, weights: Weights) -> RareNames:
    """Find the rare names of all articles, whose numbers in the postings are their places."""
    by_count = weights.names
    found: defaultdict[int, list[RareName]] = defaultdict(list)
    for checksum, holders in names.shared():
        if len(holders) < len(by_count):
            name = RareName(checksum, by_count[len(holders)], holders)
            for one in holders:
                found[one].append(name)
    return lambda at: found.get(at, ())


def rare_names_of(
    features: Sequence[LikenessFeatures],
    names: Postings,
    places: Mapping[int, int],
    weights: Weights,
) -> RareNames:
    """Find the rare names of articles one by one; `places` are those of the numbers in `names`."""
    by_count = weights.names
    known: dict[int, RareName | None] = {}

    def look_up(checksum: int) -> RareName | None:
        holders = names.few_holders(checksum, weights.rare)
        if holders is None or len(holders) < 2:
            return None
        return RareName(checksum, by_count[len(holders)], sorted(places[one] for one in holders))

    def of_article(at: int) -> Sequence[RareName]:
        found = []
        for checksum in unpack_checksums(features[at].name_checksums):
            if checksum not in known:
                known[checksum] = look_up(checksum)
            name = known[checksum]
            if name is not None:
                found.append(name)
        return found

    return of_article


def name_of(features: LikenessFeatures, checksum: int) -> str:
    """Return the name of an article that has a checksum, as it is written there."""
    at = bisect_left(unpack_checksums(features.name_checksums), checksum)
    return features.names.split("\n")[at]
