"""What leaves a build: bytes under a path."""

from __future__ import annotations

import msgspec

MANIFEST = "manifest.sha256"
"""Where a site tells the sums of its files."""


class OutputFile(msgspec.Struct, frozen=True):
    """One file of the built site."""

    path: str
    """Below the output folder, with forward slashes and without a leading one."""
    data: bytes
