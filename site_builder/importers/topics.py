"""Topics of a statement, proposed as tags from phrases that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from site_builder.content.model import Registers
from site_builder.importers.clipping import Guess
from site_builder.importers.lines import fold
from site_builder.importers.tables.topics import TOPICS


def find_topics(
    title: str, paragraphs: Sequence[str], language: str, registers: Registers | None
) -> tuple[Guess[str], ...]:
    """Return tag ids with the phrase that names each: the register's tags first, then ours."""
    del language  # one table serves all: phrases of different languages do not collide
    folded = f" {fold(title)} {' '.join(map(fold, paragraphs))} "
    found: list[tuple[int, Guess[str]]] = []
    seen: set[str] = set()
    for identifier, phrases in (*_of_registers(registers), *_table()):
        if identifier in seen:
            continue
        for phrase in phrases:
            at = phrase.find(folded)
            if at >= 0:
                seen.add(identifier)
                found.append((at, Guess(value=identifier, confidence=0.7, evidence=phrase.wording)))
                break
    return tuple(guess for _, guess in sorted(found, key=lambda item: (item[0], item[1].value)))[:8]


_NAMES = {
    "cpec": "China-Pakistan Economic Corridor",
    "un-security-council": "UN Security Council",
    "south-china-sea": "South China Sea",
    "taiwan": "Taiwan",
    "two-state-solution": "Two-state solution",
}


def topic_name(identifier: str) -> str:
    """Return a readable name for a tag's id."""
    return _NAMES.get(identifier) or identifier.replace("-", " ").capitalize()


@cache
def _table() -> tuple[tuple[str, tuple[_Phrase, ...]], ...]:
    entries = []
    for line in TOPICS.strip().splitlines():
        identifier, phrases = line.split("|")
        entries.append((identifier.strip(), tuple(_phrase(one) for one in phrases.split(";"))))
    return tuple(entries)


def _of_registers(registers: Registers | None) -> tuple[tuple[str, tuple[_Phrase, ...]], ...]:
    if registers is None:
        return ()
    return tuple(
        (tag.id, tuple(_phrase(one) for one in (tag.name, *tag.aliases, *tag.names.values())))
        for tag in registers.tags.values()
    )


class _Phrase(msgspec.Struct, frozen=True):
    """A wording to look for in folded text."""

    wording: str
    words: tuple[str, ...]
    stems: bool
    """Whether each word may take an ending."""

    def find(self, folded: str) -> int:
        """Return where the phrase stands, or -1."""
        if not self.stems:
            return folded.find(f" {self.words[0]} ")
        if folded.find(self.words[0]) < 0:
            return -1
        match = re.search(r"\S* ".join(map(re.escape, self.words)), folded)
        return match.start() if match else -1


def _phrase(wording: str) -> _Phrase:
    wording = wording.strip()
    words = fold(wording).split()
    if any(char > "\u0400" for char in wording):
        return _Phrase(wording, tuple(words), True)
    return _Phrase(wording, (" ".join(words),), False)
