"""What the countries are called in one language: their names, their people, their capitals."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from site_builder.importers.name_tables import NAME_TOKEN, names_by_country
from site_builder.importers.tables.demonyms import ENGLISH, OTHERS
from site_builder.importers.tables.places import CAPITALS, LOCALISED
from site_builder.importers.word_sets import word_set

_NOT_STATES = word_set(
    """
    AC AQ AX BL BQ BV CC CP CQ CX DG EA EU EZ GG GF GP GS HM IC IM IO JE MF MQ NF PM QO RE SH SJ
    SX TA TF UM UN WF XA XB YT ZZ
    """
)
_INFLECTED = word_set(
    """
    ru uk be bg sr hr bs mk sl pl cs sk lt lv et fi hu el tr az ka hy kk uz ro sq ky mn de
    """
)
_NOT_COUNTRIES = {
    "en": (
        "south china sea, east china sea, sea of japan, gulf of mexico, gulf of guinea, "
        "latin america, latin american, south america, south american, north america, "
        "north american, central america, central american, panama canal, indian ocean, "
        "new mexico, korean peninsula, korean war, georgia state, summit of the americas, "
        "mexico city, vienna convention, geneva convention, geneva conventions, "
        "oslo accords, paris agreement, american university, american university of cairo, "
        "minsk agreements, minsk group, brussels summit, west indian, native american, "
        "african american, organization of american states, gulf of oman, gulf of aden, "
        "hong kong, vienna conventions, sea of oman"
    ),
    "es": (
        "américa latina, américa central, américa del sur, golfo de méxico, "
        "mar de china meridional, norte américa"
    ),
    "fr": (
        "amérique latine, amérique du sud, mer de chine, amérique du nord, "
        "mer de chine méridionale, mer de chine orientale"
    ),
    "pt": "américa latina, américa do sul, mar da china, américa central",
    "it": "america latina, sud america, mar cinese meridionale",
    "ru": (
        "латинской америки, латинская америка, латинской америке, северной америки, южной америки"
    ),
    "ar": "أمريكا اللاتينية, أمريكا الجنوبية",
    "zh": "南海, 拉丁美洲, 北大西洋",
    "de": "südchinesisches meer, südchinesischen meer, lateinamerika",
}
"""Phrases that hold a country's name and name none."""
_DENSE = word_set("zh ja ko th lo km my")
"""Languages written without spaces between words."""
_STANDS_FOR = {"hr": "sr", "bs": "sr", "nb": "no", "nn": "no"}
"""Languages that share the tables of another."""
_ENDING = re.compile(r"[аяоеыиьйіїaeiouyαηοςιáéíőöąęėšs]{1,2}$")
_DENSE_NAME = re.compile(r"[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]")


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Folded names, each with (ISO 3166-1 alpha-2 code, kind); '' and '' where it is no country."""

    exact: Mapping[str, tuple[str, str]]
    stems: Mapping[str, tuple[str, str]]
    """Beginnings of names that take endings."""
    openings: frozenset[str]
    """The first two letters of each stem, by which most words are passed over at once."""
    firsts: Mapping[str, int]
    """The number of words of the longest name that starts with a word."""
    dense: tuple[str, ...]
    """Names in scripts without spaces, longest first."""


_Named = Iterator[tuple[str, str, str]]
"""(Name, country, kind); a '*' ends a name that takes endings."""


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the names of countries that a text of a language may use, English ones among them."""
    exact = {_fold(phrase): ("", "") for phrase in _not_countries(language)}
    stems: dict[str, tuple[str, str]] = {}
    _add(exact, stems, _demonyms(language))
    _add(exact, stems, _territory_names(language))
    for stem, country in _territory_stems(language):
        stems.setdefault(stem, (country, "name"))
    _add(exact, stems, _seats(language))
    firsts: dict[str, int] = {}
    for name in (*exact, *stems):
        words = name.split()
        firsts[words[0]] = max(firsts.get(words[0], 0), len(words))
    if language not in _DENSE:
        openings = frozenset(stem[:2] for stem in stems)
        return Lexicon(exact=exact, stems=stems, openings=openings, firsts=firsts, dense=())
    own = [name for name in exact if name[:1] > "\u02ff"]
    ordered = tuple(sorted(own, key=lambda name: (-len(name), name)))
    return Lexicon(exact=exact, stems={}, openings=frozenset(), firsts=firsts, dense=ordered)


def _not_countries(language: str) -> Iterator[str]:
    for one in (language, "en"):
        if one in _NOT_COUNTRIES:
            yield from _NOT_COUNTRIES[one].split(", ")


def _add(
    exact: dict[str, tuple[str, str]], stems: dict[str, tuple[str, str]], named: _Named
) -> None:
    for name, country, kind in named:
        folded = _fold(name.rstrip("*"))
        if folded:
            table = stems if name.endswith("*") else exact
            table.setdefault(folded, (country, kind))


def _fold(name: str) -> str:
    return " ".join(token.casefold() for token in NAME_TOKEN.findall(name))


def _base(language: str) -> str:
    return _STANDS_FOR.get(language, language)


def _demonyms(language: str) -> _Named:
    tables = (ENGLISH,) if language == "en" else (OTHERS.get(_base(language), ""), ENGLISH)
    for table in tables:
        for country, words in names_by_country(table):
            for word in words:
                yield word, country, "demonym" if _is_demonym(word, table) else "name"


def _is_demonym(word: str, table: str) -> bool:
    return word.endswith("*") or (
        table is ENGLISH
        and " " not in word
        and word[-1:] in "nsiehk"
        and not word.isupper()
        and "." not in word
    )


def _territory_names(language: str) -> _Named:
    for identifier in _locales(language):
        for country, name in _territories(identifier).items():
            yield name, country, "name"
            if language == "ar" and name.startswith("ال"):
                yield name[2:], country, "name"


def _territory_stems(language: str) -> Iterator[tuple[str, str]]:
    """Yield (stem, country) of the names of one word, in languages that inflect them."""
    if language not in _INFLECTED:
        return
    for identifier in _locales(language):
        if identifier == "en":
            continue
        for country, name in _territories(identifier).items():
            stem = _ENDING.sub("", name.casefold())
            if " " not in name and len(stem) > 3:
                yield stem, country


def _locales(language: str) -> tuple[str, ...]:
    base = _base(language)
    latin = ("sr_Latn",) if base == "sr" else ()
    return tuple(dict.fromkeys((base, language, *latin, "en")))


@cache
def _territories(identifier: str) -> dict[str, str]:
    from babel import UnknownLocaleError

    from site_builder.content.locales import read_locale

    try:
        locale = read_locale("nb" if identifier == "no" else identifier)
    except (UnknownLocaleError, ValueError):
        return {}
    names = {
        str(country): str(name).split(" (")[0].replace("’", "'")
        for country, name in locale.territories.items()
        if len(country) == 2 and country not in _NOT_STATES and country.isalpha()
    }
    return {**names, **_ENGLISH_NAMES} if identifier == "en" else names


_ENGLISH_NAMES = {"MM": "Myanmar", "CD": "Congo", "CG": "Congo-Brazzaville", "CZ": "Czechia"}
"""Names in place of those of the Unicode locale data."""


def _seats(language: str) -> _Named:
    """Yield the capitals, which stand for their governments, in the script of the language."""
    dense = language in _DENSE
    for table in (CAPITALS, LOCALISED):
        for country, words in names_by_country(table):
            for word in words:
                if dense == bool(_DENSE_NAME.match(word)):
                    yield word, country, "capital"
