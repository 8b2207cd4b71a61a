"""What describes the archive's data: a package by the Frictionless standards.

Sources: Data Package 2.0 and Table Schema. A resource's `rows`, which the first does not name,
is frictionless-py's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from site_builder.output.files import OutputFile
from site_builder.site.columns import COLUMNS
from site_builder.site.edition import Edition
from site_builder.site.records import FIELD_TYPES
from site_builder.site.urls import DATA

JSON_LINES = "statements.jsonl"
CSV = "statements.csv"
PACKAGE = "datapackage.json"

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


class Fact(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What is known of a file of the data."""

    name: str
    size: int
    sha256: str


class PartFacts(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What is known of a part of the data."""

    part: str
    """Its name; '' for the whole archive."""
    key: bytes
    """Stands for all that its files hold."""
    rows: int
    files: tuple[Fact, ...]


class _Form(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two forms that a package describes."""

    file: str
    resource: str
    key: str
    """Of the interface's strings."""
    format: str
    mediatype: str


_FORMS = (
    _Form(file=CSV, resource="statements", key="csv", format="csv", mediatype="text/csv"),
    _Form(
        file=JSON_LINES,
        resource="records",
        key="jsonl",
        format="jsonl",
        mediatype="application/jsonl",
    ),
)


def dataset_facts(edition: Edition) -> dict[str, str]:
    """Return what the settings tell of the archive, by name."""
    config = edition.config
    facts = {
        "title": config.title,
        "description": config.description,
        "publisher": config.publisher,
        "url": config.base_url,
        "rights": config.rights,
    }
    return {name: value for name, value in facts.items() if value}


def package_files(
    edition: Edition, snapshot: str, parts: Sequence[PartFacts]
) -> Iterator[OutputFile]:
    """Yield the package and, where there are several parts, the schemas that they share."""
    schemas: dict[str, Any] = {"csv": _table_schema(edition), "jsonl": _record_schema()}
    if parts[0].part:
        for form in _FORMS:
            name = f"{form.resource}.schema.json"
            yield _json_file(name, schemas[form.format])
            schemas[form.format] = name
    package = {
        **_head(edition, snapshot),
        "count": sum(one.rows for one in parts),
        "resources": [
            _resource(edition, form, part, schemas[form.format])
            for form in _FORMS
            for part in parts
        ],
    }
    yield _json_file(PACKAGE, package)


def _head(edition: Edition, snapshot: str) -> dict[str, Any]:
    config = edition.config
    home = {"homepage": config.base_url + DATA} if config.base_url else {}
    keeper = config.publisher
    return {
        "$schema": _PROFILE,
        "name": "statements",
        "id": f"urn:sha256:{snapshot}",
        "title": config.title,
        **({"description": config.description} if config.description else {}),
        **home,
        "version": snapshot[:12],
        **({"contributors": [{"title": keeper, "roles": ["publisher"]}]} if keeper else {}),
        **({"rights": config.rights} if config.rights else {}),
        "snapshot": snapshot,
    }


def _resource(edition: Edition, form: _Form, part: PartFacts, schema: object) -> dict[str, Any]:
    text = edition.interface.text
    file = next(one for one in part.files if one.name.endswith(f".{form.format}"))
    return {
        "name": f"{form.resource}-{part.part}" if part.part else form.resource,
        "path": file.name,
        "type": "table",
        "title": f"{text(f'data_file_{form.key}')} {part.part}".strip(),
        **({} if part.part else {"description": text(f"data_file_{form.key}_text")}),
        "format": form.format,
        "mediatype": form.mediatype,
        "encoding": "utf-8",
        "rows": part.rows,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _table_schema(edition: Edition) -> dict[str, Any]:
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


def _record_schema() -> dict[str, Any]:
    fields = [{"name": name, "type": type_} for name, type_ in FIELD_TYPES.items()]
    return {"fields": fields, "primaryKey": ["id"]}


def _json_file(name: str, value: object) -> OutputFile:
    text = f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
    return OutputFile(DATA + name, text.encode())
