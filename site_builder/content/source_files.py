"""The files of an archive, read; what does not belong there is said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

_IGNORED = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"))
_MAX_FILE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file of the archive, read."""

    path: str
    """Below the archive's root, with forward slashes."""
    data: bytes


def read_source_files(root: Path) -> tuple[dict[str, SourceFile], tuple[Diagnostic, ...]]:
    """Return every file of the archive by path, in the order of paths."""
    content = root / "content"
    if not content.is_dir():
        fault = error(
            SourceLocation(path="content"),
            "content",
            f"there is no folder content/ in {root}",
            "Give the archive's folder, or make a new archive with 'site-builder init'.",
        )
        return {}, (fault,)
    files: dict[str, SourceFile] = {}
    faults: list[Diagnostic] = []
    boundary = content.resolve()
    for path in _walk(content, faults):
        name = path.relative_to(root).as_posix()
        if path.name in _IGNORED or name.startswith("content/originals/"):
            continue
        where = SourceLocation(path=printable(name))
        if not _is_wanted(name):
            faults.append(_stray(where, name))
            continue
        try:
            target = path.resolve(strict=True)
            if not target.is_relative_to(boundary):
                faults.append(
                    error(
                        where,
                        "link",
                        "this link leads out of the archive",
                        "Copy the file itself to this place.",
                    )
                )
                continue
            if not target.is_file():
                faults.append(_stray(where, name))
                continue
            if target.stat().st_size > _MAX_FILE_BYTES:
                faults.append(
                    error(
                        where,
                        "file-size",
                        f"the file is larger than {_MAX_FILE_BYTES // 1024**2} MB",
                        "Split it, or move it out of content/.",
                    )
                )
                continue
            files[where.path] = SourceFile(path=where.path, data=path.read_bytes())
        except (OSError, RuntimeError) as fault:  # RuntimeError: a link that leads to itself
            faults.append(_unreadable(where, fault))
    return files, tuple(faults)


def _walk(content: Path, faults: list[Diagnostic]) -> Iterator[Path]:
    """Yield the files below content/ in the order of their names.

    Folders that cannot be opened, and links to folders, which are not followed, are faults.
    """

    def place(path: str) -> SourceLocation:
        return SourceLocation(path=printable(Path(path).relative_to(content.parent).as_posix()))

    def refused(fault: OSError) -> None:
        faults.append(_unreadable(place(fault.filename), fault))

    for base, folders, names in os.walk(content, onerror=refused):
        folders.sort()
        for name in folders:
            path = Path(base) / name
            if path.is_symlink():
                faults.append(
                    error(
                        place(str(path)),
                        "link",
                        "this is a link to a folder, which is not followed",
                        "Copy the folder itself to this place.",
                    )
                )
        for name in sorted(names):
            yield Path(base) / name


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
