"""Parts of a dateline that credit somebody: the agency, a bracket, the reporter's name."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.importers.agencies import agency_at, known_agency
from site_builder.importers.countries import country_name_at
from site_builder.importers.dateline_found import Found, Opening, Place, may_be_over
from site_builder.importers.dateline_patterns import (
    ARABIC_CREDIT,
    BEHIND_AGENCY,
    BEHIND_FIRST_AGENCY,
    BEHIND_SUBJECT,
    BETWEEN_CREDITS,
    BRACKET,
    CORRESPONDENT,
    LABEL,
    LATIN_CREDIT,
    NO_CREDIT,
    REPORTER,
    SITE,
    UNKNOWN_AGENCY,
)
from site_builder.importers.dates import find_dates
from site_builder.importers.gazetteer import known_place_at


def read_bracket(opening: Opening, found: Found) -> Found | None:
    """Read a bracket, which holds an agency, a date or both; the first one perhaps a city."""
    match = BRACKET.match(opening.head, found.at)
    if match is None or (match[0][0] == "/" and found.place is None and found.date is None):
        return None
    name = match[1].strip()
    dates = find_dates(name, opening.language)
    if dates:
        found = replace(found, date=found.date or dates[0])
        name = (name[: dates[0].start] + name[dates[0].end :]).strip(" -–—,;:/.")
    else:
        name = name.strip(" -–—,;:.")
    if not name:
        return replace(found, at=match.end(), last="date")
    agency = _credited(name, opening, found)
    if agency:
        found = replace(found, agencies=(*found.agencies, agency), credited=True)
    elif found.place is None and not found.agencies:
        known = known_place_at(name, 0)
        if not known or known[1] != len(name):
            return None
        found = replace(found, place=Place(name=name, shown_by="table"))
    return replace(found, at=match.end(), last="agency", ended=False)


def _credited(name: str, opening: Opening, found: Found) -> str | None:
    """Return the agency that a bracket's words name; behind a city it need not be known."""
    name = CORRESPONDENT.sub("", name)
    if known_agency(name):
        return name
    parts = BETWEEN_CREDITS.split(name)
    known = [part for part in parts if known_agency(part)]
    if known:
        return name if len(known) == len(parts) else known[0]
    if found.place is None and found.date is None:
        return None
    if country_name_at(name, 0, opening.language) == len(name) or known_place_at(name, 0):
        return None
    if LATIN_CREDIT.fullmatch(name) and not NO_CREDIT.match(name):
        return name
    return name if found.place is not None and ARABIC_CREDIT.fullmatch(name) else None


def read_agency(opening: Opening, found: Found) -> Found | None:
    """Read an agency outside brackets."""
    named = _agency_named(opening, found)
    if named is None:
        return None
    name, end = named
    head = opening.head
    if name[:1].islower() and found.place is None and found.last != "date":
        return None
    joined = (
        found.last == "place"
        and found.place is not None
        and found.place.known
        and head[found.at - 1] in "-/–"
    )
    capitals = found.last == "date" and name.isupper() and name.isascii() and len(name) > 3
    if not (joined or capitals or BEHIND_AGENCY.match(head, end, end + 4)):
        return None
    if _is_subject(opening, found, end):
        return None
    if not found.anything and not BEHIND_FIRST_AGENCY.match(head, end, end + 4):
        return None
    return replace(
        found,
        at=end,
        agencies=(*found.agencies, name),
        credited=found.credited or joined or capitals,
        last="agency",
        ended=False,
    )


def _is_subject(opening: Opening, found: Found, end: int) -> bool:
    """'CAIRO (MENA) - Reuters, which …': the dateline is over, and the story tells of another."""
    return (
        bool(found.agencies)
        and found.place is not None
        and may_be_over(opening, found)
        and BEHIND_SUBJECT.match(opening.head, end) is not None
    )


def _agency_named(opening: Opening, found: Found) -> tuple[str, int] | None:
    """Return a known agency and where it ends, else capitals behind a date, else a first site."""
    known = agency_at(opening.head, found.at)
    if known is not None:
        return known
    if found.last == "date" and found.place is not None:
        # 'YEREVAN, MARCH 5, SOMEPRESS.': an agency that no table has
        match = UNKNOWN_AGENCY.match(opening.head, found.at)
    else:
        match = None if found.anything else SITE.match(opening.head, found.at)
    return (match[0], match.end()) if match else None


def read_reporter(opening: Opening, found: Found) -> Found | None:
    """Pass over the name of the reporter behind an agency."""
    if found.last != "agency" or LABEL.match(opening.head, found.at):
        return None
    match = REPORTER.match(opening.head, found.at)
    return replace(found, at=match.end()) if match else None
