"""Which articles are alike: near-duplicates and related ones.

What is known of each article alone (`likeness_features`) is compared with all the others. The
outcome can be kept, so that the next build compares only what has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

import msgspec

from site_builder.content.model import Article
from site_builder.indexes.likeness_features import LikenessFeatures, likeness_features
from site_builder.indexes.likeness_update import (
    Edit,
    fellows_by_name,
    fellows_by_subject,
    fellows_by_wording,
    find_edit,
    places_of,
)
from site_builder.indexes.near_duplicates import (
    NearDuplicate,
    SharedWording,
    near_duplicates,
    shared_wording,
    unconfirmed,
    update_wording,
)
from site_builder.indexes.postings import (
    CHECKSUM_BYTES,
    MOST_OWNERS,
    Postings,
    make_postings,
    unpack_checksums,
)
from site_builder.indexes.rare_names import rare_names, rare_names_of
from site_builder.indexes.related import Alike, Comparison, Related
from site_builder.indexes.related_weights import Weights

__all__ = ["Likeness", "LikenessFeatures", "RelatedLists", "index_likeness", "likeness_features"]


class RelatedLists(Mapping[str, tuple[Related, ...]]):
    """What is related to each article, by its id, the nearest first; unpacked when asked for."""

    __slots__ = ("_packed",)

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed

    def __getitem__(self, article: str) -> tuple[Related, ...]:
        return _RELATED.decode(self._packed[article])

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def ids(self, article: str) -> list[str]:
        """Return the ids of what is related to an article, which need little unpacking."""
        packed = self._packed.get(article)
        return [] if packed is None else [one.article for one in _IDS.decode(packed)]

    def packed(self, article: str) -> bytes:
        """Return what is the same where the list is the same; empty where there is none."""
        return self._packed.get(article, b"")


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that share wording, and articles that share what they are about."""

    proposals: tuple[NearDuplicate, ...]
    """Pairs that no curator has joined by a `statement:`, in the archive's order."""
    related: RelatedLists
    """Of the articles to which any are related."""


def index_likeness(
    articles: Sequence[Article], features: Sequence[LikenessFeatures], former: bytes | None = None
) -> tuple[Likeness, bytes]:
    """Compare `articles`, in the archive's order and without translations.

    `features` are what `likeness_features` returns for each of them. `former` is what an earlier
    call returned beside the likeness, of whatever articles; with it little is compared again
    where few articles differ, and the likeness is the same as without it.
    """
    kept = _read(former) if former is not None else None
    edit = find_edit(kept.ids, kept.digests, features) if kept else None
    if kept is None or edit is None:
        compared = _compare_all(articles, features)
    elif edit.new or edit.gone:
        compared = _compare_again(articles, features, kept, edit)
    else:
        compared = _as_before(articles, kept)
    found = zip(features, compared.related, strict=True)
    lists = RelatedLists({one.id: packed for one, packed in found if packed != _NOTHING})
    return Likeness(proposals=compared.proposals, related=lists), _keep(features, compared)


class _Compared(msgspec.Struct, frozen=True, kw_only=True):
    numbers: list[int]
    """Of each article in the postings, by its place."""
    shingles: Postings
    names: Postings
    wording: SharedWording
    proposals: tuple[NearDuplicate, ...]
    alike: list[Alike]
    related: list[bytes]
    """By the article's place."""


