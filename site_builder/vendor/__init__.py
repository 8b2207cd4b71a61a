"""JavaScript that others wrote: which, at what version, and where it lies."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

_SOURCE = Path(__file__).parent
_TARGET = _SOURCE.parent / "_vendor"


class VendoredFileError(RuntimeError):
    """A vendored file is absent or not the pinned one; the message says what to do."""


def vendored_file(name: str) -> bytes:
    """Return a vendored file ('lunr.js') whose digest is the pinned one.

    Raises VendoredFileError where it is absent or differs.
    """
    manifest = json.loads((_SOURCE / "package.json").read_text(encoding="utf-8"))
    path = _TARGET / name
    if not path.is_file():
        raise VendoredFileError(
            f"{name} is not there yet: run `pip install -e .` in the repository, or reinstall "
            "the site-builder package; either brings it in."
        )
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != manifest["vendored"][name]["sha256"]:
        raise VendoredFileError(
            f"{path} is not the pinned file: delete it and run `pip install -e .` in the "
            "repository, or reinstall the site-builder package."
        )
    return data
