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


def file_system_of(folder: Path) -> str:
    """Return the type of the file system that holds `folder`: tmpfs is memory, ext4 a disk."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "an unknown file system"
    place = folder.resolve()
    found = {
        Path(point): kind
        for _, point, kind, *_ in map(str.split, mounts.read_text(encoding="utf-8").splitlines())
        if place.is_relative_to(point)
    }
    return found[max(found, key=lambda point: len(point.parts))] if found else "no file system"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()
