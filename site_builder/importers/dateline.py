"""The dateline: city, date and agency with which a wire story opens.

A dateline is read as a run of parts (place, region, date, time, agency) with separators
between them, whatever their order, and accepted where the parts make one together. East Asian
datelines, which have no spaces, are read by patterns of their own.
"""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.importers.dateline_cjk import read_cjk_dateline
from site_builder.importers.dateline_credit import read_agency, read_bracket, read_reporter
from site_builder.importers.dateline_day import read_date, read_label, read_time
from site_builder.importers.dateline_found import NOTHING, Dateline, Found, Opening, opening_of
from site_builder.importers.dateline_patterns import (
    BEHIND_SECOND_PLACE,
    DASH,
    SEPARATOR,
    TERMINAL,
)
from site_builder.importers.dateline_place import read_place, read_region
from site_builder.importers.dateline_verdict import judge

MAX_PARTS = 12
_PARTS = (
    read_date,
    read_time,
    read_bracket,
    read_agency,
    read_place,
    read_region,
    read_label,
    read_reporter,
)
"""The readers of one part each, in the order in which they are asked."""


def read_dateline(text: str, language: str) -> Dateline | None:
    """Return the dateline at the start of `text`, or None where there is none."""
    if not text or len(text) < 4:
        return None
    east = read_cjk_dateline(text)
    if east is not None:
        return east
    opening = opening_of(text, language)
    return judge(opening, _read(opening))


def _read(opening: Opening) -> Found:
    """Return what the run of parts gives with which the line opens."""
    found = NOTHING
    for _ in range(MAX_PARTS):
        following = _part(opening, found)
        if following is None:
            break
        found = _past_separators(opening, following)
        if found.ended and not _more_follows(opening, found):
            break
    return found


def _part(opening: Opening, found: Found) -> Found | None:
    if found.at >= len(opening.head):
        return None
    for read in _PARTS:
        following = read(opening, found)
        if following is not None:
            return following
    return None


def _past_separators(opening: Opening, found: Found) -> Found:
    head, at = opening.head, found.at
    match = SEPARATOR.match(head, at)
    separator = match[0] if match else ""
    ended = found.ended or _ends(opening, found, separator)
    bare = separator.rstrip()
    if bare.endswith(("(", "[", "/", "{")):
        separator = bare[:-1]
    at += len(separator.partition('"')[0])
    return replace(found, at=at, ended=ended or at >= len(opening.line))


def _ends(opening: Opening, found: Found, separator: str) -> bool:
    """Whether what stands behind a part may end the dateline."""
    terminal = TERMINAL.match(opening.head, found.at)
    if terminal is None:
        return False
    if terminal[0].strip() != "." or found.last != "place" or DASH.search(separator):
        return True
    return _opens_story(opening, found, found.at + len(separator))


def _opens_story(opening: Opening, found: Found, at: int) -> bool:
    """'JAKARTA. The ministry …': a known city in capitals, a full stop, and a whole story."""
    place, rest = found.place, opening.line[at:]
    return (
        place is not None
        and place.known
        and place.in_capitals
        and len(rest) > 90
        and rest[:1].isupper()
    )


def _more_follows(opening: Opening, found: Found) -> bool:
    """Whether another part stands behind a dash or a full stop ('MOSCOW. March 5. /TASS/')."""
    for read in (read_date, read_bracket, read_agency):
        if read(opening, found) is not None:
            return True
    second = read_place(opening, found)
    if second is None:
        return False
    # A place behind an agency ('(ANSA) - ROMA, 5 MAR -') must itself be followed up.
    return second.at >= len(opening.head) or bool(
        BEHIND_SECOND_PLACE.match(opening.head, second.at, second.at + 3)
    )
