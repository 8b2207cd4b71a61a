"""Country and language codes."""

from __future__ import annotations

import pytest

from site_builder.content.codes import (
    country_codes,
    country_name,
    direction,
    is_language,
    language_name,
    locale_of,
)


def test_countries_are_those_of_cldr() -> None:
    """Countries, the EU and the UN have codes; continents, test codes and 'unknown' have none."""
    assert {"CN", "PK", "NO", "PS", "XK", "TW", "EU", "UN"} <= country_codes()
    assert not {"ZZ", "XA", "XB", "EZ", "QO", "001", "cn", "QQ"} & country_codes()
    assert 250 < len(country_codes()) < 270


def test_country_names_follow_the_language() -> None:
    """A country is called as the site's language calls it, in English where that has no word."""
    assert country_name("DE", "en") == "Germany"
    assert country_name("DE", "fr") == "Allemagne"
    assert country_name("QQ", "en") == "QQ"
    assert country_name("DE", "tlh") == "Germany"


@pytest.mark.parametrize("tag", ["en", "ur", "zh-Hans", "pt-BR", "es-419", "sr-Latn-RS", "fil"])
def test_language_tags(tag: str) -> None:
    """Tags of a language, a script and a region are known."""
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "english", "zz", "en_GB", "en-", "en-x-mine", "qqq", "bak"]
)
def test_other_words_are_no_language_tags(tag: str) -> None:
    """What CLDR has no language for, or is written otherwise, is refused."""
    assert not is_language(tag)


def test_language_names_follow_the_language() -> None:
    """A language is named in the language of the site."""
    assert language_name("ur", "en") == "Urdu"
    assert language_name("en", "de") == "Englisch"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"),
        ("ur", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("ur-Latn", "ltr"),
        ("pa-Arab", "rtl"),
        ("pa", "ltr"),
        ("zh-Hans", "ltr"),
        ("xx", "ltr"),
    ],
)
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    """A script in the tag decides; without one, the language does."""
    assert direction(tag) == expected


def test_nearest_locale_of_a_tag() -> None:
    """A tag that CLDR lacks falls back to its language, and then to English."""
    assert str(locale_of("de-XX")) == "de"
    assert str(locale_of("zz")) == "en"
