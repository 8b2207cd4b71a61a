"""Whole folders as values, to be compared."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder: its path → its permissions and a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            f"{stat.S_IMODE(path.stat().st_mode):o} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
