"""Articles by tag, person, organisation, carrier, country, pair and event."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article, Body, Speaker, Status, Withdrawal
from site_builder.diagnostics import SourceLocation
from site_builder.indexes.facets import (
    MAX_PAIRED_COUNTRIES,
    Facet,
    FacetKind,
    country_pairs,
    facet_keys,
    index_facets,
    keys_by_article,
    listed_articles,
)


def article(name: str = "a", **fields: Any) -> Article:
    given: dict[str, Any] = {
        "id": name,
        "title": name,
        "date": PartialDate(2023),
        "location": SourceLocation(path=f"content/articles/2023/{name}.md"),
        "body": Body(html=""),
        "language": "en",
        "missing": MappingProxyType({}),
        **fields,
    }
    return Article(**given)


def faceted(articles: tuple[Article, ...]) -> Mapping[FacetKind, Mapping[str, Facet]]:
    return index_facets(listed_articles(articles), keys_by_article(articles))


def ids(kind: FacetKind, key: str, *articles: Article) -> list[str]:
    facet = faceted(articles)[kind].get(key)
    return [one.id for one in facet.articles] if facet else []


def test_an_article_stands_under_all_that_it_names_once() -> None:
    """Speakers and principals are people; carrier and via are carriers; no key comes twice."""
    keys = facet_keys(
        article(
            speakers=(
                Speaker(person="mao-ning", organisation="cn-mfa"),
                Speaker(person="mao-ning", organisation="cn-mfa"),
                Speaker(role="Spokesperson"),
            ),
            principals=("xi-jinping", "mao-ning"),
            carrier="app",
            via=("xinhua", "app"),
            asked_by="reuters",
            countries=("PK", "CN"),
            tags=("cpec",),
            event="visit",
        )
    )

    assert keys == (
        ("person", "mao-ning"),
        ("organisation", "cn-mfa"),
        ("person", "xi-jinping"),
        ("carrier", "app"),
        ("carrier", "xinhua"),
        ("country", "PK"),
        ("country", "CN"),
        ("relation", "CN-PK"),
        ("tag", "cpec"),
        ("event", "visit"),
    )


def test_pairs_are_written_in_one_order() -> None:
    """A pair is the same from either side; one country has none."""
    assert country_pairs(("PK", "CN")) == country_pairs(("CN", "PK")) == ("CN-PK",)
    assert country_pairs(("PK",)) == country_pairs(()) == ()
    assert country_pairs(("PK", "CN", "US")) == ("CN-PK", "PK-US", "CN-US")


@given(st.lists(st.sampled_from([f"{a}{b}" for a in "ABCD" for b in "WXYZ"]), unique=True))
def test_every_pair_of_a_few_countries_and_the_main_ones_of_many(codes: list[str]) -> None:
    """Up to eight countries form all their pairs; more of them only those of the main one."""
    pairs = country_pairs(tuple(codes))
    count = len(codes)
    expected = count * (count - 1) // 2 if count <= MAX_PAIRED_COUNTRIES else count - 1

    assert len(set(pairs)) == len(pairs) == expected
    assert all(pair.split("-") == sorted(pair.split("-")) for pair in pairs)


def test_tombstones_and_translations_are_not_counted() -> None:
    """A withdrawn entry and a translation stand under nothing."""
    withdrawn = Withdrawal(date=PartialDate(2024), reason="R")
    articles = (
        article("a", tags=("cpec",)),
        article("a.ur", tags=("cpec",), translation_of="a"),
        article("b", tags=("cpec",), status=Status.WITHDRAWN, withdrawal=withdrawn),
        article("c", tags=("cpec",), status=Status.DRAFT),
    )

    assert [one.id for one in listed_articles(articles)] == ["a", "c"]
    assert ids(FacetKind.TAG, "cpec", *articles) == ["a", "c"]


def test_facets_keep_the_order_of_the_archive_and_sort_their_ids() -> None:
    """Articles come as they came, facets by their ids, and every kind is there."""
    found = faceted((article("z", tags=("b", "a")), article("y", tags=("b",))))

    assert list(found) == list(FacetKind)
    assert list(found[FacetKind.TAG]) == ["a", "b"]
    assert [one.id for one in found[FacetKind.TAG]["b"].articles] == ["z", "y"]
    assert not found[FacetKind.EVENT]


def test_what_stands_together_is_related_most_often_first() -> None:
    """A facet knows what its articles have in common, itself left out, ties by id."""
    found = faceted(
        (
            article("1", tags=("cpec", "trade"), countries=("CN", "PK")),
            article("2", tags=("cpec", "steel"), countries=("CN",)),
            article("3", tags=("cpec", "trade")),
        )
    )
    related = found[FacetKind.TAG]["cpec"].related

    assert related[FacetKind.TAG] == (("trade", 2), ("steel", 1))
    assert related[FacetKind.COUNTRY] == (("CN", 2), ("PK", 1))
    assert related[FacetKind.PERSON] == ()


@pytest.mark.parametrize("kind", list(FacetKind))
def test_an_empty_archive_has_every_kind_of_facet(kind: FacetKind) -> None:
    """Nothing is a well-formed index as well."""
    assert dict(faceted(())[kind]) == {}
