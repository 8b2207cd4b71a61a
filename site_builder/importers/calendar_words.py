"""Names of months and weekdays in a clipping's language, from CLDR."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from site_builder.importers.word_sets import word_set

_VARIANTS = {
    "ar": ("ar", "ar_LB", "ar_DZ", "ar_IQ", "ar_MA"),
    "de": ("de", "de_AT"),
    "sr": ("sr", "sr_Latn", "hr", "bs"),
    "hr": ("hr", "sr_Latn", "sr"),
    "bs": ("bs", "sr_Latn", "sr"),
    "no": ("nb", "nn"),
    "fa": ("fa", "fa_AF"),
    "ur": ("ur",),
    "zh": ("zh",),
}
_ALSO = {
    "en": {"sept": 9, "novem": 11},
    "es": {"setiembre": 9, "sept": 9, "set": 9},
    "pt": {"setem": 9},
    "fr": {"aout": 8, "fevrier": 2, "decembre": 12},
    "it": {"sett": 9},
    "ru": {
        "сент": 9,
        "нояб": 11,
        "янв": 1,
        "фев": 2,
        "апр": 4,
        "авг": 8,
        "окт": 10,
        "ноя": 11,
        "дек": 12,
        "мар": 3,
        "июн": 6,
        "июл": 7,
    },
    "ar": {
        "مايس": 5,
        "شباط": 2,
        "اذار": 3,
        "نيسان": 4,
        "ايار": 5,
        "حزيران": 6,
        "تموز": 7,
        "اب": 8,
        "آب": 8,
        "ايلول": 9,
        "ابريل": 4,
        "اغسطس": 8,
        "اكتوبر": 10,
        "أيار": 5,
        "آذار": 3,
        "أيلول": 9,
    },
    "tr": {"sub": 2, "subat": 2, "agustos": 8, "eylul": 9},
    "id": {"agust": 8, "pebruari": 2, "nopember": 11},
    "fa": {
        "ژانویه": 1,
        "فوریه": 2,
        "مارس": 3,
        "آوریل": 4,
        "مه": 5,
        "می": 5,
        "ژوئن": 6,
        "ژوئیه": 7,
        "جولای": 7,
        "اوت": 8,
        "آگوست": 8,
        "سپتامبر": 9,
        "اکتبر": 10,
        "نوامبر": 11,
        "دسامبر": 12,
    },
}


class CalendarWords(msgspec.Struct, frozen=True, kw_only=True):
    """Folded names: months to 1..12, weekdays to 0 (Monday) .. 6."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]


@cache
def calendar_words(language: str) -> CalendarWords:
    """Return the names in `language` (ISO 639-1) and in English; English alone if unknown."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for identifier in (*_VARIANTS.get(language, (language,)), "en"):
        _add_locale(identifier, months, weekdays)
    for one in dict.fromkeys((language, "en")):
        for name, number in _ALSO.get(one, {}).items():
            months.setdefault(name, number)
    return CalendarWords(months=months, weekdays=weekdays)


def _add_locale(identifier: str, months: dict[str, int], weekdays: dict[str, int]) -> None:
    from babel import UnknownLocaleError

    from site_builder.content.locales import read_locale

    try:
        locale = read_locale(identifier)
    except (UnknownLocaleError, ValueError):
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                _add(months, name, number)
            for number, name in locale.days[context][width].items():
                _add(weekdays, name, number)


def _add(table: dict[str, int], name: str, number: int) -> None:
    folded = fold_word(name)
    if len(folded) > 1 and not folded.isdigit():
        table.setdefault(folded, number)
        if folded.startswith("ال"):
            table.setdefault(folded[2:], number)


def month_of(word: str, language: str) -> int | None:
    """Return the month that a word names, in whatever case of an inflected language."""
    months = calendar_words(language).months
    folded = fold_word(word)
    number = months.get(folded)
    if number is None and language in _INFLECTED and len(folded) > 4:
        for cut in (1, 2, 3):
            number = months.get(folded[:-cut]) if len(folded) - cut > 2 else None
            if number is not None:
                break
    return number


_INFLECTED = word_set(
    """
    sr hr bs mk bg ru uk be sl cs sk pl lt lv et fi hu tr az ka hy kk uz sq ro el
    """
)


def fold_word(word: str) -> str:
    """Return a month's or weekday's name for looking up."""
    return word.casefold().replace("i̇", "i").strip(" .,")
