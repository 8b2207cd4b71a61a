"""The files of a site in a folder: written, linked, compared, removed; no link is followed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from site_builder.output.place import MARKER

_MARKER_TEXT = "Made by site-builder. Every build replaces this folder and all that is in it.\n"
_SITE = "Site: "
FILE_MODE = 0o644
FOLDER_MODE = 0o755
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY
_READ = os.O_RDONLY | _NO_FOLLOW | _BINARY
_USUAL_UMASK = 0o022


class Tree:
    """A folder of files by their paths below it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._prefix = os.fspath(root) + os.sep
        self._chmod = _umask() != _USUAL_UMASK

    @classmethod
    def make(cls, root: Path) -> Tree:
        """Make the folder, which must not exist."""
        root.mkdir(FOLDER_MODE)
        root.chmod(FOLDER_MODE)
        return cls(root)

    @staticmethod
    def links_in(folder: Path) -> bool:
        """Return whether the disk of a folder has hard links."""
        one, other = folder / f".links-{os.getpid()}", folder / f".links-{os.getpid()}-2"
        try:
            one.touch()
            os.link(one, other)
        except OSError:
            return False
        finally:
            for name in (one, other):
                with suppress(OSError):
                    name.unlink()
        return True

    def write(self, path: str, data: bytes) -> None:
        """Write a file that is not there yet, and the folders above it."""
        try:
            descriptor = os.open(self._prefix + path, _CREATE, FILE_MODE)
        except FileNotFoundError:
            self._make_folders(path.rpartition("/")[0])
            descriptor = os.open(self._prefix + path, _CREATE, FILE_MODE)
        try:
            if self._chmod and hasattr(os, "fchmod"):
                os.fchmod(descriptor, FILE_MODE)
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)

    def link(self, path: str, other: Tree) -> bool:
        """Give another tree's file its path here as well; False where that cannot be."""
        source, target = other._prefix + path, self._prefix + path
        try:
            _link(source, target)
        except FileNotFoundError:
            if not os.path.lexists(source):
                raise
            self._make_folders(path.rpartition("/")[0])
            _link(source, target)
        except OSError as failure:
            if failure.errno in {errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV}:
                return False  # not every disk has hard links
            raise
        return True

    def remove(self, path: str) -> None:
        """Remove a file if it is there, and the folders that this leaves empty."""
        try:
            os.unlink(self._prefix + path)  # noqa: PTH108
        except FileNotFoundError:
            return
        folder = path.rpartition("/")[0]
        while folder:
            try:
                os.rmdir(self._prefix + folder)  # noqa: PTH106
            except OSError:
                return
            folder = folder.rpartition("/")[0]

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        with open(os.open(self._prefix + path, _READ), "rb") as file:  # noqa: PTH123
            return file.read()

    def holds(self, path: str, data: bytes) -> bool:
        """Return whether a regular file has exactly these bytes, and the right permissions."""
        return self._compare(path, data, mode=True)

    def says(self, path: str, data: bytes) -> bool:
        """Return whether a regular file has exactly these bytes."""
        return self._compare(path, data, mode=False)

    def untouched(self, folders: Iterable[str]) -> bool:
        """Return whether no file was added to or removed from `folders` after the marker."""
        try:
            made = os.stat(self._prefix + MARKER, follow_symlinks=False).st_mtime_ns  # noqa: PTH116
            return all(
                os.stat(self._prefix + folder, follow_symlinks=False).st_mtime_ns <= made  # noqa: PTH116
                for folder in folders
            )
        except OSError:
            return False

    def _compare(self, path: str, data: bytes, *, mode: bool) -> bool:
        try:
            descriptor = os.open(self._prefix + path, _READ)
        except OSError:
            return False
        try:
            status = os.fstat(descriptor)
            if status.st_size != len(data):
                return False
            if mode and hasattr(os, "fchmod") and status.st_mode & 0o7777 != FILE_MODE:
                return False
            rest = memoryview(data)
            while rest:
                block = os.read(descriptor, len(rest))
                if not block or rest[: len(block)] != block:
                    return False
                rest = rest[len(block) :]
        except OSError:
            return False
        else:
            return True
        finally:
            os.close(descriptor)

    def _make_folders(self, folder: str) -> None:
        try:
            os.mkdir(self._prefix + folder, FOLDER_MODE)  # noqa: PTH102 - forty thousand of them
        except FileExistsError:
            return  # another worker made it
        except FileNotFoundError:
            self._make_folders(folder.rpartition("/")[0])
            self._make_folders(folder)
            return
        if self._chmod:
            os.chmod(self._prefix + folder, FOLDER_MODE)  # noqa: PTH101


def _link(source: str, target: str) -> None:
    if os.link in os.supports_follow_symlinks:
        os.link(source, target, follow_symlinks=False)
    else:  # pragma: no cover
        os.link(source, target)


def files_below(root: Path) -> dict[str, int]:
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


def write_marker(root: Path, site: str) -> None:
    """Mark a folder as a whole site of this id."""
    tree = Tree(root)
    tree.remove(MARKER)
    tree.write(MARKER, f"{_MARKER_TEXT}{_SITE}{site}\n".encode())


def read_marker(root: Path) -> str | None:
    """Return the id of the site in a folder; None where there is no whole site."""
    try:
        text = Tree(root).read(MARKER).decode()
    except (OSError, UnicodeDecodeError):
        return None
    lines = text.splitlines()
    return lines[1].removeprefix(_SITE) if len(lines) > 1 and lines[1].startswith(_SITE) else None


def _umask() -> int:
    mask = os.umask(_USUAL_UMASK)
    os.umask(mask)
    return mask
