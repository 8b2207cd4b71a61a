"""The order of names, and the letters under which they stand."""

from __future__ import annotations

import unicodedata


def sort_key(name: str) -> str:
    """Return what names are sorted by: letters without case or accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def initial_of(name: str) -> str:
    """Return the letter under which a name stands; '#' for what begins with none."""
    initial = sort_key(name)[:1].upper()
    return initial if initial.isalpha() else "#"
