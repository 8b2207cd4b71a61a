"""What the page of an article shows, and a tombstone: views as in views.py."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from site_builder.site.views import (
    Alternate,
    DateView,
    Fact,
    HeadingView,
    Link,
    PageData,
    RowView,
    SpeakerView,
)


class TranslationView(Struct, frozen=True, kw_only=True):
    """The same article in another language."""

    url: str
    lang: str
    dir: str
    language: str
    title: str
    is_original: bool


class TextLanguage(Struct, frozen=True, kw_only=True):
    """A language in which a text is here: an entry of the switch between its versions."""

    url: str
    lang: str
    dir: str
    own_name: str
    """The language's name in itself."""
    name: str
    """Its name in the language of the interface."""
    is_original: bool
    current: bool
    parallel_url: str
    """Where this version and the page's stand side by side, or ''."""


class CarriageView(Struct, frozen=True, kw_only=True):
    """Another carrier's article on the same statement."""

    url: str
    title: str
    lang: str
    dir: str
    carrier: str
    date: DateView


class VoiceCount(Struct, frozen=True, kw_only=True):
    """How many paragraphs of an article are in one voice."""

    key: str
    label: str
    description: str
    count: int


ChangedText = tuple[tuple[str, str], ...]
"""Stretches of a changed text in order: ('same', 'added' or 'dropped', words)."""


class ChangeView(Struct, frozen=True, kw_only=True):
    """A change of an article's file, out of the repository's history."""

    date: DateView
    subject: str
    """What its author said of it."""
    url: str
    """Absolute address of the change, or ''."""
    commit: str
    """The first eight digits of its name."""
    fields: tuple[str, ...]
    """Fields of the description that changed, by name."""
    texts: tuple[ChangedText, ...]
    """The title and the paragraphs whose words changed, each with a few words round them."""
    more: int
    """Further paragraphs that changed."""


class RelatedView(Struct, frozen=True, kw_only=True):
    """An article that has something in common with the page's, and what."""

    row: RowView
    why: str


class RevisionView(Struct, frozen=True, kw_only=True):
    """A dated correction."""

    date: DateView
    note: str


class ParagraphView(Struct, frozen=True, kw_only=True):
    """A numbered paragraph inside its block; the block's HTML is in `ArticleView.body_html`."""

    number: int
    voice: str
    voice_label: str
    sha256: str


class CitationView(Struct, frozen=True, kw_only=True):
    """A citation in one style; one of a paragraph has the locator before the address."""

    id: str
    name: str
    html: Markup
    """Up to the address."""
    url: str
    """Absolute, or ''."""
    end: str
    """What closes the citation after the address."""
    locator: str
    """With {number} in it."""


class CiteView(Struct, frozen=True, kw_only=True):
    """The cite box of an article."""

    citations: tuple[CitationView, ...]
    twins: tuple[Link, ...]
    """Machine-readable files by format; their addresses are relative to the page."""
    paragraphs: tuple[ParagraphView, ...]
    speakers: str
    """Names in a row, or ''."""
    verify: str
    """Where quotations from this article are verified, or '' where no text is shown."""


class ArticleView(Struct, frozen=True, kw_only=True):
    """article.html"""

    id: str
    title: str
    lang: str
    dir: str
    kind: str
    date: DateView
    speakers: tuple[SpeakerView, ...]
    summary: str
    body_html: str
    """Sanitised. Each numbered paragraph is `<p id="p3" data-voice="direct">`."""
    display: str
    """'full', 'excerpt', 'summary' or 'metadata'."""
    shown_paragraphs: int
    total_paragraphs: int
    words: int
    headings: tuple[HeadingView, ...]
    voices: tuple[VoiceCount, ...]
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    countries: tuple[Link, ...]
    relations: tuple[Link, ...]
    source_url: str
    archived_url: str
    retrieved: DateView | None
    translations: tuple[TranslationView, ...]
    languages: tuple[TextLanguage, ...]
    """Of the text and its translations; empty where there is one only."""
    alternates: tuple[Alternate, ...]
    carriages: tuple[CarriageView, ...]
    statement_url: str
    """Where the carriages are compared, or '' where there is only this one."""
    related: tuple[RelatedView, ...]
    revisions: tuple[RevisionView, ...]
    changes: tuple[ChangeView, ...]
    previous: Link | None
    """The article before this one in time."""
    next: Link | None
    edit_url: str
    issue_url: str
    draft: bool
    cite: CiteView
    data: PageData


class TombstoneView(Struct, frozen=True, kw_only=True):
    """tombstone.html: a withdrawn entry keeps its address and loses its text."""

    title: str
    lang: str
    dir: str
    date: DateView
    withdrawn: DateView
    reason: str
