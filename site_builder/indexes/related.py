"""What is related to an article: by shared people, countries, topics, events and rare words.

Each shared thing weighs by how rare it is in the archive (the logarithm of all articles over
those that have it, as in tf-idf). Candidates come from postings: all articles with a rare word,
and for people, countries and the like the nearest in time, so that the work grows with the
archive's size and no faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from math import log, sqrt
from types import MappingProxyType

from site_builder.content.model import Article
from site_builder.indexes.near_duplicates import NearDuplicate

MOST = 5
"""Related articles given for one, at most."""
RARE = 12
"""Articles above which a word is not rare."""
_RARE_SHARE = 0.05
"""Share of all articles above which a word of a small archive is not rare."""
_LETTERS = 4
"""Letters of a rare word, at least: shorter ones are often parts of names or abbreviations."""
_LONGEST = 24
"""Letters at most: more are a sentence in a script that does not part words."""
_NEAREST = 12
"""Articles with the same person, country … looked at on either side in time."""
_LOOKED_AT = 24
"""Candidates compared in full."""
_WORDS_WEIGH = 12.0
_WORDING_WEIGHS = 20.0
_LEAST = 2.0
"""Weight below which two articles have too little in common to name."""
_LEAST_OF_LOG = 0.3
"""The same as a share of the greatest weight there can be, for small archives."""
_A_WORD_TELLS = 1.1
"""What a shared rare word counts towards that: one by itself is often chance, two are a name."""
_REASONS = 3
"""Names given of each kind."""
_TELLING = 0.5
"""Share of all articles above which what two have in common tells nothing."""


class SharedKind(StrEnum):
    """What two articles may have in common, in the order in which it is told."""

    WORDING = "wording"
    EVENT = "event"
    TAG = "tag"
    COUNTRY = "country"
    PERSON = "person"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Things of one kind that two articles have in common."""

    kind: SharedKind
    keys: tuple[str, ...] = ()
    """Ids, or words as they are written; the rarest first."""
    share: float = 0.0
    """Of WORDING: how much of the shorter text stands in the other, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that has something in common with another one, and what."""

    article: Article
    shared: tuple[Shared, ...]


_Key = tuple[SharedKind, str]


class WordPostings:
    """Words by the articles that have them, as long as they are rare.

    In scripts with capitals these are words that an article never writes small: names, for the
    most part. Other words are too often shared by chance.
    """

    def __init__(self) -> None:
        self._postings: dict[str, list[int]] = {}

    def add(self, index: int, words: Iterable[str]) -> None:
        """Add the words of the article with a number, as they are written; numbers grow."""
        postings = self._postings
        different = set(words)
        small = {word for word in different if word.islower()}
        for word in different - small:
            if word.casefold() in small:
                continue
            found = postings.get(word)
            if found is None:
                postings[word] = [index]
            elif len(found) <= RARE:
                found.append(index)

    def shared(self, articles: int) -> Mapping[str, Sequence[int]]:
        """Return the rare words that two of so many articles have, in alphabetical order."""
        most = min(RARE, max(int(articles * _RARE_SHARE), 2))
        return {
            word: found
            for word, found in sorted(self._postings.items())
            if 2 <= len(found) <= most and _LETTERS <= len(word) <= _LONGEST and word.isalpha()
        }


def index_related(
    articles: Sequence[Article],
    words: WordPostings,
    duplicates: Iterable[NearDuplicate],
) -> Mapping[str, tuple[Related, ...]]:
    """Return, by id, at most `MOST` related articles of each article, the nearest first.

    The postings number the articles as `articles` does; their words must be ones that are shown,
    because they are given as reasons. Carriages of one statement are not among the related.
    """
    if len(articles) < 2:
        return MappingProxyType({})
    comparison = _Comparison(articles, words.shared(len(articles)), duplicates)
    found = {article.id: comparison.related(at) for at, article in enumerate(articles)}
    return MappingProxyType({key: related for key, related in found.items() if related})


