"""Everything that can be known from one article alone: read once, kept by its digest.

A reading depends on the article's file, on what its carrier's entry says of display and rights,
and on the settings named by `ReadingSettings`; on no other article. It is computed in any process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import msgspec

from site_builder.content.articles import parse_article
from site_builder.content.disclosure import disclosed_body
from site_builder.content.loader import settle
from site_builder.content.model import Article, Body, Carrier, Formulation, Status
from site_builder.content.stored_text import Fetch, TextFacts, attach_text, facts_of
from site_builder.diagnostics import Diagnostic
from site_builder.indexes.formulations import SeenUse, phrase_finder, seen_uses
from site_builder.indexes.likeness_features import LikenessFeatures, likeness_features
from site_builder.indexes.quotes import QuotedWords, quoted_words

_NO_TEXT = Body(html="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What readings depend on beside the files; the same for all of an archive."""

    language: str
    excerpt_words: int
    formulations: tuple[Formulation, ...]
    carriers: Mapping[str, Carrier]

    def digest(self) -> bytes:
        """Return 16 bytes that depend on all of it but the carriers."""
        parts = (self.language, self.excerpt_words, [repr(one) for one in self.formulations])
        return hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()

    def house_rules(self, carrier: str | None) -> str:
        """Return what a carrier's entry adds to an article that leaves it open."""
        entry = self.carriers.get(carrier or "")
        return "" if entry is None else f"{entry.display}\n{entry.rights or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article's file tells."""

    article: Article | None
    """Settled; None where the file holds none."""
    rules: str
    """The house rules of its carrier that settled it."""
    diagnostics: tuple[Diagnostic, ...]
    text: TextFacts
    uses: tuple[SeenUse, ...]
    quotations: tuple[QuotedWords, ...]
    likeness: LikenessFeatures | None
    """None of articles that no list holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A reading as it travels between processes and lies in the store."""

    reading: bytes
    body: bytes


def read_articles(
    files: Iterable[tuple[str, bytes]], settings: ReadingSettings
) -> list[tuple[Reading, Body]]:
    """Return the readings of files, each given by its path and its bytes."""
    finder = phrase_finder(settings.formulations) if settings.formulations else None
    readings = []
    for path, data in files:
        parsed, diagnostics = parse_article(path, data, language=settings.language)
        article = settle(parsed, settings.carriers) if parsed else None
        body = article.body if article else _NO_TEXT
        shown = article is not None and article.status is not Status.WITHDRAWN
        listed = article is not None and shown and article.translation_of is None
        words = settings.excerpt_words
        seen = disclosed_body(article, excerpt_words=words) if article else _NO_TEXT
        readings.append(
            (
                Reading(
                    article=article,
                    rules=settings.house_rules(article.carrier if article else None),
                    diagnostics=diagnostics,
                    text=facts_of(body, b""),
                    uses=seen_uses(article, seen, finder) if article and shown and finder else (),
                    quotations=quoted_words(article, seen) if article and listed else (),
                    likeness=likeness_features(article, excerpt_words=words)
                    if article and listed
                    else None,
                ),
                body,
            )
        )
    return readings


def pack(reading: Reading, body: Body) -> Packed:
    """Return a reading as bytes, without its text, and the text beside it."""
    article = reading.article
    thin = replace(reading, article=replace(article, body=_NO_TEXT)) if article else reading
    return Packed(reading=_ENCODER.encode(thin), body=_ENCODER.encode(body))


def unpack(data: bytes, key: bytes, fetch: Fetch) -> Reading:
    """Return a reading whose article loads its text, kept under `key`, when asked for it.

    Raises msgspec.MsgspecError where the bytes hold something else.
    """
    reading: Reading = _READINGS.decode(data)
    if reading.article is not None:
        attach_text(reading.article, replace_key(reading.text, key), fetch)
    return reading


def replace_key(facts: TextFacts, key: bytes) -> TextFacts:
    """Return the facts of a text that is kept under `key`."""
    return TextFacts(key=key, words=facts.words, paragraphs=facts.paragraphs, opening=facts.opening)


def unpack_body(data: bytes) -> Body:
    """Return a text; raises msgspec.MsgspecError where the bytes hold something else."""
    body: Body = _BODIES.decode(data)
    return body


def read_and_pack(files: Sequence[tuple[str, bytes]], settings: ReadingSettings) -> list[Packed]:
    """Return packed readings, for another process."""
    return [pack(reading, body) for reading, body in read_articles(files, settings)]


def _encode(value: Any) -> Any:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(type(value))


def _decode(kind: type, value: Any) -> Any:
    if kind is MappingProxyType:
        return MappingProxyType(value)
    raise NotImplementedError(kind)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_encode)
_READINGS = msgspec.msgpack.Decoder(Reading, dec_hook=_decode)
_BODIES = msgspec.msgpack.Decoder(Body)
