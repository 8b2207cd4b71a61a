"""Country and language codes, from the Unicode CLDR."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from site_builder.content.locales import read_locale

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"))
# CLDR lists these two-letter codes beside the countries; they are test data and groupings.
_NOT_COUNTRIES = frozenset(("EZ", "QO", "XA", "XB", "ZZ"))


@cache
def country_codes() -> frozenset[str]:
    """Return the two-letter codes of all countries and territories CLDR names.

    'EU' and 'UN' are among them, so that statements addressed to either can be found.
    """
    codes = (str(code) for code in read_locale("en").territories)
    return frozenset(
        code for code in codes if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    )


@cache
def country_name(code: str, language: str) -> str:
    """Return the country's name in a language, in English where CLDR has none, else the code."""
    name = locale_of(language).territories.get(code) or read_locale("en").territories.get(code)
    return str(name or code)


@cache
def language_name(tag: str, language: str) -> str:
    """Return the name of the language `tag` in `language`, or the tag itself."""
    return locale_of(tag).get_display_name(locale_of(language)) or tag


@cache
def is_language(tag: str) -> bool:
    """Whether `tag` is a well-formed BCP 47 tag of a language that CLDR names."""
    if _LANGUAGE.fullmatch(tag) is None:
        return False
    return tag.partition("-")[0].lower() in read_locale("en").languages


@cache
def locale_of(tag: str) -> Locale:
    """Return the nearest CLDR locale of a BCP 47 tag, English where there is none."""
    parts = tag.split("-")
    while parts:
        try:
            return read_locale("-".join(parts))
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return read_locale("en")


@cache
def direction(tag: str) -> str:
    """Return 'rtl' or 'ltr' for a language tag."""
    for part in tag.split("-")[1:]:
        if len(part) == 4:
            return "rtl" if part.title() in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if locale_of(tag).text_direction == "rtl" else "ltr"
