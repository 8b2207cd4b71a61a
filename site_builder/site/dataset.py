"""The whole archive as data: JSON Lines, CSV, SQLite, a Frictionless package and checksums.

Sources: Data Package 2.0 and Table Schema of the Frictionless standards, RFC 4180 for CSV, and
the OWASP advice on formulas in CSV. The same archive gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.site.columns import COLUMNS, Cell, row_of
from site_builder.site.edition import Edition
from site_builder.site.records import FIELD_TYPES, records, snapshot
from site_builder.site.sqlite_export import sqlite_bytes
from site_builder.site.urls import DATA

JSON_LINES = "statements.jsonl"
CSV = "statements.csv"
SQLITE = "archive.sqlite"
PACKAGE = "datapackage.json"
CHECKSUMS = "SHA256SUMS"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def build_dataset(edition: Edition) -> Iterator[OutputFile]:
    """Yield the files of data/; what `display` and `status` withhold is in none of them."""
    made = tuple(records(edition))
    contents = tuple(json.loads(one.line) for one in made)
    rows = tuple(row_of(content) for content in contents)
    about = snapshot(edition)
    files = {
        JSON_LINES: "".join(f"{one.line}\n" for one in made).encode(),
        CSV: csv_bytes(rows),
        SQLITE: sqlite_bytes(contents, rows, _about(edition, about)),
    }
    package = _package(edition, about, files, len(made))
    files[PACKAGE] = f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()
    sums = "".join(f"{_sha256(data)}  {name}\n" for name, data in sorted(files.items()))
    files[CHECKSUMS] = sums.encode()
    for name, data in files.items():
        yield OutputFile(DATA + name, data)


def csv_bytes(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return the table of statements; no cell of it is a formula to any spreadsheet.

    A text that begins as formulas do has an apostrophe put before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


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


def _package(edition: Edition, about: str, files: dict[str, bytes], count: int) -> dict[str, Any]:
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
                "bytes": len(files[CSV]),
                "hash": f"sha256:{_sha256(files[CSV])}",
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
                "bytes": len(files[JSON_LINES]),
                "hash": f"sha256:{_sha256(files[JSON_LINES])}",
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


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
