"""Register entries that a clipping asks for, and the ids under which an article names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from site_builder.content.codes import country_name
from site_builder.content.model import RegisterEntry, Registers
from site_builder.importers.agencies import known_agency
from site_builder.importers.clipping import Clipping, Guess, Utterer
from site_builder.importers.gazetteer import country_of_place
from site_builder.importers.identity import id_of
from site_builder.importers.offices import read_office
from site_builder.importers.register_index import RegisterIndex
from site_builder.importers.tables.places import CAPITALS
from site_builder.importers.topics import topic_name


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a register lacks."""

    register: str
    """'people', 'organisations', 'carriers', 'places', 'events' or 'tags'."""
    id: str
    fields: Mapping[str, Any]
    """As the register's file takes them, in its order."""


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of what a clipping names; names that no register holds are proposed."""

    speakers: tuple[Mapping[str, str], ...]
    principals: tuple[str, ...]
    carrier: str | None
    via: tuple[str, ...]
    asked_by: str | None
    place: str | None
    event: str | None
    tags: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    unresolved: Mapping[str, str]
    """Names that stand in no register, by the article's field; empty when all are accepted."""


class _Names(msgspec.Struct):
    """Looks names up, and notes what is not there; lives for one clipping."""

    index: RegisterIndex
    accept: bool
    proposals: dict[tuple[str, str], Proposal] = msgspec.field(default_factory=dict)
    unresolved: dict[str, list[str]] = msgspec.field(default_factory=dict)

    def id(
        self, register: str, name: str, identifier: str, make: Callable[[], dict[str, Any]], at: str
    ) -> str | None:
        known = self.index.find(register, name) or (
            identifier if identifier and self.index.has(register, identifier) else None
        )
        if known:
            return known
        if identifier:
            proposal = Proposal(register=register, id=identifier, fields=make())
            self.proposals.setdefault((register, identifier), proposal)
            if self.accept:
                return identifier
        self.unresolved.setdefault(at, []).append(name)
        return None


def resolve_names(clipping: Clipping, index: RegisterIndex, *, accept: bool) -> Resolved:
    """Return the ids for an article, and the entries the registers lack.

    With `accept` the proposals count as entries; without it their names are left unresolved.
    """
    names = _Names(index=index, accept=accept)
    language = clipping.language.value if clipping.language else "en"
    home = _home(clipping)
    speakers = tuple(
        _speaker(one.value, names, language, home)
        for one in (*clipping.speakers, *clipping.unnamed)
    )
    principals = [
        _person(one.value, _role_of(one), names, language, "principals")
        for one in clipping.principals
    ]
    carrier = _carrier(clipping.carrier, names, "carrier")
    via = [_carrier(one, names, "via") for one in clipping.via]
    occasion = clipping.event.value if clipping.event else None
    asked_by = None
    if occasion and occasion.asked_by:
        asked = Guess(value=occasion.asked_by, confidence=0.7, evidence="asked")
        asked_by = _carrier(asked, names, "asked_by")
    place = _place(clipping.place, names)
    tags = [_tag(one.value, names) for one in clipping.tags]
    return Resolved(
        speakers=tuple(one for one in speakers if one),
        principals=tuple(dict.fromkeys(one for one in principals if one)),
        carrier=carrier,
        via=tuple(one for one in via if one and one != carrier),
        asked_by=asked_by,
        place=place,
        event=_event(clipping, names, place, home),
        tags=tuple(one for one in tags if one),
        proposals=tuple(names.proposals.values()),
        unresolved={
            key: ", ".join(dict.fromkeys(value)) for key, value in names.unresolved.items()
        },
    )


def _home(clipping: Clipping) -> str | None:
    """The country whose officials speak when a text names none beside the office."""
    if clipping.place and (country := country_of_place(clipping.place.value)):
        return country
    return clipping.countries[0].value if clipping.countries else None


def _speaker(one: Utterer, names: _Names, language: str, home: str | None) -> dict[str, str]:
    office = read_office(one.role, language, one.country or home) if one.role else None
    organisation = None
    if office and office.organisation and office.organisation_name and office.country:
        label = f"{office.organisation_name} ({country_name(office.country, 'en')})"
        country = office.country
        organisation = names.id(
            "organisations",
            label,
            office.organisation,
            lambda: {"name": label, "country": country},
            "organisations",
        )
        names.unresolved.pop("organisations", None)
    person = one.person
    if one.name and person is None:
        person = _person(one.name, one.role, names, language, "speakers", organisation)
        if person is None:
            names.unresolved.pop("speakers", None)
    entry: dict[str, str] = {}
    if person:
        entry["person"] = person
        if one.role and office:
            entry["role"] = office.title if organisation else one.role
    elif one.name:
        # The name is kept in sight until a curator puts it into the register.
        entry["role"] = f"{one.name}, {one.role}" if one.role else one.name
    elif one.role:
        entry["role"] = one.role
    if organisation:
        entry["organisation"] = organisation
    return entry


