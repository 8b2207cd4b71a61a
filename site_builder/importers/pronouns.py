"""Pronouns that stand for a speaker beside a verb of saying."""

from __future__ import annotations

import re
from functools import cache

from site_builder.importers.tables.words import PRONOUNS

_ADVERBS = re.compile(
    r"\s*(?:also|has|had|further|then|later|a|ha|hat|je|також|также|\w+ly|,)?(?: also)?\s*"
)


def pronoun_ends(window: str, language: str) -> bool:
    """Return whether a text closes with a pronoun, but for an auxiliary or an adverb."""
    pattern = pronoun_pattern(language)
    return pattern is not None and any(
        _ADVERBS.fullmatch(window, match.end()) for match in pattern.finditer(window)
    )


def pronoun_opens(window: str, language: str) -> bool:
    """Return whether a text opens with a pronoun ('-t-il')."""
    pattern = pronoun_pattern(language)
    match = pattern.search(window) if pattern is not None else None
    if match is None:
        return False
    return match.start() < 4 or window[: match.start()].strip() in ("", "-")


@cache
def pronoun_pattern(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a language's pronouns, or None where the table has none."""
    words = PRONOUNS.get(language)
    if not words:
        return None
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(words.split())})(?![\w'’])", re.IGNORECASE)
