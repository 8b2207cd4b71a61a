"""The local store of what builds found out: checked blobs in one SQLite file.

Whatever is wrong with the file (damaged, half-written, of another version or of another program
altogether), it is thrown away and the build goes on without. Every value carries a checksum, so
that a flipped bit is a missing value and not a wrong page.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

TABLES = {
    "facts": "main.facts",
    "bodies": "main.bodies",
    "rows": "second.rows",
    "extents": "second.extents",
    "analyses": "second.analyses",
    "pages": "main.pages",
    "notes": "main.notes",
}
"""facts: what an article's file tells; bodies: its text; rows, extents, analyses: what its page
left for the exports and for search; pages: what was published; notes: whatever there is one of.

What pages leave is written while workers read texts, and SQLite locks files as a whole: so it
lies in a second one."""

_NAME = "store.sqlite"
_SECOND = "store-2.sqlite"
_PATIENCE = 30.0
"""Seconds to wait for another build that is writing."""
_IGNORE = (
    "# Made by site-builder: what speeds up the next build. It may be removed at any time.\n*\n"
)


class Store:
    """Blobs by table and key, kept from one build to the next.

    Reads see what this store has written, even before `commit`. Other processes see it after.
    """

    def __init__(self, path: Path, version: str, scratch: object = None) -> None:
        """Use `open_store` or `scratch_store`."""
        self.path = path
        self.version = version
        self._scratch = scratch
        self._process = os.getpid()
        self._copy: tuple[int, sqlite3.Connection] | None = None
        self._connection = _connect(path)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    @property
    def lasts(self) -> bool:
        """Whether what it holds is kept for the next build."""
        return self._scratch is None

    def get(self, table: str, key: bytes) -> bytes | None:
        """Return a value, or None where there is none or it is damaged."""
        for row in self._ask(_one(table), (key,)):
            return _checked(*row)
        return None

    def fetch(self, table: str, key: bytes) -> bytes | None:
        """Return a committed value, in this process or in a forked copy of it.

        A connection must not be used on both sides of a fork, so a copy opens its own.
        """
        if os.getpid() == self._process:
            return self.get(table, key)
        if self._copy is None or self._copy[0] != os.getpid():
            address = f"{self.path.resolve().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE)
            second = f"{_second(self.path).resolve().as_uri()}?mode=ro"
            connection.execute("ATTACH ? AS second", (second,))
            self._copy = (os.getpid(), connection)
        try:
            row = self._copy[1].execute(_one(table), (key,)).fetchone()
        except sqlite3.Error as failure:
            raise StoreError(str(failure)) from failure
        return None if row is None else _checked(*row)

    def all(self, table: str) -> Iterator[tuple[bytes, bytes]]:
        """Yield every key of a table with its value; damaged ones are left out."""
        query = f"SELECT key, checksum, value FROM {_known(table)}"  # noqa: S608 - a known name
        for key, checksum, value in self._ask(query):
            blob = _checked(checksum, value)
            if blob is not None:
                yield key, blob

    def keys(self, table: str) -> Iterator[bytes]:
        """Yield every key of a table, those of damaged values too."""
        for row in self._ask(f"SELECT key FROM {_known(table)}"):  # noqa: S608 - a known name
            yield row[0]

    def put(self, table: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Write values, in the place of those that have their keys."""
        query = f"INSERT OR REPLACE INTO {_known(table)} VALUES (?, ?, ?)"  # noqa: S608 - a known name
        self._tell(query, ((key, crc32(value), value) for key, value in rows))

    def drop(self, table: str, keys: Iterable[bytes]) -> None:
        """Remove the values of `keys`."""
        query = f"DELETE FROM {_known(table)} WHERE key = ?"  # noqa: S608 - a known name
        self._tell(query, ((key,) for key in keys))

    def commit(self) -> None:
        """Make what was written visible to other processes, and lasting."""
        try:
            self._connection.commit()
        except sqlite3.Error as failure:
            raise StoreError(str(failure)) from failure

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._connection.close()
        if isinstance(self._scratch, tempfile.TemporaryDirectory):
            self._scratch.cleanup()

    def discard(self) -> None:
        """Close and remove the file, so that the next store begins anew.

        What cannot be removed, as on a disk that may only be read, stays.
        """
        self.close()
        with suppress(OSError):
            _discard(self.path)

    def _ask(self, query: str, given: tuple[bytes, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(query, given)
        except sqlite3.Error as failure:
            raise StoreError(str(failure)) from failure

    def _tell(self, query: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            self._connection.executemany(query, rows)
        except sqlite3.Error as failure:
            raise StoreError(str(failure)) from failure

    def _prepare(self) -> None:
        tables = {
            row[0]
            for schema in ("main", "second")
            for row in self._connection.execute(f"SELECT name FROM {schema}.sqlite_master")  # noqa: S608
        }
        if not tables:
            for table in TABLES.values():
                self._connection.execute(
                    f"CREATE TABLE {table}"
                    " (key BLOB PRIMARY KEY, checksum INTEGER NOT NULL, value BLOB NOT NULL)"
                )
            self.put("notes", [(b"version", self.version.encode())])
            self.commit()
        elif not tables.issuperset(TABLES) or self.get("notes", b"version") != (
            self.version.encode()
        ):
            raise _ForeignError


class StoreError(Exception):
    """The store failed in the middle of a build, which has to begin anew without it."""


class _ForeignError(Exception):
    """The file is sound but of another version of the program."""


def open_store(folder: Path, version: str) -> tuple[Store, str]:
    """Return the store in `folder` and why a former one was thrown away ('' where it was not).

    Where nothing can be written there, the store is a scratch one.
    """
    path = folder / _NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text(_IGNORE, encoding="utf-8")
        try:
            return Store(path, version), ""
        except (_ForeignError, StoreError, sqlite3.DatabaseError) as failure:
            if "locked" in str(failure):
                return scratch_store(version), "another build is using it"
            _discard(path)
            why = "" if isinstance(failure, _ForeignError) else "is damaged"
            return Store(path, version), why
    except (OSError, StoreError, sqlite3.Error) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else str(failure)
        return scratch_store(version), f"cannot be used: {(reason or 'unknown reason').lower()}"


def scratch_store(version: str) -> Store:
    """Return a store that is forgotten when it is closed."""
    folder = tempfile.TemporaryDirectory(prefix="site-builder-", ignore_cleanup_errors=True)
    try:
        return Store(Path(folder.name) / _NAME, version, folder)
    except (StoreError, sqlite3.Error) as failure:
        folder.cleanup()
        raise StoreError(str(failure)) from failure


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        # A killed build leaves SQLite's journal, which the next one rolls back. A power cut may
        # damage the file: then it is thrown away. So nothing needs to wait for the disk.
        connection.execute("ATTACH ? AS second", (os.fspath(_second(path)),))
        for schema in ("main", "second"):
            connection.execute(f"PRAGMA {schema}.page_size = 16384")
            connection.execute(f"PRAGMA {schema}.synchronous = OFF")
            connection.execute(f"PRAGMA {schema}.cache_size = -8000")
    except BaseException:
        connection.close()
        raise
    return connection


def _discard(path: Path) -> None:
    for name in (path, _second(path)):
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{suffix}").unlink(missing_ok=True)
    for left in path.parent.glob("export-*"):
        # A database of the whole archive, which versions before 22 November 2026 kept here.
        left.unlink(missing_ok=True)


def _second(path: Path) -> Path:
    return path.with_name(_SECOND)


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}")
    return TABLES[table]


def _one(table: str) -> str:
    return f"SELECT checksum, value FROM {_known(table)} WHERE key = ?"  # noqa: S608 - a known name


def _checked(checksum: object, value: object) -> bytes | None:
    return value if isinstance(value, bytes) and crc32(value) == checksum else None
