"""CSL-JSON: the input of citation processors, and what Zotero and pandoc read.

Source: the CSL 1.0.2 specification and its schema csl-data.json.
"""

from __future__ import annotations

import json
from typing import Any

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography.item import BibliographicItem

_encode = json.JSONEncoder(ensure_ascii=False).encode


def csl_json(item: BibliographicItem) -> str:
    """Return a list of the one item, as reference managers expect it."""
    return f"[\n{_encode(csl_item(item))}\n]\n"


def csl_item(item: BibliographicItem) -> dict[str, Any]:
    """Return the item as CSL data; fields that would be empty are left out."""
    fields: dict[str, Any] = {
        "id": item.id,
        "type": str(item.shape),
        "title": _plain(item.cited_title),
        "container-title": _plain(item.container),
        "contributor": [{"literal": name} for name in item.contributors],
        "issued": _date(item.issued),
        "genre": item.genre,
        "archive": item.archive,
        "URL": item.url,
        "language": item.language,
        "abstract": item.abstract,
        "keyword": ", ".join(item.keywords),
        "note": " ".join(item.notes),
    }
    return {name: value for name, value in fields.items() if value}


def _plain(text: str) -> str:
    """Return text in which no processor finds markup: CSL reads <i> and the like in titles."""
    return text.replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}").replace(
        ">", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    )


def _date(date: PartialDate) -> dict[str, list[list[int]]]:
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
