"""The archive as a SQLite file: written anew, or out of what the last build left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from site_builder.site import sqlite_export
from site_builder.site.export_rows import ExportRow, csv_line, export_rows
from site_builder.site.sqlite_export import sqlite_bytes
from tests.site.small_archive import FULL, article, edition_of

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = {"title": "An archive"}
MANY = 2_600


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> tuple[ExportRow, ...]:
    """Rows of many articles, each with its own id and its own text."""
    edition = edition_of(tmp_path_factory.mktemp("rows"), one=article(FULL, "A text.\n\nMore."))
    (row,) = export_rows(edition)
    return tuple(renamed(row, f"article-{number:05d}") for number in range(MANY))


def renamed(row: ExportRow, new: str) -> ExportRow:
    record = msgspec.json.decode(row.line)
    record["id"] = new
    record["paragraphs"][0]["text"] = f"The text of {new}."
    cells = (new, *row.cells[1:])
    line = msgspec.json.encode(record) + b"\n"
    return replace(row, id=new, line=line, cells=cells, csv=csv_line(cells))


def texts(data: bytes) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        found = database.execute("SELECT text FROM paragraphs WHERE number = 1 ORDER BY statement")
        return [text for (text,) in found]


def test_database_out_of_the_former_one_is_the_same_file(
    rows: tuple[ExportRow, ...], tmp_path: Path
) -> None:
    """An article more, one less at the end, or one mended gives what a build from nothing gives."""
    kept = tmp_path / "cache" / "kept"
    mended = (renamed(rows[0], "article-00000-mended"), *rows[1:])

    for some in (rows[:-1], rows, rows[:-2], mended, rows[:300], rows):
        assert sqlite_bytes(some, ABOUT, kept) == sqlite_bytes(some, ABOUT)

    data = sqlite_bytes(rows, ABOUT, kept)
    assert texts(data) == [f"The text of {row.id}." for row in rows]


def test_one_more_article_writes_a_few_hundred_rows_at_most(
    rows: tuple[ExportRow, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the former database holds is not written again."""
    kept = tmp_path / "kept"
    sqlite_bytes(rows[:-1], ABOUT, kept)
    before = kept.read_bytes()
    written: list[int] = []
    insert = sqlite_export._insert

    def count(database: sqlite3.Connection, some: tuple[ExportRow, ...]) -> None:
        written.append(len(some))
        insert(database, some)

    monkeypatch.setattr(sqlite_export, "_insert", count)
    sqlite_bytes(rows, ABOUT, kept)

    assert 0 < sum(written) <= 512
    assert kept.read_bytes() == before


@pytest.mark.parametrize("place", [0, 40, 70, 5_000, -1])
def test_damaged_former_database_is_not_believed(
    rows: tuple[ExportRow, ...], tmp_path: Path, place: int
) -> None:
    """One wrong byte anywhere, or half a file, and everything is written anew."""
    kept = tmp_path / "kept"
    expected = sqlite_bytes(rows, ABOUT, kept)
    sound = kept.read_bytes()
    data = bytearray(sound)
    data[place] ^= 1

    for damaged in (bytes(data), sound[: len(sound) // 2], b""):
        kept.write_bytes(damaged)
        assert sqlite_bytes(rows, ABOUT, kept) == expected
        assert kept.read_bytes() == sound


def test_place_that_cannot_be_written_is_no_fault(
    rows: tuple[ExportRow, ...], tmp_path: Path
) -> None:
    """Without anything kept the file is still made."""
    (tmp_path / "file").write_bytes(b"")

    assert sqlite_bytes(rows, ABOUT, tmp_path / "file" / "kept") == sqlite_bytes(rows, ABOUT)
