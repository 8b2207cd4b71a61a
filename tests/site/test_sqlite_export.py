"""The archive as a SQLite file, and several of them made one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from site_builder.site.export_rows import ExportRow, export_rows
from site_builder.site.sqlite_export import merge_script, sqlite_bytes
from tests.site.small_archive import FULL, article, edition_of

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = {"title": "An archive of O'Brien's"}
TABLES = ("about", "statements", "speakers", "countries", "tags", "paragraphs")


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> tuple[ExportRow, ...]:
    """Rows of three articles."""
    folder = tmp_path_factory.mktemp("rows")
    edition = edition_of(
        folder,
        one=article(FULL, "A text.\n\nMore."),
        two=article(FULL.replace("A plain title", "Two"), "Another one."),
        three=article("title: Three\ndate: 2023-05\ncarrier: cn-mfa-site\n", "A third."),
    )
    return tuple(export_rows(edition))


def content(database: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return what every table and the schema hold."""
    found = {
        name: database.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in TABLES
    }
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    return found | {"schema": database.execute(schema).fetchall()}


def test_parts_made_one_are_the_whole(
    rows: tuple[ExportRow, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """archive.sql, run beside the parts, makes what a single file would hold."""
    monkeypatch.chdir(tmp_path)
    names = ("archive-a.sqlite", "archive-b's.sqlite")
    for name, some in zip(names, (rows[:2], rows[2:]), strict=True):
        (tmp_path / name).write_bytes(sqlite_bytes(some, {**ABOUT, "part": name}))

    with (
        closing(sqlite3.connect("archive.sqlite")) as merged,
        closing(sqlite3.connect(":memory:")) as whole,
    ):
        merged.executescript(merge_script(names, ABOUT).decode())
        whole.deserialize(sqlite_bytes(rows, ABOUT))

        assert content(merged) == content(whole)
        assert merged.execute("SELECT count(*) FROM statements").fetchall() == [(3,)]
        assert merged.execute("PRAGMA foreign_key_check").fetchall() == []


def test_same_rows_same_bytes(rows: tuple[ExportRow, ...]) -> None:
    """A file depends on nothing but rows and facts; its header names a fixed version."""
    data = sqlite_bytes(rows, ABOUT)

    assert data == sqlite_bytes(rows, dict(reversed(ABOUT.items())))
    assert data[:16] == b"SQLite format 3\0"
    assert int.from_bytes(data[96:100], "big") == 3_037_000
    assert data != sqlite_bytes(rows[:-1], ABOUT)
