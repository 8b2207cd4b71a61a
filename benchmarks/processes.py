"""What a command costs: seconds by the clock and of processor, and the memory of all it starts."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05
_FIRST_SAMPLE_SECONDS = 0.02
_PROC = Path("/proc")
_PR_SET_CHILD_SUBREAPER = 36
_PATIENCE_SECONDS = 10
"""How long a process may outlive the command before it is killed."""
_SLACK = 1.05
"""How far resident sizes may grow before shares are added up again, which stalls the measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one command took, and all the processes it started."""

    seconds: float
    """By the clock."""
    processor: float
    """Seconds of processor time, of user and system, on all cores together."""
    megabytes: float
    """Most memory held at one time by the whole tree of processes, in units of 10^6 bytes.

    On Linux the sum of the processes' proportional shares, in which a page that several hold counts
    once, sampled every 50 ms, at first every 20, and true within five per cent; elsewhere, and
    where the samples missed it, the largest resident size of any one of them.
    """

    def __add__(self, other: Cost) -> Cost:
        """Return the cost of one command after the other."""
        return Cost(
            seconds=self.seconds + other.seconds,
            processor=self.processor + other.processor,
            megabytes=max(self.megabytes, other.megabytes),
        )


class CommandError(Exception):
    """A measured command ended badly; the text says which, how, and its last words."""


def measure_command(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    most_megabytes: float | None = None,
) -> Cost:
    """Run `command` in `folder` and return what it cost.

    Processes that outlive the command count as well, on Linux, but not in the time by the clock.
    All are killed once they hold more than `most_megabytes` together, before a machine runs out of
    memory. Raises CommandError for that, and for a status other than zero.
    """
    _adopt_orphans()
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=None if environment is None else {**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _MemoryWatch(process.pid, most_megabytes)
        watch.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            usages = [usage, *_outliving(process.pid)]
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch.killed:
            raise CommandError(f"{command[0]} was stopped at {watch.most / 1e6:,.0f} MB of memory")
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()[-2_000:]
            raise CommandError(f"{command[0]} ended with status {process.returncode}: {words}")
    return Cost(
        seconds=seconds,
        processor=sum(one.ru_utime + one.ru_stime for one in usages),
        megabytes=max(watch.most, *map(_largest, usages)) / 1e6,
    )


def _adopt_orphans() -> None:
    """Make children of this process those whose parents end before them: prctl(2).

    Without that the server that starts Python's workers would count nowhere, nor they.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _outliving(group: int) -> Iterator[resource.struct_rusage]:
    """Yield what each adopted process of a group used, once it has ended; kill those that stay."""
    patience = threading.Timer(_PATIENCE_SECONDS, os.killpg, (group, signal.SIGKILL))
    patience.start()
    try:
        while True:
            yield os.wait4(-group, 0)[2]
    except ChildProcessError:
        pass
    finally:
        patience.cancel()


def _largest(usage: resource.struct_rusage) -> int:
    """Return the bytes of the largest process, or 0 where the kernel names the starter's."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if usage.ru_maxrss <= own:
        return 0
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class _MemoryWatch(threading.Thread):
    """Looks at the memory of a tree of processes until told to stop."""

    def __init__(self, leader: int, most_megabytes: float | None) -> None:
        super().__init__(daemon=True)
        self.most = 0
        """Most bytes seen at one time."""
        self.killed = False
        self._leader = leader
        self._limit = float("inf") if most_megabytes is None else most_megabytes * 1e6
        self._over = threading.Event()

    def run(self) -> None:
        # A short command is looked at more often: it would be over after a few samples.
        pause = _FIRST_SAMPLE_SECONDS
        while _PROC.exists() and not self._over.wait(pause):
            self._look()
            pause = min(pause * 1.1, SAMPLE_SECONDS)

    def stop(self) -> None:
        self._over.set()
        self.join()

    def _look(self) -> None:
        tree = resident_sizes(self._leader)
        # Shares never exceed resident sizes, and to add them up costs the measured processes time.
        if sum(tree.values()) > self.most * _SLACK:
            self.most = max(self.most, sum(_share(pid, size) for pid, size in tree.items()))
        if self.most > self._limit and not self.killed:
            self.killed = True
            with suppress(ProcessLookupError):
                os.killpg(self._leader, signal.SIGKILL)


def resident_sizes(leader: int) -> dict[int, int]:
    """Return the resident bytes of the process `leader`, its session and its descendants, by id."""
    pids = (entry.name for entry in os.scandir(_PROC) if entry.name.isdigit())
    seen = [found for pid in pids if (found := _stat(pid))]
    tree: dict[int, int] = {}
    size = -1
    while len(tree) > size:
        size = len(tree)
        for pid, parent, session, resident in seen:
            if leader in (pid, session) or parent in tree:
                tree[pid] = resident
    return tree


def _stat(pid: str) -> tuple[int, int, int, int] | None:
    """Return a process's id, parent, session and resident bytes; None if it is gone."""
    try:
        text = (_PROC / pid / "stat").read_bytes()
    except OSError:
        return None
    # The name stands in brackets and may hold any sign: proc(5).
    fields = text[text.rindex(b")") + 2 :].split()
    pages = int(fields[21])
    return int(pid), int(fields[1]), int(fields[3]), pages * resource.getpagesize()


def _share(pid: int, resident: int) -> int:
    """Return the proportional share in bytes, or the resident size where none is told."""
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_bytes()
    except OSError:
        return resident if (_PROC / str(pid)).exists() else 0
    for line in text.splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0
