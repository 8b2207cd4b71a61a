"""A clipping as an article's file: front matter and Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from site_builder import __version__
from site_builder.content.front_matter import write_front_matter
from site_builder.content.source_text import FORBIDDEN
from site_builder.importers.clipping import Clipping, VoicedParagraph
from site_builder.importers.identity import article_id
from site_builder.importers.proposals import Resolved

MAX_REMOVED_CHARACTERS = 30_000
"""Front matter is bounded; beyond this the removed lines are left to the original."""
_TITLE_WORDS = 14


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a clipping's bytes are kept."""

    file: str
    """Path of the original below the archive's root."""
    sha256: str
    row: int | None = None
    """Row of a table, counted from 1; None for a file of its own."""


class PlannedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article's file, not yet written."""

    path: str
    """Below the archive's root."""
    text: str


class UndatedError(Exception):
    """The text shows no date, and an article cannot be without one."""


def plan_article(
    clipping: Clipping, resolved: Resolved, origin: Origin, *, identifier: str | None = None
) -> PlannedArticle:
    """Return the article's file. `identifier` is its id where the source gives one.

    Raises UndatedError where the clipping shows neither when it was said nor published.
    """
    date = clipping.date or clipping.published
    if date is None:
        raise UndatedError("no date is printed in the text")
    title = _clean(clipping.title.value) if clipping.title else _from_lead(clipping)
    stem = identifier or article_id(date.value, title, fallback=origin.sha256[:8])
    fields = _fields(clipping, resolved, origin, title, date.value)
    body = "\n\n".join(_paragraph(one) for one in clipping.paragraphs)
    text = write_front_matter(fields) + ("\n" + body + "\n" if body else "")
    return PlannedArticle(path=f"content/articles/{date.value[:4]}/{stem}.md", text=text)


def _fields(
    clipping: Clipping, resolved: Resolved, origin: Origin, title: str, date: str
) -> Mapping[str, Any]:
    missing = {key: f"not in the register: {names}" for key, names in resolved.unresolved.items()}
    if clipping.source_url is None:
        dead = next((one for one in clipping.warnings if one.startswith("the link ")), None)
        missing["source_url"] = dead.split(";")[0] if dead else "the source shows no link"
    fields: dict[str, Any] = {
        "title": title,
        "date": date,
        "date_basis": clipping.date.evidence if clipping.date else "day of publication",
        "published": clipping.published.value if clipping.published else None,
        "dates_observed": [
            {
                "text": _clean(one.text),
                "role": one.role,
                "date": str(one.date) if one.date else None,
            }
            for one in clipping.dates_observed
        ],
        "kind": clipping.kind,
        "speakers": list(resolved.speakers),
        "principals": list(resolved.principals),
        "carrier": resolved.carrier,
        "via": list(resolved.via),
        "event": resolved.event,
        "asked_by": resolved.asked_by,
        "place": resolved.place,
        "countries": [one.value for one in clipping.countries],
        "tags": list(resolved.tags),
        "language": clipping.language.value if clipping.language else None,
        "carrier_categories": [_clean(one) for one in clipping.carrier_categories],
        "source_url": clipping.source_url,
        "provenance": _provenance(clipping, origin),
    }
    fields = {key: value for key, value in fields.items() if value not in (None, [], "")}
    reasons = {
        key: _clean(reason)[:900]
        for key, reason in sorted(missing.items())
        if key not in fields and key in _MAY_BE_MISSING
    }
    return {**fields, **({"missing": reasons} if reasons else {})}


_MAY_BE_MISSING = frozenset(
    ("speakers", "principals", "carrier", "via", "event", "asked_by", "place", "tags", "source_url")
)


def _provenance(clipping: Clipping, origin: Origin) -> dict[str, Any]:
    importer = f"site-builder {__version__}"
    removed: list[dict[str, Any]] = []
    size = 0
    for one in clipping.removed:
        text = FORBIDDEN.sub("", one.text)
        size += len(text) + 40
        if size > MAX_REMOVED_CHARACTERS:
            break
        removed.append({"line": one.line, "text": text[:600], "rule": one.rule})
    provenance: dict[str, Any] = {
        "file": origin.file,
        "sha256": origin.sha256,
        "importer": importer if origin.row is None else f"{importer}, row {origin.row}",
    }
    if removed:
        provenance["removed"] = removed
    return provenance


def _from_lead(clipping: Clipping) -> str:
    """Return the first words of the text, for want of a headline."""
    if not clipping.paragraphs:
        return "Untitled"
    words = _clean(clipping.paragraphs[0].text).split()
    text = " ".join(words[:_TITLE_WORDS])
    if len(words) == 1 or len(text) > 160:
        text = text[:80]
    return text + (" …" if len(words) > _TITLE_WORDS or len(text) == 80 else "")


def _paragraph(one: VoicedParagraph) -> str:
    text = escape_markdown(_clean(one.text))
    return f"{text}\n{{: voice={one.voice.value} }}" if one.voice else text


def _clean(text: str) -> str:
    return " ".join(FORBIDDEN.sub(" ", text).split())


_INLINE = re.compile(r"([\\`*_}\[\]>])")
_NUMBERED = str.maketrans({"<": "&lt;", "{": "&#123;"})
_ENTITY = re.compile(r"&(?=#|\w+;)")
_LEADING = re.compile(r"^(\s{0,3})(?:([#+\-=~|:])|(\d+)([.)]))")


def escape_markdown(text: str) -> str:
    """Return one paragraph of plain text as Markdown that shows exactly that text."""
    if _NEEDS.search(text):
        text = _INLINE.sub(r"\\\1", _ENTITY.sub("&amp;", text)).translate(_NUMBERED)
    match = _LEADING.match(text)
    if match is None:
        return text
    if match[2]:
        mark = f"\\{match[2]}" if match[2] in "#+-" else f"&#{ord(match[2])};"
        return match[1] + mark + text[match.end() :]
    return f"{match[1]}{match[3]}\\{match[4]}{text[match.end() :]}"


_NEEDS = re.compile(r"[\\`*_{}\[\]<>]|&(?:#|\w+;)")
