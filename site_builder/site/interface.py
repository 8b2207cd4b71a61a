"""What the site says of itself, in the language of its readers: strings, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from site_builder.content.codes import direction, locale_of
from site_builder.content.dates import PartialDate
from site_builder.content.locales import read_locale
from site_builder.site.strings import StringTable, load_strings

_CASE = re.compile(r"\{(\w+):(\w+)\}")


class Strings:
    """Interface strings by attribute, for templates: `s.home_latest`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __getattr__(self, key: str) -> str:
        try:
            return self._texts[key]
        except KeyError:
            raise AttributeError(f'there is no interface string "{key}"') from None


class Counted(str):
    """A number with its noun: '21 statements'. Where it is filled in, it may be declined.

    Stored or sent to another process it is the text alone.
    """

    __slots__ = ("key", "n")
    key: str
    n: int

    def __new__(cls, text: str, key: str, n: int) -> Counted:
        counted = super().__new__(cls, text)
        counted.key, counted.n = key, n
        return counted

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)


class Interface:
    """The interface in one language. Texts that a language lacks are given in English."""

    def __init__(self, language: str, table: StringTable) -> None:
        self.language = language
        self.dir = direction(language)
        self.locale = locale_of(language)
        self.diagnostics = table.diagnostics
        """Warnings about the files of strings."""
        self._declined = {
            key: cases for key, text in table.texts.items() if (cases := _cases(text))
        }
        self._texts = {
            key: _CASE.sub(r"{\1__\2}", text) if key in self._declined else text
            for key, text in table.texts.items()
        }
        self._plurals = table.plurals
        self.strings = Strings(self._texts)

    def text(self, key: str) -> str:
        """Return the string called `key`; KeyError where there is none."""
        return self._texts[key]

    def get(self, key: str, default: str) -> str:
        """Return the string called `key`, or the default."""
        return self._texts.get(key, default)

    def fill(self, key: str, **values: object) -> Markup:
        """Return the string called `key` with its placeholders filled in, values escaped."""
        filled = {name: escape(value) for name, value in self._in_cases(key, values).items()}
        return Markup(str(escape(self._texts[key])).format_map(filled))  # noqa: S704

    def plain(self, key: str, **values: object) -> str:
        """Return the string called `key`, filled in, as plain text."""
        return self._texts[key].format_map(self._in_cases(key, values))

    def plural(self, key: str, n: int) -> Counted:
        """Return the string called `key` in the plural form that `n` takes."""
        return Counted(self._form(key, n), key, n)

    def forms(self, key: str) -> Mapping[str, str]:
        """Return every plural form of the string called `key`, for scripts that count."""
        return self._plurals[key]

    def _form(self, key: str, n: int) -> str:
        forms = self._plurals[key]
        form = forms.get(self.locale.plural_form(n), forms["other"])
        return form.format(n=self.number(n))

    def _in_cases(self, key: str, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return the values with those added that the string asks for in a case."""
        if key not in self._declined:
            return values
        return {
            **values,
            **{
                f"{name}__{case}": self._in_case(values[name], case)
                for name, case in self._declined[key]
            },
        }

    def _in_case(self, value: object, case: str) -> object:
        if isinstance(value, Counted) and f"{value.key}_{case}" in self._plurals:
            return self._form(f"{value.key}_{case}", value.n)
        return value

    def number(self, n: int) -> str:
        """Return a number with the language's separators and figures."""
        return _number(n, self.locale)

    def date(self, value: PartialDate) -> str:
        """Return a date as the language writes it in full: '4 January 2023'."""
        return _date(value, self.language)

    def month(self, year: int, month: int) -> str:
        """Return a month and year: 'January 2023'."""
        return _date(PartialDate(year, month), self.language)

    def day(self, month: int, day: int) -> str:
        """Return a day of any year: '4 January'."""
        # A leap year, which has every day.
        value = date(2000, month, day)
        return str(format_skeleton("MMMMd", value, locale=_date_locale(self.language)))

    def month_name(self, month: int) -> str:
        """Return a month of any year, as it stands by itself: 'January'."""
        names = get_month_names("wide", "stand-alone", _date_locale(self.language))
        return str(names[month])

    def short_months(self) -> tuple[str, ...]:
        """Return the twelve short names of months."""
        names = get_month_names("abbreviated", "stand-alone", _date_locale(self.language))
        return tuple(str(names[month]) for month in range(1, 13))


def _cases(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(_CASE.findall(text)))


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
    return read_locale("en_001") if language == "en" else locale_of(language)


def load_interface(language: str, folders: Sequence[Path]) -> Interface:
    """Return the interface for a language from `strings/<lang>.yaml` in the folders.

    English stands in for strings, or for a whole language, that nobody has translated; the
    interface's `diagnostics` say so. Raises BuildError where a file is at fault.
    """
    return Interface(language, load_strings(language, folders))
