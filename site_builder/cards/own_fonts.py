"""The fonts that an archive brings for its cards, for what the built-in ones cannot write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

OWN_FONTS = "fonts"
"""The folder, beside content/."""

_SUFFIXES = (".otf", ".ttf", ".woff")


def own_fonts(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each font of an archive's own, in the order of names."""
    folder = root / OWN_FONTS
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                yield f"{OWN_FONTS}/{path.name}", path.read_bytes()
