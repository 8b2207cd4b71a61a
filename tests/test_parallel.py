"""Work over processes: in order, and a process that dies is told by what it died of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from site_builder.parallel import WorkerDiedError, forks, over_processes

if TYPE_CHECKING:
    from collections.abc import Sequence


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * one for one in numbers]


def die_at_four(numbers: Sequence[int]) -> Sequence[int]:
    if 4 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def test_results_come_in_order() -> None:
    """Whichever process is done first, results stand in the order of the work."""
    chunks = [[number, number + 1] for number in range(0, 40, 2)]
    results = list(over_processes(double, chunks, jobs=2, name=str))

    assert results == [[2 * one for one in chunk] for chunk in chunks]


@pytest.mark.skipif(not forks(), reason="workers are forked on Linux alone")
def test_a_death_seen_while_work_is_handed_out() -> None:
    """A pool that broke between two results names what it died of, like one that breaks later."""
    results = over_processes(die_at_four, [[one] for one in range(40)], jobs=2, name=str)
    first = next(results)
    time.sleep(0.5)
    with pytest.raises(WorkerDiedError) as died:
        list(results)

    assert first == [0]
    assert died.value.name == "4"


ENDLESS = """
import os, time
from site_builder.parallel import over_processes

def work(chunk):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)

list(over_processes(work, [[0], [1]], jobs=2, name=str))
"""


@pytest.mark.skipif(not forks(), reason="workers are forked on Linux alone")
def test_workers_end_with_the_process_that_began_them() -> None:
    """A killed build leaves nobody who writes into the next one's folder, or holds memory."""
    process = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
    assert process.stdout is not None
    workers = {int(process.stdout.readline()) for _ in range(2)}
    process.kill()
    # The pipe ends when nobody is left who could write to it.
    process.communicate(timeout=20)

    assert len(workers - {process.pid}) == 2
