"""Which articles stand under which tag, person, organisation, carrier, country, pair or event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import chain, combinations
from types import MappingProxyType

import msgspec

from site_builder.content.model import Article, Status

MAX_PAIRED_COUNTRIES = 8
"""Above this many countries, only the main one is paired with each of the others: a summit's
list of forty participants says nothing about each of its 780 pairs."""


class FacetKind(StrEnum):
    """What articles can be gathered by."""

    TAG = "tag"
    PERSON = "person"
    ORGANISATION = "organisation"
    CARRIER = "carrier"
    COUNTRY = "country"
    RELATION = "relation"
    EVENT = "event"


# Members of an enumeration take a while to find, and there are many keys.
_PERSON, _ORGANISATION, _CARRIER = FacetKind.PERSON, FacetKind.ORGANISATION, FacetKind.CARRIER
_TAG, _EVENT = FacetKind.TAG, FacetKind.EVENT

Key = tuple[FacetKind, str]
"""A kind and an id: ('tag', 'cpec'), ('relation', 'CN-PK')."""


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """All articles that share one key."""

    kind: FacetKind
    id: str
    articles: tuple[Article, ...]
    """In the archive's order, never empty."""
    keys: Mapping[str, tuple[Key, ...]]
    """Those of every article, by its id."""

    @property
    def related(self) -> Mapping[FacetKind, tuple[tuple[str, int], ...]]:
        """For each kind, the other ids found in the same articles with the number of articles,
        most first, then by id. Counted anew each time."""
        return _related((self.kind, self.id), [self.keys[one.id] for one in self.articles])


def listed_articles(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles that lists and counts hold: no tombstones, no translations.

    A translation is the same publication again; its original's page leads to it.
    """
    return tuple(
        article
        for article in articles
        if article.status is not Status.WITHDRAWN and article.translation_of is None
    )


def facet_keys(article: Article) -> tuple[Key, ...]:
    """Return the keys under which an article stands, each once."""
    keys: list[Key] = []
    for speaker in article.speakers:
        if speaker.person:
            keys.append((_PERSON, speaker.person))
        if speaker.organisation:
            keys.append((_ORGANISATION, speaker.organisation))
    keys += [(_PERSON, principal) for principal in article.principals]
    keys += [(_CARRIER, carrier) for carrier in (article.carrier, *article.via) if carrier]
    keys += _keys_of_countries(article.countries)
    keys += [(_TAG, tag) for tag in article.tags]
    if article.event:
        keys.append((_EVENT, article.event))
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=4096)
def _keys_of_countries(countries: tuple[str, ...]) -> tuple[Key, ...]:
    pairs = [(FacetKind.RELATION, pair) for pair in country_pairs(countries)]
    return (*((FacetKind.COUNTRY, country) for country in countries), *pairs)


def country_pairs(countries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pairs that the countries form, each written 'CN-PK' in alphabetical order."""
    if len(countries) <= MAX_PAIRED_COUNTRIES:
        pairs = combinations(countries, 2)
    else:
        pairs = ((countries[0], other) for other in countries[1:])  # type: ignore[assignment]
    return tuple("-".join(sorted(pair)) for pair in pairs)


def keys_by_article(articles: Iterable[Article]) -> Mapping[str, tuple[Key, ...]]:
    """Return the keys under which each article stands, by its id."""
    return {one.id: facet_keys(one) for one in articles}


def index_facets(
    listed: Iterable[Article], keys: Mapping[str, tuple[Key, ...]]
) -> Mapping[FacetKind, Mapping[str, Facet]]:
    """Return every facet of listed articles by kind and id, in the order of ids.

    `keys` are what `keys_by_article` returns for these and perhaps for others.
    """
    gathered: defaultdict[Key, list[Article]] = defaultdict(list)
    for article in listed:
        for key in keys[article.id]:
            gathered[key].append(article)
    facets: dict[FacetKind, dict[str, Facet]] = {kind: {} for kind in FacetKind}
    for kind, name in sorted(gathered):
        found = gathered[kind, name]
        facets[kind][name] = Facet(
            kind=kind,
            id=name,
            articles=tuple(found),
            keys=keys,
        )
    return MappingProxyType({kind: MappingProxyType(found) for kind, found in facets.items()})


def _related(
    own: Key, keys: Iterable[tuple[Key, ...]]
) -> Mapping[FacetKind, tuple[tuple[str, int], ...]]:
    counts: Counter[Key] = Counter()
    counts.update(chain.from_iterable(keys))
    del counts[own]
    by_kind: dict[FacetKind, list[tuple[str, int]]] = {kind: [] for kind in FacetKind}
    for (kind, name), count in counts.items():
        by_kind[kind].append((name, count))
    return MappingProxyType(
        {
            kind: tuple(sorted(found, key=lambda one: (-one[1], one[0])))
            for kind, found in by_kind.items()
        }
    )