class _Comparison:
    """The postings and weights that comparing two articles needs."""

    def __init__(
        self,
        articles: Sequence[Article],
        words: Mapping[str, Sequence[int]],
        duplicates: Iterable[NearDuplicate],
    ) -> None:
        self._articles = articles
        self._words = words
        self._entities: defaultdict[_Key, list[int]] = defaultdict(list)
        self._keys = [_keys(article) for article in articles]
        self._least = min(_LEAST, _LEAST_OF_LOG * log(len(articles)))
        for at, keys in enumerate(self._keys):
            for key in keys:
                self._entities[key].append(at)
        self._weights = {
            key: log(len(articles) / len(found)) for key, found in self._entities.items()
        }
        self._rare: list[list[str]] = [[] for _ in articles]
        self._norms = [0.0] * len(articles)
        self._word_weights = {
            word: log(len(articles) / len(found)) ** 2 for word, found in words.items()
        }
        for word, found in words.items():
            for at in found:
                self._rare[at].append(word)
                self._norms[at] += self._word_weights[word]
        numbers = {article.id: at for at, article in enumerate(articles)}
        self._alike: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for pair in duplicates:
            one, other = numbers[pair.earlier.id], numbers[pair.later.id]
            self._alike[one][other] = self._alike[other][one] = pair.share

    def related(self, at: int) -> tuple[Related, ...]:
        by_words: defaultdict[int, float] = defaultdict(float)
        for word in self._rare[at]:
            weight = self._word_weights[word]
            for other in self._words[word]:
                by_words[other] += weight
        by_entities: defaultdict[int, float] = defaultdict(float)
        for key in self._keys[at]:
            weight = self._weights[key]
            if weight:
                for other in _nearest(self._entities[key], at):
                    by_entities[other] += weight
        statement = self._articles[at].statement
        norm = self._norms[at]
        scores = {}
        for other in {*by_words, *by_entities, *self._alike.get(at, ())}:
            if other == at or (statement and self._articles[other].statement == statement):
                continue
            weight = by_words.get(other, 0.0)
            scores[other] = (
                by_entities.get(other, 0.0)
                + self._likeness(at, other)
                + (_WORDS_WEIGH * sqrt(weight / sqrt(norm * self._norms[other])) if weight else 0.0)
            )
        likely = sorted(scores, key=lambda other: (-scores[other], other))[:_LOOKED_AT]
        # What was counted for the nearest in time alone is now counted for every candidate.
        exact = {
            other: scores[other]
            - by_entities.get(other, 0.0)
            + sum(self._weights[key] for key in self._keys[at] if key in self._keys[other])
            for other in likely
        }
        chosen = sorted(likely, key=lambda other: (-exact[other], abs(other - at), other))
        named = (
            Related(article=self._articles[other], shared=shared)
            for other in chosen
            if (shared := self._shared(at, other))
        )
        return tuple(islice(named, MOST))

    def _likeness(self, at: int, other: int) -> float:
        found = self._alike.get(at)
        return _WORDING_WEIGHS * found.get(other, 0.0) if found else 0.0

    def _shared(self, at: int, other: int) -> tuple[Shared, ...]:
        """Return what explains why two articles are related; nothing where little does."""
        least = -log(_TELLING)
        found: dict[SharedKind, list[tuple[float, str]]] = {kind: [] for kind in SharedKind}
        for key in self._keys[at]:
            weight = self._weights[key]
            if key in self._keys[other] and weight >= least:
                found[key[0]].append((-weight, key[1]))
        common = set(self._rare[other])
        found[SharedKind.WORD] = [
            (-self._word_weights[word], word) for word in self._rare[at] if word in common
        ]
        share = self._alike.get(at, {}).get(other, 0.0)
        told = sum(
            _A_WORD_TELLS if kind is SharedKind.WORD else -weight
            for kind, keys in found.items()
            for weight, _ in keys
        )
        if told < self._least and not share:
            return ()
        alike = (Shared(kind=SharedKind.WORDING, share=share),) if share else ()
        return (
            *alike,
            *(
                Shared(kind=kind, keys=tuple(key for _, key in sorted(keys)[:_REASONS]))
                for kind, keys in found.items()
                if keys
            ),
        )


def _keys(article: Article) -> dict[_Key, None]:
    """Return what an article may share with others, each once, in the article's order."""
    speaking = (one.person for one in article.speakers if one.person)
    return {
        **dict.fromkeys((SharedKind.PERSON, one) for one in (*speaking, *article.principals)),
        **dict.fromkeys((SharedKind.COUNTRY, one) for one in article.countries),
        **dict.fromkeys((SharedKind.TAG, one) for one in article.tags),
        **({(SharedKind.EVENT, article.event): None} if article.event else {}),
    }


def _nearest(numbers: Sequence[int], at: int) -> Sequence[int]:
    """Return the numbers next to `at` on either side; articles are numbered in time."""
    place = bisect_left(numbers, at)
    return numbers[max(place - _NEAREST, 0) : place + _NEAREST + 1]
