"""Where the built-in templates and static files lie, and what builds keep."""

from __future__ import annotations

from pathlib import Path

CACHE = Path(".cache/site-builder")
"""Where builds keep, below the archive's root, what speeds up the next one."""

_PACKAGE = Path(__file__).resolve().parent


def built_in(name: str) -> Path:
    """Return the built-in folder 'templates' or 'static'.

    In an installed package they lie inside it; in a working copy, beside it.
    """
    bundled = _PACKAGE / "_bundle" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def search_path(root: Path, name: str) -> tuple[Path, ...]:
    """Return the folders to look in, the archive's own first, each once."""
    own = root / name
    built = built_in(name)
    if own.is_dir() and own.resolve() != built.resolve():
        return (own, built)
    return (built,)
