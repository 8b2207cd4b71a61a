"""What the pages of statements show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.article_views import ChangedText
from site_builder.site.views import DateView, Link, Pager, SpeakerView


class StatementCarriage(Struct, frozen=True, kw_only=True):
    """One carriage of a statement, in the order of appearance."""

    number: int
    """From 1: the order in which carriages appeared, as far as this archive knows."""
    url: str
    title: str
    lang: str
    dir: str
    language: str
    """The language's name where it is not the site's own, else ''."""
    carrier: Link | None
    date: DateView
    """When the carrier published it, else when it was said."""
    said: bool
    """Whether `date` is the day it was said, as no day of publication is known."""
    speakers: tuple[SpeakerView, ...]
    shown: int
    """Paragraphs of which any text is shown."""
    paragraphs: int
    """Of the whole text."""
    display: str
    """'full', 'excerpt', 'summary' or 'metadata'."""


class AlignedCell(Struct, frozen=True, kw_only=True):
    """A paragraph of one carriage, beside those of the others."""

    change: str
    """'first', 'same', 'reworded', 'added', 'dropped', or 'none' where there is nothing to say."""
    number: int
    """Of the paragraph in its article; 0 where there is none."""
    url: str
    """Of the paragraph, or '' where its text is not shown."""
    pieces: ChangedText
    """Nothing where the text is withheld, or the same as in the first carriage."""
    cut: bool
    """Whether the rest of the paragraph is not shown."""
    withheld: bool
    """Whether nothing of it is shown."""


class ComparedColumn(Struct, frozen=True, kw_only=True):
    """A carriage in a comparison, and how its paragraphs stand to those of the first one."""

    number: int
    """Of the carriage in the statement."""
    name: str
    """The carrier, else the article's title."""
    url: str
    lang: str
    dir: str
    paragraphs: int
    same: int
    reworded: int
    added: int
    dropped: int
    """Of the first carriage's paragraphs; all four are 0 for the first one itself."""


class ComparisonView(Struct, frozen=True, kw_only=True):
    """Carriages in one language, aligned."""

    anchor: str
    language: str
    """The language's name where several are compared, else ''."""
    summaries: bool
    """Whether these are the archive's own summaries rather than the carriers' texts."""
    columns: tuple[ComparedColumn, ...]
    """The first one is what the others are compared with."""
    rows: tuple[tuple[AlignedCell, ...], ...]
    """One cell for each column."""


class StatementView(Struct, frozen=True, kw_only=True):
    """statement.html: one utterance and its carriages."""

    id: str
    title: str
    """The first carriage's."""
    lang: str
    dir: str
    date: DateView
    """The day it was said."""
    carriages: tuple[StatementCarriage, ...]
    comparisons: tuple[ComparisonView, ...]


class StatementLine(Struct, frozen=True, kw_only=True):
    """One statement in the list of all."""

    url: str
    title: str
    lang: str
    dir: str
    date: DateView
    carriers: tuple[str, ...]
    """In order of appearance."""
    carriages: int


class StatementGroup(Struct, frozen=True, kw_only=True):
    """Statements of one year."""

    year: str
    anchor: str
    lines: tuple[StatementLine, ...]


class StatementIndexView(Struct, frozen=True, kw_only=True):
    """statement_index.html: the statements that several entries carry, newest first."""

    total: int
    """Statements."""
    carriages: int
    """Entries that carry one of them."""
    of: int
    """All entries."""
    groups: tuple[StatementGroup, ...]
    pager: Pager
