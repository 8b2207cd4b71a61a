"""Words in capitals that are no part of a person's name."""

from __future__ import annotations

from functools import cache

from site_builder.importers.agencies import known_agency
from site_builder.importers.calendar_words import calendar_words, fold_word
from site_builder.importers.countries import find_countries
from site_builder.importers.gazetteer import known_place_at
from site_builder.importers.name_patterns import COMMON_OPENERS
from site_builder.importers.office_words import body_words, is_office
from site_builder.importers.tables.words import ACRONYMS, HONORIFICS, LOCAL_HONORIFICS, NO_PERSON
from site_builder.importers.word_sets import word_set


@cache
def is_no_name(word: str, language: str, *, first: bool) -> bool:
    """Return whether a word is an office, a body, a day, a country or the like, and no name.

    `first` says that it opens a sentence, where small words have capitals as well.
    """
    folded = word.casefold().strip(".")
    if word.isupper() and 1 < len(word) <= 6 and "." not in word:
        return len(word) > 2 or word in ACRONYMS
    if (
        folded in LOCAL_HONORIFICS.get(language, ())
        or folded in HONORIFICS
        or is_office(word, language)
        or folded in body_words(language)
    ):
        return True
    if folded in COMMON_OPENERS and (first or len(folded) > 3):
        return True
    if fold_word(word) in _calendar(language) and len(word) > 2:
        return True
    if any(
        part in body_words(language) or is_office(part, language)
        for part in folded.split("-")
        if len(part) > 3
    ):
        return True
    if any(
        mention.start == 0 and mention.kind != "capital" and mention.end >= len(word) - 1
        for mention in find_countries(word, language)
    ):
        return True
    if folded in NO_PERSON:
        return True
    return known_agency(word) is not None and len(word) > 2 and folded not in _AGENCIES_AND_NAMES


@cache
def is_city(word: str) -> bool:
    """Return whether a word is a city and no given name besides."""
    known = known_place_at(word, 0)
    return (
        known is not None
        and len(known[0]) == len(word)
        and word.casefold() not in _CITIES_AND_NAMES
    )


_AGENCIES_AND_NAMES = word_set("turan nova beta dawn maan fana trend report dire")
_CITIES_AND_NAMES = word_set(
    "lima victoria male sofia santiago georgetown kingston aden milan salem"
)
_DAYS_AND_NAMES = word_set("may mar jan april june august avril mai sun abril sat mon")


@cache
def _calendar(language: str) -> frozenset[str]:
    words = calendar_words(language)
    return frozenset(word for word in (*words.months, *words.weekdays) if len(word) > 3).difference(
        _DAYS_AND_NAMES
    )
