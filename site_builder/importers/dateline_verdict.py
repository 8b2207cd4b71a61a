"""Whether the parts that were read make a dateline together, and how sure that is."""

from __future__ import annotations

from site_builder.importers.countries import country_name_at
from site_builder.importers.dateline_found import Dateline, Found, Opening, Place
from site_builder.importers.dateline_patterns import CITY_STATES
from site_builder.importers.gazetteer import known_place_at


def judge(opening: Opening, found: Found) -> Dateline | None:
    """Return the dateline that the parts make, or None where they make none."""
    rest = opening.line[found.at :].strip()
    if not _accepted(found, rest):
        return None
    place = found.place
    return Dateline(
        place=None if place is None or _is_country(place, opening.language) else place.name,
        date=found.date,
        agencies=tuple(dict.fromkeys(found.agencies)),
        text=opening.line[: found.at].strip(),
        rest=rest,
        confidence=_confidence(found),
    )


def _accepted(found: Found, rest: str) -> bool:
    place = found.place
    if place is None:
        return (
            bool(found.agencies)
            and found.ended
            and (found.date is not None or found.credited or len(rest) > 60)
        )
    if found.agencies or found.date is not None:
        return (
            found.ended
            or found.credited
            or (found.date is not None and place.shown_by == "capitals")
        )
    return found.ended and place.shown_by != "neighbours" and _stands_alone(place, rest)


def _stands_alone(place: Place, rest: str) -> bool:
    """'BEIJING - China …': the place alone carries a dateline only before a real sentence."""
    if not rest:
        return place.known and place.in_capitals
    if place.known and not place.in_capitals:
        return (len(rest) > 80 and rest[:1].isupper()) or (rest[:1] > "\u0590" and len(rest) > 60)
    return len(rest) > 60


def _is_country(place: Place, language: str) -> bool:
    """A country alone is no city, unless it is its own capital."""
    name = place.name
    if name.casefold() in CITY_STATES:
        return False
    known = known_place_at(name, 0)
    if known is not None and len(known[0]) == len(name):
        return False
    return country_name_at(name, 0, language) == len(name)


def _confidence(found: Found) -> float:
    if found.place is None:
        return 0.75
    if found.agencies:
        return 0.95
    if found.date is not None:
        return 0.9
    return 0.8 if found.place.known else 0.6
