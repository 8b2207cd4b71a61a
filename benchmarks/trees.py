"""Which files of a folder a build wrote."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Tree = Mapping[str, tuple[int, int, int]]
"""Inode, time of writing in nanoseconds and bytes of each file, by its path in the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What changed in a folder between two looks at it."""

    files: int
    """Files that are new or were written again, even with the same bytes."""
    bytes: int
    """Bytes of those files."""
    removed: int


def look_at(folder: Path) -> Tree:
    """Return the files below `folder`, none if there is no such folder."""
    tree: dict[str, tuple[int, int, int]] = {}
    folders = [os.fspath(folder)] if folder.is_dir() else []
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                status = entry.stat(follow_symlinks=False)
                tree[entry.path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return tree


def written_between(before: Tree, after: Tree) -> Written:
    """Return what was written between two looks at the same folder."""
    written = [status for path, status in after.items() if before.get(path) != status]
    return Written(
        files=len(written),
        bytes=sum(size for _, _, size in written),
        removed=len(before.keys() - after.keys()),
    )


def size_of(tree: Tree) -> int:
    """Return the bytes of all files together."""
    return sum(size for _, _, size in tree.values())
