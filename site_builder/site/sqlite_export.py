"""The archive as a SQLite file, ready for Datasette: tables, keys, and an index for each link.

The same records give the same bytes. SQLite writes its own version and a count of changes
into a file's header (bytes 24 to 27 and 92 to 99, file format 1.3); both are set to constants.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from site_builder.site.columns import COLUMNS, Cell

_CHANGES = 1
_VERSION = 3_037_000
"""As if written by SQLite 3.37, which knows everything that is used here."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE statements ({columns});
CREATE TABLE speakers (
  statement TEXT NOT NULL REFERENCES statements (id),
  position INTEGER NOT NULL,
  person_id TEXT, person TEXT, wikidata TEXT,
  role TEXT,
  organisation_id TEXT, organisation TEXT,
  PRIMARY KEY (statement, position)
);
CREATE TABLE countries (
  statement TEXT NOT NULL REFERENCES statements (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (statement, position)
);
CREATE TABLE tags (
  statement TEXT NOT NULL REFERENCES statements (id),
  position INTEGER NOT NULL,
  tag TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (statement, position)
);
CREATE TABLE paragraphs (
  statement TEXT NOT NULL REFERENCES statements (id),
  number INTEGER NOT NULL,
  voice TEXT,
  text TEXT NOT NULL,
  sha256 TEXT,
  PRIMARY KEY (statement, number)
);
"""
_INDEXES = """
CREATE INDEX statements_by_date ON statements (date);
CREATE INDEX speakers_by_person ON speakers (person_id);
CREATE INDEX countries_by_code ON countries (code);
CREATE INDEX tags_by_tag ON tags (tag);
CREATE INDEX paragraphs_by_voice ON paragraphs (voice);
"""


def sqlite_bytes(
    records: Sequence[Mapping[str, Any]], rows: Sequence[Sequence[Cell]], about: Mapping[str, str]
) -> bytes:
    """Return a database file of the records; `rows` are the same records as COLUMNS has them."""
    columns = ", ".join(
        f"{column.name} {'INTEGER' if column.type == 'integer' else 'TEXT'}"
        + (" PRIMARY KEY" if column.name == "id" else "")
        for column in COLUMNS
    )
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_TABLES.format(columns=columns))
        with database:
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            _fill(database, "statements", len(COLUMNS), iter(rows))
            _fill(database, "speakers", 8, _speakers(records))
            _fill(database, "countries", 4, _countries(records))
            _fill(database, "tags", 4, _tags(records))
            _fill(database, "paragraphs", 5, _paragraphs(records))
        database.executescript(_INDEXES)
        data = bytearray(database.serialize())
    data[24:28] = data[92:96] = _CHANGES.to_bytes(4, "big")
    data[96:100] = _VERSION.to_bytes(4, "big")
    return bytes(data)


def _fill(
    database: sqlite3.Connection, table: str, width: int, rows: Iterator[Sequence[Cell]]
) -> None:
    places = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - ours


def _speakers(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record["speakers"], start=1):
            person, organisation = one["person"] or {}, one["organisation"] or {}
            yield (
                record["id"],
                position,
                person.get("id"),
                person.get("name"),
                person.get("wikidata"),
                one["role"],
                organisation.get("id"),
                organisation.get("name"),
            )


def _countries(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record["countries"], start=1):
            yield record["id"], position, one["code"], one["name"]


def _tags(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record["tags"], start=1):
            yield record["id"], position, one["id"], one["name"]


def _paragraphs(records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for one in record["paragraphs"]:
            yield record["id"], one["number"], one["voice"], one["text"], one["sha256"]
