"""Cities of our tables: the capitals of the world, the seats of diplomacy, and other large ones."""

from __future__ import annotations

from functools import cache

from site_builder.importers.name_tables import NAME_TOKEN, names_by_country
from site_builder.importers.tables.places import CAPITALS, CITIES, LOCALISED, WORLD


def known_place_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the city of our tables that begins at `start`, as printed, and where it ends."""
    names, longest = _places()
    window = text[start : start + 40]
    first = window[:1]
    if not first.isalpha() or not (first.isupper() or first > "\u0400"):
        return None
    if "\u3040" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7af":
        for size in range(7, 1, -1):
            if window[:size] in names and len(window) >= size:
                return window[:size], start + size
        return None
    matches = list(NAME_TOKEN.finditer(window))[:longest]
    for size in range(len(matches), 0, -1):
        end = matches[size - 1].end()
        if matches[0].start() == 0 and window[:end].casefold().replace("’", "'") in names:
            return window[:end], start + end
    for cut in (1, 2, 3):
        word = matches[0][0].casefold() if matches else ""
        if len(word) - cut >= 4 and word[:-cut] + "*" in names:
            return matches[0][0], start + matches[0].end()
    return None


def country_of_place(name: str) -> str | None:
    """Return the country of a city in our tables."""
    names, _ = _places()
    folded = name.casefold().replace("’", "'")
    for cut in range(4):
        found = names.get(folded if cut == 0 else folded[:-cut] + "*")
        if found:
            return found
    return names.get(folded + "*")


_SEATS_OF_GOVERNMENT = (
    "white house", "pentagon", "kremlin", "casa blanca", "casa bianca", "maison blanche",
    "casa branca", "weiße haus", "quai d'orsay", "elysée", "palais de l'élysée", "البيت الأبيض",
    "белый дом", "белого дома", "الكرملين", "克里姆林宫",
)  # fmt: skip
"""Names that stand for a government and are no city, though the tables of capitals have them."""


@cache
def _places() -> tuple[dict[str, str], int]:
    names: dict[str, str] = {}
    for table in (CAPITALS, LOCALISED, CITIES):
        for country, words in names_by_country(table):
            for word in words:
                names.setdefault(word.casefold().replace("’", "'"), country)
    for name in _SEATS_OF_GOVERNMENT:
        names.pop(name, None)
    for name in WORLD:
        names.setdefault(name, "")
    return names, max(
        len(name.split()) + name.count("-") + name.count(".") + name.count("'") for name in names
    )
