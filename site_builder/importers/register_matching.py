"""Names and phrases of a clipping looked up in the archive's registers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from site_builder.content.model import RegisterEntry, Registers
from site_builder.importers.clipping import Guess, Utterer
from site_builder.importers.lines import fold

NEAR = 92.0
"""Similarity (0 to 100) from which two spellings are taken for one name."""


def resolve(name: str, entries: Mapping[str, RegisterEntry]) -> tuple[str, float] | None:
    """Return the id that a name stands for, and how near its spelling is (100: the same).

    Known names, aliases and other scripts count as the same; then near spellings. None where
    no entry is near, or where two are equally near.
    """
    if not entries:
        return None
    wanted = fold(name)
    if not wanted:
        return None
    spellings = [(fold(one), entry.id) for entry in entries.values() for one in _names(entry)]
    exact = {identifier for spelling, identifier in spellings if spelling == wanted}
    if len(exact) == 1:
        return exact.pop(), 100.0
    if exact:
        return None
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    best: dict[str, float] = {}
    for spelling, identifier in spellings:
        score = max(ratio(wanted, spelling), token_sort_ratio(wanted, spelling))
        best[identifier] = max(best.get(identifier, 0.0), score)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if ranked[0][1] < NEAR or (len(ranked) > 1 and ranked[1][1] >= ranked[0][1] - 2):
        return None
    return ranked[0]


def match_speakers(
    speakers: Sequence[Guess[Utterer]], registers: Registers | None
) -> tuple[Guess[Utterer], ...]:
    """Return the speakers with their ids in the register of people, where they resolve."""
    if registers is None:
        return tuple(speakers)
    matched = []
    for one in speakers:
        found = resolve(one.value.name or "", registers.people)
        matched.append(
            replace(one, value=replace(one.value, person=found[0])) if found else one
        )
    return tuple(matched)


def match_formulations(paragraphs: Sequence[str], registers: Registers | None) -> tuple[str, ...]:
    """Return the ids of the register's formulations that the text uses, in text order."""
    if registers is None or not registers.formulations:
        return ()
    folded = " ".join(fold(paragraph) for paragraph in paragraphs)
    found: list[tuple[int, str]] = []
    for entry in registers.formulations.values():
        places = [
            match.start()
            for wording in (entry.name, *entry.variants, *entry.aliases)
            if (match := re.search(rf"\b{re.escape(fold(wording))}\b", folded))
        ]
        if places:
            found.append((min(places), entry.id))
    return tuple(identifier for _, identifier in sorted(found))


def _names(entry: RegisterEntry) -> Iterable[str]:
    return (entry.name, *entry.aliases, *entry.names.values())
