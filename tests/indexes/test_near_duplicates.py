"""Articles that share so much wording that they may carry one utterance."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from benchmarks.state_archive import STATE, read_corpus
from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.content.shingles import folded_words, shingles, split_words
from site_builder.indexes.near_duplicates import (
    COMMON,
    DAYS,
    NearDuplicate,
    days_apart,
    find_near_duplicates,
    shared_wording,
    unconfirmed,
)
from site_builder.indexes.postings import make_postings, pack_checksums
from tests.indexes.articles import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def text_of(seed: int, words: int = 200) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(5000)}" for _ in range(words))


def pairs_of(*articles: Article) -> tuple[NearDuplicate, ...]:
    texts = ("\n".join(one.text for one in article.body.paragraphs) for article in articles)
    return find_near_duplicates(articles, [pack_checksums(shingles(split_words(t))) for t in texts])


def ids(pairs: tuple[NearDuplicate, ...]) -> list[tuple[str, str]]:
    return [(pair.earlier.id, pair.later.id) for pair in pairs]


def test_a_release_read_out_in_a_briefing_is_found() -> None:
    """A short text inside a long one shares all of its own wording."""
    release = text_of(1)
    pairs = pairs_of(
        article_of("release", "2022-05-06", release),
        article_of("briefing", "2022-05-06", text_of(2, 900), release, text_of(3, 900)),
        article_of("other", "2022-05-06", text_of(4)),
    )

    assert ids(pairs) == [("release", "briefing")]
    assert pairs[0].share == 1
    assert pairs[0].of > 30


def test_wording_of_other_days_must_be_nearly_the_same() -> None:
    """Half the wording is enough within three days; far apart it takes nine tenths."""
    shared, own, other = text_of(1, 150), text_of(2, 60), text_of(3, 60)
    first = article_of("first", "2022-05-06", shared, own)

    assert ids(pairs_of(first, article_of("near", "2022-05-09", shared, other)))
    assert not ids(pairs_of(first, article_of("far", "2022-05-10", shared, other)))
    assert ids(pairs_of(first, article_of("copy", "2024-01-01", shared, own)))


def test_phrases_of_many_texts_count_for_nothing() -> None:
    """Texts alike in nothing but a ministry's standing paragraph are not near-duplicates."""
    standing = text_of(0, 100)
    articles = [
        article_of(f"a{n}", "2022-05-06", standing, text_of(n + 1, 80)) for n in range(COMMON + 2)
    ]

    assert pairs_of(*articles) == ()
    assert len(pairs_of(*articles[:2])) == 1


def test_pairs_that_a_curator_has_joined_are_not_proposed() -> None:
    """Proposals are for pairs without a common statement; another statement's id joins nothing."""
    text = text_of(1)
    one, two, three = (
        article_of(name, "2022-05-06", text, statement=statement)
        for name, statement in (("a", "s"), ("b", "s"), ("c", "t"))
    )

    assert ids(unconfirmed(pairs_of(one, two, three))) == [("a", "c"), ("b", "c")]


def test_short_texts_are_not_compared() -> None:
    """A dozen words are too few to tell."""
    assert pairs_of(*(article_of(n, "2022", "Nothing to add to that.") for n in "ab")) == ()


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2022-05-06", "2022-05-06", 0),
        ("2022-05-06", "2022-05-09", 3),
        ("2022-12-31", "2023-01-01", 1),
        ("2022-05", "2022-05-31", 0),
        ("2022", "2022-05-31", 0),
        ("2022-04", "2022-05-01", 31),
    ],
)
def test_dates_known_in_part_may_be_the_same_day(one: str, other: str, days: int) -> None:
    """A month holds each of its days."""
    assert days_apart(PartialDate.parse(one), PartialDate.parse(other)) == days
    assert days_apart(PartialDate.parse(other), PartialDate.parse(one)) == days


def test_work_grows_with_the_archive_alone() -> None:
    """However often words recur, pairs stay bounded by what each sequence may give."""
    texts = [text_of(n % 7, 300) for n in range(200)]
    kept = {at: pack_checksums(shingles(split_words(text))) for at, text in enumerate(texts)}
    wording = shared_wording(make_postings(kept), {at: len(one) // 4 for at, one in kept.items()})

    assert not wording.pairs
    assert set(wording.held.values()) == {0}


@pytest.mark.corpus
def test_nothing_is_lost_that_comparing_everything_finds(corpora: Path) -> None:
    """Sampling and the limit for set phrases lose no pair of 2,031 releases.

    Compared are all sequences of eight words of every text with those of every other: whoever
    shares two fifths of them within three days is proposed.
    """
    path = corpora / STATE
    if not path.is_file():
        pytest.skip(f"no {STATE} in {corpora}")
    entries = sorted(read_corpus(path), key=lambda one: one.date)
    articles = [article_of(f"a{n}", one.date, *one.paragraphs) for n, one in enumerate(entries)]
    proposed = set(ids(pairs_of(*articles)))
    wanted = set(alike_in_full(articles))

    assert len(wanted) >= 25
    assert wanted - proposed == set()


def alike_in_full(articles: list[Article], length: int = 8) -> Iterator[tuple[str, str]]:
    """Compare all texts with each other, whatever it takes."""
    sequences = []
    for article in articles:
        words = folded_words("\n".join(one.text for one in article.body.paragraphs))
        sequences.append({hash(tuple(words[at : at + length])) for at in range(len(words) - 7)})
    for at, later in enumerate(articles):
        for before in range(at - 1, -1, -1):
            earlier = articles[before]
            shorter = min(len(sequences[at]), len(sequences[before]))
            if days_apart(later.date, earlier.date) > DAYS:
                break
            if shorter >= 40 and len(sequences[at] & sequences[before]) >= 0.4 * shorter:
                yield earlier.id, later.id
