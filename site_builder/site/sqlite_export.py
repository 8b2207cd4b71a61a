"""The archive as a SQLite file, ready for Datasette: tables, keys, and an index for each link.

The same records give the same bytes. SQLite writes its own version and a count of changes
into a file's header (bytes 24 to 27 and 92 to 99, file format 1.3); both are set to constants.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

import msgspec

from site_builder.site.columns import COLUMNS, Cell
from site_builder.site.export_rows import ExportRow

_CHANGES = 1
_VERSION = 3_037_000
"""As if written by SQLite 3.37, which knows everything that is used here."""

_TOGETHER = 256
"""Articles whose rows are written at once."""

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


def sqlite_bytes(rows: Sequence[ExportRow], about: Mapping[str, str]) -> bytes:
    """Return a database file of the rows."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.executescript(_tables())
        _insert(database, rows)
        with database:
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        database.executescript(_INDEXES)
        data = database.serialize()
    changes = _CHANGES.to_bytes(4, "big")
    version = _VERSION.to_bytes(4, "big")
    return b"".join((data[:24], changes, data[28:92], changes, version, data[100:]))


def merge_script(names: Iterable[str], about: Mapping[str, str]) -> bytes:
    """Return SQL that makes one database out of several that lie beside it."""
    tables = ("statements", "speakers", "countries", "tags", "paragraphs")
    lines = ["-- sqlite3 archive.sqlite < archive.sql", _tables()]
    for name in names:
        lines.append(f"ATTACH {_quoted(name)} AS part;")
        lines += [f"INSERT INTO main.{one} SELECT * FROM part.{one};" for one in tables]  # noqa: S608
        lines.append("DETACH part;")
    for key, value in sorted(about.items()):
        lines.append(f"INSERT INTO about VALUES ({_quoted(key)}, {_quoted(value)});")  # noqa: S608
    return "\n".join((*lines, _INDEXES)).encode()


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _tables() -> str:
    columns = ", ".join(
        f"{column.name} {'INTEGER' if column.type == 'integer' else 'TEXT'}"
        + (" PRIMARY KEY" if column.name == "id" else "")
        for column in COLUMNS
    )
    return _TABLES.format(columns=columns)


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
