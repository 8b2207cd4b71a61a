"""The countries a statement concerns, ranked: the principal ones, main first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from site_builder.importers.clipping import Guess
from site_builder.importers.countries import find_countries
from site_builder.importers.gazetteer import country_of_place

KINDS = {"name": 1.0, "demonym": 0.9, "capital": 0.8}
TITLE, LEAD, EARLY, REST = 3.0, 2.2, 1.3, 1.0
MINIMUM = 1.4
MINIMUM_OF_FEW = 0.9
FEW = 8
"""Mentions up to which a text is so short that every country in it counts for more."""
SHARE = 0.16
LONGEST = 5


def rank_countries(
    title: str, paragraphs: Sequence[str], place: str | None, offices: Sequence[str], language: str
) -> tuple[Guess[str], ...]:
    """Return ISO 3166-1 codes with a confidence; passing mentions are left out."""
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, int] = {}
    words: dict[str, str] = {}
    order = 0
    sections = [(title, TITLE)] if title else []
    for index, paragraph in enumerate(paragraphs):
        weight = LEAD if index == 0 else EARLY if index < 3 else REST
        sections.append((paragraph, weight))
    for text, weight in sections:
        seen: dict[str, int] = defaultdict(int)
        for mention in find_countries(text, language):
            seen[mention.country] += 1
            if seen[mention.country] > 3:
                continue
            scores[mention.country] += weight * KINDS[mention.kind] / seen[mention.country] ** 0.5
            order += 1
            first.setdefault(mention.country, order)
            words.setdefault(mention.country, text[mention.start : mention.end])
    for country in offices:
        scores[country] += 1.5
        first.setdefault(country, order + 1)
    home = country_of_place(place) if place else None
    if home:
        scores[home] += 1.2
        first.setdefault(home, order + 2)
    if not scores:
        return ()
    top = max(scores.values())
    least = MINIMUM if order > FEW else MINIMUM_OF_FEW
    chosen = [
        country
        for country in scores
        if scores[country] >= max(least, SHARE * top) or scores[country] == top
    ]
    chosen.sort(key=lambda country: (-scores[country], first[country]))
    return tuple(
        Guess(
            value=country,
            confidence=min(0.98, 0.4 + 0.55 * scores[country] / top),
            evidence=words.get(country, "dateline or office"),
        )
        for country in chosen[:LONGEST]
    )
