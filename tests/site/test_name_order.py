"""Names in the order of the interface's language."""

from __future__ import annotations

import pytest

from site_builder.site.name_order import initial_of, sort_key


def ordered(language: str, *names: str) -> list[str]:
    return sorted(names, key=lambda name: (sort_key(name, language), name))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Émile", "eva", "Łukasz", "Lviv", "Œuvre", "Øre", "Oslo"]),
        ("fr", ["eau", "Écosse", "église", "Égypte", "Émirats", "Espagne"]),
        ("es", ["1st", "Ánimo", "nube", "ñandú", "Ñuñoa", "oca", "óscar", "zeta", "毛宁"]),
        ("ru", ["Oslo", "Егоров", "Ёлкин", "Иран", "Италия", "Йемен", "Яков"]),
        (
            "ur",
            ["Oslo", "ایران", "بھارت", "پاکستان", "ترکی", "ٹونگا", "چین", "ڈنمارک", "روس", "کیوبا"],
        ),
        ("ar", ["إسبانيا", "ألمانيا", "بلجيكا", "تركيا", "روسيا"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(language: str, names: list[str]) -> None:
    """Accents and strokes do not count; letters of their own stand where the alphabet has them."""
    assert ordered(language, *reversed(names)) == names


def test_urdu_letters_are_not_in_the_order_of_unicode() -> None:
    """Without the language the same names stand otherwise, so the test above says something."""
    assert ordered("", "ترکی", "پاکستان") == ["ترکی", "پاکستان"]


@pytest.mark.parametrize(
    ("language", "name", "initial"),
    [
        *(("en", "Émile", "E"), ("en", "Øre", "O"), ("en", "1st", "#"), ("en", "“So”", "#")),
        *(("es", "Ñuñoa", "Ñ"), ("fr", "Ñuñoa", "N"), ("ru", "Йемен", "Й"), ("ru", "Ёлкин", "Е")),
        *(("ur", "آسٹریا", "ا"), ("ur", "ياسر", "ی"), ("zh", "毛宁", "毛"), ("en", "", "#")),
    ],
)
def test_names_stand_under_a_letter_of_the_alphabet(language: str, name: str, initial: str) -> None:
    """A letter of its own in one language is an accented one in another."""
    assert initial_of(name, language) == initial
