"""What a page shows, as sixteen bytes: a page whose key is that of the former build is not made.

A key must cover everything that its page shows. Two kinds of thing are covered wholesale: the
settings, the templates and the program by `environment`, and, for every list, all registers. Data
and search are made without templates, so `words` covers all but these for them.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from site_builder.content.model import Archive, Article
from site_builder.indexes.facets import FacetKind, Key

if TYPE_CHECKING:
    from site_builder.indexes.facets import Facet

_REGISTERS = {
    FacetKind.TAG: "tags",
    FacetKind.PERSON: "people",
    FacetKind.ORGANISATION: "organisations",
    FacetKind.CARRIER: "carriers",
    FacetKind.EVENT: "events",
}
_SIZE = 16

Part = str | bytes | int | None | Sequence["Part"]
_pack = msgspec.msgpack.Encoder().encode


def digest(*parts: Part) -> bytes:
    """Return 16 bytes that depend on the parts and on how they are told apart."""
    return hashlib.blake2b(_pack(parts), digest_size=_SIZE).digest()


class Keys:
    """Makes the keys of one edition's pages."""

    def __init__(
        self,
        archive: Archive,
        named: Mapping[str, Sequence[Key]],
        facets: Mapping[FacetKind, Mapping[str, Facet]],
        environment: bytes = b"",
        words: bytes = b"",
    ) -> None:
        """`named` are the facets that each article names, by its id.

        `environment` stands for whatever is the same for the whole build, `words` for the part of
        it that is not about how pages look.
        """
        self._registers = archive.registers
        self._entries = {
            kind: {
                key: digest(_encode(entry))
                for key, entry in getattr(archive.registers, name).items()
            }
            for kind, name in _REGISTERS.items()
        }
        self._places = {
            key: digest(_encode(entry)) for key, entry in archive.registers.places.items()
        }
        self._formulations = {
            key: digest(_encode(entry)) for key, entry in archive.registers.formulations.items()
        }
        self._facets = facets
        self._told: dict[Key, bytes] = {}
        self._environment = environment
        self._words = words
        self._everything = digest(
            environment,
            *(one for found in self._entries.values() for one in found.values()),
            *self._places.values(),
            *self._formulations.values(),
            *(key for found in facets.values() for key in found),
        )
        self._rows = {one.id: self._row(one, named[one.id]) for one in archive.articles}

    def for_environment(self, environment: bytes) -> Keys:
        """Return the keys of the same archive's pages where whatever is the same differs."""
        keys = copy.copy(self)
        keys._environment = environment
        keys._everything = digest(environment, self._everything)
        return keys

    def page(self, *parts: Part) -> bytes:
        """Return the key of a page that shows no more than the parts and the settings."""
        return digest(self._environment, *parts)

    def data(self, *parts: Part) -> bytes:
        """Return the key of what the parts and the settings make without any template."""
        return digest(self._words, *parts)

    def listing(self, articles: Iterable[Article], *parts: Part) -> bytes:
        """Return the key of a page that shows what any register says, articles and the parts.

        What an article's own file tells is covered, its text included.
        """
        return digest(self._everything, self.rows(articles), *parts)

    def rows(self, articles: Iterable[Article]) -> bytes:
        """Return what stands for the rows of several articles."""
        rows = self._rows
        return b"".join([rows[one.id] for one in articles])

    def rows_of(self, ids: Iterable[str]) -> bytes:
        """Return what stands for the rows of several articles, given their ids."""
        return b"".join(map(self._rows.__getitem__, ids))

    def row(self, article: Article) -> bytes:
        """Return the key of what an article's file and the register entries it names tell."""
        return self._rows[article.id]

    def formulations(self, ids: Iterable[str]) -> bytes:
        """Return what stands for some entries of the register of formulations."""
        return b"".join(self._formulations[one] for one in ids)

    def _row(self, article: Article, named: Iterable[Key]) -> bytes:
        told = self._told
        parts = [article.digest]
        parts += [told[one] if one in told else self._tell(one) for one in named]
        if article.asked_by:
            parts.append(self._tell((FacetKind.CARRIER, article.asked_by)))
        if article.place:
            parts.append(self._places.get(article.place, b"-"))
        return hashlib.blake2b(b"".join(parts), digest_size=_SIZE).digest()

    def _tell(self, facet: Key) -> bytes:
        """Return what a facet's name is known by, and whether it has a page."""
        kind, key = facet
        entries = self._entries.get(kind)
        known = b"" if entries is None else entries.get(key, b"-")
        told = self._told[facet] = known if key in self._facets[kind] else known + b"!"
        return told


def _encode(entry: object) -> bytes:
    return msgspec.msgpack.encode(entry, enc_hook=dict)
