"""What builds keep is believed only as far as it can be checked."""

from __future__ import annotations

import math
import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from site_builder.cache.store import Store, StoreError, open_store, scratch_store
from tests.full_disk import disk_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store that holds one value."""
    store, _ = open_store(tmp_path, "1")
    store.put("facts", [(b"key", b"value")])
    store.commit()
    store.close()
    return tmp_path


def kept(folder: Path, version: str = "1") -> tuple[bytes | None, str]:
    """What the store in a folder still holds, and what was said when it was opened."""
    store, why = open_store(folder, version)
    try:
        return store.get("facts", b"key"), why
    finally:
        store.close()


def test_a_value_is_there_in_the_next_build(folder: Path) -> None:
    """What was committed is kept, silently."""
    assert kept(folder) == (b"value", "")


def test_what_was_not_committed_is_forgotten(folder: Path) -> None:
    """A build that ends early leaves what there was."""
    store, _ = open_store(folder, "1")
    store.put("facts", [(b"key", b"other")])
    store.close()

    assert kept(folder) == (b"value", "")


def test_another_version_of_the_program_begins_anew(folder: Path) -> None:
    """Results of other code are worth nothing, and nothing is wrong with that."""
    assert kept(folder, "2") == (None, "")
    assert kept(folder, "1") == (None, "")


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b"no database at all, but long enough to look like one" * 9),
        lambda path: path.write_bytes(path.read_bytes()[:9000]),
        lambda path: path.write_bytes(os.urandom(40_000)),
        lambda path: path.write_bytes(path.read_bytes()[:100] + b"\xff" * 30_000),
    ],
    ids=["foreign", "cut short", "noise", "overwritten"],
)
@pytest.mark.parametrize("name", ["store.sqlite", "store-2.sqlite"])
def test_a_damaged_file_is_thrown_away(folder: Path, name: str, harm: object) -> None:
    """The build is told why, and goes on with an empty store."""
    harm(folder / name)  # type: ignore[operator]

    assert kept(folder) == (None, "is damaged")
    assert kept(folder) == (None, "")


def test_a_flipped_bit_is_a_missing_value(folder: Path) -> None:
    """Every value is checked when it is read."""
    connection = sqlite3.connect(folder / "store.sqlite")
    connection.execute("UPDATE facts SET value = CAST('valuf' AS BLOB)")
    connection.commit()
    connection.close()

    assert kept(folder) == (None, "")


def test_one_file_without_the_other_is_not_enough(folder: Path) -> None:
    """Half a store, as somebody's cleaning may leave it, is none."""
    (folder / "store-2.sqlite").unlink()

    assert kept(folder)[0] is None


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where nothing can be kept, the build works in a scratch store and says so."""
    (tmp_path / "file").write_text("x")
    store, why = open_store(tmp_path / "file" / "cache", "1")
    store.put("facts", [(b"key", b"value")])

    assert store.get("facts", b"key") == b"value"
    assert why == "cannot be used: not a directory"
    store.close()


def test_the_folder_is_not_for_git(folder: Path) -> None:
    """The store hides itself from version control."""
    assert (folder / ".gitignore").read_text().endswith("\n*\n")


def test_a_scratch_store_leaves_nothing() -> None:
    """What is kept nowhere is removed when the build ends."""
    store = scratch_store("1")
    path = store.path
    assert path.exists()
    store.close()

    assert not path.parent.exists()


def test_a_scratch_store_for_which_there_is_no_room_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the disk gets full while it is made, its folder goes at once, not some day."""
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(tmp_path))
    with disk_with(math.inf) as disk:
        scratch_store("1").close()
    assert disk.asked > 3
    for room in range(1, disk.asked):  # one for its folder
        with disk_with(room), pytest.raises(StoreError, match="full"):
            scratch_store("1")

        assert list(tmp_path.iterdir()) == []


def test_a_forked_copy_reads_what_was_committed(folder: Path) -> None:
    """A worker opens the file for itself."""
    store, _ = open_store(folder, "1")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        os.write(writer, store.fetch("facts", b"key") or b"nothing")
        os._exit(0)
    os.waitpid(child, 0)

    assert os.read(reader, 100) == b"value"
    store.close()


def test_a_locked_file_is_an_error_of_the_store(folder: Path, monkeypatch: object) -> None:
    """Another program that holds the file for long is told as such."""
    store = Store(folder / "store.sqlite", "1")
    store._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(folder / "store.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="locked"):
        store.put("facts", [(b"a", b"b")])
    other.close()
    store.close()
