"""What a kept result depends on besides its inputs: the program's own code."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_EXTRAS = ("fonttools", "resvg-py")
"""Libraries that shape what is made where they are installed."""
_LIBRARIES = ("babel", "jinja2", "markdown", "msgspec", "nh3", "pydantic", "pyyaml", "lunr")


def code_version() -> str:
    """Return a digest of the program's code and of the libraries that shape what it makes."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(_sources(os.fspath(_PACKAGE))):
        with open(path, "rb") as file:  # noqa: PTH123 - two hundred of them
            data = file.read()
        digest.update(f"{path[len(os.fspath(_PACKAGE)) :]} {len(data)}\n".encode())
        digest.update(data)
    digest.update(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for name in _EXTRAS:
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _sources(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    found += _sources(entry.path)
            elif entry.name.endswith((".py", ".yaml", ".json")):
                found.append(entry.path)
    return found
