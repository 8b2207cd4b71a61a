"""The table of statements: its columns, and a record as a row of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

Cell = str | int | None

_NAMES = "; "
"""Between names in a cell; ids, which hold no space, have a space between them."""
_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_HASH = "[0-9a-f]{64}"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column; its description is the interface string 'data_column_' and its name."""

    name: str
    type: str = "string"
    """'string' or 'integer', as Table Schema has it. A day may be a year or a month."""
    constraints: Mapping[str, Any]


def _column(name: str, type_: str = "string", **constraints: Any) -> Column:
    return Column(name=name, type=type_, constraints=MappingProxyType(constraints))


COLUMNS = (
    _column("id", required=True, unique=True),
    _column("title", required=True),
    _column("date", required=True, pattern=_DAY),
    _column("published", pattern=_DAY),
    _column("language", required=True),
    _column("kind"),
    _column("display", required=True, enum=["full", "excerpt", "summary", "metadata"]),
    _column("status", required=True, enum=["published", "draft"]),
    _column("speakers"),
    _column("speaker_ids"),
    _column("organisations"),
    _column("carrier"),
    _column("carrier_id"),
    _column("via"),
    _column("event"),
    _column("event_id"),
    _column("place"),
    _column("countries"),
    _column("tags"),
    _column("statement"),
    _column("translation_of"),
    _column("source_url"),
    _column("archived_url"),
    _column("summary"),
    _column("words", "integer", required=True, minimum=0),
    _column("paragraphs", "integer", required=True, minimum=0),
    _column("url", required=True),
    _column("citation", required=True),
    _column("sha256", required=True, pattern=_HASH),
)


def row_of(record: Mapping[str, Any]) -> tuple[Cell, ...]:
    """Return a record's cells in the order of COLUMNS."""
    speakers = record["speakers"]
    people = [one["person"] for one in speakers if one["person"]]
    bodies = [one["organisation"] for one in speakers if one["organisation"]]
    carrier, event, place = record["carrier"], record["event"], record["place"]
    cells: dict[str, Cell] = {
        "speakers": _join(_NAMES, (_speaker(one) for one in speakers)),
        "speaker_ids": _join(" ", (one["id"] for one in people)),
        "organisations": _join(_NAMES, (one["name"] for one in bodies)),
        "carrier": carrier and carrier["name"],
        "carrier_id": carrier and carrier["id"],
        "via": _join(" ", (one["id"] for one in record["via"])),
        "event": event and event["name"],
        "event_id": event and event["id"],
        "place": place and place["name"],
        "countries": _join(" ", (one["code"] for one in record["countries"])),
        "tags": _join(" ", (one["id"] for one in record["tags"])),
        "paragraphs": record["paragraph_count"],
        "citation": record["citation"]["chicago"],
    }
    return tuple(
        cells[column.name] if column.name in cells else record[column.name] for column in COLUMNS
    )


def _speaker(speaker: Mapping[str, Any]) -> str:
    named = speaker["person"] or (None if speaker["role"] else speaker["organisation"])
    return str(named["name"] if named else speaker["role"])


def _join(mark: str, parts: Iterable[str]) -> str | None:
    """Return the parts, each once, or None where there is none."""
    return mark.join(dict.fromkeys(parts)) or None
