"""Parts of a dateline that tell the day: the date, the time, and the labels before them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.importers.agencies import agency_at
from site_builder.importers.calendar_words import calendar_words, fold_word, month_of
from site_builder.importers.dateline_found import Found, Opening, may_be_over
from site_builder.importers.dateline_patterns import (
    BARE_YEAR,
    BEFORE_DAY,
    BEHIND_AGENCY,
    BEHIND_DATE,
    DAY_MONTH,
    LABEL,
    OPTIONAL_COMMA,
    SPELLED_DAY,
    TIME,
    ZONE,
)


def read_date(opening: Opening, found: Found) -> Found | None:
    """Read a date; the first one counts, or the first one with a year."""
    for one in opening.dates:
        if one.start >= found.at and _leads_to_date(opening, found, one.start):
            if _may_open_story(opening, found, one.start) and not _closed(opening, found, one.end):
                return None
            better = found.date is None or (not found.date.year and one.year)
            date = one if better else found.date
            return replace(found, at=one.end, date=date, last="date", ended=False)
    if found.date is not None:
        year = BARE_YEAR.match(opening.head, found.at)
        return replace(found, at=year.end(), last="date") if year else None
    day = _dateless_day(opening, found) if found.place else None
    return replace(found, at=day.end(), last="date", ended=False) if day else None


def _leads_to_date(opening: Opening, found: Found, start: int) -> bool:
    """'RAMALLAH, Tuesday, March 5': a weekday or a small word may stand before the date."""
    gap = opening.head[found.at : start]
    if not gap.strip():
        return True
    if not found.anything:
        return False
    word = fold_word(gap.strip(" ,،"))
    return word in BEFORE_DAY or word in calendar_words(opening.language).weekdays


def _may_open_story(opening: Opening, found: Found, start: int) -> bool:
    """Whether the dateline may be over: of an agency, an end mark and 'On' or 'Monday', two."""
    led_to = bool(opening.head[found.at : start].strip())
    return (bool(found.agencies), may_be_over(opening, found), led_to).count(True) > 1


def _closed(opening: Opening, found: Found, end: int) -> bool:
    """Whether a mark or a time stands behind a date, as in a dateline, or its first agency."""
    if BEHIND_DATE.match(opening.head, end):
        return True
    comma = OPTIONAL_COMMA.match(opening.head, end)
    agency = agency_at(opening.head, comma.end() if comma else end)
    return (
        not found.agencies
        and agency is not None
        and BEHIND_AGENCY.match(opening.head, agency[1]) is not None
    )


def _dateless_day(opening: Opening, found: Found) -> re.Match[str] | None:
    """Return a day that is passed over without being read: '5 - 3', or one in words."""
    bare = DAY_MONTH.match(opening.head, found.at)
    if bare:
        return bare
    spelled = SPELLED_DAY.match(opening.head, found.at)
    return spelled if spelled and month_of(spelled[1], opening.language) else None


def read_time(opening: Opening, found: Found) -> Found | None:
    """Pass over the time of day behind a date, or the time zone alone."""
    if found.date is None:
        return None
    match = TIME.match(opening.head, found.at)
    if match is None and found.last == "date":
        match = ZONE.match(opening.head, found.at)
    return replace(found, at=match.end()) if match else None


def read_label(opening: Opening, found: Found) -> Found | None:
    """Pass over a label ('Updated:') where a date follows; else the word is the story's."""
    match = LABEL.match(opening.head, found.at) if found.last and found.anything else None
    if match is None:
        return None
    date = next((one for one in opening.dates if one.start >= match.end()), None)
    if date is None or (found.agencies and not _closed(opening, found, date.end)):
        return None
    return replace(found, at=match.end())
