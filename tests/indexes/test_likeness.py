"""Comparing articles again after an archive was edited."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.indexes.likeness import Likeness
from site_builder.indexes.near_duplicates import COMMON
from site_builder.indexes.related import Comparison
from tests.indexes.articles import article_of
from tests.indexes.together import likeness_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = [f"Name{''.join(chr(97 + int(digit)) for digit in str(n))}" for n in range(60)]
BLOCKS = [
    " ".join(f"w{random.Random(f'{block} {word}').randrange(400)}" for word in range(40))
    for block in range(12)
]


def outcome(likeness: Likeness) -> tuple[object, ...]:
    pairs = [(one.earlier.id, one.later.id, one.shared, one.of) for one in likeness.proposals]
    return pairs, dict(likeness.related)


def in_order(articles: Sequence[Article]) -> list[Article]:
    return sorted(articles, key=lambda one: (one.date, one.id))


def some_article(chance: random.Random, name: str) -> Article:
    """An article of which much is in others, so that all limits are met and crossed."""
    paragraphs = chance.sample(BLOCKS, chance.randrange(4))
    own = " ".join(f"w{chance.randrange(400)}" for _ in range(chance.choice((0, 0, 30, 60))))
    names = " ".join(chance.sample(NAMES, chance.randrange(6)))
    return article_of(
        name,
        str(PartialDate(year=2022, month=chance.randrange(1, 4), day=chance.randrange(1, 29))),
        *paragraphs,
        f"{own} {names}",
        people=chance.sample(["mao-ning", "wang-wenbin", "hua-chunying"], chance.randrange(2)),
        tags=tuple(chance.sample([f"tag-{n}" for n in range(9)], chance.randrange(4))),
        countries=tuple(chance.sample(["CN", "PK", "FR", "RU"], chance.randrange(3))),
        event=chance.choice((None, None, None, "summit", "visit")),
        statement=chance.choice((None,) * 6 + ("one", "two")),
    )


def edited(chance: random.Random, articles: Sequence[Article], number: int) -> list[Article]:
    """The archive after one, two or three of its articles were added, changed or taken out."""
    found = list(articles)
    for turn in range(chance.choice((1, 1, 1, 2, 3))):
        kind = chance.choice(("add", "add newest", "change", "metadata", "take out"))
        name = f"new-{number}-{turn}"
        at = chance.randrange(len(found)) if found else 0
        if kind == "add" or not found:
            found.append(some_article(chance, name))
        elif kind == "add newest":
            found.append(replace(some_article(chance, name), date=PartialDate(year=2023)))
        elif kind == "change":
            found[at] = some_article(chance, found[at].id)
        elif kind == "metadata":
            found[at] = replace(found[at], tags=("tag-1",), statement=None)
        else:
            del found[at]
    return in_order(found)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0, 1, 2, 5, 20, 22, 45, 90, 181, 250, 370]))
@example(1, 22)
@example(7, 250)
@example(112, 181)
def test_an_update_finds_what_comparing_everything_finds(seed: int, size: int) -> None:
    """After each of five edits, each of which takes the former outcome further."""
    chance = random.Random(seed)
    articles = in_order([some_article(chance, f"a{n:03}") for n in range(size)])
    _, kept = likeness_of(articles)
    for number in range(5):
        articles = edited(chance, articles, number)
        likeness, kept = likeness_of(articles, kept)
        assert outcome(likeness) == outcome(likeness_of(articles)[0])


def test_articles_in_another_order_are_compared_as_they_stand() -> None:
    """What is near in time depends on the order, whatever articles stay as they are."""
    articles = [some_article(random.Random(n), f"a{n:03}") for n in range(60)]
    _, kept = likeness_of(articles)
    turned = articles[30:] + articles[:30]

    assert outcome(likeness_of(turned, kept)[0]) == outcome(likeness_of(turned)[0])


def test_a_phrase_that_becomes_common_weighs_nothing_in_any_pair() -> None:
    """The seventeenth text with a paragraph makes it a set phrase for the sixteen before, too."""
    own = [" ".join(f"own{n}x{word}" for word in range(40)) for n in range(COMMON + 1)]
    articles = [
        article_of(f"a{n:02}", "2022-05-06", *BLOCKS[:3], text) for n, text in enumerate(own)
    ]
    before, kept = likeness_of(articles[:-1])
    after, _ = likeness_of(articles, kept)

    assert len(before.proposals) == COMMON * (COMMON - 1) / 2
    assert after.proposals == ()


def test_a_new_article_compares_few_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 400 articles only those are looked at that may have something to do with it."""
    chance = random.Random(1)
    articles = in_order([some_article(chance, f"a{n:03}") for n in range(400)])
    names = " ".join(f"Unheard{chr(97 + n)}" for n in range(5))
    newest = article_of("newest", "2022-12-31", names, tags=("tag-1",))
    _, kept = likeness_of(articles)
    asked = []
    related = Comparison.related

    def counting(self: Comparison, at: int) -> object:
        asked.append(at)
        return related(self, at)

    monkeypatch.setattr(Comparison, "related", counting)
    likeness_of([*articles, newest], kept)

    assert 2 <= len(asked) <= 14


def test_what_did_not_change_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same articles give the same value to keep, and no list is made."""
    articles = in_order([some_article(random.Random(n), f"a{n:03}") for n in range(30)])
    first, kept = likeness_of(articles)
    monkeypatch.delattr(Comparison, "related")
    again, kept_again = likeness_of(articles, kept)

    assert outcome(again) == outcome(first)
    assert kept_again == kept


@pytest.mark.parametrize("former", [b"", b"other", msgspec.msgpack.encode([0] + [[]] * 10)])
def test_what_no_build_of_this_version_kept_is_left_aside(former: bytes) -> None:
    """A damaged or older file costs time and nothing else."""
    articles = in_order([some_article(random.Random(n), f"a{n:03}") for n in range(30)])

    assert outcome(likeness_of(articles, former)[0]) == outcome(likeness_of(articles)[0])


def test_packed_lists_differ_where_lists_differ() -> None:
    """A page can be told by them to show the same as before."""
    articles = in_order([some_article(random.Random(n), f"a{n:03}") for n in range(60)])
    related = likeness_of(articles)[0].related
    other = likeness_of(articles[1:])[0].related
    names = [one.id for one in articles]

    assert related.packed("nobody") == b""
    assert {name for name in names if related.packed(name) == other.packed(name)} == {
        name for name in names if related.get(name) == other.get(name)
    }


def test_ids_of_what_is_related() -> None:
    """They are those of the whole lists; an article to which nothing is related has none."""
    chance = random.Random(3)
    likeness, _ = likeness_of(in_order([some_article(chance, f"a{n:03}") for n in range(30)]))

    assert likeness.related
    for article, related in likeness.related.items():
        assert likeness.related.ids(article) == [one.article for one in related]
    assert likeness.related.ids("nowhere") == []
