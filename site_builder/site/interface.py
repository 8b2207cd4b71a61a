"""What the site says of itself, in the language of its readers: strings, dates, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from site_builder.content.codes import direction, locale_of
from site_builder.content.dates import PartialDate
from site_builder.content.strict_yaml import parse_yaml
from site_builder.diagnostics import BuildError, SourceLocation, error

STRINGS = "strings"
DEFAULT_LANGUAGE = "en"


class Strings:
    """Interface strings by attribute, for templates: `s.home_latest`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __getattr__(self, key: str) -> str:
        try:
            return self._texts[key]
        except KeyError:
            raise AttributeError(f'there is no interface string "{key}"') from None


class Interface:
    """The interface in one language. Texts that a language lacks are given in English."""

    def __init__(
        self, language: str, texts: Mapping[str, str], plurals: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.language = language
        self.dir = direction(language)
        self.locale = locale_of(language)
        self.strings = Strings(texts)
        self._texts = texts
        self._plurals = plurals

    def text(self, key: str) -> str:
        """Return the string called `key`; KeyError where there is none."""
        return self._texts[key]

    def get(self, key: str, default: str) -> str:
        """Return the string called `key`, or the default."""
        return self._texts.get(key, default)

    def fill(self, key: str, **values: object) -> Markup:
        """Return the string called `key` with its placeholders filled in, values escaped."""
        filled = {name: escape(value) for name, value in values.items()}
        return Markup(str(escape(self._texts[key])).format_map(filled))  # noqa: S704

    def plain(self, key: str, **values: object) -> str:
        """Return the string called `key`, filled in, as plain text."""
        return self._texts[key].format_map(values)

    def plural(self, key: str, n: int) -> str:
        """Return the string called `key` in the plural form that `n` takes."""
        forms = self._plurals[key]
        form = forms.get(self.locale.plural_form(n), forms["other"])
        return form.format(n=self.number(n))

    def number(self, n: int) -> str:
        """Return a number with the language's separators and figures."""
        return _number(n, self.locale)

    def date(self, value: PartialDate) -> str:
        """Return a date as the language writes it in full: '4 January 2023'."""
        return _date(value, self.language)

    def month(self, year: int, month: int) -> str:
        """Return a month and year: 'January 2023'."""
        return _date(PartialDate(year, month), self.language)

    def short_months(self) -> tuple[str, ...]:
        """Return the twelve short names of months."""
        names = get_month_names("abbreviated", "stand-alone", _date_locale(self.language))
        return tuple(str(names[month]) for month in range(1, 13))


@lru_cache(maxsize=100_000)
def _number(n: int, locale: Locale) -> str:
    return str(format_decimal(n, locale=locale))


@lru_cache(maxsize=100_000)
def _date(value: PartialDate, language: str) -> str:
    locale = _date_locale(language)
    if value.day:
        day = date(value.year, value.month, value.day)
        return str(format_date(day, "long", locale=locale))
    if value.month:
        first = date(value.year, value.month, 1)
        return str(format_skeleton("yMMMM", first, locale=locale))
    return str(value.year)


@lru_cache(maxsize=100)
def _date_locale(language: str) -> Locale:
    # Plain English is read all over the world: day before month, unless a country is named.
    return Locale("en", "001") if language == "en" else locale_of(language)


def load_interface(language: str, folders: Sequence[Path]) -> Interface:
    """Return the interface for a language from the first `strings/<lang>.yaml` in the folders.

    English stands in for strings, or for a whole language, that nobody has translated.
    Raises BuildError where a file cannot be read.
    """
    texts: dict[str, str] = {}
    plurals: dict[str, Mapping[str, str]] = {}
    base = language.partition("-")[0]
    for name in dict.fromkeys((DEFAULT_LANGUAGE, base, language)):
        for folder in reversed(folders):
            path = folder / STRINGS / f"{name}.yaml"
            if path.is_file():
                _merge(path, texts, plurals)
    return Interface(language, MappingProxyType(texts), MappingProxyType(plurals))


def _merge(path: Path, texts: dict[str, str], plurals: dict[str, Mapping[str, str]]) -> None:
    name = f"{path.parent.parent.name}/{STRINGS}/{path.name}"
    document, faults = parse_yaml(path.read_text(encoding="utf-8"), name, max_bytes=1024 * 1024)
    if document is None or faults:
        raise BuildError(faults)
    if not isinstance(document.value, dict):
        raise BuildError(
            [
                error(
                    SourceLocation(path=name),
                    "strings",
                    "this is not a mapping",
                    "Write key: text.",
                )
            ]
        )
    for key, value in document.value.items():
        if isinstance(value, dict):
            plurals[key] = {form: text for form, text in value.items() if isinstance(text, str)}
        elif isinstance(value, str):
            texts[key] = value
