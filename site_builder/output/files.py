"""What leaves a build: bytes under a path."""

from __future__ import annotations

from dataclasses import dataclass

MANIFEST = "manifest.sha256"
"""Where a site tells the sums of its files."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the built site."""

    path: str
    """Below the output folder, with forward slashes and without a leading one."""
    data: bytes
