"""On what a benchmark ran."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.peers.machine import describe_machine, file_system_of, memory_megabytes

linux = pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="needs Linux's /proc")


def test_machine_is_described_in_one_line() -> None:
    """Processor, cores, memory and system stand in one line."""
    line = describe_machine()

    assert "\n" not in line
    assert " cores, " in line
    assert f"{memory_megabytes() / 1e3:.0f} GB of memory" in line


@linux
def test_file_system_is_that_of_the_nearest_mount() -> None:
    """What lies below /proc lies on proc, whatever the root is on."""
    assert file_system_of(Path("/proc/self")) == "proc"
    assert file_system_of(Path("/")) != "proc"
