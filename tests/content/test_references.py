"""Ids that articles and entries name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.content.loader import LoadedArchive
    from tests.content.conftest import Load

X = "articles/2023/2023-01-04-x.md"


def errors(loaded: LoadedArchive) -> list[str]:
    found = [one for one in loaded.diagnostics if one.severity == "error"]
    return [str(one).removeprefix("content/") for one in found]


def test_every_id_stands_in_its_register(load: Load) -> None:
    """An article that names entries of every register is whole."""
    loaded = load(
        {
            **REGISTERS,
            X: article(
                speakers="[{person: mao-ning, organisation: cn-mfa}]",
                principals="[xi-jinping]",
                carrier="app",
                via="[fmprc]",
                asked_by="app",
                event="regular",
                place="beijing",
                tags="[cpec, trade]",
            ),
        }
    )

    assert loaded.diagnostics == ()


def test_unknown_ids_have_their_line_and_a_near_one(load: Load) -> None:
    """Each id that leads nowhere is an error on its own line, under its field's name."""
    loaded = load(
        {
            **REGISTERS,
            X: article(
                speakers="[{person: mao-nign, organisation: cn-mfb}]",
                principals="[xi-jinpin]",
                carrier="ap",
                via="[fmprx]",
                asked_by="qqq",
                event="regula",
                place="bejing",
                tags="\n  - cpec\n  - trad",
            ),
        }
    )

    def unknown(line: int, field: str, name: str, register: str, near: str) -> str:
        return (
            f'{X}:{line}: error[{field}]: "{name}" is not in the register of {register}\n'
            f"  Did you mean {near}? If not, add it to content/registers/{register}.yaml."
        )

    assert errors(loaded) == [
        unknown(4, "speakers", "mao-nign", "people", "mao-ning"),
        unknown(4, "speakers", "cn-mfb", "organisations", "cn-mfa"),
        unknown(5, "principals", "xi-jinpin", "people", "xi-jinping"),
        unknown(6, "carrier", "ap", "carriers", "app"),
        unknown(7, "via", "fmprx", "carriers", "fmprc"),
        (
            f'{X}:8: error[asked_by]: "qqq" is not in the register of carriers\n'
            "  Add it to content/registers/carriers.yaml."
        ),
        unknown(9, "event", "regula", "events", "regular"),
        unknown(10, "place", "bejing", "places", "beijing"),
        unknown(13, "tags", "trad", "tags", "trade"),
    ]


def test_the_same_word_in_two_fields_is_placed_by_its_field(load: Load) -> None:
    """A wrong id is found in the field that takes it, not where the word stands first."""
    loaded = load({X: article(statement="cpec", summary="cpec", tags="[cpec]")})

    assert errors(loaded) == [
        (
            f'{X}:6: error[tags]: "cpec" is not in the register of tags\n'
            "  Add it to content/registers/tags.yaml."
        )
    ]


def test_registers_refer_to_each_other(load: Load) -> None:
    """A role's organisation and an event's place must be there."""
    loaded = load(
        {
            "registers/people.yaml": "a:\n  name: A\n  roles: [{title: B, organisation: c}]\n",
            "registers/events.yaml": "d: {name: D, place: e}\n",
        }
    )

    assert errors(loaded) == [
        (
            'registers/people.yaml:1: error[organisations]: "c" is not in the register of '
            "organisations\n  Add it to content/registers/organisations.yaml."
        ),
        (
            'registers/events.yaml:1: error[places]: "e" is not in the register of places\n'
            "  Add it to content/registers/places.yaml."
        ),
    ]


def test_a_broken_entry_is_told_once(load: Load) -> None:
    """The fault of an entry, or of a whole register, is not told again by what refers to it."""
    loaded = load(
        {
            "registers/people.yaml": "a: {nmae: A}\n",
            "registers/tags.yaml": "cpec: 'x\n",
            X: article(speakers="[{person: a}]", tags="[cpec]"),
        }
    )

    assert [fault.split(" ")[0] for fault in errors(loaded)] == [
        "registers/people.yaml:1:",
        "registers/people.yaml:1:",
        "registers/tags.yaml:1:",
    ]


def test_what_nothing_uses_is_a_note(load: Load) -> None:
    """An entry without a use is worth knowing, and is in nobody's way."""
    loaded = load({"registers/tags.yaml": "cpec: {name: C}\n", X: article()})

    assert [str(one) for one in loaded.diagnostics] == [
        'content/registers/tags.yaml:1: note[unused]: nothing uses "cpec" of the tags'
    ]


def test_translations_need_their_original(load: Load) -> None:
    """A translation names an article that is there, is no translation, and is in another tongue."""
    loaded = load(
        {
            X: article(),
            "articles/2023/2023-01-04-y.ur.md": article(),
            "articles/2023/a.md": article(translation_of="2023-01-04-z", language="fr"),
            "articles/2023/b.md": article(translation_of="2023-01-04-x"),
            "articles/2023/c.md": article(translation_of="b", language="ur"),
            "articles/2023/d.md": article(translation_of="qqqqqq", language="ur"),
        }
    )

    assert sorted(errors(loaded)) == [
        (
            "articles/2023/2023-01-04-y.ur.md:1: error[translation_of]: there is no article "
            '"2023-01-04-y"\n  Did you mean 2023-01-04-x?'
        ),
        (
            'articles/2023/a.md:4: error[translation_of]: there is no article "2023-01-04-z"\n'
            "  Did you mean 2023-01-04-x?"
        ),
        (
            "articles/2023/b.md:4: error[language]: the translation is in the language of its "
            'original, "en"\n  Correct the language of one of the two.'
        ),
        (
            'articles/2023/c.md:4: error[translation_of]: "b" is itself a translation\n'
            "  Write the id of the original: 2023-01-04-x."
        ),
        (
            'articles/2023/d.md:4: error[translation_of]: there is no article "qqqqqq"\n'
            "  Write the id of the original article."
        ),
    ]


def test_a_broken_original_is_told_once(load: Load) -> None:
    """A translation whose original has a fault of its own is not called an orphan as well."""
    loaded = load({X: article(date="4 Jan 2023"), X.replace(".md", ".ur.md"): article()})

    assert [one.code for one in loaded.diagnostics if one.severity == "error"] == ["date"]
