"""The good archive into which hostile cases are put."""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from tests.hostile.case import article
from tests.sites.archive import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.hostile.case import Case

_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)

GOOD: dict[str, bytes] = {
    **{f"content/{name}": text.encode() for name, text in REGISTERS.items()},
    "content/registers/formulations.yaml": b"shared-future: {name: a shared future}\n",
    "content/site.yaml": (
        b"title: Hostile archive\nbase_url: https://example.org/hostile/\npublisher: Keepers\n"
    ),
    "content/pages/about.md": b"---\ntitle: About\n---\n\nWhat it is for.\n",
    "content/articles/2024-good.md": article(
        "tags: [trade]\ncountries: [CN, PK]\nspeakers: [{person: mao-ning}]\n",
        "\u201cA shared future,\u201d she said.\n{: voice=direct }\n",
        title="A good one",
    ).encode(),
    "static/images/dot.png": _DOT,
}
"""A small archive without a fault."""


def put(root: Path, cases: Iterable[Case]) -> None:
    """Make the archive at `root` the good one with the cases' files in it, and no others."""
    for folder in ("content", "static", "templates"):
        shutil.rmtree(root / folder, ignore_errors=True)
    (root / "secret.md").unlink(missing_ok=True)
    for name, data in GOOD.items():
        _write(root / name, data)
    for case in cases:
        for name, data in case.files.items():
            _write(root / name, data)
        for name, text in case.added.items():
            with (root / name).open("a", encoding="utf-8") as file:
                file.write(text)
        for name, target in case.links.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(target)
        for name in case.pipes:
            os.mkfifo(root / name)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def state_of(folder: Path) -> dict[str, str]:
    """Digest of each file of a folder, by path; what is no file has its kind."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        )
        for path in sorted(folder.rglob("*"))
    }
