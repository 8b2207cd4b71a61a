"""Weights of what articles share, in steps."""

from __future__ import annotations

from itertools import pairwise
from math import log2

from hypothesis import given
from hypothesis import strategies as st

from site_builder.indexes.related_weights import RARE, Weights


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_weights_keep_near_to_the_logarithm(articles: int, share: float) -> None:
    """A subject weighs at most two steps of half a power of two otherwise than it would exactly."""
    having = max(int(articles * share), 1)
    exact = 2 * log2(articles / having)
    weight = Weights.of(articles).subject(having)

    assert abs(weight - exact) <= 2 or (weight == 0 and exact <= 3)


def test_one_more_article_changes_no_weight_as_a_rule() -> None:
    """On the way to 4,096 articles all weights change twelve times, and by one step each."""
    sizes = [Weights.of(articles).size for articles in range(1, 4097)]

    assert sum(one != other for one, other in pairwise(sizes)) == 12
    assert sizes[-1] == 12


def test_what_half_of_all_have_tells_nothing() -> None:
    """And what one article in four has tells twice what one in two would."""
    weights = Weights.of(1024)

    assert [weights.subject(count) for count in (1024, 725, 512, 363, 256, 1)] == [
        0,
        0,
        2,
        3,
        4,
        20,
    ]


def test_rarer_names_weigh_more() -> None:
    """From two articles to twelve; in small archives fewer are rare."""
    names = Weights.of(2000).names

    assert names[:3] == (0, 0, 1000)
    assert list(names[2:]) == sorted(names[2:], reverse=True)
    assert len(names) == RARE + 1
    assert [Weights.of(size).rare for size in (0, 1, 20, 64, 128, 10**6)] == [2, 2, 2, 3, 6, 12]
