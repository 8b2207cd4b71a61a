"""A disk that takes no more after so many writes: everything that would need room is refused."""

from __future__ import annotations

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

_WRITING = ("INSERT", "CREATE", "DELETE", "UPDATE", "BEGIN")


@dataclass(slots=True)
class Disk:
    """How much room there is, in writes, and how many were asked for."""

    room: float
    asked: int = 0

    @property
    def full(self) -> bool:
        """Whether anything was refused."""
        return self.asked > self.room

    def take(self, path: Any = None) -> None:
        """Take room for one write, or refuse it as the system does."""
        self.asked += 1
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    def take_for_database(self) -> None:
        """The same as SQLite says it."""
        try:
            self.take()
        except OSError as refused:
            raise sqlite3.OperationalError("database or disk is full") from refused


@contextmanager
def disk_with(room: float) -> Iterator[Disk]:
    """Let this process make `room` writes: new files, folders and links, bytes, rows."""
    disk = Disk(room)
    real = {name: getattr(os, name) for name in ("open", "write", "mkdir", "link", "rename")}
    real_open, real_connect = io.open, sqlite3.connect

    def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & os.O_CREAT:
            disk.take(os.fspath(path))
        return int(real["open"](path, flags, *rest, **more))

    def written(descriptor: int, data: Any) -> int:
        disk.take()
        # The last bytes for which there is room are often a part of what was to be written.
        part = memoryview(data)[: len(data) // 2] if disk.asked == disk.room else data
        return int(real["write"](descriptor, part))

    def taking(name: str) -> Any:
        def call(path: Any, *rest: Any, **more: Any) -> Any:
            if name != "mkdir" or not os.path.lexists(path):
                disk.take(os.fspath(path))
            return real[name](path, *rest, **more)

        return call

    def file_opened(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if set(mode) & set("wax+"):
            disk.take(path)
        return real_open(path, mode, *rest, **more)

    class Connection(sqlite3.Connection):
        def execute(self, query: str, *rest: Any) -> sqlite3.Cursor:
            if query.startswith(_WRITING):
                disk.take_for_database()
            return super().execute(query, *rest)

        def executemany(self, query: str, *rest: Any) -> sqlite3.Cursor:
            disk.take_for_database()
            return super().executemany(query, *rest)

        def commit(self) -> None:
            disk.take_for_database()
            super().commit()

    def connected(path: Any, *rest: Any, **more: Any) -> sqlite3.Connection:
        kind = sqlite3.Connection if path == ":memory:" else Connection
        connection: sqlite3.Connection = real_connect(path, *rest, factory=kind, **more)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        patch.setattr(os, "write", written)
        for name in ("mkdir", "link", "rename"):
            patch.setattr(os, name, taking(name))
        patch.setattr(os, "supports_follow_symlinks", {*os.supports_follow_symlinks, os.link})
        patch.setattr(io, "open", file_opened)
        patch.setattr(builtins, "open", file_opened)
        patch.setattr(sqlite3, "connect", connected)
        yield disk
