"""The archive as data: every file of /data/, read by programs that others wrote."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import frictionless
import pytest

from site_builder.site import data_parts
from site_builder.site.columns import COLUMNS
from site_builder.site.dataset import build_dataset, update_dataset
from site_builder.site.export_rows import export_rows
from site_builder.site.records import snapshot
from tests.site.small_archive import FULL, article, edition_of
from tests.sites.built import BuiltSite

SECRET = "Xylophonist"
EXCERPT = "title: An excerpt\ndate: 2023\ncarrier: urdupoint\n"
WITHDRAWN = FULL + "status: withdrawn\nwithdrawal: {date: 2023-02, reason: A wrong source}\n"


def data_of(root: Path, base_url: str = "https://a.example/", **articles: str) -> dict[str, bytes]:
    """Return the files of data/ by name."""
    edition = edition_of(root, base_url=base_url, **articles)
    return {file.path.removeprefix("data/"): file.data for file in build_dataset(edition)}


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def records_of(folder: Path) -> list[dict[str, Any]]:
    """Return the records of a folder's statements.jsonl."""
    text = (folder / "statements.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n")[:-1]]


@pytest.fixture(scope="module")
def sample(sample_site: BuiltSite) -> Path:
    """The folder data/ of the sample archive."""
    return sample_site.folder / "data"


def test_package_is_valid_by_its_own_library(sample: Path) -> None:
    """Frictionless finds the package, its hashes, its types and its table without fault."""
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(sample / "datapackage.json"))

    assert report.valid, report.flatten(["fieldName", "rowNumber", "note"])
    assert report.stats["tasks"] == 2


def test_package_is_found_out_when_a_file_changes(sample: Path, tmp_path: Path) -> None:
    """A changed table does not pass for the one described."""
    for name in ("datapackage.json", "statements.csv", "statements.jsonl"):
        (tmp_path / name).write_bytes((sample / name).read_bytes())
    with (tmp_path / "statements.csv").open("ab") as table:
        table.write(b"one,more,row\r\n")
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert not report.valid


def test_every_file_holds_the_same_entries(sample: Path) -> None:
    """JSON Lines, CSV and SQLite hold the same ids, hashes and paragraphs."""
    records = records_of(sample)
    table = rows((sample / "statements.csv").read_bytes())
    with sqlite3.connect(f"file:{sample / 'archive.sqlite'}?mode=ro", uri=True) as database:
        stored = database.execute("SELECT id, sha256 FROM statements ORDER BY rowid").fetchall()
        paragraphs = database.execute(
            "SELECT statement, number, text, sha256 FROM paragraphs ORDER BY rowid"
        ).fetchall()
    database.close()

    expected = [(one["id"], one["sha256"]) for one in records]
    assert len(expected) > 60
    assert [(row["id"], row["sha256"]) for row in table] == expected
    assert stored == expected
    assert paragraphs == [
        (one["id"], part["number"], part["text"], part["sha256"])
        for one in records
        for part in one["paragraphs"]
    ]


def test_sqlite_file_is_sound(sample: Path) -> None:
    """SQLite itself finds the file whole and every reference met."""
    with sqlite3.connect(f"file:{sample / 'archive.sqlite'}?mode=ro", uri=True) as database:
        whole = database.execute("PRAGMA integrity_check").fetchall()
        unmet = database.execute("PRAGMA foreign_key_check").fetchall()
        about = dict(database.execute("SELECT name, value FROM about"))
    database.close()
    package = json.loads((sample / "datapackage.json").read_text(encoding="utf-8"))

    assert whole == [("ok",)]
    assert unmet == []
    assert about["snapshot"] == package["snapshot"]


def test_checksums_are_those_of_the_files(sample: Path) -> None:
    """SHA256SUMS names every other file of the folder with its digest."""
    lines = (sample / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sample.iterdir()
        if path.is_file() and path.name not in {"SHA256SUMS", "index.html"}
    }

    assert sums == files


