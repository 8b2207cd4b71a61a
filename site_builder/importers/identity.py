"""Ids for what an import brings: articles, people, carriers, places, events."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import re

from site_builder.content.new_article import slug


def id_of(name: str, *, longest: int = 80) -> str:
    """Return `name` as an id (letters a-z, digits, hyphens), romanised where need be.

    '' where nothing of the name can be written so.
    """
    made = slug(name)
    if len(made) < 2 or _is_mostly_lost(name, made):
        from anyascii import anyascii

        spaced = re.sub(r"(?<=[\u3040-\u9fff])(?=[\u3040-\u9fff])", " ", name)
        made = slug(anyascii(spaced).replace("'", "").replace("`", ""))
        if spaced != name:
            made = made.replace("-", "") if len(name) <= 4 else made
    if len(made) > longest:
        made = made[: longest + 1].rpartition("-")[0] or made[:longest]
    return made.strip("-")


def _is_mostly_lost(name: str, made: str) -> bool:
    letters = sum(map(str.isalpha, name))
    return sum(map(str.isalpha, made)) < 0.5 * letters


def article_id(date: str, title: str, *, fallback: str) -> str:
    """Return an article's id: its day and its title, or `fallback` where the title gives none."""
    tail = id_of(title, longest=70)
    return f"{date}-{tail or fallback}"