def _person(
    name: str,
    role: str | None,
    names: _Names,
    language: str,
    at: str,
    organisation: str | None = None,
) -> str | None:
    def make() -> dict[str, Any]:
        fields: dict[str, Any] = {"name": name}
        office = read_office(role, language, None) if role else None
        if office and office.country:
            fields["country"] = office.country
        if role and office:
            entry = {"title": office.title if organisation else role}
            if organisation:
                entry["organisation"] = organisation
            fields["roles"] = [entry]
        return fields

    # A surname alone makes no entry: the next bearer of it would be taken for the same person.
    whole = " " in name or not name.isascii()
    return names.id("people", name, id_of(name) if whole else "", make, at)


def _role_of(principal: Guess[str]) -> str | None:
    role = principal.evidence.rpartition(" (paragraph")[0]
    return role or None


def _carrier(guess: Guess[str] | None, names: _Names, at: str) -> str | None:
    if guess is None:
        return None
    agency = known_agency(guess.value)
    if agency is not None:
        fields = {"name": agency.name, "kind": agency.kind, "country": agency.country}
        return names.id("carriers", agency.name, agency.id, lambda: fields, at)
    made = id_of(guess.value)
    return names.id(
        "carriers", guess.value, made, lambda: {"name": guess.value, "kind": "website"}, at
    )


def _tag(identifier: str, names: _Names) -> str | None:
    name = topic_name(identifier)
    return names.id("tags", name, identifier, lambda: {"name": name}, "tags")


def _place(guess: Guess[str] | None, names: _Names) -> str | None:
    if guess is None:
        return None
    country = country_of_place(guess.value)
    name = _english_capital(guess.value, country) or _titled(guess.value)

    def make() -> dict[str, Any]:
        return {"name": name, **({"country": country} if country else {})}

    return names.id("places", guess.value, id_of(name), make, "place") if id_of(name) else None


def _english_capital(place: str, country: str | None) -> str | None:
    """Return the English name of a seat of government in another language or in capitals."""
    if not country:
        return None
    if country == "CH":
        return (
            "Geneva"
            if place.casefold()[:2] in ("ge", "gi", "же", "جن", "ژن", "日内", "ジュ", "제네")
            else None
        )
    line = next(
        (
            entry.strip()[3:]
            for entry in CAPITALS.replace("\n", ";").split(";")
            if entry.strip().startswith(country + " ")
        ),
        "",
    )
    spellings = [one.strip() for one in line.split(",")]
    if place.casefold() in (one.casefold() for one in spellings):
        return spellings[0]
    return spellings[0] if not place.isascii() and spellings[0] else None


def _titled(place: str) -> str:
    return place.title() if place.upper() == place and place.isascii() else place


def _event(clipping: Clipping, names: _Names, place: str | None, home: str | None) -> str | None:
    event = clipping.event
    day = clipping.date.value if clipping.date else None
    if event is None or day is None or event.confidence < 0.6:
        return None
    occasion = event.value
    country = next(
        (one.value.country for one in (*clipping.speakers, *clipping.unnamed) if one.value.country),
        home,
    )
    parts = [day]
    if occasion.kind == "press-conference":
        parts += [country.lower()] if country else []
        name = occasion.name[:1].upper() + occasion.name[1:]
        name += f", {country_name(country, 'en')}, {day}" if country else f", {day}"
    elif occasion.kind == "visit":
        parts = [day[:4], *(one.value.lower() for one in clipping.countries[:2])]
        name = occasion.name[:1].upper() + occasion.name[1:]
        if not name.startswith("Visit of"):
            return None
    else:
        parts += [one.value.lower() for one in clipping.countries[:2]]
        name = f"{occasion.name[:1].upper()}{occasion.name[1:]}, {day}"
    identifier = "-".join([*parts, occasion.kind])

    def make() -> dict[str, Any]:
        fields: dict[str, Any] = {"name": name, "kind": occasion.kind}
        if occasion.kind != "visit":
            fields["start"] = day
        if place:
            fields["place"] = place
        if clipping.countries:
            fields["countries"] = [one.value for one in clipping.countries[:2]]
        return fields

    return names.id("events", name, identifier, make, "event")


def entries_of(registers: Registers, register: str) -> Mapping[str, RegisterEntry]:
    """Return one register by its name."""
    entries: Mapping[str, RegisterEntry] = getattr(registers, register)
    return entries
