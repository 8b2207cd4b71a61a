"""What a command cost, with all that it started."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.processes import CommandError, Cost, measure_command, resident_sizes

BUSY = "import time\nwhile time.process_time() < 0.4: pass"
HOLD = "held = bytearray(80_000_000)\nimport time; time.sleep(0.4)"

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")


def in_a_childs_child(source: str) -> list[str]:
    """A command whose child's child runs `source`."""
    child = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {source!r}], check=True)"
    )
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )
    return [sys.executable, "-c", parent]


def test_processor_time_of_a_childs_child_is_counted() -> None:
    """Work done two processes below the command counts as the command's."""
    assert measure_command(in_a_childs_child(BUSY)).processor >= 0.4


def test_processor_time_of_threads_is_counted() -> None:
    """Threads that work at the same time count each for itself."""
    source = (
        "import hashlib, threading, time\n"
        "def work():\n"
        "    while time.thread_time() < 0.2: hashlib.sha256(bytes(1_000_000)).digest()\n"
        "threads = [threading.Thread(target=work) for _ in range(3)]\n"
        "[one.start() for one in threads]; [one.join() for one in threads]"
    )

    assert measure_command([sys.executable, "-c", source]).processor >= 0.6


@linux
def test_processor_time_of_a_child_that_outlives_the_command_is_counted() -> None:
    """What a command leaves to a child that nobody waits for counts as the command's."""
    source = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}])"

    assert measure_command([sys.executable, "-c", source]).processor >= 0.4


@linux
def test_processor_time_of_workers_started_by_a_server_is_counted(tmp_path: Path) -> None:
    """Python's fork server is waited for by nobody; its workers count nevertheless."""
    source = (
        "import time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "def work(_):\n"
        "    started = time.process_time()\n"
        "    while time.process_time() < started + 0.3: pass\n"
        "if __name__ == '__main__':\n"
        "    with ProcessPoolExecutor(2, get_context('forkserver')) as pool:\n"
        "        list(pool.map(work, range(2)))\n"
    )
    script = tmp_path / "script.py"
    script.write_text(source, encoding="utf-8")

    assert measure_command([sys.executable, script]).processor >= 0.6


def test_waiting_costs_time_by_the_clock_only() -> None:
    """A command that sleeps takes seconds but no processor."""
    cost = measure_command([sys.executable, "-S", "-c", "import time; time.sleep(0.5)"])

    assert cost.seconds >= 0.5
    assert cost.processor < 0.5


@linux
def test_memory_of_a_childs_child_is_seen() -> None:
    """What a process two below the command holds counts."""
    assert measure_command(in_a_childs_child(HOLD)).megabytes > 80


@linux
def test_memory_of_processes_at_one_time_is_added_up() -> None:
    """Two children that hold 80 MB each at the same time make 160."""
    source = (
        "import subprocess, sys\n"
        f"both = [subprocess.Popen([sys.executable, '-c', {HOLD!r}]) for _ in range(2)]\n"
        "[one.wait() for one in both]"
    )

    assert measure_command([sys.executable, "-c", source]).megabytes > 160


@linux
def test_memory_shared_by_forks_counts_once() -> None:
    """A fork that only reads what its parent holds adds next to nothing."""
    source = (
        "import os, time\n"
        "held = b'x' * 150_000_000\n"
        "if os.fork() == 0:\n    time.sleep(0.5); os._exit(0)\n"
        "os.wait()"
    )

    assert 150 < measure_command([sys.executable, "-c", source]).megabytes < 220


@linux
def test_this_process_is_in_its_own_tree() -> None:
    """The tree below a process holds the process itself."""
    assert resident_sizes(os.getpid())[os.getpid()] > 1_000_000


def test_failure_is_told_with_the_commands_words() -> None:
    """A command that fails is named with its status and what it said."""
    with pytest.raises(CommandError, match="status 3: no such thing"):
        measure_command([sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"])


@linux
def test_command_that_takes_too_much_memory_is_stopped() -> None:
    """Past the limit all its processes are killed, and the error says so."""
    with pytest.raises(CommandError, match=r"was stopped at .* MB of memory"):
        measure_command(in_a_childs_child(HOLD.replace("0.4", "60")), most_megabytes=60)


def test_command_runs_in_the_folder_and_environment_given(tmp_path: Path) -> None:
    """Folder and variables reach the command, beside the variables that were there."""
    source = "import os, pathlib; pathlib.Path('seen').write_text(os.environ['ASKED'])"

    measure_command([sys.executable, "-c", source], folder=tmp_path, environment={"ASKED": "yes"})

    assert (tmp_path / "seen").read_text(encoding="utf-8") == "yes"


def test_costs_in_turn_add_times_and_keep_the_larger_memory() -> None:
    """Two commands one after the other need the memory of the larger."""
    first = Cost(seconds=1.0, processor=2.0, megabytes=30.0)
    second = Cost(seconds=0.5, processor=0.25, megabytes=80.0)

    assert first + second == Cost(seconds=1.5, processor=2.25, megabytes=80.0)
