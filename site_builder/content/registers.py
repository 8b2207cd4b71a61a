"""The authority files under `content/registers/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from site_builder.content.model import (
    Carrier,
    Display,
    Event,
    Formulation,
    Organisation,
    Person,
    Place,
    RegisterEntry,
    Registers,
    Role,
    Tag,
)
from site_builder.content.schema import (
    ID_PATTERN,
    CarrierFields,
    EntryFields,
    EventFields,
    Fields,
    FormulationFields,
    OrganisationFields,
    PersonFields,
    PlaceFields,
    TagFields,
)
from site_builder.content.source_text import decode_source
from site_builder.content.strict_yaml import REGISTER_BYTES, YamlDocument, parse_yaml
from site_builder.content.validation import validate
from site_builder.diagnostics import Diagnostic, SourceLocation, error

E = TypeVar("E", bound=RegisterEntry)

_ID = re.compile(ID_PATTERN)


class _Register(msgspec.Struct, frozen=True):
    fields: type[EntryFields]
    make: Callable[..., RegisterEntry]


def _person(fields: PersonFields, **common: Any) -> Person:
    roles = tuple(
        Role(title=role.title, organisation=role.organisation, start=role.start, end=role.end)
        for role in fields.roles
    )
    return Person(roles=roles, country=fields.country, **common)


def _organisation(fields: OrganisationFields, **common: Any) -> Organisation:
    return Organisation(country=fields.country, url=fields.url, **common)


def _carrier(fields: CarrierFields, **common: Any) -> Carrier:
    # What others wrote stays theirs: a carrier's text is shown in part unless it is official.
    default = Display.FULL if fields.kind == "official" else Display.EXCERPT
    return Carrier(
        kind=fields.kind,
        country=fields.country,
        url=fields.url,
        display=fields.display or default,
        rights=fields.rights,
        **common,
    )


def _place(fields: PlaceFields, **common: Any) -> Place:
    return Place(country=fields.country, **common)


def _event(fields: EventFields, **common: Any) -> Event:
    return Event(
        kind=fields.kind,
        start=fields.start,
        end=fields.end,
        place=fields.place,
        countries=fields.countries,
        **common,
    )


def _tag(_fields: TagFields, **common: Any) -> Tag:
    return Tag(**common)


def _formulation(fields: FormulationFields, **common: Any) -> Formulation:
    return Formulation(variants=fields.variants, **common)


REGISTERS: Mapping[str, _Register] = MappingProxyType(
    {
        "people": _Register(PersonFields, _person),
        "organisations": _Register(OrganisationFields, _organisation),
        "carriers": _Register(CarrierFields, _carrier),
        "places": _Register(PlaceFields, _place),
        "events": _Register(EventFields, _event),
        "tags": _Register(TagFields, _tag),
        "formulations": _Register(FormulationFields, _formulation),
    }
)
"""Register's name (the file's stem) to its fields and its entries' maker."""


Written = Mapping[str, frozenset[str] | None]
"""By register, the ids that stand in its file, faulty entries' too; None where it is unreadable."""


def parse_registers(
    files: Mapping[str, bytes],
) -> tuple[Registers, Written, tuple[Diagnostic, ...]]:
    """Return the registers held in `files` (path below the root → bytes), and every fault.

    A register without a file is empty. The ids as written let an entry's fault be told once,
    and not again by everything that refers to the entry.
    """
    faults: list[Diagnostic] = []
    written: dict[str, frozenset[str] | None] = dict.fromkeys(REGISTERS, frozenset())
    entries: dict[str, Mapping[str, Any]] = {name: MappingProxyType({}) for name in REGISTERS}
    for path in sorted(files):
        name = path.rsplit("/", 1)[-1].removesuffix(".yaml")
        register = REGISTERS.get(name)
        if register is None:
            faults.append(
                error(
                    SourceLocation(path=path),
                    "register",
                    "there is no such register",
                    f"Name the file after one of {', '.join(REGISTERS)}, with '.yaml'.",
                )
            )
            continue
        parsed, written[name], found = _parse_register(register, path, files[path])
        faults.extend(found)
        entries[name] = MappingProxyType(dict(sorted(parsed.items())))
    return Registers(**entries), MappingProxyType(written), tuple(faults)


def _parse_register(
    register: _Register, path: str, data: bytes
) -> tuple[dict[str, RegisterEntry], frozenset[str] | None, tuple[Diagnostic, ...]]:
    text, faults = decode_source(data, path)
    document, found = parse_yaml(text, path, max_bytes=REGISTER_BYTES)
    faults += found
    if document is None or document.value is None:
        return {}, None if faults else frozenset(), faults
    if not isinstance(document.value, dict):
        fault = error(
            SourceLocation(path=path),
            "register",
            "this is not a mapping from ids to entries",
            "Write an id and a colon on a line, and the entry's fields indented below it.",
        )
        return {}, None, (*faults, fault)
    entries = {}
    for key in document.value:
        entry, found = _parse_entry(register, document, path, key)
        faults += found
        if entry is not None:
            entries[key] = entry
    return entries, frozenset(document.value), faults


def _parse_entry(
    register: _Register, document: YamlDocument, path: str, key: str
) -> tuple[RegisterEntry | None, tuple[Diagnostic, ...]]:
    location = SourceLocation(path=path, line=document.line_of((key,)))
    faults = tuple(_check_id(key, location))
    fields, found = validate(register.fields, document, path, at=(key,))
    faults += found
    if fields is None or faults:
        return None, faults
    entry = register.make(
        fields,
        id=key,
        name=fields.name,
        names=MappingProxyType(dict(sorted(fields.names.items()))),
        aliases=fields.aliases,
        description=fields.description,
        wikidata=fields.wikidata,
        location=location,
    )
    return entry, faults


def _check_id(key: str, location: SourceLocation) -> Iterator[Diagnostic]:
    if _ID.fullmatch(key) is None or len(key) > 120:
        yield error(
            location,
            "id",
            f'"{key}" is not an id',
            "Write lower-case letters a-z, digits and single hyphens only.",
        )


def fields_of(name: str) -> type[Fields]:
    """Return the fields of the register called `name`."""
    return REGISTERS[name].fields
