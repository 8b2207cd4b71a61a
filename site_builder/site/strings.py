"""Reads what the interface says, `templates/strings/<language>.yaml`, and checks it for faults.

Plural forms follow the categories of the Unicode CLDR. A counted noun may be declined as well:
a string asks for a case with `{total:genitive}` and takes it from the key `statements_genitive`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from string import Formatter

import msgspec
from babel import Locale

from site_builder.content.codes import locale_of
from site_builder.content.locales import read_locale
from site_builder.content.source_text import decode_source
from site_builder.content.strict_yaml import YamlDocument, parse_yaml
from site_builder.diagnostics import (
    BuildError,
    Diagnostic,
    Severity,
    SourceLocation,
    error,
    warning,
)

STRINGS = "strings"
ENGLISH = "en"

_MAX_BYTES = 1024 * 1024
_SAMPLE = range(201)
"""Numbers that between them take every plural form that a reader of an archive meets."""
_NAMED = 5
"""Missing strings that a warning names."""

Forms = Mapping[str, str]


class StringTable(msgspec.Struct, kw_only=True):
    """The strings of one interface: English, overlaid by the language's own."""

    texts: dict[str, str] = msgspec.field(default_factory=dict)
    plurals: dict[str, Forms] = msgspec.field(default_factory=dict)
    """Plural category → text, by key; every key has at least 'other'."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings: what is missing, unknown or left out."""


def load_strings(language: str, folders: Sequence[Path]) -> StringTable:
    """Return the strings for a language; in each step the first of the folders has the last word.

    English stands in for what nobody has translated, with a warning. Raises BuildError where a
    file cannot be read or a page could not fill in what it says.
    """
    table = StringTable()
    for path in _files(ENGLISH, folders):
        _overlay(table, path, built_in=not table.texts)
    english = StringTable(texts=dict(table.texts), plurals=dict(table.plurals))
    base = language.partition("-")[0]
    if base == ENGLISH:
        for path in _files(language, folders) if language != ENGLISH else ():
            _overlay(table, path, english=english, locale=locale_of(language))
        return table
    translated: set[str] = set()
    paths = [path for name in dict.fromkeys((base, language)) for path in _files(name, folders)]
    for path in paths:
        translated |= _overlay(table, path, english=english, locale=locale_of(language))
    missing = [key for key in (*english.texts, *english.plurals) if key not in translated]
    if missing:
        table.diagnostics += (_untranslated(missing, language, paths, folders),)
    return table


def _files(name: str, folders: Sequence[Path]) -> list[Path]:
    found = (folder / STRINGS / f"{name}.yaml" for folder in reversed(folders))
    return [path for path in found if path.is_file()]


def _shown(path: Path) -> str:
    return f"{path.parent.parent.name}/{STRINGS}/{path.name}"


def _untranslated(
    missing: Sequence[str], language: str, paths: Sequence[Path], folders: Sequence[Path]
) -> Diagnostic:
    tongue = locale_of(language).get_display_name(read_locale("en")) or language
    if not paths:
        known = sorted(
            {path.stem for folder in folders for path in (folder / STRINGS).glob("*.yaml")}
        )
        return warning(
            SourceLocation(path="content/site.yaml"),
            "strings",
            f"the interface has no strings in {tongue} ({language}), so that it speaks English",
            f"Translate strings/{ENGLISH}.yaml as templates/{STRINGS}/{language}.yaml, or set "
            f"language to one of {', '.join(known)}.",
        )
    few = ", ".join(missing[:_NAMED])
    rest = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return warning(
        SourceLocation(path=_shown(paths[-1])),
        "strings",
        f"not translated into {tongue}, and so given in English: {few}{rest}",
        f"Add the missing keys; strings/{ENGLISH}.yaml has their English.",
    )


def _overlay(
    table: StringTable,
    path: Path,
    *,
    built_in: bool = False,
    english: StringTable | None = None,
    locale: Locale | None = None,
) -> set[str]:
    """Put a file's strings over the table's and return their keys.

    `built_in` is the file that decides which strings there are; `english` is None for it and
    for an archive's own English.
    """
    name = _shown(path)
    document = _read(path, name)
    assert isinstance(document.value, dict)  # noqa: S101  # _read refuses anything else
    known = english or table
    check = _Checker(
        english=StringTable(texts=dict(known.texts), plurals=dict(known.plurals)),
        locale=locale or read_locale(ENGLISH),
        translating=english is not None,
        defining=built_in,
        keys=frozenset(document.value) | table.plurals.keys(),
    )
    found: list[Diagnostic] = []
    for key, value in document.value.items():
        where = SourceLocation(path=name, line=document.line_of((key,)))
        if isinstance(value, dict):
            forms = {form: text for form, text in value.items() if isinstance(text, str)}
            found += check.forms(key, forms, where)
            table.plurals[key] = forms
        elif isinstance(value, str):
            found += check.text(key, value, where)
            table.texts[key] = value
    if any(one.severity is Severity.ERROR for one in found):
        raise BuildError(found)
    table.diagnostics += tuple(found)
    return set(document.value)


def _read(path: Path, name: str) -> YamlDocument:
    source, faults = decode_source(path.read_bytes(), name)
    document, found = parse_yaml(source, name, max_bytes=_MAX_BYTES)
    faults += found
    if document is None or faults:
        raise BuildError(faults)
    if not isinstance(document.value, dict):
        where = SourceLocation(path=name)
        raise BuildError([error(where, "strings", "this is not a mapping", "Write key: text.")])
    return document


