"""The archive as a SQLite file, ready for Datasette: tables, keys, and an index for each link.

The same records give the same bytes. SQLite writes its own version and a count of changes
into a file's header (bytes 24 to 27 and 92 to 99, file format 1.3); both are set to constants.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from site_builder.site.columns import COLUMNS, Cell
from site_builder.site.export_rows import ExportRow

_CHANGES = 1
_VERSION = 3_037_000
"""As if written by SQLite 3.37, which knows everything that is used here."""

_TOGETHER = 256
"""Articles whose rows are written at once."""
_WORTH_KEEPING = 2_048
"""Articles below which a file is written from nothing as fast as the kept one is read."""
_MOST_KEPT = 500_000_000
"""Bytes of text; SQLite lets a database that it was given as bytes grow to 1 GiB."""

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


class _Entry(msgspec.Struct):
    """What a record says of somebody or something in a register."""

    id: str | None = None
    name: str | None = None
    wikidata: str | None = None


_NOBODY = _Entry()


class _Speaker(msgspec.Struct):
    person: _Entry | None
    role: str | None
    organisation: _Entry | None


class _Country(msgspec.Struct):
    code: str
    name: str


class _Paragraph(msgspec.Struct):
    number: int
    voice: str | None
    text: str
    sha256: str | None


class _Record(msgspec.Struct):
    """What other tables than the one of statements take from a record."""

    id: str
    speakers: list[_Speaker]
    countries: list[_Country]
    tags: list[_Entry]
    paragraphs: list[_Paragraph]


_decode = msgspec.json.Decoder(_Record).decode


def sqlite_bytes(
    rows: Sequence[ExportRow], about: Mapping[str, str], former: Path | None = None
) -> bytes:
    """Return a database file of the rows.

    `former` is a file in which one build leaves for the next what it wrote of all rows but the
    newest; where those are the same, only the others are written. The bytes are the same. Each
    version of the program wants a file of its own.
    """
    if not _is_worth_keeping(rows):
        former = None
    kept = _read_kept(former, rows) if former else None
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        done = 0
        if kept is None:
            _create(database)
        else:
            done, data = kept
            database.deserialize(data)
        if former and len(rows) - done >= 2 * _TOGETHER:
            # All full chunks but the last: those who add an article often mend it soon after.
            count = (len(rows) // _TOGETHER - 1) * _TOGETHER
            _insert(database, rows[done:count])
            _write_kept(former, rows[:count], database.serialize())
            done = count
        _insert(database, rows[done:])
        _finish(database, about)
        data = database.serialize()
    changes = _CHANGES.to_bytes(4, "big")
    version = _VERSION.to_bytes(4, "big")
    return b"".join((data[:24], changes, data[28:92], changes, version, data[100:]))


def _is_worth_keeping(rows: Sequence[ExportRow]) -> bool:
    return len(rows) >= _WORTH_KEEPING and sum(len(row.line) for row in rows) < _MOST_KEPT


def _create(database: sqlite3.Connection) -> None:
    columns = ", ".join(
        f"{column.name} {'INTEGER' if column.type == 'integer' else 'TEXT'}"
        + (" PRIMARY KEY" if column.name == "id" else "")
        for column in COLUMNS
    )
    database.executescript(_TABLES.format(columns=columns))


def _insert(database: sqlite3.Connection, rows: Sequence[ExportRow]) -> None:
    """Write rows, some hundred at a time: first their statements, then who speaks, and so on."""
    database.execute("BEGIN")
    for at in range(0, len(rows), _TOGETHER):
        chunk = rows[at : at + _TOGETHER]
        records = [_decode(row.line) for row in chunk]
        _fill(database, "statements", len(COLUMNS), (row.cells for row in chunk))
        _fill(database, "speakers", 8, _speakers(records))
        _fill(database, "countries", 4, _countries(records))
        _fill(database, "tags", 4, _tags(records))
        _fill(database, "paragraphs", 5, _paragraphs(records))
    database.execute("COMMIT")


def _finish(database: sqlite3.Connection, about: Mapping[str, str]) -> None:
    """Write what is known only in the end."""
    with database:
        database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
    database.executescript(_INDEXES)


def _read_kept(former: Path, rows: Sequence[ExportRow]) -> tuple[int, bytes] | None:
    """Return how many rows an earlier build wrote, and its database, where both still hold."""
    try:
        data = former.read_bytes()
    except OSError:
        return None
    checksum, fingerprint, size = data[:32], data[32:64], int.from_bytes(data[64:72], "big")
    if checksum != hashlib.sha256(memoryview(data)[32:]).digest() or size > len(rows):
        return None
    return (size, data[72:]) if fingerprint == _fingerprint(rows[:size]) else None


def _write_kept(former: Path, rows: Sequence[ExportRow], database: bytes) -> None:
    """Leave a database of the rows for the next build; that it cannot be kept is no fault."""
    digest = hashlib.sha256()
    parts = (_fingerprint(rows), len(rows).to_bytes(8, "big"), database)
    for part in parts:
        digest.update(part)
    new = former.with_name(f"{former.name}.new")
    with suppress(OSError):
        former.parent.mkdir(parents=True, exist_ok=True)
        with new.open("wb") as file:
            file.writelines((digest.digest(), *parts))
        new.replace(former)


def _fingerprint(rows: Sequence[ExportRow]) -> bytes:
    """Return a hash of all that the tables of rows depend on.

    A row's line of CSV holds its record's hash, its address and its citation.
    """
    digest = hashlib.sha256(f"{sqlite3.sqlite_version}{_TABLES}{COLUMNS}".encode())
    for row in rows:
        digest.update(row.csv)
    return digest.digest()


def _fill(
    database: sqlite3.Connection, table: str, width: int, rows: Iterator[Sequence[Cell]]
) -> None:
    places = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - ours


def _speakers(records: Sequence[_Record]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record.speakers, start=1):
            person, organisation = one.person or _NOBODY, one.organisation or _NOBODY
            yield (
                record.id,
                position,
                person.id,
                person.name,
                person.wikidata,
                one.role,
                organisation.id,
                organisation.name,
            )


def _countries(records: Sequence[_Record]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record.countries, start=1):
            yield record.id, position, one.code, one.name


def _tags(records: Sequence[_Record]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for position, one in enumerate(record.tags, start=1):
            yield record.id, position, one.id, one.name


def _paragraphs(records: Sequence[_Record]) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        for one in record.paragraphs:
            yield record.id, one.number, one.voice, one.text, one.sha256
