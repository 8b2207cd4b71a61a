"""Work over processes: in order, and a process that dies is told by what it died of."""

from __future__ import annotations

import os
import signal
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
