"""What search is told of an article: only what a reader may see."""

from __future__ import annotations

import msgspec


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A named thing that a reader can search for and filter by: a speaker, a country, a tag."""

    id: str
    """The register's id ('mao-ning'), or a code ('CN', 'ur')."""
    name: str
    """As shown in the site's language."""
    aliases: tuple[str, ...] = ()
    """Searched for but not shown: other spellings, other scripts, codes, a role."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that a result can quote and lead to."""

    number: int
    """The paragraph's number, whose address is '#p' and this number; 0 for the summary."""
    text: str
    """Words without markup, white space folded to single spaces."""
    voice: str = ""
    """'direct', 'paraphrase', 'joint', 'background', or '' where nobody has said."""


class SearchDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One published article, holding only text that its `display` discloses."""

    id: str
    url: str
    """Path below the site's root, without a leading slash ('articles/<id>/')."""
    title: str
    date: str
    """The day said: '2023-01-04', '2023-01' or '2023'. Sorts as text."""
    date_text: str
    """The same date as people read it."""
    language: Label
    """Its id is the BCP 47 tag of title and text, its name the language's."""
    dir: str = "ltr"
    """'ltr' or 'rtl'."""
    kind: str = ""
    """The kind's label, or ''."""
    place: str = ""
    speakers: tuple[Label, ...] = ()
    """Those who speak; an unnamed spokesperson's label is the role."""
    carrier: Label | None = None
    countries: tuple[Label, ...] = ()
    tags: tuple[Label, ...] = ()
    summary: str = ""
    """Shown with a result whose text nobody's words match; searched as part of the body."""
    passages: tuple[Passage, ...] = ()
    """The disclosed paragraphs, in order, without the summary."""
