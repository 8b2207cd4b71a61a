"""What the page of tasks for curators shows: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.views import Link


class CurationTask(Struct, frozen=True, kw_only=True):
    """One thing to do about one article."""

    article: Link
    path: str
    detail: str


class CurationGroup(Struct, frozen=True, kw_only=True):
    """All tasks of one kind."""

    anchor: str
    heading: str
    count: int
    tasks: tuple[CurationTask, ...]
    """The first ones, if there are very many."""


class CurationView(Struct, frozen=True, kw_only=True):
    """curation.html, in previews only"""

    total: int
    of: int
    """Articles looked at."""
    groups: tuple[CurationGroup, ...]
