"""Dates in a clipping: found in any common writing, without guessing at what is missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from site_builder.importers.calendar_words import calendar_words, fold_word, month_of
from site_builder.importers.lines import WORD


class FoundDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date in running text. A year of 0 means that none is printed."""

    start: int
    end: int
    text: str
    year: int
    month: int
    """0 where the writing is ambiguous (05/03/2020) and `readings` gives both."""
    day: int
    readings: tuple[str, ...] = ()
    """The two days that an ambiguous writing may mean."""
    timed: bool = False
    """Whether a clock time with seconds, or a weekday with a clock time, stands beside it."""

    @property
    def iso(self) -> str | None:
        """'YYYY-MM-DD' or 'YYYY-MM', or None where the year or the month is not known."""
        if not self.year or not self.month:
            return None
        if not self.day:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?!\d)")
_HAN = re.compile(r"(?:((?:19|20)\d\d)\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+(?:năm\s+)?((?:19|20)\d\d))?"
)
_WORD = re.compile(rf"{WORD}(?:['’][^\W\d_]+)?\.?")
_YEAR_AFTER = re.compile(
    r"(?:\s*[,./،]?\s*(?:de\s+|del\s+|of\s+|год[аи]?\s+)?)((?:19|20)\d\d)(?!\d)"
)
_DAY_BEFORE = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|-го|-е|ème)?(?:\s+of|\s+de|\s+d['’]|-|\s*)\s*$",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"[\s./-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)[\s,.]*$")
_CLOCK = re.compile(r"\d{1,2}:\d\d:\d\d")
_ANY_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def find_dates(text: str, language: str, month_first: bool | None = None) -> tuple[FoundDate, ...]:
    """Return the dates in `text`, in order, none overlapping.

    `month_first` says how 05/03/2020 is to be read; None leaves it unread.
    """
    text = _with_ascii_digits(text)
    found: list[FoundDate] = []
    for match in _ISO.finditer(text):
        _add(found, match, int(match[1]), int(match[3]), int(match[4]))
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > 12 or first == second or language not in ("en", "und"):
            if 1 <= second <= 12:
                _add(found, match, year, second, first)
        elif second > 12 or month_first:
            _add(found, match, year, first, second)
        elif month_first is False:
            _add(found, match, year, second, first)
        else:
            both = (f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}")
            _add(found, match, year, 0, 0, both)
    for match in _HAN.finditer(text):
        _add(found, match, int(match[1] or 0), int(match[2]), int(match[3]))
    for match in _VIETNAMESE.finditer(text):
        _add(found, match, int(match[3] or 0), int(match[2]), int(match[1]))
    for match in _WORD.finditer(text):
        month = month_of(match[0], language)
        if month:
            _add_named(found, text, match.start(), match.end(), month)
    return tuple(_with_clock(text, one) for one in found)


def _with_ascii_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9; offsets stay."""
    if text.isascii():
        return text
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)


def _add_named(found: list[FoundDate], text: str, start: int, end: int, month: int) -> None:
    before = _DAY_BEFORE.search(text, max(0, start - 12), start)
    after = _DAY_AFTER.match(text, end)
    if before and 1 <= int(before[1]) <= 31:
        day, start = int(before[1]), before.start()
    elif after and 1 <= int(after[1]) <= 31:
        day, end = int(after[1]), after.end()
    else:
        return
    year_match = _YEAR_AFTER.match(text, end)
    year = 0
    if year_match:
        year, end = int(year_match[1]), year_match.end()
    else:
        earlier = _YEAR_BEFORE.search(text, max(0, start - 8), start)
        if earlier:
            year, start = int(earlier[1]), earlier.start()
    _store(found, text, start, end, year, month, day)


def _add(
    found: list[FoundDate],
    match: re.Match[str],
    year: int,
    month: int,
    day: int,
    readings: tuple[str, ...] = (),
) -> None:
    _store(found, match.string, match.start(), match.end(), year, month, day, readings)


def _store(
    found: list[FoundDate],
    text: str,
    start: int,
    end: int,
    year: int,
    month: int,
    day: int,
    readings: tuple[str, ...] = (),
) -> None:
    if month and not (1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]):
        return
    # Found dates do not overlap and stand in order, so only the two neighbours can be in the way.
    at = bisect_left(found, start, key=lambda one: one.start)
    if (at and found[at - 1].end > start) or (at < len(found) and found[at].start < end):
        return
    date = FoundDate(
        start=start,
        end=end,
        text=text[start:end].strip(),
        year=year,
        month=month,
        day=day,
        readings=readings,
    )
    found.insert(at, date)


def _with_clock(text: str, one: FoundDate) -> FoundDate:
    near = text[max(0, one.start - 14) : one.end + 16]
    if not _CLOCK.search(near):
        return one
    return replace(one, timed=True)


def settle_by_weekday(one: FoundDate, weekdays: Sequence[int]) -> FoundDate:
    """Return an ambiguous date read the one way that falls on the text's first weekday.

    Where both ways agree, or neither, it stays ambiguous.
    """
    if not one.readings or not weekdays:
        return one
    agreeing = [
        reading for reading in one.readings if date.fromisoformat(reading).weekday() == weekdays[0]
    ]
    if len(agreeing) != 1:
        return one
    year, month, day = map(int, agreeing[0].split("-"))
    return replace(one, year=year, month=month, day=day, readings=())


def has_clock(text: str) -> bool:
    """Return whether a time of day stands in the text."""
    return bool(_ANY_CLOCK.search(text))


def find_weekdays(text: str, language: str) -> tuple[tuple[str, int, int], ...]:
    """Return (word, weekday 0..6, offset) of the full weekday names in `text`."""
    weekdays = calendar_words(language).weekdays
    found = []
    for match in _WORD.finditer(text):
        weekday = weekdays.get(fold_word(match[0]))
        if weekday is not None and len(match[0].strip(".")) > 2:
            found.append((match[0].strip("."), weekday, match.start()))
    return tuple(found)


def resolve_weekday(published: str, weekday: int) -> str | None:
    """Return the day within three days up to `published` that is that weekday.

    A day one ahead is allowed: east of the wire's clock it is tomorrow already. None where
    the weekday lies further off: a report rarely waits longer, so the dates disagree.
    """
    if len(published) < 10:
        return None
    day = date.fromisoformat(published)
    for back in (0, 1, 2, 3, -1):
        candidate = day - timedelta(days=back)
        if candidate.weekday() == weekday:
            return candidate.isoformat()
    return None
