"""Publishing a built site: the old site or the new one, never a mixture.

The site is written into a folder beside the output folder, on the same file system,
and exchanged with it in one step (see exchange.py). Whatever happens before that step
(an error, a crash, a full disk, Ctrl-C) leaves the old site byte for byte; what such
a build left behind is removed by the next one.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.output.errors import OutputError
from site_builder.output.exchange import flush, flush_names, put_in_place, recover, remove_tree
from site_builder.output.lock import output_lock
from site_builder.output.place import MARKER, Place, explain, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from site_builder.output.files import OutputFile

__all__ = ["MARKER", "OutputError", "Published", "check_output", "publish", "recover_output"]

_MARKER_TEXT = b"Made by site-builder. Every build replaces this folder and all that is in it.\n"
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY
_READ = os.O_RDONLY | _NO_FOLLOW | _BINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a build changed in its output folder; the marker file is not counted."""

    written: int
    """Files that are new or whose bytes changed."""
    unchanged: int
    removed: int
    """Files of the old site that the new one does not have."""
    bytes: int
    """Of the whole new site."""


def publish(
    files: Iterable[OutputFile], output: Path, *, source: Path, patience: float = 30.0
) -> Published:
    """Make `files` the site at `output`, whole or not at all.

    `output` must be absent, empty, or a folder that an earlier build made; `source` is
    the archive's root, which is never overwritten. Another build at work there is
    waited for at most `patience` seconds. Files are taken one by one, so they may be
    rendered as they are asked for; what that raises passes through after the unfinished
    site is removed. Raises OutputError, with the old site untouched, if the disk or
    the folder refuses; ValueError if two files share a path or a path leaves the site.
    """
    place = place_of(output, source)
    place.check()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with output_lock(place.lock, place.output, patience):
            return _publish_locked(files, place)
    except OSError as failure:
        raise explain(failure, place) from failure


def check_output(output: Path, *, source: Path) -> None:
    """Raise OutputError if `publish` would refuse `output`, before any work is done."""
    place_of(output, source).check()


def recover_output(output: Path, *, source: Path) -> bool:
    """Put back the site that a crash between two renames left aside; True if there was one.

    Called when a build starts, so that even a build that then fails leaves a site.
    """
    place = place_of(output, source)
    if not place.old.is_dir():
        return False
    try:
        with output_lock(place.lock, place.output, 0):
            return recover(place.output, place.old)
    except OSError as failure:
        raise explain(failure, place) from failure


def _publish_locked(files: Iterable[OutputFile], place: Place) -> Published:
    recover(place.output, place.old)
    place.check()
    remove_tree(place.new)
    remove_tree(place.old)
    former: Path | None = place.new
    try:
        site = _Aside(place)
        for file in files:
            site.add(file)
        published = site.finish()
        flush(place.new)
        former = put_in_place(place.new, place.output, place.old)
        flush_names(place.parent)
    finally:
        if former is not None:
            remove_tree(former)
    return published


class _Aside:
    """The new site while it is being written beside the old one."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._old = _files_below(place.output)
        self._paths: set[str] = set()
        self._folders: set[str] = {""}
        self._written = self._unchanged = self._bytes = 0
        place.new.mkdir(_FOLDER_MODE)
        self._root = os.fspath(place.new) + os.sep
        self._old_root = os.fspath(place.output) + os.sep
        place.new.chmod(_FOLDER_MODE)
        self._write(MARKER, _MARKER_TEXT)
        self._old.pop(MARKER, None)

    def add(self, file: OutputFile) -> None:
        """Write one file, or link it to the old site's if the bytes are the same.

        Linking keeps the time of last change, by which servers and copying tools tell
        what is new, and writes nothing to the disk.
        """
        path = file.path
        self._claim(path)
        self._bytes += len(file.data)
        size = self._old.pop(path, None)
        try:
            if size == len(file.data) and self._link(path, file.data):
                self._unchanged += 1
            else:
                same = size == len(file.data) and self._is_same(path, file.data)
                self._write(path, file.data)
                self._unchanged += same
                self._written += not same
        except OSError as failure:
            raise explain(failure, self._place, path) from failure

    def finish(self) -> Published:
        return Published(
            written=self._written,
            unchanged=self._unchanged,
            removed=len(self._old),
            bytes=self._bytes,
        )

    def _claim(self, path: str) -> None:
        """Refuse paths that no page plan may hold, and make the file's folder."""
        parts = path.split("/")
        if any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in parts):
            raise ValueError(f"not a path below the site: {path!r}")
        if path in self._paths or path in self._folders or path == MARKER:
            raise ValueError(f"two files of the site share the path {path!r}")
        self._paths.add(path)
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            self._make_folder(folder)

    def _make_folder(self, folder: str) -> None:
        parent = folder.rpartition("/")[0]
        if parent not in self._folders:
            self._make_folder(parent)
        if folder in self._paths:
            raise ValueError(f"two files of the site share the path {folder!r}")
        try:
            os.mkdir(self._root + folder, _FOLDER_MODE)  # noqa: PTH102 - forty thousand of them
            os.chmod(self._root + folder, _FOLDER_MODE)  # noqa: PTH101
        except OSError as failure:
            raise explain(failure, self._place, folder) from failure
        self._folders.add(folder)

    def _write(self, path: str, data: bytes) -> None:
        descriptor = os.open(self._root + path, _CREATE, _FILE_MODE)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, _FILE_MODE)
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)

    def _link(self, path: str, data: bytes) -> bool:
        if not self._is_same(path, data):
            return False
        try:
            os.link(self._old_root + path, self._root + path)
        except OSError:
            return False  # not every disk has hard links
        return True

    def _is_same(self, path: str, data: bytes) -> bool:
        """Whether the old site has exactly this file, with the right permissions."""
        try:
            descriptor = os.open(self._old_root + path, _READ)
        except OSError:
            return False
        try:
            if hasattr(os, "fchmod") and os.fstat(descriptor).st_mode & 0o7777 != _FILE_MODE:
                return False
            rest = memoryview(data)
            while rest:
                block = os.read(descriptor, len(rest))
                if not block or rest[: len(block)] != block:
                    return False
                rest = rest[len(block) :]
            return not os.read(descriptor, 1)
        finally:
            os.close(descriptor)


def _files_below(root: Path) -> dict[str, int]:
    """Return the size of each regular file by its path below `root`, following no links."""
    sizes: dict[str, int] = {}
    folders = [""]
    while folders:
        folder = folders.pop()
        with suppress(FileNotFoundError), os.scandir(root / folder) as entries:
            for entry in entries:
                path = folder + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path + "/")
                elif entry.is_file(follow_symlinks=False):
                    sizes[path] = entry.stat(follow_symlinks=False).st_size
    return sizes
