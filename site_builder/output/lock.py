"""One build at a time for each output folder."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from site_builder.output.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAUSE = 0.05
_THREADS = threading.Lock()
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextmanager
def output_lock(lock: Path, output: Path, patience: float) -> Iterator[None]:
    """Hold `lock` for the build of `output`; wait `patience` seconds for another build to end.

    The lock belongs to the process and dies with it, however it dies: a killed build
    never blocks the next one. Worker processes do not inherit it (POSIX record locks
    are not passed on by fork), so an orphaned worker cannot hold it either. Raises
    OutputError if the other build is still at work after that time.
    """
    deadline = time.monotonic() + patience
    if not _THREADS.acquire(timeout=max(patience, 0)):
        raise _busy(output)
    try:
        descriptor = _open_locked(lock, output, deadline)
        try:
            yield
        finally:
            _release(lock, descriptor)
    finally:
        _THREADS.release()


def _open_locked(lock: Path, output: Path, deadline: float) -> int:
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        locked = False
        try:
            # The holder removes the file when it ends: a lock on a file that is no
            # longer the one under this name guards nothing.
            locked = _try_lock(descriptor) and _is_same_file(descriptor, lock)
            if locked:
                return descriptor
        finally:
            if not locked:
                os.close(descriptor)
        if time.monotonic() >= deadline:
            raise _busy(output)
        time.sleep(_PAUSE)


def _busy(output: Path) -> OutputError:
    return OutputError(
        f"another build is writing to {output}",
        "Wait until it has ended and build again, or name another folder with --output.",
    )


def _is_same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as failure:
            if failure.errno in _BUSY:
                return False
            raise
        return True

    def _release(_lock: Path, descriptor: int) -> None:
        # Windows keeps a file that somebody has open, so the file stays.
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as failure:
            if failure.errno in _BUSY:
                return False
            raise
        return True

    def _release(lock: Path, descriptor: int) -> None:
        lock.unlink(missing_ok=True)
        os.close(descriptor)
