"""The place of a dateline, and the region or country behind it."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from site_builder.importers.agencies import agency_at, known_agency
from site_builder.importers.calendar_words import calendar_words, fold_word
from site_builder.importers.countries import country_name_at
from site_builder.importers.dateline_found import Found, Opening, Place
from site_builder.importers.dateline_patterns import (
    BEFORE_CREDIT,
    BEFORE_DAY,
    BEHIND_CREDIT,
    BEHIND_PLACE,
    BEHIND_REGION,
    BETWEEN_CREDITS_AND_DATES,
    BRACKET,
    CAPITALS,
    CITY_STATES,
    INITIALS,
    NOT_PLACES,
    PLACE_AND_COMMA,
    REGION,
    RULE_BEHIND_BRACKET,
    SHAPES,
)
from site_builder.importers.gazetteer import known_place_at


def read_place(opening: Opening, found: Found) -> Found | None:
    """Read the place: one of our tables, or words that capitals or what follows show as one."""
    if found.place is not None:
        return None
    head, at = opening.head, found.at
    known = known_place_at(head, at)
    if known and _place_ends(opening, known[1]):
        return _with_place(head, found, known[1], "table")
    end = _end_of_words(CAPITALS, opening, at)
    if end is not None and end - at > 2 and _place_ends(opening, end):
        return _with_place(head, found, end, "capitals")
    for shape in SHAPES:
        end = _end_of_words(shape, opening, at)
        if end is not None and _credit_or_date_follows(opening, end):
            return _with_place(head, found, end, "neighbours")
    return None


def _place_ends(opening: Opening, end: int) -> bool:
    line = opening.line
    return (
        end >= len(line)
        or BEHIND_PLACE.match(line, end, end + 5) is not None
        or any(0 <= one.start - end <= 2 for one in opening.dates)
    )


def _with_place(
    head: str, found: Found, end: int, shown_by: Literal["table", "capitals", "neighbours"]
) -> Found:
    if head[end : end + 1] == "/":  # 'Moskau/Kiew (dpa)'
        second = known_place_at(head, end + 1)
        if second is not None:
            end = second[1]
    place = Place(name=head[found.at : end].strip(), shown_by=shown_by)
    return replace(found, at=end, place=place, last="place")


def _end_of_words(pattern: re.Pattern[str], opening: Opening, at: int) -> int | None:
    """Return where the words end that may be a place, or None where they are something else."""
    match = pattern.match(opening.head, at)
    if match is None:
        return None
    end = _without_date(match, opening)
    words = opening.head[at:end]
    if not words or words.split()[0].casefold() in NOT_PLACES or words.casefold() in BEFORE_DAY:
        return None
    if _of_calendar_or_agency(words, opening.language):
        return None
    if known_agency(words) and words.casefold() not in CITY_STATES:
        return None
    return end


def _without_date(match: re.Match[str], opening: Opening) -> int:
    """Return where a match ends without the date that the pattern swallowed."""
    start, end = match.span()
    for one in opening.dates:
        if start < one.start < end:
            end = one.start
    return start + len(opening.head[start:end].rstrip(" ,-–"))


def _of_calendar_or_agency(words: str, language: str) -> bool:
    calendar = calendar_words(language)
    parts = [fold_word(word) for word in words.split()]
    if len(parts) > 1 and known_agency(words.split(maxsplit=1)[0]):
        return True
    return any(part in calendar.weekdays or part in calendar.months for part in parts)


def _credit_or_date_follows(opening: Opening, end: int) -> bool:
    """Whether a date or a credited agency follows a place that no table knows."""
    head = opening.head
    for one in opening.dates:
        if 0 <= one.start - end <= 3 and not head[end : one.start].strip(" ,.،-–"):
            return True
    before = BEFORE_CREDIT.match(head, end)
    if before is None:
        return False
    bracket = BRACKET.match(head, before.start(1))
    if bracket:
        if any(known_agency(part) for part in BETWEEN_CREDITS_AND_DATES.split(bracket[1])):
            return True
        ruled_off = RULE_BEHIND_BRACKET.match(head, bracket.end())
        return ruled_off is not None and INITIALS.fullmatch(bracket[1].strip()) is not None
    agency = agency_at(head, before.end())
    return agency is not None and bool(BEHIND_CREDIT.match(head, agency[1], agency[1] + 3))


def read_region(opening: Opening, found: Found) -> Found | None:
    """Pass over what follows the place: 'OSLO, Norway (NTB)', 'NEW DELHI [India]'."""
    if found.last != "place" or found.ended:
        return None
    end = country_name_at(opening.head, found.at, opening.language)
    if end is None:
        region = REGION.match(opening.head, found.at)
        if region is None or not PLACE_AND_COMMA.match(opening.head, 0, found.at):
            return None
        end = region.end()
    if not BEHIND_REGION.match(opening.head, end, end + 3):
        return None
    return replace(found, at=end, last="region")
