"""Names and phrases of a clipping looked up in the archive's registers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from site_builder.content.model import Registers
from site_builder.importers.clipping import Guess, Utterer
from site_builder.importers.lines import fold
from site_builder.importers.register_index import RegisterIndex


def match_speakers(
    speakers: Sequence[Guess[Utterer]], index: RegisterIndex | None
) -> tuple[Guess[Utterer], ...]:
    """Return the speakers with their ids in the register of people, where they resolve."""
    if index is None:
        return tuple(speakers)
    matched = []
    for one in speakers:
        found = index.find("people", one.value.name or "")
        matched.append(replace(one, value=replace(one.value, person=found)) if found else one)
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