def test_record_is_the_twin_and_names_its_own_hash(sample: Path, sample_site: BuiltSite) -> None:
    """A line is the entry's index.json; its hash is of what precedes hash, address, citations."""
    for line in (sample / "statements.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
        record = json.loads(line)
        content = line[: line.rindex(',"sha256":"' + record["sha256"])] + "}"
        assert hashlib.sha256(content.encode()).hexdigest() == record["sha256"]
        assert sample_site.text(f"articles/{record['id']}/index.json") == f"{line}\n"
        for one in record["paragraphs"]:
            assert hashlib.sha256(one["text"].encode()).hexdigest() == one["sha256"]


def test_snapshot_can_be_computed_from_the_records(sample: Path) -> None:
    """The id is the SHA-256 of the lines 'hash  id' in the order of ids."""
    package = json.loads((sample / "datapackage.json").read_text(encoding="utf-8"))
    records = records_of(sample)
    lines = sorted(f"{one['id']}\n{one['sha256']}" for one in records)
    text = "".join(f"{one.split()[1]}  {one.split()[0]}\n" for one in lines)

    assert package["snapshot"] == hashlib.sha256(text.encode()).hexdigest()


def test_snapshot_changes_with_a_word_and_not_with_the_address(tmp_path: Path) -> None:
    """Another base address is the same archive; another word is another one."""
    same = edition_of(tmp_path / "a", base_url="https://a.example/", one=article())
    moved = edition_of(tmp_path / "b", base_url="https://b.example/x/", one=article())
    other = edition_of(tmp_path / "c", one=article(body="A first paragraph!\n\nA second one.\n"))

    assert snapshot(same) == snapshot(moved)
    assert snapshot(same) != snapshot(other)


@pytest.mark.parametrize(
    "title",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", '=HYPERLINK("http://x","y")'],
)
def test_no_cell_is_a_formula(tmp_path: Path, title: str) -> None:
    """A text that begins as formulas do has an apostrophe before it, in the CSV alone."""
    files = data_of(tmp_path, one=article(f"title: {json.dumps(title)}\ndate: 2023\n"))
    (row,) = rows(files["statements.csv"])

    assert row["title"] == f"'{title}"
    assert json.loads(files["statements.jsonl"])["title"] == title
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_what_is_withheld_is_in_no_file(tmp_path: Path) -> None:
    """Neither the rest of an excerpt, nor a text of which only metadata is shown, nor a
    withdrawn entry is in any file.
    """
    long = "Shown words. " * 5 + "\n\n" + "More words. " * 100 + SECRET
    files = data_of(
        tmp_path,
        cut=article(EXCERPT, long),
        hidden=article(FULL + "display: metadata\n", SECRET),
        gone=article(WITHDRAWN, SECRET),
        kept=article(),
    )

    assert [json.loads(line)["id"] for line in files["statements.jsonl"].splitlines()] == [
        *("cut", "hidden", "kept")
    ]
    for name, data in files.items():
        assert SECRET.encode() not in data, name
        assert b"A wrong source" not in data, name


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    """Two processes with different hash seeds write the same files."""
    script = (
        "import hashlib, sys; from pathlib import Path; "
        "from tests.site.test_dataset import data_of; "
        "from tests.site.small_archive import article; "
        "files = data_of(Path(sys.argv[1]), one=article(), two=article()); "
        "print([(n, hashlib.sha256(d).hexdigest()) for n, d in files.items()])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Karachi"))
    }

    assert len(seen) == 1


def test_every_column_is_described() -> None:
    """The interface has a description of each column, which page and package show."""
    import yaml

    path = Path(__file__).parents[2] / "templates" / "strings" / "en.yaml"
    strings = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert [one.name for one in COLUMNS if f"data_column_{one.name}" not in strings] == []


