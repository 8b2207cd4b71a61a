"""What the pages of corrections show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.views import DateView, Link, Pager


class CorrectionView(Struct, frozen=True, kw_only=True):
    """One line of the list of corrections and withdrawals."""

    date: DateView
    article: Link
    lang: str
    dir: str
    note: str
    withdrawn: bool


class CorrectionsView(Struct, frozen=True, kw_only=True):
    """corrections.html"""

    count: int
    """Of all corrections, on whichever page."""
    corrections: tuple[CorrectionView, ...]
    entries: int
    """Entries that were corrected or withdrawn."""
    of: int
    """All entries, translations and withdrawn ones included."""
    pager: Pager
