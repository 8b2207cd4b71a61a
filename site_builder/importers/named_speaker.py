"""Somebody whom a text names as a speaker, in scripts without capitals."""

from __future__ import annotations

import msgspec


class NamedSpeaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named as saying something."""

    name: str
    role: str | None
    said: bool
    """Whether a verb of saying goes with the name here."""
    at: int
