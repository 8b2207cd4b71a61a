"""What comparing an article with others takes, read off the article alone."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum

import msgspec

from site_builder.content.model import Article, Body, Display
from site_builder.content.shingles import shingles, split_words, word_checksum
from site_builder.indexes.postings import pack_checksums

_LETTERS = 4
"""Letters of a name, at least: shorter ones are often parts of names or abbreviations."""
_LONGEST = 24
"""Letters at most: more are a sentence in a script that does not part words."""


class SharedKind(StrEnum):
    """What two articles may have in common, in the order in which it is told."""

    WORDING = "wording"
    EVENT = "event"
    TAG = "tag"
    COUNTRY = "country"
    PERSON = "person"
    WORD = "word"


class LikenessFeatures(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An article's wording, names and subjects, small enough to keep for the next build."""

    id: str
    day: int
    """The day it was said, about where the date is known in part; days since the year 1."""
    statement: str | None
    keys: tuple[str, ...]
    """What it may share with others, each once: 'tag:cpec', 'country:PK'."""
    shingles: bytes
    """Sampled checksums of its sequences of words; the whole text's, whatever is shown."""
    names: str
    """Words that it never writes small, of what is shown, one a line, by their checksum."""
    name_checksums: bytes
    """Of `names`, in their order, whatever their case; each once."""
    digest: bytes
    """Of everything else here and of the date as it is given; 8 bytes."""


def likeness_features(article: Article, shown: Body) -> LikenessFeatures:
    """Read off an article what comparing it takes; `shown` is its disclosed text.

    That depends on the article's id, date, text, `display`, `statement`, people, countries, tags
    and event.
    """
    words = split_words(_text(article.body))
    kept = pack_checksums(shingles(words))
    if article.display in (Display.EXCERPT, Display.METADATA):
        words = split_words(_text(shown))
    names = _names(words)
    keys = _keys(article)
    text = "\n".join(names.values())
    told = (article.id, str(article.date), article.statement or "", *keys, "", text)
    digest = hashlib.blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=8)
    digest.update(kept)
    return LikenessFeatures(
        id=article.id,
        day=_day(article),
        statement=article.statement,
        keys=keys,
        shingles=kept,
        names=text,
        name_checksums=pack_checksums(names),
        digest=digest.digest(),
    )


def _text(body: Body) -> str:
    return "\n".join([one.text for one in body.paragraphs])


def _names(words: list[str]) -> dict[int, str]:
    """Return, by checksum, words that are never written small, in the checksums' order.

    In scripts with capitals these are names, for the most part. Other words are too often shared
    by chance.
    """
    different = set(words)
    names = sorted(
        word
        for word in [one for one in different if not one.islower()]
        if _LETTERS <= len(word) <= _LONGEST
        and word.isalpha()
        # Of scripts without capitals, every word is as it is folded.
        and ((folded := word.casefold()) == word or folded not in different)
    )
    # Backwards, so that of words with one checksum the first stays.
    found = {word_checksum(word): word for word in reversed(names)}
    return dict(sorted(found.items()))


def _keys(article: Article) -> tuple[str, ...]:
    speaking = [one.person for one in article.speakers if one.person]
    keys = [f"{SharedKind.PERSON}:{one}" for one in (*speaking, *article.principals)]
    keys += [f"{SharedKind.COUNTRY}:{one}" for one in article.countries]
    keys += [f"{SharedKind.TAG}:{one}" for one in article.tags]
    if article.event:
        keys.append(f"{SharedKind.EVENT}:{article.event}")
    return tuple(dict.fromkeys(keys))


def _day(article: Article) -> int:
    given = article.date
    return date(given.year, given.month or 7, given.day or 15).toordinal()
