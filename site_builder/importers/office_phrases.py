"""Unnamed subjects beside a verb of saying: an office with the words that belong to it."""

from __future__ import annotations

import re

from site_builder.importers.office_words import is_office

_HEAD_NOUN = re.compile(r"[\w’'.-]+")
_GENITIVE_ENDING = re.compile(r"['’]s?$")
_GENITIVE = re.compile(r"['’]s")
_LEADING_WORDS = re.compile(r"\s*(?:[^\W\d_]+\s){0,2}")
_CLAUSE_BEFORE = re.compile(r"[,;:.\ue000\"“”]|\b(?:said|and|that|when|as|but)\b")
_COMPLEMENT = re.compile(
    r"(?:\s+(?:of|for|at|in|du|de|des|del|der|des|по|МИД)\s+(?:the\s+)?[\w’' -]{2,50}?)?"
    r"(?=[,;.\ue000]|\s+(?:on|said|told|has|had|was|is|who)\b|$)"
)


def last_office(text: str, start: int, end: int, language: str) -> tuple[int, str] | None:
    """Return where the last office of a stretch of text begins, and its phrase."""
    last: re.Match[str] | None = None
    for match in _HEAD_NOUN.finditer(text, start, end):
        word = _GENITIVE_ENDING.sub("", match[0])
        genitive = _GENITIVE.match(text[match.end() - 2 : match.end() + 2])
        if not genitive and is_office(word, language):
            last = match
    return (last.start(), _phrase_round(text, start, last)) if last else None


def first_office(window: str, language: str, reach: int) -> str | None:
    """Return the phrase of the first office, if it begins within `reach` of the opening words."""
    for match in _HEAD_NOUN.finditer(window, 0, min(len(window), 90)):
        if is_office(match[0], language):
            lead = _LEADING_WORDS.match(window)
            near = match.start() <= reach + (lead.end() if lead else 0)
            return _phrase_round(window, 0, match) if near else None
    return None


def _phrase_round(text: str, start: int, noun: re.Match[str]) -> str:
    """Return an office with the words that belong to it ('a foreign ministry official')."""
    left = _CLAUSE_BEFORE.split(text[start : noun.start()])[-1]
    right = _COMPLEMENT.match(text[noun.end() :])
    return " ".join((left[-70:] + noun[0] + (right[0] if right else "")).split())
