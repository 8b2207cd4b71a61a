"""Which articles are alike: near-duplicates and related ones, their words read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, Display
from site_builder.content.shingles import shingles, split_words
from site_builder.indexes.near_duplicates import (
    NearDuplicate,
    ShinglePostings,
    near_duplicates,
    unconfirmed,
)
from site_builder.indexes.related import Related, WordPostings, index_related


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Articles that share wording, and articles that share what they are about."""

    proposals: tuple[NearDuplicate, ...]
    """Pairs that no curator has joined by a `statement:`, in the archive's order."""
    related: Mapping[str, tuple[Related, ...]]
    """By an article's id, the nearest first."""


def index_likeness(articles: Sequence[Article], *, excerpt_words: int) -> Likeness:
    """Compare `articles`, in the archive's order and without translations.

    Wording is compared in full, whatever of it may be shown. Words that explain why articles are
    related are taken from what is shown.
    """
    sequences = ShinglePostings()
    words = WordPostings()
    for at, article in enumerate(articles):
        own = split_words("\n".join(one.text for one in article.body.paragraphs))
        sequences.add(at, shingles([word.casefold() for word in own]))
        if article.display in (Display.EXCERPT, Display.METADATA):
            body = disclosed_body(article, excerpt_words=excerpt_words)
            own = split_words("\n".join(one.text for one in body.paragraphs))
        words.add(at, own)
    proposals = unconfirmed(near_duplicates(articles, sequences))
    return Likeness(
        proposals=proposals,
        related=index_related(articles, words, proposals),
    )
