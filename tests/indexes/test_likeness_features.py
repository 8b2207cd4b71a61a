"""What comparing an article takes, read off it alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from site_builder.content.dates import PartialDate
from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, Display, Speaker
from site_builder.content.shingles import shingles, split_words, word_checksum
from site_builder.indexes.likeness_features import LikenessFeatures, likeness_features
from site_builder.indexes.postings import unpack_checksums
from tests.indexes.articles import article_of

TEXT = "The port of Gwadar met Lindqvist today. The words of GWADAR are old: the port is a Port."
ARTICLE = article_of("one", "2022-05-06", TEXT, people=("mao-ning",), tags=("cpec",))


def features(article: Article = ARTICLE) -> LikenessFeatures:
    return likeness_features(article, disclosed_body(article, excerpt_words=80))


def test_names_are_words_that_are_never_written_small() -> None:
    """Each once, whatever its case, with the checksum by which postings know it."""
    names = features().names.split("\n")

    assert sorted(names) == ["GWADAR", "Lindqvist"]
    assert list(unpack_checksums(features().name_checksums)) == list(map(word_checksum, names))
    assert word_checksum("Gwadar") == word_checksum("GWADAR")


def test_words_of_scripts_without_capitals_are_names() -> None:
    """Nothing tells names from other words there; rare ones relate all the same."""
    assert (
        "外交部发言人" in features(article_of("one", "2022", "外交部发言人 说 外交部发言人")).names
    )


def test_wording_counts_in_full_and_names_as_far_as_they_are_shown() -> None:
    """A withheld text may be a near-duplicate; its names are told nobody."""
    hidden = features(replace(ARTICLE, display=Display.METADATA))

    assert hidden.names == ""
    assert hidden.shingles == features().shingles
    assert set(unpack_checksums(hidden.shingles)) == shingles(split_words(TEXT))


def test_subjects_are_each_named_once() -> None:
    """Who speaks and is reported, countries, topics and the event."""
    article = replace(
        ARTICLE, principals=("wang-yi", "mao-ning"), countries=("CN",), event="summit"
    )

    assert features(article).keys == (
        "person:mao-ning",
        "person:wang-yi",
        "country:CN",
        "tag:cpec",
        "event:summit",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"id": "two"},
        {"date": PartialDate(year=2022, month=5)},
        {"statement": "s"},
        {"speakers": (Speaker(person="wang-wenbin"),)},
        {"principals": ("wang-yi",)},
        {"countries": ("PK",)},
        {"tags": ()},
        {"event": "summit"},
        {"display": Display.METADATA},
        {"body": article_of("one", "2022", TEXT.replace("Lindqvist", "Lindquist")).body},
        {"body": article_of("one", "2022", TEXT, "and so on it went for some more words.").body},
    ],
)
def test_the_digest_tells_what_counts(change: dict[str, Any]) -> None:
    """Whatever may change how articles are compared changes the digest."""
    assert features(replace(ARTICLE, **change)).digest != features().digest


def test_the_digest_tells_nothing_else() -> None:
    """A title, a summary or a source may change and nothing is compared again."""
    assert features(replace(ARTICLE, title="Other", summary="Other")).digest == features().digest


def test_features_can_be_kept() -> None:
    """They are the same after they were written and read."""
    data = msgspec.msgpack.encode(features())

    assert msgspec.msgpack.decode(data, type=LikenessFeatures) == features()
