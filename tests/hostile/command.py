"""Runs the real command on an archive, here or in a process of its own."""

from __future__ import annotations

import re
import resource
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from click.testing import CliRunner

from site_builder.cli import main
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

HANG = 120
"""Seconds after which a command counts as hanging, however busy the machine."""
MEMORY = 768 * 1024 * 1024
"""Bytes that a process may hold: 512 MB for one article, and the program itself."""

_MAIN = "from site_builder.cli import main; main()"
_HEAD = re.compile(r"^(\S.*?:\d+): (error|warning|note)\[[a-z_0-9-]+\]: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str
    seconds: float
    """Of work, waiting not counted."""

    def told(self, severity: str) -> list[tuple[str, str]]:
        """Place and message of each diagnostic of a severity, in the order of printing."""
        return [(at, says) for at, kind, says in _HEAD.findall(self.err) if kind == severity]


def run_here(root: Path, *options: str) -> Ended:
    """Run `site-builder build` in this process; any exception but its end is raised."""
    started = time.process_time()
    with _alarm():
        done = CliRunner().invoke(main, _arguments(root, options), env={"CI": ""})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ended(
        status=done.exit_code,
        out=done.stdout,
        err=done.stderr,
        seconds=time.process_time() - started,
    )


def run_apart(root: Path, *options: str, **environment: str) -> Ended:
    """Run `site-builder build` as a process of its own, held to `MEMORY` and `HANG`."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, *_arguments(root, options)],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=HANG,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(REPOSITORY), **environment},
        preexec_fn=_limit,
    )
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Ended(
        status=done.returncode,
        out=done.stdout,
        err=done.stderr,
        seconds=ended.ru_utime + ended.ru_stime - started.ru_utime - started.ru_stime,
    )


def _arguments(root: Path, options: tuple[str, ...]) -> list[str]:
    return ["build", str(root), "--jobs", "1", *options]


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (HANG, HANG))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@contextmanager
def _alarm() -> Iterator[None]:
    """Raise TimeoutError in what takes longer than `HANG`."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"the command had not ended after {HANG} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
