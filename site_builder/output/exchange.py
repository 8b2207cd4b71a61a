"""Putting a finished folder in the place of another in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def put_in_place(new: Path, output: Path, old: Path) -> Path | None:
    """Make `new` the folder at `output`; return where the former one now lies, if any.

    Where the system can exchange two names (Linux: renameat2 with RENAME_EXCHANGE),
    nobody ever sees a missing or mixed site, and the former one lies at `new`.
    Elsewhere two renames follow each other, with the former site at `old`; a crash
    between them leaves no `output`, and `recover` puts the former site back.
    """
    if not output.exists():
        new.rename(output)
        return None
    if not any(output.iterdir()):
        output.rmdir()
        new.rename(output)
        return None
    if _exchange(new, output):
        return new
    output.rename(old)
    try:
        new.rename(output)
    except BaseException:
        old.rename(output)
        raise
    return old


def recover(output: Path, old: Path) -> bool:
    """Put the site at `old` back if a crash came between two renames; True if it did."""
    if not old.is_dir() or output.exists() or output.is_symlink():
        return False
    old.rename(output)
    return True


def flush(folder: Path) -> None:
    """See that what was written below `folder` is on the disk, so that a power cut
    after the exchange cannot leave a site of empty files.
    """
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if _flush_file_system(descriptor):
            return
    finally:
        os.close(descriptor)
    for path in sorted(folder.rglob("*")):  # pragma: no cover
        _flush_one(path)
    _flush_one(folder)  # pragma: no cover


def flush_names(folder: Path) -> None:
    """See that the names in `folder` itself are on the disk."""
    if sys.platform != "win32":
        _flush_one(folder)


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours as far as possible; what stays is removed by the next build."""
    shutil.rmtree(folder, ignore_errors=True)


def _flush_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as failure:
        # Some file systems cannot flush a folder and say so.
        if failure.errno not in _UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot."""
    library = _c_library()
    if library is None or not hasattr(library, "renameat2"):
        return False
    status = library.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if status == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _flush_file_system(descriptor: int) -> bool:
    """Flush the file system that `descriptor` lies on: one call for any number of files."""
    library = _c_library()
    if library is None or not hasattr(library, "syncfs"):
        return False
    if library.syncfs(descriptor) == 0:
        return True
    code = ctypes.get_errno()
    raise OSError(code, os.strerror(code))


@cache
def _c_library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    return ctypes.CDLL(None, use_errno=True)
