"""A plugin for Pelican: each article knows the one before and the one after it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pelican import signals


def _link(generator: Any) -> None:
    for newer, older in pairwise(generator.articles):
        newer.older = older
        older.newer = newer


def register() -> None:
    """Be called once Pelican has read all articles, newest first."""
    signals.article_generator_finalized.connect(_link)
