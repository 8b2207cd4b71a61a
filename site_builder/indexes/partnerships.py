"""Names that governments give to their partnerships: "comprehensive strategic partnership".

A label is a noun of partnership with at least one of the adjectives by which diplomats grade
it. The list follows the usage of foreign ministries in English; other languages are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from site_builder.content.model import Article, Body

_GRADES = (
    "all-weather|all-round|all-dimensional|broad-based|close|closest|comprehensive|"
    "constructive|cooperative|deep|deep-rooted|economic|enduring|enhanced|enlarged|equal|"
    "eternal|everlasting|friendly|future-oriented|global|good-neighbou?rly|important|"
    "indispensable|innovative|iron|iron-?clad|key|long-?standing|longtime|major|multifaceted|"
    "mutually beneficial|natural|non-NATO|oldest|privileged|quality|reliable|robust|security|"
    "special|steadfast|strategic|strong|sustainable|time-tested|traditional|treaty|true|"
    "trusted|unbreakable|unshakeable|unwavering|vital|win-win"
)
_NOUNS = "partnerships?|partners?|alliances?|ally|allies|friendships?|friends?|neighbou?rs?"
_LINK = r"(?:,? and |, |[\s‐-–-])"
_LABEL = re.compile(
    rf"(?<![\w-])((?:(?:{_GRADES}){_LINK}){{0,6}}(?:{_GRADES})[\s‐-–-]"
    rf"(?:{_NOUNS})(?![\w-])(?: of (?:coordination|cooperation))?"
    r"(?: (?:for|in) (?:a|the) new era)?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s‐-–-]+")
_NOUN_STEMS = ("partn", "friend", "ally", "alli", "neighbo")
"""One of them is in every label."""


class PartnershipLabel(msgspec.Struct, frozen=True, kw_only=True):
    """A label with where it first appears."""

    label: str
    """As it first stands."""
    article: Article
    paragraph: int
    """Number of the paragraph of its first appearance."""
    articles: int
    """Articles that use it, of those read."""


class SeenLabel(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A label in the disclosed text of one article."""

    label: str
    paragraph: int


def seen_labels(article: Article, shown: Body) -> tuple[SeenLabel, ...]:
    """Return the labels in an article's disclosed text, in order.

    Only articles on two countries alone are read: in a longer list of countries a label may
    belong to another pair.
    """
    if len(article.countries) != 2 or article.language.partition("-")[0] != "en":
        return ()
    return tuple(
        SeenLabel(label=label, paragraph=paragraph.number)
        for paragraph in shown.paragraphs
        for label in labels_in(paragraph.text)
    )


def gather_partnership_labels(
    articles: Iterable[Article], seen: Mapping[str, Iterable[SeenLabel]]
) -> tuple[PartnershipLabel, ...]:
    """Return the labels of articles, given those of each by its id, in order of appearance."""
    first: dict[str, tuple[Article, SeenLabel]] = {}
    users: dict[str, set[str]] = {}
    for article in articles:
        for one in seen.get(article.id, ()):
            key = _BETWEEN.sub(" ", one.label).casefold()
            first.setdefault(key, (article, one))
            users.setdefault(key, set()).add(article.id)
    return tuple(
        PartnershipLabel(
            label=one.label, article=article, paragraph=one.paragraph, articles=len(users[key])
        )
        for key, (article, one) in first.items()
    )


def labels_in(text: str) -> tuple[str, ...]:
    """Return the labels of partnership in a text, in order."""
    small = text.lower()
    if not any(stem in small for stem in _NOUN_STEMS):
        return ()
    return tuple(match[1] for match in _LABEL.finditer(text))
