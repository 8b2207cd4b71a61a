"""Work spread over processes: results come in order, and a process that dies names its work."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Chunks for each process that are handed out before the first result is taken."""
_SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""
_OVER_A_CLUSTER = 32
"""Chunks handed to an executor of which nobody knows how many workers it has."""
_LOST = frozenset(("KilledWorker", "CommClosedError", "FutureCancelledError"))
"""How a cluster says that it lost a worker."""


class WorkerDiedError(Exception):
    """A process was ended while it worked on something, perhaps for want of memory."""

    def __init__(self, name: str) -> None:
        self.name = name
        """What it worked on."""
        super().__init__(name)


def in_chunks(things: Sequence[T], size: int) -> list[Sequence[T]]:
    """Return things in chunks of at most `size`."""
    return [things[at : at + size] for at in range(0, len(things), size)]


def forks() -> bool:
    """Return whether worker processes can begin as copies of this one."""
    return sys.platform == "linux"


def over_processes(
    work: Callable[[Sequence[T]], R],
    chunks: Sequence[Sequence[T]],
    *,
    jobs: int,
    name: Callable[[T], str],
) -> Iterator[R]:
    """Yield the results of `work` on chunks of things, in order.

    Where processes can be forked, the workers are copies of this process: `work` may use all that
    it has in memory, and only results travel. Elsewhere, or with one job, this process does the
    work. Raises WorkerDiedError with the name of the thing that a worker died of.
    """
    if jobs <= 1 or len(chunks) <= 1 or not forks():
        for one in chunks:
            yield work(one)
        return
    with _forked(min(jobs, len(chunks)), work, chunks) as pool:
        waiting = iter(range(len(chunks)))
        running = [(at, _submitted(pool, at)) for at in islice(waiting, jobs * _AHEAD)]
        while running:
            at, future = running.pop(0)
            try:
                result = future.result()
            except BrokenExecutor as broken:
                unfinished = [at, *(one for one, other in running if not _is_done(other))]
                raise WorkerDiedError(
                    _deadly(work, [chunks[one] for one in unfinished], name)
                ) from broken
            following = next(waiting, None)
            if following is not None:
                running.append((following, _submitted(pool, following)))
            yield result


def over_executor(
    executor: Executor,
    work: Callable[[Sequence[T]], R],
    chunks: Iterable[Sequence[T]],
    *,
    name: Callable[[T], str],
) -> Iterator[R]:
    """Yield the results of `work` on chunks of things, in order, over any executor.

    `work` and the things must be such as can travel to another process. Raises WorkerDiedError
    with the name of the first of the things that a worker was at when it was lost.
    """
    waiting = iter(chunks)
    running = [(one, executor.submit(work, one)) for one in islice(waiting, _OVER_A_CLUSTER)]
    while running:
        chunk, future = running.pop(0)
        try:
            result = future.result()
        except Exception as failure:
            if isinstance(failure, BrokenExecutor) or type(failure).__name__ in _LOST:
                raise WorkerDiedError(name(chunk[0])) from failure
            raise
        following = next(waiting, None)
        if following is not None:
            running.append((following, executor.submit(work, following)))
        yield result


_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What a forked worker does, and on what: set before the fork."""


def _run(at: int) -> Any:
    assert _work is not None  # noqa: S101
    work, chunks = _work
    return work(chunks[at])


@contextmanager
def _forked(
    jobs: int, work: Callable[[Any], Any], chunks: Sequence[Any]
) -> Iterator[ProcessPoolExecutor]:
    global _work  # noqa: PLW0603 - the one thing that a copy of this process needs to find
    before, _work = _work, (work, chunks)
    # What lies in memory now is not looked through again by the copies' garbage collectors.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=context,
        initializer=_end_with,
        initargs=(os.getpid(), ctypes.CDLL(None)),
    )
    try:
        with warnings.catch_warnings():
            # Copies of a process with threads may find locks held. Ours is the progress bar's
            # alone, and the workers print nothing.
            warnings.simplefilter("ignore", DeprecationWarning)
            pool.submit(int).result()
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    else:
        pool.shutdown()
    finally:
        _work = before
        gc.unfreeze()


def _end_with(parent: int, library: ctypes.CDLL) -> None:
    """Have the system end this worker when its parent ends, however that ends.

    Else it would wait for work for ever, and write what it is at into the folder of the next build.
    """
    library.prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before that was said
        os._exit(1)


def _submitted(pool: ProcessPoolExecutor, at: int) -> Future[Any]:
    """Hand out a chunk; a pool that is already broken says so where the result is asked for."""
    try:
        return pool.submit(_run, at)
    except BrokenExecutor as broken:
        lost: Future[Any] = Future()
        lost.set_exception(broken)
        return lost


def _is_done(future: Any) -> bool:
    return bool(future.done() and future.exception() is None)


def _deadly(
    work: Callable[[Sequence[T]], R], chunks: Sequence[Sequence[T]], name: Callable[[T], str]
) -> str:
    """Return the name of the thing that ends a worker, doing each by itself; else of the first."""
    things = [one for chunk in chunks for one in chunk]
    for one in things:
        with _forked(1, work, [[one]]) as pool:
            try:
                pool.submit(_run, 0).result()
            except BrokenExecutor:
                return name(one)
    return name(things[0])