def _compare_all(articles: Sequence[Article], features: Sequence[LikenessFeatures]) -> _Compared:
    numbers = list(range(len(features)))
    shingles = make_postings({at: one.shingles for at, one in enumerate(features)})
    sizes = {at: len(one.shingles) // CHECKSUM_BYTES for at, one in enumerate(features)}
    wording = shared_wording(shingles, sizes)
    proposals = unconfirmed(near_duplicates(articles, {at: at for at in numbers}, wording))
    alike = _alike(proposals)
    names = make_postings({at: one.name_checksums for at, one in enumerate(features)})
    rare = rare_names(names, Weights.of(len(features)))
    comparison = Comparison(features, rare, alike)
    return _Compared(
        numbers=numbers,
        shingles=shingles,
        names=names,
        wording=wording,
        proposals=proposals,
        alike=alike,
        related=[_ENCODER.encode(comparison.related(at)) for at in numbers],
    )


def _as_before(articles: Sequence[Article], former: _Kept) -> _Compared:
    wording = _wording(former)
    places = {number: at for at, number in enumerate(former.numbers)}
    return _Compared(
        numbers=former.numbers,
        shingles=Postings(former.shingles),
        names=Postings(former.names),
        wording=wording,
        proposals=unconfirmed(near_duplicates(articles, places, wording)),
        alike=former.alike,
        related=former.related,
    )


def _compare_again(
    articles: Sequence[Article],
    features: Sequence[LikenessFeatures],
    former: _Kept,
    edit: Edit,
) -> _Compared:
    following = count(max(former.numbers, default=-1) + 1)
    numbers = [next(following) if at is None else former.numbers[at] for at in edit.was]
    places = {number: at for at, number in enumerate(numbers)}
    gone = [former.numbers[place] for place in edit.gone]
    changed = [(numbers[at], features[at]) for at in edit.new]

    before = Postings(former.shingles)
    lost = {number: before.held_by(number) for number in gone}
    after = before.edited(lost, {number: one.shingles for number, one in changed})
    wording = update_wording(
        _wording(former),
        before,
        after,
        {number: one.shingles for number, one in zip(numbers, features, strict=True)},
        {**lost, **{number: unpack_checksums(one.shingles) for number, one in changed}},
    )
    proposals = unconfirmed(near_duplicates(articles, places, wording))
    alike = _alike(proposals)

    names_before = Postings(former.names)
    names_lost = {number: names_before.held_by(number) for number in gone}
    names = names_before.edited(names_lost, {number: one.name_checksums for number, one in changed})
    weights = Weights.of(len(features))
    comparison = Comparison(features, rare_names_of(features, names, places, weights), alike)
    checksums = [
        *names_lost.values(),
        *(unpack_checksums(one.name_checksums) for _, one in changed),
    ]
    subjects = {place: former.keys[place].split("\n") for place in edit.gone}
    by_id = {one.id: at for at, one in enumerate(features)}
    differing = {*(one.id for _, one in changed), *(former.ids[place] for place in edit.gone)}
    concerned = {
        *edit.new,
        *places_of(fellows_by_name(checksums, names_before, names, weights), places),
        *fellows_by_subject(edit, features, comparison.postings, subjects, weights),
        *places_of(fellows_by_wording(alike, former.alike, differing), by_id),
    }
    return _Compared(
        numbers=numbers,
        shingles=after,
        names=names,
        wording=wording,
        proposals=proposals,
        alike=alike,
        related=[
            _ENCODER.encode(comparison.related(at))
            if place is None or at in concerned
            else former.related[place]
            for at, place in enumerate(edit.was)
        ],
    )


def _wording(former: _Kept) -> SharedWording:
    return SharedWording(
        held=dict(zip(former.numbers, former.held, strict=True)),
        pairs={(one, other): shared for one, other, shared in former.pairs},
    )


def _alike(proposals: Iterable[NearDuplicate]) -> list[Alike]:
    return [(one.earlier.id, one.later.id, one.share) for one in proposals]


def _keep(features: Sequence[LikenessFeatures], compared: _Compared) -> bytes:
    return _ENCODER.encode(
        _Kept(
            version=_VERSION,
            ids=[one.id for one in features],
            digests=[one.digest for one in features],
            keys=["\n".join(one.keys) for one in features],
            numbers=compared.numbers,
            shingles=compared.shingles.data,
            names=compared.names.data,
            held=[compared.wording.held[number] for number in compared.numbers],
            pairs=[(*pair, count) for pair, count in compared.wording.pairs.items()],
            alike=compared.alike,
            related=compared.related,
        )
    )


def _read(former: bytes) -> _Kept | None:
    """Return what was kept; None where it is another version's or none at all."""
    try:
        kept = _DECODER.decode(former)
    except msgspec.MsgspecError:
        return None
    # Numbers are given out in turn, so after millions of edits they begin again.
    known = kept.version == _VERSION and max(kept.numbers, default=0) < MOST_OWNERS // 2
    return kept if known else None


class _Kept(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What the next build needs of this one; lists by the article's place."""

    version: int
    ids: list[str]
    digests: list[bytes]
    keys: list[str]
    """One a line."""
    numbers: list[int]
    shingles: bytes
    names: bytes
    held: list[int]
    pairs: list[tuple[int, int, int]]
    """Numbers of two articles and what they share."""
    alike: list[Alike]
    related: list[bytes]


class _RelatedId(msgspec.Struct, frozen=True, array_like=True):
    """The beginning of a `Related`."""

    article: str


_VERSION = 2
"""Of what is kept; another one for every change in how articles are compared."""
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)
_RELATED = msgspec.msgpack.Decoder(tuple[Related, ...])
_IDS = msgspec.msgpack.Decoder(list[_RelatedId])
_NOTHING = _ENCODER.encode(())
