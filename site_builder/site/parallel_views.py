"""What a page with an original beside its translation shows: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.article_views import TextLanguage
from site_builder.site.views import DateView, Link


class ParallelUnit(Struct, frozen=True, kw_only=True):
    """A paragraph or heading of one of the two texts."""

    number: int
    """Of the paragraph in its article; 0 for headings and whatever else has none."""
    url: str
    """Of the paragraph in its article, or '' where it is not shown there."""
    level: int
    """Of a heading, 2 to 6; 0 for anything else."""
    voice: str
    quoted: bool
    """Whether the text sets it off as a quotation."""
    body_html: str
    """Sanitised; '' where the text is withheld."""


class ParallelColumn(Struct, frozen=True, kw_only=True):
    """One of the two texts."""

    url: str
    title: str
    lang: str
    dir: str
    own_name: str
    """The language's name in itself."""
    name: str
    """Its name in the language of the interface."""
    carrier: Link | None
    shown: int
    """Paragraphs of which any text is shown."""
    paragraphs: int
    """Of the whole text."""


class ParallelRow(Struct, frozen=True, kw_only=True):
    """What says the same in both; either side may be empty."""

    original: tuple[ParallelUnit, ...]
    translation: tuple[ParallelUnit, ...]


class ParallelView(Struct, frozen=True, kw_only=True):
    """parallel.html"""

    date: DateView
    original: ParallelColumn
    translation: ParallelColumn
    rows: tuple[ParallelRow, ...]
    languages: tuple[TextLanguage, ...]
    """As seen from the original."""
    summaries: bool
    """Whether both texts are the archive's own summaries."""
    complete: bool
    """Whether both texts are shown to their ends."""