class _Checker(msgspec.Struct, kw_only=True):
    """Compares the strings of one file with those that pages ask for."""

    english: StringTable
    locale: Locale
    translating: bool
    """Whether the file is to say what English says; an archive's own English may add to it, for
    templates of its own."""
    defining: bool
    """Whether the file is the one that decides which strings there are."""
    keys: frozenset[str]
    """Every key of the file, and of those that it overlays."""

    def declined(self, key: str) -> str:
        """Return the counted noun that `key` declines: 'statements' of 'statements_genitive'."""
        if key in self.english.plurals or not self.translating:
            return ""
        found = [one for one in self.english.plurals if key.startswith(f"{one}_")]
        return max(found, key=len, default="")

    def text(self, key: str, text: str, where: SourceLocation) -> Iterator[Diagnostic]:
        if key in self.english.plurals:
            yield error(
                where,
                "strings",
                f'"{key}" counts something, and here it has one text for every number',
                f"Write a form for each of {', '.join(_categories(self.locale))}.",
            )
            return
        yield from self._unknown(key, where)
        yield from self._names(key, text, self.english.texts.get(key), where)

    def forms(self, key: str, forms: Forms, where: SourceLocation) -> Iterator[Diagnostic]:
        if key in self.english.texts:
            yield error(
                where,
                "strings",
                f'"{key}" is one text, and here it has plural forms',
                "Write key: text.",
            )
            return
        if "other" not in forms:
            yield error(
                where,
                "strings",
                f'"{key}" has no form called other',
                "Add it; every language has one.",
            )
        if not self.declined(key):
            yield from self._unknown(key, where)
        yield from self._categories_of(key, forms, where)
        for category, text in forms.items():
            yield from self._names(key, text, "{n}", where, category)

    def _unknown(self, key: str, where: SourceLocation) -> Iterator[Diagnostic]:
        known = (*self.english.texts, *self.english.plurals)
        if self.defining or key in known:
            return
        near = get_close_matches(key, known, n=1, cutoff=0.85)
        if not near and not self.translating:
            return
        yield warning(
            where,
            "strings",
            f'no page asks for "{key}"',
            f'Perhaps it should be "{near[0]}".'
            if near
            else f"Remove it, or add it to strings/{ENGLISH}.yaml if a template of yours asks "
            "for it.",
        )

    def _categories_of(self, key: str, forms: Forms, where: SourceLocation) -> Iterator[Diagnostic]:
        tongue = self.locale.get_display_name(read_locale("en"))
        lacking = [one for one in _categories(self.locale) if one not in forms and one != "other"]
        if lacking:
            yield warning(
                where,
                "strings",
                f'"{key}" lacks the plural form {_and(lacking)} of {tongue}',
                "Add it; until then the form called other takes its place.",
            )
        tags = self.locale.plural_form.tags | {"other"}
        unused = [one for one in forms if one not in tags]
        if unused:
            yield warning(
                where,
                "strings",
                f'"{key}" has the plural form {_and(unused)}, which {tongue} does not have',
                f"Its forms are {_and(sorted(tags))}.",
            )

    def _names(
        self,
        key: str,
        text: str,
        english: str | None,
        where: SourceLocation,
        category: str | None = None,
    ) -> Iterator[Diagnostic]:
        """Yield what would fail, or be left out, when a page fills the string in."""
        names, given = names_in(text), names_in(english or "")
        if names is None:
            yield error(
                where, "strings", f'"{key}" has a brace without its other', "Write names as {name}."
            )
            return
        if english is None:
            return
        given = given or {}
        if asked := sorted(set(names) - set(given)):
            yield error(
                where,
                "strings",
                f'"{key}" asks for {_braced(asked)}, which the page does not give',
                f"Use only {_braced(sorted(given)) or 'words'}.",
            )
        for case in sorted(set(names.values()) - {""}):
            if any(f"{noun}_{case}" in self.keys for noun in self.english.plurals):
                continue
            yield error(
                where,
                "strings",
                f'"{key}" asks for the case "{case}", in which nothing here is declined',
                f"Add the plural forms of the noun under a key that ends in _{case}.",
            )
        left_out = sorted(set(given) - set(names))
        if left_out and self.translating and not self._is_one_number(category):
            yield warning(
                where,
                "strings",
                f'"{key}" leaves out {_braced(left_out)}'
                + (f" in its form {category}, which many numbers take" if category else ""),
                f"Write {_braced(left_out)} where it belongs. English has: {english}"
                if category is None
                else "Write {n} where the number belongs.",
            )

    def _is_one_number(self, category: str | None) -> bool:
        """Whether a plural form stands for a single number, which words may then say."""
        taken = sum(1 for n in _SAMPLE if self.locale.plural_form(n) == category)
        return category is not None and taken == 1


@lru_cache(maxsize=32)
def _categories(locale: Locale) -> list[str]:
    """Return the plural categories that whole numbers take, in the order of CLDR."""
    met = {locale.plural_form(n) for n in _SAMPLE} | {"other"}
    return [one for one in ("zero", "one", "two", "few", "many", "other") if one in met]


def names_in(text: str) -> dict[str, str] | None:
    """Return what a string asks for and in which case ('' for none); None if it has a fault."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:
        return None
    names = {name: case or "" for _, name, case, _ in parsed if name is not None}
    return names if all(re.fullmatch(r"\w*", case) for case in names.values()) else None


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _and(names: Sequence[str]) -> str:
    return " and ".join((*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]))