PARTED = {
    "early": article(FULL.replace("2023-01-04", "1996")),
    "late": article(),
    "later": article(FULL.replace("2023-01-04", "2023-02")),
}


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even a small archive cut into parts."""
    monkeypatch.setattr(data_parts, "WHOLE_BYTES", 0)


@pytest.mark.usefixtures("parted")
def test_parts_are_a_valid_package(tmp_path: Path) -> None:
    """Frictionless checks each year's table and records: hash, bytes, rows and types."""
    files = data_of(tmp_path / "archive", **PARTED)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert report.valid, report.flatten(["fieldName", "rowNumber", "note"])
    package = json.loads(files["datapackage.json"])
    assert [(one["path"], one["rows"], one["bytes"]) for one in package["resources"]] == [
        (name, rows, len(files[name]))
        for name, rows in (
            ("statements-1996.csv", 1),
            ("statements-2023.csv", 2),
            ("statements-1996.jsonl", 1),
            ("statements-2023.jsonl", 2),
        )
    ]
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name != "SHA256SUMS"
    }


def test_parts_hold_what_one_file_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put together, the parts are the whole: line by line, and as one database."""
    whole = data_of(tmp_path / "a", **PARTED)
    monkeypatch.setattr(data_parts, "WHOLE_BYTES", 0)
    files = data_of(tmp_path / "b", **PARTED)
    lines = [data for name, data in sorted(files.items()) if name.endswith(".jsonl")]
    tables = [data for name, data in sorted(files.items()) if name.endswith(".csv")]

    assert len(lines) == len(tables) == 2
    assert b"".join(lines) == whole["statements.jsonl"]
    head, rest = whole["statements.csv"].split(b"\r\n", 1)
    assert b"".join(one.removeprefix(head + b"\r\n") for one in tables) == rest

    for name in ("archive-1996.sqlite", "archive-2023.sqlite"):
        (tmp_path / name).write_bytes(files[name])
    (tmp_path / "whole.sqlite").write_bytes(whole["archive.sqlite"])
    monkeypatch.chdir(tmp_path)
    dumps = []
    with sqlite3.connect("archive.sqlite") as database:
        database.executescript(files["archive.sql"].decode())
        dumps.append(sorted(database.iterdump()))
    database.close()
    with sqlite3.connect("whole.sqlite") as database:
        dumps.append(sorted(database.iterdump()))
    database.close()
    assert dumps[0] == dumps[1]


@pytest.mark.usefixtures("parted")
def test_only_the_part_with_a_change_is_made_again(tmp_path: Path) -> None:
    """A new entry of 2023 asks for rows of 2023 alone, and writes no file of another year."""
    edition = edition_of(tmp_path, **{key: PARTED[key] for key in ("early", "late")})
    rows = tuple(export_rows(edition))
    first = update_dataset(edition, lambda start, end: rows[start:end], [b"early", b"late"])
    before = {file.path: file.data for file in first.files}
    edition = edition_of(tmp_path, **PARTED)
    rows = tuple(export_rows(edition))
    asked = []

    def some(start: int, end: int) -> tuple[Any, ...]:
        asked.append((start, end))
        return rows[start:end]

    second = update_dataset(edition, some, [b"early", b"late", b"later"], first.state())
    now = {file.path: file.data for file in second.files}

    assert asked == [(1, 3)]
    assert second.kept == tuple(
        f"data/{name}"
        for name in ("statements-1996.jsonl", "statements-1996.csv", "archive-1996.sqlite")
    )
    anew = {file.path: file.data for file in build_dataset(edition)}
    assert {**{path: before[path] for path in second.kept}, **now} == anew


@pytest.mark.usefixtures("parted")
@pytest.mark.parametrize("state", [None, b"", b"nonsense", b"\x91\x93"])
def test_state_that_tells_nothing_is_no_fault(tmp_path: Path, state: bytes | None) -> None:
    """Without a readable state everything is made."""
    edition = edition_of(tmp_path, **PARTED)
    rows = tuple(export_rows(edition))
    made = update_dataset(edition, lambda a, b: rows[a:b], [b"1", b"2", b"3"], state)

    assert made.kept == ()
    assert tuple(made.files) == tuple(build_dataset(edition))
