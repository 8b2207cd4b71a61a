"""Names of countries and of seats of government: in the clipping's language and in English."""

# ruff: noqa: E501, PLC0415  (heavy libraries are loaded where they are used; a line of a pattern is one rule)
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from site_builder.importers.lines import WORD
from site_builder.importers.tables.demonyms import ENGLISH, OTHERS
from site_builder.importers.tables.places import CAPITALS, CITIES, LOCALISED, WORLD
from site_builder.importers.word_sets import word_set

_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{WORD}|\d+")
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
    "en": ("south china sea", "east china sea", "sea of japan", "gulf of mexico", "gulf of guinea", "latin america", "latin american",
           "south america", "south american", "north america", "north american", "central america", "central american", "panama canal",
           "indian ocean", "new mexico", "korean peninsula", "korean war", "georgia state", "summit of the americas", "mexico city",
           "vienna convention", "geneva convention", "geneva conventions", "oslo accords", "paris agreement", "american university",
           "american university of cairo", "minsk agreements", "minsk group", "brussels summit", "west indian", "native american", "african american",
           "organization of american states", "gulf of oman", "gulf of aden", "hong kong", "vienna conventions", "sea of oman"),
    "es": ("américa latina", "américa central", "américa del sur", "golfo de méxico", "mar de china meridional", "norte américa"),
    "fr": ("amérique latine", "amérique du sud", "mer de chine", "amérique du nord", "mer de chine méridionale", "mer de chine orientale"),
    "pt": ("américa latina", "américa do sul", "mar da china", "américa central"),
    "it": ("america latina", "sud america", "mar cinese meridionale"),
    "ru": ("латинской америки", "латинская америка", "латинской америке", "северной америки", "южной америки"),
    "ar": ("أمريكا اللاتينية", "أمريكا الجنوبية"),
    "zh": ("南海", "拉丁美洲", "北大西洋"),
    "de": ("südchinesisches meer", "südchinesischen meer", "lateinamerika"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A country named in a text."""

    country: str
    start: int
    end: int
    kind: str
    """'name', 'demonym' or 'capital'."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    exact: Mapping[str, tuple[str, str]]
    stems: Mapping[str, tuple[str, str]]
    firsts: Mapping[str, int]
    """The number of words of the longest name that starts with a word."""
    dense: tuple[str, ...]
    """Names in scripts without spaces, longest first."""


def find_countries(text: str, language: str) -> tuple[Mention, ...]:
    """Return the countries named in `text` from left to right, longest names first."""
    if len(text) < 80:
        return _find_short(text, language)
    return tuple(_find(text, language))


@lru_cache(maxsize=4096)
def _find_short(text: str, language: str) -> tuple[Mention, ...]:
    return tuple(_find(text, language))


def _find(text: str, language: str) -> Iterator[Mention]:
    lexicon = _lexicon(language)
    if lexicon.dense:
        yield from _find_dense(text, lexicon)
        return
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    folded = [token.casefold() for token, _, _ in tokens]
    inflected = bool(lexicon.stems) or language == "ar"
    at = 0
    while at < len(tokens):
        longest = lexicon.firsts.get(folded[at], 0)
        if not longest and not inflected:
            at += 1
            continue
        taken = 1
        for size in range(min(max(longest, 2 if inflected else 1), len(tokens) - at), 0, -1):
            entry = _look_up(lexicon, folded, at, size, language)
            if entry is None:
                continue
            word, start = tokens[at][0], tokens[at][1]
            if entry[0] and not _cased(word, entry[1], language):
                continue
            taken = size
            if entry[0] and not (entry[1] == "capital" and _in_name(text, start)):
                yield Mention(
                    country=entry[0], start=start, end=tokens[at + size - 1][2], kind=entry[1]
                )
            break
        at += taken


def _in_name(text: str, start: int) -> bool:
    """Whether a city's name is somebody's surname ('Pedro Lima')."""
    before = _CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and before[1].casefold() not in _BEFORE_CITY


_CAPITAL_BEFORE = re.compile(r"(?<![^\s(])([A-ZÀ-ÝА-Я][\w’'-]+) $")
_BEFORE_CITY = word_set(
    """
    in from to at both in and but with for the while when via president that near across since
    until a en de à da em в из на и
    """
)


def country_name_at(text: str, start: int, language: str) -> int | None:
    """Return where a country's name that begins at `start` ends, or None."""
    for mention in find_countries(text[start : start + 60], language):
        return start + mention.end if mention.start == 0 and mention.kind == "name" else None
    return None


def known_place_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the city of our tables that begins at `start`, as printed, and where it ends."""
    names, longest = _places()
    window = text[start : start + 40]
    first = window[:1]
    if not first.isalpha() or not (first.isupper() or first > "\u0400"):
        return None
    if "\u3040" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7af":
        for size in range(7, 1, -1):
            if window[:size] in names and len(window) >= size:
                return window[:size], start + size
        return None
    matches = list(_TOKEN.finditer(window))[:longest]
    for size in range(len(matches), 0, -1):
        end = matches[size - 1].end()
        if matches[0].start() == 0 and window[:end].casefold().replace("’", "'") in names:
            return window[:end], start + end
    for cut in (1, 2, 3):
        word = matches[0][0].casefold() if matches else ""
        if len(word) - cut >= 4 and word[:-cut] + "*" in names:
            return matches[0][0], start + matches[0].end()
    return None


def country_of_place(name: str) -> str | None:
    """Return the country of a city in our tables."""
    names, _ = _places()
    folded = name.casefold().replace("’", "'")
    for cut in range(4):
        found = names.get(folded if cut == 0 else folded[:-cut] + "*")
        if found:
            return found
    return names.get(folded + "*")


def _look_up(
    lexicon: _Lexicon, folded: list[str], at: int, size: int, language: str
) -> tuple[str, str] | None:
    words = folded[at : at + size]
    phrase = " ".join(words)
    entry = lexicon.exact.get(phrase)
    if entry is not None:
        return entry
    if language == "ar":
        for first in _arabic_bases(words[0]):
            candidate = " ".join([first, *words[1:]])
            entry = lexicon.exact.get(candidate) or _by_stem(lexicon, candidate, 3)
            if entry is not None:
                return entry
    if not lexicon.stems:
        return None
    return _by_stem(lexicon, phrase, 7 if language in ("tr", "az", "hu", "fi") else 4)


def _by_stem(lexicon: _Lexicon, phrase: str, longest_ending: int) -> tuple[str, str] | None:
    for cut in range(min(longest_ending, len(phrase) - 2) + 1):
        stem = phrase[: len(phrase) - cut] if cut else phrase
        entry = lexicon.stems.get(stem)
        if entry is not None and " " not in phrase[len(stem) :]:
            return entry
    return None


def _arabic_bases(word: str) -> tuple[str, ...]:
    bases = [word]
    bare = re.sub(r"^[وف](?=[\u0600-\u06ff]{3})", "", word)
    bases.append(bare)
    bare = re.sub(r"^[بك](?=ال)", "", bare)
    bases.append(bare)
    if bare.startswith("لل"):
        bare = "ال" + bare[2:]
        bases.append(bare)
    if bare.startswith("ال"):
        bases.append(bare[2:])
    elif bare[:1] in "بلك" and len(bare) > 4:
        bases.append(bare[1:])
    return tuple(dict.fromkeys(bases))


def _cased(word: str, kind: str, language: str) -> bool:
    """English names are capitalised; 'us' is no country and 'turkey' is a bird."""
    if not word[:1].isalpha() or word[:1] > "\u024f":
        return True
    if word.casefold() in (
        "us",
        "usa",
        "uk",
        "uae",
        "as",
        "ue",
        "eau",
        "eua",
        "ri",
        "vs",
        "png",
        "abd",
        "bae",
        "rok",
        "prc",
        "drc",
        "ksa",
        "sua",
        "usa",
    ):
        return word.isupper() or word == "Usa"
    if kind == "demonym" and language != "en" and language != "de":
        return True
    return word[0].isupper() or (language == "de" and kind == "demonym")


def _find_dense(text: str, lexicon: _Lexicon) -> Iterator[Mention]:
    for match in _dense_pattern(lexicon.dense).finditer(text):
        entry = lexicon.exact[match[0].casefold()]
        if entry[0]:
            yield Mention(country=entry[0], start=match.start(), end=match.end(), kind=entry[1])


@cache
def _dense_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)))


@cache
def _lexicon(language: str) -> _Lexicon:
    exact: dict[str, tuple[str, str]] = {}
    stems: dict[str, tuple[str, str]] = {}
    dense = language in ("zh", "ja", "ko", "th", "lo", "km", "my")
    base = {"hr": "sr", "bs": "sr", "nb": "no", "nn": "no"}.get(language, language)

    def add(name: str, country: str, kind: str) -> None:
        name = name.strip()
        star = name.endswith("*")
        folded = _fold(name.rstrip("*"))
        if not folded:
            return
        if star:
            stems.setdefault(folded, (country, kind))
        else:
            exact.setdefault(folded, (country, kind))

    for phrase in (*_NOT_COUNTRIES.get(language, ()), *_NOT_COUNTRIES["en"]):
        exact[_fold(phrase)] = ("", "")
    tables = [OTHERS.get(base, "")] if language != "en" else []
    tables.append(ENGLISH)
    for table in tables:
        for country, words in _entries(table):
            for word in words:
                add(word, country, "demonym" if _is_demonym(word, table) else "name")
    for identifier in dict.fromkeys(
        (base, language, "sr_Latn" if base == "sr" else language, "en")
    ):
        for country, name in _territories(identifier).items():
            add(name, country, "name")
            if language in _INFLECTED and identifier != "en" and " " not in name:
                stem = re.sub(r"[аяоеыиьйіїaeiouyαηοςιáéíőöąęėšs]{1,2}$", "", name.casefold())
                if len(stem) > 3:
                    stems.setdefault(stem, (country, "name"))
            if language == "ar" and name.startswith("ال"):
                add(name[2:], country, "name")
    for table in (CAPITALS, LOCALISED):
        for country, words in _entries(table):
            for word in words:
                if dense == bool(re.match(r"[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]", word)):
                    add(word, country, "capital")
    firsts: dict[str, int] = {}
    for name in (*exact, *stems):
        words = name.split()
        firsts[words[0]] = max(firsts.get(words[0], 0), len(words))
    if not dense:
        return _Lexicon(exact=exact, stems=stems, firsts=firsts, dense=())
    own = [name for name in exact if name[:1] > "\u02ff"]
    ordered = tuple(sorted(own, key=lambda name: (-len(name), name)))
    return _Lexicon(exact=exact, stems={}, firsts=firsts, dense=ordered)


def _is_demonym(word: str, table: str) -> bool:
    return word.endswith("*") or (
        table is ENGLISH
        and " " not in word
        and word[-1:] in "nsiehk"
        and not word.isupper()
        and "." not in word
    )


def _fold(name: str) -> str:
    return " ".join(token.casefold() for token in _TOKEN.findall(name))


def _entries(table: str) -> Iterator[tuple[str, list[str]]]:
    for entry in map(str.strip, re.split(r"[;\n]", table)):
        if entry:
            yield entry[:2], [word.strip() for word in entry[2:].split(",")]


@cache
def _territories(identifier: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse("nb" if identifier == "no" else identifier)
    except (UnknownLocaleError, ValueError):
        return {}
    names = {}
    for country, name in locale.territories.items():
        if len(country) == 2 and country not in _NOT_STATES and country.isalpha():
            names[str(country)] = str(name).split(" (")[0].replace("’", "'")
    if identifier == "en":
        names["MM"], names["CD"], names["CG"], names["CZ"] = (
            "Myanmar",
            "Congo",
            "Congo-Brazzaville",
            "Czechia",
        )
    return names


@cache
def _places() -> tuple[dict[str, str], int]:
    names: dict[str, str] = {}
    for table in (CAPITALS, LOCALISED, CITIES):
        for country, words in _entries(table):
            for word in words:
                names.setdefault(word.casefold().replace("’", "'"), country)
    for name in (
        "white house",
        "pentagon",
        "kremlin",
        "casa blanca",
        "casa bianca",
        "maison blanche",
        "casa branca",
        "weiße haus",
        "quai d'orsay",
        "elysée",
        "palais de l'élysée",
        "البيت الأبيض",
        "белый дом",
        "белого дома",
        "الكرملين",
        "克里姆林宫",
    ):
        names.pop(name, None)
    for name in WORLD:
        names.setdefault(name, "")
    return names, max(
        len(name.split()) + name.count("-") + name.count(".") + name.count("'") for name in names
    )
