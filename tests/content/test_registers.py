"""Authority files."""

from __future__ import annotations

import pytest

from site_builder.content.model import Display, Registers
from site_builder.content.registers import REGISTERS, fields_of, parse_registers
from site_builder.content.schema import TagFields

PEOPLE = "content/registers/people.yaml"


def read(files: dict[str, str]) -> tuple[Registers, list[str]]:
    named = {f"content/registers/{name}.yaml": text.encode() for name, text in files.items()}
    registers, _, faults = parse_registers(named)
    return registers, [str(fault).removeprefix("content/registers/") for fault in faults]


def test_entries_are_typed_and_in_the_order_of_ids() -> None:
    """Each register gives its own kind of entry, sorted, with the line it stands on."""
    registers, faults = read(
        {
            "people": (
                "b-b:\n  name: B\n"
                "a-a:\n  name: A\n  names: {ur: الف, zh: 甲}\n  aliases: [AA]\n  country: cn\n"
                "  wikidata: Q42\n  roles:\n    - {title: Minister, start: 2019, end: 2020-05}\n"
            ),
            "events": "visit: {name: Visit, start: 2023-01-04, countries: [CN, PK], place: p}\n",
            "tags": "no: {name: Norway}\n",
            "formulations": "shared-future: {name: shared future, variants: [common future]}\n",
            "organisations": "un: {name: United Nations, url: 'https://www.un.org/'}\n",
            "places": "",
        }
    )

    assert faults == []
    assert list(registers.people) == ["a-a", "b-b"]
    person = registers.people["a-a"]
    assert (person.name, person.aliases) == ("A", ("AA",))
    assert dict(person.names) == {"ur": "الف", "zh": "甲"}
    assert (person.country, person.wikidata, str(person.location)) == ("CN", "Q42", f"{PEOPLE}:3")
    assert str(person.roles[0].end) == "2020-05"
    assert registers.events["visit"].countries == ("CN", "PK")
    assert registers.formulations["shared-future"].variants == ("common future",)
    assert not registers.places


@pytest.mark.parametrize(
    ("kind", "display"),
    [("wire", "excerpt"), ("newspaper", "excerpt"), ("website", "excerpt"), ("official", "full")],
)
def test_a_carriers_kind_decides_what_is_shown(kind: str, display: str) -> None:
    """Texts of outlets are shown in part, an issuing body's in full, unless its entry says so."""
    text = f"a: {{name: A, kind: {kind}}}\nb: {{name: B, kind: {kind}, display: metadata}}"
    registers, _ = read({"carriers": text})

    assert registers.carriers["a"].display == display
    assert registers.carriers["b"].display is Display.METADATA


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        (
            "persons",
            "a: {name: A}",
            [
                (
                    "persons.yaml:1: error[register]: there is no such register\n"
                    f"  Name the file after one of {', '.join(REGISTERS)}, with '.yaml'."
                )
            ],
        ),
        (
            "people",
            "- a",
            [
                (
                    "people.yaml:1: error[register]: this is not a mapping from ids to entries\n"
                    "  Write an id and a colon on a line, and the entry's fields indented below it."
                )
            ],
        ),
        (
            "people",
            "a: {name: A}\nB_b: {name: B}\n",
            [
                (
                    'people.yaml:2: error[id]: "B_b" is not an id\n'
                    "  Write lower-case letters a-z, digits and single hyphens only."
                )
            ],
        ),
        (
            "people",
            "a: Mao Ning\nb:\n",
            [
                (
                    "people.yaml:1: error[type]: named fields are wanted here\n"
                    "  Write one field a line, indented below this one."
                ),
                (
                    "people.yaml:2: error[type]: named fields are wanted here\n"
                    "  Write one field a line, indented below this one."
                ),
            ],
        ),
        (
            "people",
            "a:\n  nmae: A\n",
            [
                (
                    'people.yaml:1: error[name]: "name" is missing\n'
                    "  Add a line 'name: …' with its value."
                ),
                'people.yaml:2: error[unknown-key]: "nmae" is not a field\n  Did you mean name?',
            ],
        ),
        (
            "people",
            "a:\n  name: A\n  names: {english: B}\n  wikidata: 42\n  country: China\n",
            [
                (
                    'people.yaml:3: error[names]: "english" is not a language tag\n'
                    "  Write a BCP 47 tag, such as en, ur or zh-Hans."
                ),
                'people.yaml:4: error[wikidata]: "42" is not a Wikidata id\n  Write it as Q42.',
                (
                    'people.yaml:5: error[country]: "China" is not a country code\n'
                    "  Write the two-letter ISO 3166 code, such as CN."
                ),
            ],
        ),
        (
            "carriers",
            "a: {name: A, kind: paper}\n",
            [
                (
                    'carriers.yaml:1: error[kind]: "paper" is not a kind\n'
                    "  Write one of wire, newspaper, broadcaster, website, official."
                )
            ],
        ),
        (
            "tags",
            "a: {name: A}\na: {name: B}\n",
            [
                (
                    'tags.yaml:2: error[duplicate-key]: "a" stands here again; '
                    "it was given on line 1\n  Keep one of the two."
                )
            ],
        ),
    ],
)
def test_faults(name: str, text: str, faults: list[str]) -> None:
    """Each fault of a register has its line, its words and a next step."""
    assert sorted(read({name: text})[1]) == faults


def test_a_register_may_be_long() -> None:
    """Registers are not held to the size of front matter."""
    text = "".join(f"tag-{n}: {{name: Tag {n}}}\n" for n in range(4000))
    registers, faults = read({"tags": text})

    assert faults == []
    assert len(registers.tags) == 4000


def test_fields_of_a_register() -> None:
    """A register's fields can be had by its name."""
    assert fields_of("tags") is TagFields
