"""Saved web pages: main text and metadata, found by trafilatura, then read like any clipping."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.content.model import Registers
from site_builder.importers.clipping import Clipping, Guess
from site_builder.importers.encoding import UnreadableError
from site_builder.importers.lines import fold
from site_builder.importers.register_index import RegisterIndex
from site_builder.importers.wire import read_clipping

MAX_CHARACTERS = 6_000_000
_LOOKS_LIKE_PAGE = re.compile(
    r"\s*(?:<!doctype html|<html\b|<\?xml[^>]{0,200}\?>\s*(?:<!doctype html|<html\b))",
    re.IGNORECASE,
)


def is_page(name: str, text: str) -> bool:
    """Return whether a text is a web page, by its file's name or its first words."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_LOOKS_LIKE_PAGE.match(text))


def read_page(
    markup: str, registers: Registers | None = None, index: RegisterIndex | None = None
) -> Clipping:
    """Return the clipping that a saved page holds. Scripts and page furniture are left behind.

    Raises UnreadableError where no main text can be found.
    """
    if len(markup) > MAX_CHARACTERS:
        raise UnreadableError("the page is larger than 6 MB")
    from trafilatura import bare_extraction

    document = bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_precision=False,
    )
    found = document if isinstance(document, dict) or document is None else document.as_dict()
    text = (found or {}).get("text")
    if not found or not isinstance(text, str) or not text.strip():
        raise UnreadableError("no main text was found in the page")
    title = _text(found.get("title"))
    lines = text.split("\n")
    if title and fold(lines[0]) != fold(title):
        lines = [title, *lines]
    clipping = read_clipping("\n\n".join(lines), registers, index)
    return _with_metadata(
        clipping,
        title,
        _text(found.get("date")),
        _text(found.get("sitename")),
        _text(found.get("url")),
    )


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _with_metadata(
    clipping: Clipping, title: str | None, date: str | None, site: str | None, url: str | None
) -> Clipping:
    changes: dict[str, object] = {}
    if title and clipping.title is None:
        changes["title"] = Guess(value=title, confidence=0.9, evidence="page metadata")
    if date and clipping.published is None:
        changes["published"] = Guess(value=date, confidence=0.75, evidence="page metadata")
        if clipping.date is None:
            changes["date"] = Guess(
                value=date, confidence=0.5, evidence="day of publication (page metadata)"
            )
    if site and clipping.carrier is None:
        changes["carrier"] = Guess(value=site, confidence=0.75, evidence="page metadata")
    elif site and clipping.carrier is not None and fold(site) != fold(clipping.carrier.value):
        changes["carrier"] = Guess(value=site, confidence=0.75, evidence="page metadata")
        changes["via"] = (clipping.carrier, *clipping.via)
    if url and url.startswith(("http://", "https://")) and clipping.source_url is None:
        changes["source_url"] = url
    settled = {
        "no headline is printed": "title" in changes,
        "no date of publication is printed": "published" in changes,
    }
    changes["warnings"] = tuple(one for one in clipping.warnings if not settled.get(one, False))
    return replace(clipping, **changes)
