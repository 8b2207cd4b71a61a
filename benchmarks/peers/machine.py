"""On what a benchmark ran."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def describe_machine() -> str:
    """Return processor, cores, memory and system in one line."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory_megabytes() / 1e3:.0f} GB of memory, "
        f"{platform.system()} {platform.release()}"
    )


def memory_megabytes() -> float:
    """Return the machine's memory in units of 10^6 bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e6


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()
