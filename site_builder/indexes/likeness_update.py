"""What must be compared again after an archive was edited, and what stays as it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from site_builder.indexes.likeness_features import LikenessFeatures
from site_builder.indexes.postings import Postings
from site_builder.indexes.related import NEAREST, Alike
from site_builder.indexes.related_weights import Weights

Key = TypeVar("Key")

_FEW = 64
"""Articles that are new, other than before or gone, above which all are compared again."""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """How the articles of one build differ from those of another; all are given by place."""

    was: Sequence[int | None]
    """Where each article stood before; None for those that are new or other than before."""
    new: Sequence[int]
    """Those that are new or other than before."""
    gone: Sequence[int]
    """Those, by their place before, that are gone or other than before."""


def find_edit(
    ids: Sequence[str], digests: Sequence[bytes], features: Sequence[LikenessFeatures]
) -> Edit | None:
    """Return how articles differ from those that had `ids` and `digests`.

    None where all must be compared again: where much differs, where those that stay have another
    order, or where the archive's size weighs otherwise than before.
    """
    if Weights.of(len(ids)) != Weights.of(len(features)):
        return None
    places = dict(zip(ids, range(len(ids)), strict=True))
    was: list[int | None] = []
    new = []
    stay = set()
    last = -1
    for at, one in enumerate(features):
        place = places.get(one.id)
        if place is None or digests[place] != one.digest:
            was.append(None)
            new.append(at)
            if len(new) > _FEW:
                return None
            continue
        if place <= last:
            return None
        last = place
        was.append(place)
        stay.add(place)
    if len(ids) - len(stay) > _FEW:
        return None
    gone = [place for place in range(len(ids)) if place not in stay]
    return Edit(was=was, new=new, gone=gone)


def fellows_by_name(
    checksums: Iterable[Iterable[int]], before: Postings, after: Postings, weights: Weights
) -> Iterator[int]:
    """Yield the numbers of texts for which it counts who else has or had some names.

    `checksums` are the names of each text that is new or gone.
    """
    for checksum in set(chain.from_iterable(checksums)):
        # Where a name is rare no longer, or is now, all that have it are compared again.
        for names in (before, after):
            yield from names.few_holders(checksum, weights.rare) or ()


def fellows_by_subject(
    edit: Edit,
    features: Sequence[LikenessFeatures],
    postings: Mapping[str, Sequence[int]],
    gone: Mapping[int, Sequence[str]],
    weights: Weights,
) -> Iterator[int]:
    """Yield the places of articles for which it counts who else has or had their subjects.

    `postings` are the places of the articles that have each subject, `gone` are the subjects of
    each article of `edit.gone`.
    """
    new = set(edit.new)
    keys = {key for own in gone.values() for key in own}
    keys.update(key for at in new for key in features[at].keys)
    for key in sorted(keys):
        posting = postings.get(key, ())
        stay = [at for at in posting if at not in new]
        left = [place for place, own in gone.items() if key in own]
        weight = weights.subject(len(posting))
        if weights.subject(len(stay) + len(left)) != weight:
            yield from posting
        elif weight:
            were = [place for at in stay if (place := edit.was[at]) is not None]
            seats = [bisect_left(were, place) for place in left]
            seats += [bisect_left(stay, at) for at in posting if at in new]
            for seat in seats:
                yield from stay[max(seat - NEAREST, 0) : seat + NEAREST]


def fellows_by_wording(
    alike: Iterable[Alike], former: Iterable[Alike], differing: Collection[str]
) -> Iterator[str]:
    """Yield the ids of articles for which it counts with whom they share or shared wording.

    `differing` are the ids of articles that are new, other than before or gone.
    """
    pairs = {*alike}
    before = {*former}
    for pair in pairs | before:
        one, other, _ = pair
        if (pair in pairs) != (pair in before) or one in differing or other in differing:
            yield from (one, other)


def places_of(keys: Iterable[Key], places: Mapping[Key, int]) -> Iterator[int]:
    """Yield where things stand now, without those that are gone."""
    return (places[key] for key in keys if key in places)
