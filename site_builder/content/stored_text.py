"""The text of an article that was parsed by an earlier build: loaded when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import force_setattr

from site_builder.content.model import Article, Body, Heading, Paragraph

Fetch = Callable[[bytes], Body]
"""Loads a text by its key; the same key gives the same text."""


class TextFacts(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What lists need of a text."""

    key: bytes
    words: int
    paragraphs: int
    opening: str


def facts_of(body: Body, key: bytes) -> TextFacts:
    """Return what lists need of a body that is kept under `key`."""
    return TextFacts(
        key=key, words=body.words, paragraphs=len(body.paragraphs), opening=body.opening
    )


class StoredBody(Body):
    """A body that lies in the store; equal in all it says to the one that was put there."""

    __slots__ = ("_facts", "_fetch")

    _facts: TextFacts
    _fetch: Fetch

    def __init__(self, facts: TextFacts, fetch: Fetch) -> None:
        """`fetch` loads the text of `facts.key`."""
        object.__setattr__(self, "_facts", facts)
        object.__setattr__(self, "_fetch", fetch)

    def loaded(self) -> Body:
        return self._fetch(self._facts.key)

    @property
    def html(self) -> str:
        return self.loaded().html

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.loaded().paragraphs

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self.loaded().headings

    @property
    def words(self) -> int:
        return self._facts.words

    @property
    def paragraph_count(self) -> int:
        return self._facts.paragraphs

    @property
    def opening(self) -> str:
        return self._facts.opening


def attach_text(article: Article, facts: TextFacts, fetch: Fetch) -> None:
    """Give a text to an article that was just decoded, before anybody has seen it."""
    force_setattr(article, "body", StoredBody(facts, fetch))
