"""What the site says of itself, in the language of its readers: strings, dates, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from site_builder.content.codes import direction, locale_of
from site_builder.content.dates import PartialDate
from site_builder.content.source_text import decode_source
from site_builder.content.strict_yaml import parse_yaml
from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error

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
    source, faults = decode_source(path.read_bytes(), name)
    document, found = parse_yaml(source, name, max_bytes=1024 * 1024)
    faults += found
    if document is None or faults:
        raise BuildError(faults)
    if not isinstance(document.value, dict):
        fault = error(
            SourceLocation(path=name), "strings", "this is not a mapping", "Write key: text."
        )
        raise BuildError([fault])
    complaints: list[Diagnostic] = []
    for key, value in document.value.items():
        where = SourceLocation(path=name, line=document.line_of((key,)))
        if isinstance(value, dict):
            forms = {form: text for form, text in value.items() if isinstance(text, str)}
            complaints += _check_forms(key, forms, where)
            plurals[key] = forms
        elif isinstance(value, str):
            complaints += _check_names(key, value, _names_in(texts.get(key)), where)
            texts[key] = value
    if complaints:
        raise BuildError(complaints)


def _check_forms(key: str, forms: Mapping[str, str], where: SourceLocation) -> Iterator[Diagnostic]:
    if "other" not in forms:
        yield error(
            where, "strings", f'"{key}" has no form called other', "Add it; every language has one."
        )
    for text in forms.values():
        yield from _check_names(key, text, frozenset(("n",)), where)


def _check_names(
    key: str, text: str, given: frozenset[str] | None, where: SourceLocation
) -> Iterator[Diagnostic]:
    """Yield what would fail when the page fills the string in; `given` is None for a new one."""
    names = _names_in(text)
    if names is None:
        yield error(
            where, "strings", f'"{key}" has a brace without its other', "Write names as {name}."
        )
    elif given is not None and not names <= given:
        asked = ", ".join(f"{{{name}}}" for name in sorted(names - given))
        yield error(
            where,
            "strings",
            f'"{key}" asks for {asked}, which the page does not give',
            f"Use only {', '.join(f'{{{name}}}' for name in sorted(given)) or 'words'}.",
        )


def _names_in(text: str | None) -> frozenset[str] | None:
    """Return the names that a string asks for, or None where it cannot be filled in."""
    if text is None:
        return None
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None
