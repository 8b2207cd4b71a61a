"""Everything that can be known from one article alone: read once, kept by its digest.

A reading depends on the article's file, on what its carrier's entry says of display and rights,
and on the settings named by `ReadingSettings`; on no other article. It is computed in any process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from site_builder.config import SiteConfig
from site_builder.content.articles import parse_article
from site_builder.content.disclosure import disclosed_body
from site_builder.content.loader import settle
from site_builder.content.model import (
    Archive,
    Article,
    Body,
    Carrier,
    Formulation,
    Registers,
    Status,
)
from site_builder.content.stored_text import Fetch, TextFacts, attach_text, facts_of
from site_builder.diagnostics import Diagnostic
from site_builder.indexes.formulations import SeenUse, phrase_finder, seen_uses
from site_builder.indexes.likeness_features import LikenessFeatures, likeness_features
from site_builder.indexes.partnerships import SeenLabel, seen_labels
from site_builder.indexes.phrases import PhraseFinder
from site_builder.indexes.quotes import QuotedWords, quoted_words

_NO_TEXT = Body(html="")


class ReadingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What readings depend on beside the files; the same for all of an archive."""

    language: str
    excerpt_words: int
    formulations: tuple[Formulation, ...]
    carriers: Mapping[str, Carrier]

    @classmethod
    def of(cls, config: SiteConfig, registers: Registers) -> ReadingSettings:
        """Return the settings of an archive."""
        return cls(
            language=config.articles_language or config.language,
            excerpt_words=config.excerpt_words,
            formulations=tuple(registers.formulations.values()),
            carriers=registers.carriers,
        )

    def digest(self) -> bytes:
        """Return 16 bytes that depend on all of it but the carriers."""
        parts = (self.language, self.excerpt_words, [repr(one) for one in self.formulations])
        return hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()

    def house_rules(self, carrier: str | None) -> str:
        """Return what a carrier's entry adds to an article that leaves it open."""
        entry = self.carriers.get(carrier or "")
        return "" if entry is None else f"{entry.display}\n{entry.rights or ''}"


class Reading(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
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
    labels: tuple[SeenLabel, ...] = ()
    """Names of partnerships; of listed articles."""


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """A reading as it travels between processes and lies in the store."""

    reading: bytes
    body: bytes


def read_articles(
    files: Iterable[tuple[str, bytes]], settings: ReadingSettings
) -> list[tuple[Reading, Body]]:
    """Return the readings of files, each given by its path and its bytes."""
    finder = _finder(settings)
    # All are parsed before one is looked through: each step goes through tables of its own, which
    # the processor's cache holds while the step lasts.
    parsed = [parse_article(path, data, language=settings.language) for path, data in files]
    readings = []
    for found, diagnostics in parsed:
        article = settle(found, settings.carriers) if found else None
        if article is None:
            reading = _nothing(diagnostics)
        else:
            reading = _read(article, settings, finder, diagnostics)
        readings.append((reading, article.body if article else _NO_TEXT))
    return readings


def read_archive(archive: Archive, settings: ReadingSettings) -> dict[str, Reading]:
    """Return what each article of an archive tells, by its id."""
    finder = _finder(settings)
    return {one.id: _read(one, settings, finder) for one in archive.articles}


def _finder(settings: ReadingSettings) -> PhraseFinder | None:
    return phrase_finder(settings.formulations) if settings.formulations else None


def _nothing(diagnostics: tuple[Diagnostic, ...]) -> Reading:
    return Reading(
        article=None,
        rules="",
        diagnostics=diagnostics,
        text=facts_of(_NO_TEXT, b""),
        uses=(),
        quotations=(),
        likeness=None,
    )


def _read(
    article: Article,
    settings: ReadingSettings,
    finder: PhraseFinder | None,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Reading:
    shown = article.status is not Status.WITHDRAWN
    listed = shown and article.translation_of is None
    seen = disclosed_body(article, excerpt_words=settings.excerpt_words)
    return Reading(
        article=article,
        rules=settings.house_rules(article.carrier),
        diagnostics=diagnostics,
        text=facts_of(article.body, b""),
        uses=seen_uses(article, seen, finder) if shown and finder else (),
        quotations=quoted_words(article, seen) if listed else (),
        likeness=likeness_features(article, seen) if listed else None,
        labels=seen_labels(article, seen) if listed else (),
    )


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
