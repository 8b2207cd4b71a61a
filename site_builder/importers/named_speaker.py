"""Somebody whom a text names as a speaker, in scripts without capitals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSpeaker:
    """Somebody named as saying something."""

    name: str
    role: str | None
    said: bool
    """Whether a verb of saying goes with the name here."""
    at: int
