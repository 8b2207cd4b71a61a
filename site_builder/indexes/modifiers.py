"""The words right before and after a formulation, which change while the phrase stays.

"closer", "even closer", "in the new era": where officials may not touch a set phrase, they
shift what surrounds it. Function words are English, so only English text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from site_builder.indexes.english import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from site_builder.indexes.formulations import LocatedUse

MAX_WORDS = 4

_WORD = r"(?:(?:[A-Z]\.){2,}|[\w'’]+(?:[-‐-–][\w'’]+)*)"
_BEFORE = re.compile(rf"(?<![\w.]){_WORD}(?=[\s“‘«\"'(]*\Z)")
_AFTER = re.compile(rf"[\s”’»\"')]*({_WORD})")


class Side(StrEnum):
    """Where a modifier stands."""

    BEFORE = "before"
    AFTER = "after"


class Modifier(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand at one side of a formulation, with the uses that have them."""

    side: Side
    words: str
    """As they stand in the first use."""
    uses: tuple[LocatedUse, ...]
    """In the archive's order, never empty."""


def index_modifiers(uses: Iterable[LocatedUse]) -> tuple[Modifier, ...]:
    """Return what stands round a formulation, in order of first appearance.

    Only text that may be shown is read.
    """
    found: dict[tuple[Side, str], tuple[str, list[LocatedUse]]] = {}
    for located in uses:
        if located.paragraph is None or not is_read(located):
            continue
        text = located.paragraph.text
        for side, words in (
            (Side.BEFORE, words_before(text[: located.use.start])),
            (Side.AFTER, words_after(text[located.use.end :])),
        ):
            if words:
                found.setdefault((side, words.casefold()), (words, []))[1].append(located)
    return tuple(
        Modifier(side=side, words=words, uses=tuple(located))
        for (side, _), (words, located) in found.items()
    )


def is_read(located: LocatedUse) -> bool:
    """Return whether modifiers are looked for round a use: it is shown, and in English."""
    return located.paragraph is not None and located.article.language.partition("-")[0] == "en"


def words_before(text: str) -> str:
    """Return the words that end a text, back to its last function word or stop: 'even closer'."""
    words: list[str] = []
    while len(words) < MAX_WORDS and (match := _BEFORE.search(text[-80:])):
        word = match[0]
        if word.casefold() in FUNCTION_WORDS:
            break
        words.append(word)
        text = text[-80:][: match.start()]
    return " ".join(reversed(words))


def words_after(text: str) -> str:
    """Return the prepositional phrase with which a text begins: 'in the new era', or ''."""
    words = list(_words(text))
    if len(words) < 2 or words[0].casefold() not in PREPOSITIONS:
        return ""
    end = 1
    while end < len(words) and words[end].casefold() in DETERMINERS:
        end += 1
    start = end
    while end < min(len(words), start + 3) and words[end].casefold() not in FUNCTION_WORDS:
        end += 1
    return " ".join(words[:end]) if end > start else ""


def _words(text: str) -> Iterator[str]:
    place = 0
    while match := _AFTER.match(text, place):
        yield match[1]
        place = match.end()
