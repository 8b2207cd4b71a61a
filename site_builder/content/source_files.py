"""The files of an archive, read; what does not belong there is said."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

_IGNORED = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"))
_MAX_FILE_BYTES = 16 * 1024 * 1024
_RACY_NS = 2_000_000_000
"""How coarse the clocks of file systems are: two seconds at worst."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """By which a file is known again without being read."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: bytes
    """Of the file's path and bytes, when it had these."""


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the archive."""

    path: str
    """Below the archive's root, with forward slashes."""
    digest: bytes
    """Of the path and the bytes, 16 bytes long: the same for the same file and for no other."""
    place: str
    """Where the file lies on the disk."""
    held: bytes | None = None
    """Its bytes, unless it was known by its stamp."""

    @property
    def data(self) -> bytes:
        """The file's bytes; raises OSError where it can no longer be read."""
        return self.held if self.held is not None else Path(self.place).read_bytes()


class SourceFiles(msgspec.Struct, frozen=True, kw_only=True):
    """Every file of an archive, and what is wrong with some."""

    files: Mapping[str, SourceFile]
    """By path, in the order of folders and names."""
    faults: tuple[Diagnostic, ...]
    stamps: Mapping[str, Stamp]
    """By path, of files that did not change while they were read."""


def read_source_files(
    root: Path, known: Mapping[str, Stamp] = MappingProxyType({}), *, now_ns: int | None = None
) -> SourceFiles:
    """Return every file of the archive; those of `known` stamps are not read again.

    A file changed as late as `_RACY_NS` before `now_ns` may change once more without a new
    stamp, so it is given none.
    """
    content = root / "content"
    if not content.is_dir():
        fault = error(
            SourceLocation(path="content"),
            "content",
            f"there is no folder content/ in {root}",
            "Give the archive's folder, or make a new archive with 'site-builder init'.",
        )
        return SourceFiles(files={}, faults=(fault,), stamps={})
    reader = _Reader(root, known, time.time_ns() if now_ns is None else now_ns)
    reader.walk(os.fspath(content), "content")
    return SourceFiles(files=reader.files, faults=tuple(reader.faults), stamps=reader.stamps)


def digest_of(path: str, data: bytes) -> bytes:
    """Return what a file is known by: 16 bytes that depend on its path and its bytes."""
    digest = hashlib.blake2b(path.encode("utf-8", "surrogateescape"), digest_size=16)
    digest.update(b"\0")
    digest.update(data)
    return digest.digest()


class _Reader:
    """One walk through content/."""

    def __init__(self, root: Path, known: Mapping[str, Stamp], now_ns: int) -> None:
        self.files: dict[str, SourceFile] = {}
        self.faults: list[Diagnostic] = []
        self.stamps: dict[str, Stamp] = {}
        self._known = known
        self._boundary = (root / "content").resolve()
        self._settled_before = now_ns - _RACY_NS

    def walk(self, folder: str, below: str) -> None:
        """Read the files of a folder by name, then those of the folders in it.

        Folders that cannot be opened, and links to folders, which are not followed, are faults.
        """
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as fault:
            self.faults.append(_unreadable(SourceLocation(path=printable(below)), fault))
            return
        inside: list[os.DirEntry[str]] = []
        files: list[os.DirEntry[str]] = []
        for entry in entries:
            (inside if _is_folder(entry) else files).append(entry)
        folders = []
        for entry in inside:
            name = f"{below}/{entry.name}"
            if entry.is_symlink():
                self.faults.append(
                    error(
                        SourceLocation(path=printable(name)),
                        "link",
                        "this is a link to a folder, which is not followed",
                        "Copy the folder itself to this place.",
                    )
                )
            elif name != "content/originals":
                folders.append((entry.path, name))
        for entry in files:
            self._file(entry, f"{below}/{entry.name}")
        for place, name in folders:
            self.walk(place, name)

    def _file(self, entry: os.DirEntry[str], name: str) -> None:
        if entry.name in _IGNORED:
            return
        where = SourceLocation(path=printable(name))
        if not _is_wanted(name):
            self.faults.append(_stray(where, name))
            return
        try:
            if entry.is_symlink():
                target = Path(entry.path).resolve(strict=True)
                if not target.is_relative_to(self._boundary):
                    self.faults.append(
                        error(
                            where,
                            "link",
                            "this link leads out of the archive",
                            "Copy the file itself to this place.",
                        )
                    )
                    return
            if not entry.is_file():
                self.faults.append(_stray(where, name))
                return
            status = entry.stat()
            if status.st_size > _MAX_FILE_BYTES:
                self.faults.append(
                    error(
                        where,
                        "file-size",
                        f"the file is larger than {_MAX_FILE_BYTES // 1024**2} MB",
                        "Split it, or move it out of content/.",
                    )
                )
                return
            self._read(entry.path, where.path, status)
        except (OSError, RuntimeError) as fault:  # RuntimeError: a link that leads to itself
            self.faults.append(_unreadable(where, fault))

    def _read(self, place: str, path: str, status: os.stat_result) -> None:
        known = self._known.get(path)
        if (
            known is not None
            and known.size == status.st_size
            and known.mtime_ns == status.st_mtime_ns
            and known.ctime_ns == status.st_ctime_ns
            and known.inode == status.st_ino
        ):
            self.files[path] = SourceFile(path=path, digest=known.digest, place=place)
            self.stamps[path] = known
            return
        with open(place, "rb") as file:  # noqa: PTH123 - ten thousand of them
            data = file.read()
        digest = digest_of(path, data)
        self.files[path] = SourceFile(path=path, digest=digest, place=place, held=data)
        if max(status.st_mtime_ns, status.st_ctime_ns) < self._settled_before:
            self.stamps[path] = Stamp(
                size=status.st_size,
                mtime_ns=status.st_mtime_ns,
                ctime_ns=status.st_ctime_ns,
                inode=status.st_ino,
                digest=digest,
            )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _unreadable(where: SourceLocation, fault: Exception) -> Diagnostic:
    reason = (getattr(fault, "strerror", None) or str(fault)).lower()
    return error(where, "file", f"cannot be read: {reason}", "Check its permissions.")


def _is_wanted(name: str) -> bool:
    if name == "content/site.yaml":
        return True
    folder, _, _ = name.removeprefix("content/").partition("/")
    suffix = {"articles": ".md", "pages": ".md", "registers": ".yaml"}.get(folder)
    return suffix is not None and name.endswith(suffix)


def _stray(where: SourceLocation, name: str) -> Diagnostic:
    suffix = ".yaml" if "/registers/" in name else ".md"
    if name.startswith(("content/articles/", "content/pages/", "content/registers/")):
        hint = f"Name it with '{suffix}' at the end, or move it out of content/."
    else:
        hint = "Move it to articles/, pages/ or registers/, or, if it is an image, to static/."
    return warning(where, "stray-file", "this file is not part of the archive", hint)


def printable(name: str) -> str:
    """Return a path that can be printed, whatever bytes its name holds."""
    return name.encode("utf-8", "backslashreplace").decode()


def below(files: Iterable[SourceFile], folder: str, suffix: str) -> list[SourceFile]:
    return [f for f in files if f.path.startswith(folder) and f.path.endswith(suffix)]
