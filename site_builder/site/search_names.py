"""What the search page of a further language calls what the index, in the main one, names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from site_builder.content.codes import country_name, language_name
from site_builder.content.model import Kind, RegisterEntry
from site_builder.indexes.facets import FacetKind
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition, entry_name
from site_builder.site.interface import Interface
from site_builder.site.urls import SEARCH

NAMES = f"{SEARCH}names.json"


def search_names(edition: Edition, main: Interface) -> Iterator[OutputFile]:
    """Yield the file of names that differ from those of the main language, by what they name."""
    registers = edition.archive.registers
    before, now = main.language, edition.interface.language
    countries = edition.facets[FacetKind.COUNTRY]
    languages = {article.language for article in edition.archive.articles}
    kinds = [f"kind_{kind.replace('-', '_')}" for kind in Kind]
    organisations = _entries(registers.organisations, before, now)
    names = {
        "kind": {main.text(key): edition.interface.text(key) for key in kinds},
        # Whoever speaks for an organisation without a name goes by the organisation's.
        "speaker": organisations | _entries(registers.people, before, now),
        "carrier": _entries(registers.carriers, before, now),
        "place": _entries(registers.places, before, now),
        "tag": _entries(registers.tags, before, now),
        "country": {country_name(one, before): country_name(one, now) for one in countries},
        "language": {language_name(one, before): language_name(one, now) for one in languages},
    }
    differing = {
        what: {name: found[name] for name in sorted(found) if found[name] != name}
        for what, found in names.items()
    }
    text = json.dumps(differing, ensure_ascii=False, separators=(",", ":"))
    yield OutputFile(NAMES, f"{text}\n".encode())


def _entries(entries: Mapping[str, RegisterEntry], before: str, now: str) -> dict[str, str]:
    return {entry_name(one, before): entry_name(one, now) for one in entries.values()}
