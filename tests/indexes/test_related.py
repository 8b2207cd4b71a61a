"""What is related to an article, and why."""

from __future__ import annotations

from site_builder.content.model import Article, Display
from site_builder.indexes.likeness_features import SharedKind
from site_builder.indexes.related import MOST, Related
from tests.indexes.articles import article_of
from tests.indexes.together import likeness_of

FILLER = tuple(
    article_of(f"filler-{n:02d}", f"2020-01-{n + 1:02d}", f"Words of day {n}.") for n in range(20)
)


def related(name: str, *articles: Article) -> tuple[Related, ...]:
    everything = sorted((*FILLER, *articles), key=lambda one: (one.date, one.id))
    return likeness_of(everything)[0].related.get(name, ())


def reasons(one: Related) -> dict[SharedKind, tuple[str, ...]]:
    return {shared.kind: shared.keys for shared in one.shared}


def test_shared_things_relate_and_are_told() -> None:
    """Two articles on one topic and one country are related for both."""
    one = article_of("one", "2021-01-01", "A.", tags=("cpec",), countries=("CN", "PK"))
    two = article_of("two", "2022-01-01", "B.", tags=("cpec",), countries=("PK",))
    found = related("one", one, two)

    assert [relation.article for relation in found] == ["two"]
    assert reasons(found[0]) == {SharedKind.TAG: ("cpec",), SharedKind.COUNTRY: ("PK",)}


def test_the_rarer_of_two_shared_things_weighs_more() -> None:
    """A topic of two articles relates more closely than one of six."""
    common = [article_of(f"c{n}", "2021-01-01", "A.", tags=("trade",)) for n in range(5)]
    one = article_of("one", "2021-02-01", "A.", tags=("trade", "corridor"))
    rare = article_of("rare", "2021-03-01", "A.", tags=("corridor",))

    assert related("one", one, rare, *common)[0].article == "rare"


def test_what_nearly_all_share_relates_nothing() -> None:
    """A spokesperson of every entry is no reason."""
    articles = [
        article_of(f"a{n:02d}", f"2021-01-{n + 1:02d}", "A.", people=("mao-ning",))
        for n in range(25)
    ]

    assert related("a03", *articles) == ()


def test_at_most_five_the_nearest_in_time_first() -> None:
    """Of equals the nearest in time are named."""
    articles = [
        article_of(f"a{n}", f"2021-0{n + 1}-01", "A.", tags=("rare",)) for n in range(MOST + 2)
    ]
    found = related("a3", *articles)

    assert len(found) == MOST
    assert {relation.article for relation in found[:2]} == {"a2", "a4"}


def test_shared_names_relate() -> None:
    """Two names that only two articles mention are a reason, as they are written there."""
    one = article_of("one", "2021-01-01", "The port of Gwadar met Lindqvist today.")
    two = article_of("two", "2022-01-01", "Then Lindqvist went to Gwadar and back.")
    found = related("one", one, two)

    assert reasons(found[0]) == {SharedKind.WORD: ("Gwadar", "Lindqvist")}


def test_words_that_are_not_shown_are_no_reason() -> None:
    """Names in the withheld part of a text are neither told nor counted."""
    rest = "The port of Gwadar met Lindqvist today and nobody else was there at all."
    one = article_of("one", "2021-01-01", rest, display=Display.METADATA)
    two = article_of("two", "2022-01-01", "Then Lindqvist went to Gwadar and back.")

    assert related("one", one, two) == ()


def test_carriages_of_one_statement_are_not_among_the_related() -> None:
    """They are named apart."""
    one = article_of("one", "2021-01-01", "A.", tags=("rare",), statement="s")
    two = article_of("two", "2021-01-01", "B.", tags=("rare",), statement="s")

    assert related("one", one, two) == ()


def test_near_duplicates_come_first() -> None:
    """Most of the wording in common weighs more than a rare topic."""
    text = " ".join(f"word{n} of the matter{n}" for n in range(60))
    one = article_of("one", "2021-01-01", text, tags=("rare",))
    two = article_of("two", "2021-01-02", text)
    three = article_of("three", "2021-01-03", "B.", tags=("rare",))
    found = related("one", one, two, three)

    assert [relation.article for relation in found] == ["two", "three"]
    assert found[0].shared[0].kind is SharedKind.WORDING
    assert found[0].shared[0].share == 1
