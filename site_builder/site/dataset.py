"""The whole archive as data: JSON Lines, CSV, SQLite, a Frictionless package and checksums.

Sources: Data Package 2.0 and Table Schema of the Frictionless standards. The same archive gives
the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.site.columns import COLUMNS
from site_builder.site.edition import Edition
from site_builder.site.export_rows import ExportRow, csv_head, export_rows
from site_builder.site.records import FIELD_TYPES, snapshot_of
from site_builder.site.sqlite_export import sqlite_bytes
from site_builder.site.urls import DATA

JSON_LINES = "statements.jsonl"
CSV = "statements.csv"
SQLITE = "archive.sqlite"
PACKAGE = "datapackage.json"
CHECKSUMS = "SHA256SUMS"

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def build_dataset(
    edition: Edition, rows: Sequence[ExportRow] | None = None, former: Path | None = None
) -> Iterator[OutputFile]:
    """Yield the files of data/; what `display` and `status` withhold is in none of them.

    `rows` are all of the edition's, in its order, if they are at hand; `former` is the file
    that `sqlite_bytes` keeps from build to build.
    """
    rows = tuple(export_rows(edition)) if rows is None else rows
    about = snapshot_of((row.id, row.sha256) for row in rows)
    made: dict[str, _Made] = {}

    def file(name: str, data: bytes) -> OutputFile:
        made[name] = _Made(size=len(data), sha256=hashlib.sha256(data).hexdigest())
        return OutputFile(DATA + name, data)

    # One after another: each holds the text of the whole archive.
    yield file(JSON_LINES, b"".join([row.line for row in rows]))
    yield file(CSV, b"".join([csv_head(), *(row.csv for row in rows)]))
    yield file(SQLITE, sqlite_bytes(rows, _about(edition, about), former))
    package = _package(edition, about, made, len(rows))
    yield file(PACKAGE, f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode())
    sums = "".join(f"{one.sha256}  {name}\n" for name, one in sorted(made.items()))
    yield OutputFile(DATA + CHECKSUMS, sums.encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a package tells of a file."""

    size: int
    sha256: str


def _about(edition: Edition, about: str) -> dict[str, str]:
    config = edition.config
    facts = {
        "title": config.title,
        "description": config.description,
        "publisher": config.publisher,
        "url": config.base_url,
        "rights": config.rights,
        "snapshot": about,
    }
    return {name: value for name, value in facts.items() if value}


def _package(edition: Edition, about: str, made: dict[str, _Made], count: int) -> dict[str, Any]:
    config, text = edition.config, edition.interface.text
    home = {"homepage": config.base_url + DATA} if config.base_url else {}
    keeper = config.publisher
    return {
        "$schema": _PROFILE,
        "name": "statements",
        "id": f"urn:sha256:{about}",
        "title": config.title,
        **({"description": config.description} if config.description else {}),
        **home,
        "version": about[:12],
        **({"contributors": [{"title": keeper, "roles": ["publisher"]}]} if keeper else {}),
        **({"rights": config.rights} if config.rights else {}),
        "snapshot": about,
        "count": count,
        "resources": [
            {
                "name": "statements",
                "path": CSV,
                "type": "table",
                "title": text("data_file_csv"),
                "description": text("data_file_csv_text"),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": made[CSV].size,
                "hash": f"sha256:{made[CSV].sha256}",
                "schema": _schema(edition),
            },
            {
                "name": "records",
                "path": JSON_LINES,
                "type": "table",
                "title": text("data_file_jsonl"),
                "description": text("data_file_jsonl_text"),
                "format": "jsonl",
                "mediatype": "application/jsonl",
                "encoding": "utf-8",
                "bytes": made[JSON_LINES].size,
                "hash": f"sha256:{made[JSON_LINES].sha256}",
                "schema": {
                    "fields": [
                        {"name": name, "type": type_} for name, type_ in FIELD_TYPES.items()
                    ],
                    "primaryKey": ["id"],
                },
            },
        ],
    }


def _schema(edition: Edition) -> dict[str, Any]:
    fields = [
        {
            "name": column.name,
            "type": column.type,
            "description": edition.interface.text(f"data_column_{column.name}"),
            **({"constraints": dict(column.constraints)} if column.constraints else {}),
        }
        for column in COLUMNS
    ]
    return {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
