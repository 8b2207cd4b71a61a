"""Names of register entries, ready to be looked up by any spelling."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_builder.content.model import Registers
from site_builder.importers.lines import fold

NEAR = 92.0
"""Similarity (0 to 100) from which two spellings are taken for one name."""
NAMES = ("people", "organisations", "carriers", "places", "events", "tags")


class RegisterIndex:
    """Every known spelling of every entry. Entries accepted in the course of a batch are added."""

    def __init__(self, registers: Registers | None) -> None:
        self._ids: dict[str, set[str]] = {name: set() for name in NAMES}
        self._spellings: dict[str, dict[str, set[str]]] = {name: {} for name in NAMES}
        if registers is None:
            return
        for name in NAMES:
            for entry in getattr(registers, name).values():
                self._add(name, entry.id, (entry.name, *entry.aliases, *entry.names.values()))

    def has(self, register: str, identifier: str) -> bool:
        """Return whether an entry of that id exists."""
        return identifier in self._ids[register]

    def add(self, register: str, identifier: str, fields: Mapping[str, Any]) -> None:
        """Add an accepted entry."""
        self._add(register, identifier, (str(fields["name"]), *fields.get("aliases", ())))

    def find(self, register: str, name: str) -> str | None:
        """Return the id for which a name stands: as known, then as nearly spelled.

        None where no entry is near, or where several are equally near.
        """
        wanted = fold(name)
        spellings = self._spellings[register]
        exact = spellings.get(wanted)
        if exact:
            return next(iter(exact)) if len(exact) == 1 else None
        if register != "people" or " " not in wanted or not spellings:
            return None
        from rapidfuzz import fuzz, process

        near = process.extract(
            wanted, spellings.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=4
        )
        found = {identifier for spelling, _, _ in near for identifier in spellings[spelling]}
        return found.pop() if len(found) == 1 else None

    def _add(self, register: str, identifier: str, names: tuple[str, ...]) -> None:
        self._ids[register].add(identifier)
        for name in names:
            folded = fold(name)
            if folded:
                self._spellings[register].setdefault(folded, set()).add(identifier)
