"""The dateline: city, date and agency with which a wire story opens.

A dateline is read as a run of parts (place, region, date, time, agency) with separators
between them, whatever their order, and accepted where the parts make one together. East Asian
datelines, which have no spaces, are read by patterns of their own.
"""

# ruff: noqa: E501  (a line of a pattern is one rule)
from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.importers.agencies import agency_at, known_agency
from site_builder.importers.calendar_words import calendar_words, fold_word, month_of
from site_builder.importers.dateline_cjk import read_cjk_dateline
from site_builder.importers.dates import FoundDate, find_dates
from site_builder.importers.gazetteer import country_name_at, known_place_at
from site_builder.importers.lines import WORD
from site_builder.importers.word_sets import word_set

MAX_HEAD = 170
"""Characters in which a dateline must end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A line's dateline and what is left of the line."""

    place: str | None
    date: FoundDate | None
    agencies: tuple[str, ...]
    text: str
    """The dateline as printed."""
    rest: str
    """What follows on the same line; may be empty."""
    confidence: float


_EAST_ASIAN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_UNKNOWN_AGENCY = re.compile(r"[A-ZА-ЯЁІЇ][A-ZА-ЯЁІЇ.-]{3,18}(?=\s?[.:–—-])")
_SITE = re.compile(
    r"(?:[A-Za-z0-9-]+\.){1,2}(?:com|net|org|co|id|tv|news|ru|ua|am|az|ge|kg|kz|pk|in|info)(?=\s?[,–—-])",
    re.IGNORECASE,
)
_SPELLED_DAY = re.compile(rf"{WORD} ({WORD})(?=\s*[(/])")
"""A day in words before the month ('पांच मार्च'), where the agency follows."""
_DAY_MONTH = re.compile(r"(\d{1,2})\s?[-/]\s?(\d{1,2})(?=\s*[(/-])")
_TERMINAL = re.compile(
    r"\s*(?:[-–—−_=]{1,4}|[.:：]\s*[-–—−_]{0,3}|:)(?=\s|$|[^\W\d_]|[\"“«„‘'「（(])\s*"
)
_SEPARATOR = re.compile(r"(?:\s*[,،.:;|/·•(\[{）)\]}_=–—−۔\"\-])*\s*")
_CAPS_WORD = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎЂЋЈЉЊЏ][A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎЂЋЈЉЊЏ'’\-]+"
_CAPS = re.compile(
    rf"(?:ST\. |ST |AL-|EL-)?{_CAPS_WORD}(?:[ ](?:{_CAPS_WORD}|d[eu]|del|la|al|es|el)){{0,3}}(?![\w])"
)
_TITLE_WORD = r"[^\W\d_a-zа-яё][\w'’\-]+"
_TITLED = re.compile(
    rf"(?:St\.? |Al[- ]|El )?{_TITLE_WORD}(?: (?:{_TITLE_WORD}|de|del|do|da|el|al|es|am|la|of|на)){{0,3}}(?!\w)"
)
_LOWER = re.compile(r"[а-яёa-z][\w\-]+(?: [а-яёa-z][\w\-]+)?")
_RTL_PLACE = re.compile(
    r"[\u0621-\u06d3\u0900-\u09ff\u0590-\u05ff][\u0600-\u06d3\u0900-\u09ff\u0590-\u05ff]+(?:[ ][\u0600-\u06d3\u0900-\u09ff\u0590-\u05ff]+){0,2}"
)
_BRACKET = re.compile(
    r"[(\[{/（<]\s*([^()\[\]{}（）/]{1,40}(?:/[^()\[\]{}（）/]{1,40}){0,2}(?:-[^()\[\]{}]{1,24})?)\s*[)\]}/）>]"
)
_LABEL = re.compile(
    r"(?:updated?|created|published|posted|last updated?|modified|(?:le|el|il|den|am|em|on|dated?|في)(?=\s+\d)|"
    r"корр\.?|ist|gmt|utc|wib|pkt)\b\s*(?:at\b|:)?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}(?::\d\d)?\s*(?:[ap]\.?m\.?\b)?|\d{1,2}\s*(?:[ap]\.?m\.?)\b)\s*(?:IST|GMT|UTC|CET|EST|EDT|PKT|WIB|KST|JST|MSK|hrs|\(GMT\))?",
    re.IGNORECASE,
)
_WEEKDAYISH = re.compile(r"[^\W\d_]{2,12}\.?,?\s+(?=\d|[^\W\d_]+\.?\s+\d)")
_REPORTER = re.compile(r"\s*(?:By\s+)?[A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?=\s*[;:/])")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")

_NOT_PLACES = word_set(
    """
    breaking update updated urgent exclusive analysis factbox interview watch video photo photos
    live opinion editorial feature explainer correction corrected advisory attention attn
    question answer q a q&a moderator note editor read also source headline summary timeline
    press statement speech remarks transcript joint communique news world politics urgent: flash
    alert mr mrs mofa mfa un eu us uk usa uae nato asean region theme category tags title
    subject date document show published срочно видео фото аналитика интервью обновлено молния
    dringend eilmeldung video urgente última flash última-hora ultima son dakika عاجل video:
    audio secretary president minister spokesperson premier ambassador chancellor senator
    chairman director representative deputy foreign
    """
)
_CITY_STATES = frozenset(
    {
        "kuwait",
        "singapore",
        "luxembourg",
        "djibouti",
        "monaco",
        "san marino",
        "andorra",
        "united nations",
        "vatican city",
        "hong kong",
        "macau",
        "panama",
        "guatemala",
        "tunis",
        "mexico",
        "gibraltar",
        "الكويت",
        "кувейт",
        "сингапур",
        "singapur",
        "singapura",
    }
)


def read_dateline(text: str, language: str) -> Dateline | None:
    """Return the dateline at the start of `text`, or None where there is none."""
    if not text or len(text) < 4:
        return None
    if _EAST_ASIAN.search(text, 0, 6):
        east = read_cjk_dateline(text)
        if east is not None:
            place, date, agencies, end = east
            return Dateline(
                place=place, date=date, agencies=agencies, text=text[:end].strip(),
                rest=text[end:].strip(), confidence=0.95,
            )  # fmt: skip
    return _Scan(text, language).read()


class _Scan:
    """One left-to-right reading of a line's head; lives for one call."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.head = text[:MAX_HEAD]
        self.dates = find_dates(self.head, language)
        self.at = 0
        self.place: str | None = None
        self.place_known = False
        self.place_caps = False
        self.date: FoundDate | None = None
        self.agencies: list[str] = []
        self.bracketed = False
        self.terminal: str | None = None
        self.last = ""

    def read(self) -> Dateline | None:
        for _ in range(12):
            if not self._part():
                break
            self._separators()
            if self.terminal and not self._more_follows():
                break
        return self._verdict()

    def _part(self) -> bool:
        if self.at >= len(self.head):
            return False
        return (
            self._take_date()
            or self._take_time()
            or self._take_bracket()
            or self._take_agency()
            or self._take_place()
            or self._take_region()
            or self._take_label()
        )

    def _take_date(self) -> bool:
        for one in self.dates:
            gap = self.head[self.at : one.start]
            if one.start >= self.at and (not gap.strip() or self._weekday_gap(gap)):
                if self.date is None or (not self.date.year and one.year):
                    self.date = one
                self.at, self.last, self.terminal = one.end, "date", None
                return True
        bare = _DAY_MONTH.match(self.head, self.at) if self.date is None and self.place else None
        if bare:
            self.at, self.last, self.terminal = bare.end(), "date", None
            return True
        spelled = (
            _SPELLED_DAY.match(self.head, self.at) if self.date is None and self.place else None
        )
        if spelled and month_of(spelled[1], self.language):
            self.at, self.last, self.terminal = spelled.end(), "date", None
            return True
        year = _BARE_YEAR.match(self.head, self.at)
        if year and self.date is not None:
            self.at, self.last = year.end(), "date"
            return True
        return False

    def _weekday_gap(self, gap: str) -> bool:
        """'RAMALLAH, Tuesday, March 5': a weekday or a small word may stand before the date."""
        word = fold_word(gap.strip(" ,،"))
        if not (self.place or self.agencies or self.date):
            return False
        return word in ("den", "le", "el", "في", "on", "em", "il", "ngày", "tanggal") or (
            word in calendar_words(self.language).weekdays
        )

    def _take_time(self) -> bool:
        match = _TIME.match(self.head, self.at)
        if match and self.date is not None:
            self.at = match.end()
            return True
        return False

    def _take_bracket(self) -> bool:
        match = _BRACKET.match(self.head, self.at)
        if match is None:
            return False
        inside = match[1].strip()
        if match[0][0] == "/" and not (self.place or self.date):
            return False
        dates = find_dates(inside, self.language)
        name = inside
        if dates:
            if self.date is None:
                self.date = dates[0]
            name = (inside[: dates[0].start] + inside[dates[0].end :]).strip(" -–—,;:/.")
        else:
            name = inside.strip(" -–—,;:.")
        if not name:
            self.at, self.last = match.end(), "date"
            return True
        agency = self._agency_in(name)
        if agency:
            self.agencies.append(agency)
            self.bracketed = True
        elif not (self.place or self.agencies):
            known = known_place_at(name, 0)
            if not known or known[1] != len(name):
                return False
            self.place, self.place_known = name, True
        self.at, self.last, self.terminal = match.end(), "agency", None
        return True

    def _agency_in(self, name: str) -> str | None:
        name = re.sub(r"^(?:корр\.?|corr\.?|by)\s+", "", name, flags=re.IGNORECASE)
        if known_agency(name):
            return name
        parts = re.split(r"\s*[/;|,]\s*|\s[-–]\s", name)
        known = [part for part in parts if known_agency(part)]
        if known:
            return name if len(known) == len(parts) else known[0]
        if not (self.place or self.date):
            return None
        if country_name_at(name, 0, self.language) == len(name) or known_place_at(name, 0):
            return None
        if re.fullmatch(
            r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w.\-’'&]{1,14}(?:[ -][A-ZÀ-ÞА-ЯЁ][\w.’'&-]{1,14}){0,3}", name
        ) and not re.match(
            r"(?:Photo|File|AFP Photo|Reporting|Reporter|Archive|India|Ontario)\b", name
        ):
            return name
        if (
            re.fullmatch(r"[\u0600-\u06ff]{2,10}(?: [\u0600-\u06ff]{1,10}){0,2}", name)
            and self.place
        ):
            return name
        return None

    def _take_agency(self) -> bool:
        found = agency_at(self.head, self.at)
        if found is None and self.last == "date" and self.place is not None:
            # 'YEREVAN, MARCH 5, SOMEPRESS.': capitals behind the date are an agency we do not know
            unknown = _UNKNOWN_AGENCY.match(self.head, self.at)
            found = (unknown[0], unknown.end()) if unknown else None
        if found is None and not (self.place or self.date or self.agencies):
            site = _SITE.match(self.head, self.at)
            found = (site[0], site.end()) if site else None
        if found is None:
            return False
        name, end = found
        upper = (
            name[:1].isupper() or not name[:1].islower() or self.last == "date" or bool(self.place)
        )
        following = self.head[end : end + 4]
        joined = self.last == "place" and self.place_known and self.text[self.at - 1] in "-/–"
        capital = self.last == "date" and name.isupper() and name.isascii() and len(name) > 3
        if not upper or not (
            joined or capital or re.match(r"\s*(?:[-–—−_:,.|/)\]=(]|$)", following)
        ):
            return False
        if joined or capital:
            self.bracketed = True
        if not (self.place or self.date or self.agencies) and not re.match(
            r"\s*(?:[-–—−_:|(/]|,\s)", following
        ):
            return False
        self.agencies.append(name)
        self.at, self.last, self.terminal = end, "agency", None
        return True

    def _take_place(self) -> bool:
        if self.place is not None:
            return False
        known = known_place_at(self.head, self.at)
        if known and self._place_ends(known[1]):
            self._set_place(self.at, known[1], known=True)
            return True
        for pattern in (_CAPS, _RTL_PLACE, _TITLED, _LOWER):
            match = pattern.match(self.head, self.at)
            if match is None:
                continue
            end = self._trim_place(match)
            words = self.head[self.at : end]
            if not words or words.split()[0].casefold() in _NOT_PLACES or self._is_calendar(words):
                continue
            if known_agency(words) and words.casefold() not in _CITY_STATES:
                continue
            if pattern is _CAPS and len(words) > 2 and self._place_ends(end):
                self.place_caps = True
                self._set_place(self.at, end, known=False)
                return True
            if pattern is not _CAPS and self._structure_follows(end):
                self._set_place(self.at, end, known=False)
                return True
        return False

    def _is_calendar(self, words: str) -> bool:
        calendar = calendar_words(self.language)
        parts = [fold_word(word) for word in words.split()]
        if len(parts) > 1 and known_agency(words.split(maxsplit=1)[0]):
            return True
        return any(part in calendar.weekdays or part in calendar.months for part in parts)

    def _trim_place(self, match: re.Match[str]) -> int:
        """A date or an agency that the pattern swallowed does not belong to the place."""
        end = match.end()
        for one in self.dates:
            if match.start() < one.start < end:
                end = one.start
        while end > match.start() and self.head[end - 1] in " ,-–":
            end -= 1
        return end

    def _set_place(self, start: int, end: int, *, known: bool) -> None:
        if self.head[end : end + 1] == "/":  # 'Moskau/Kiew (dpa)'
            second = known_place_at(self.head, end + 1)
            if second is not None:
                end = second[1]
        self.place = self.head[start:end].strip()
        self.place_known = known
        self.at, self.last = end, "place"

    def _place_ends(self, end: int) -> bool:
        return (
            end >= len(self.text)
            or bool(
                re.match(
                    r"\s*(?:[,،.:：;(\[/|–—−_=۔]|-{1,2}(?=\s|[A-Z\u0600-\u06ff(\"“])|$)|\s+(?=\d|في\s)",
                    self.text[end : end + 5],
                )
            )
            or any(0 <= one.start - end <= 2 for one in self.dates)
        )

    def _structure_follows(self, end: int) -> bool:
        """Whether a date or a credited agency follows a place that no table knows."""
        rest = self.head[end:]
        if any(
            one.start - end <= 3 and not self.head[end : one.start].strip(" ,.،-–")
            for one in self.dates
            if one.start >= end
        ):
            return True
        match = re.match(r"\s*[,،]?\s*(?:[^\W\d_][\w .'’-]{1,24}[,،]?\s*)?([(\[/|–—-])\s*", rest)
        if match is None:
            return False
        inside = _BRACKET.match(self.head, end + match.start(1))
        if inside:
            return bool(self._agency_names(inside[1])) or bool(
                re.match(r"\s*[.:]?\s*[-–—:]", self.head[inside.end() :])
                and re.fullmatch(r"[A-ZÀ-ÞА-Я]{2,10}", inside[1].strip())
            )
        found = agency_at(self.head, end + match.end())
        return found is not None and bool(
            re.match(r"\s*[-–—:|)/(.]", self.head[found[1] : found[1] + 3])
        )

    def _agency_names(self, inside: str) -> list[str]:
        return [
            part for part in re.split(r"\s*[/;|,]\s*|\s[-–]\s|\s\d", inside) if known_agency(part)
        ]

    def _take_region(self) -> bool:
        """'OSLO, Norway (NTB)', 'NEW DELHI [India]': what follows the place."""
        if self.last != "place" or self.terminal:
            return False
        end = country_name_at(self.head, self.at, self.language)
        if end is None:
            match = re.match(
                r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?=\s*(?:,|\(|[–—-]|:))",
                self.head[self.at :],
            )
            if match is None or not re.match(r".{0,40}[,]\s*$", self.head[: self.at]):
                return False
            end = self.at + match.end()
        if not re.match(r"\s*(?:[,.:;(\])/|–—−_-]|$)", self.head[end : end + 3]):
            return False
        self.at, self.last = end, "region"
        return True

    def _take_label(self) -> bool:
        match = _LABEL.match(self.head, self.at)
        if match and self.last and (self.place or self.agencies or self.date):
            if not any(one.start >= match.end() for one in self.dates):
                return False
            self.at = match.end()
            return True
        reporter = _REPORTER.match(self.head, self.at)
        if reporter and self.last == "agency":
            self.at = reporter.end()
            return True
        return False

    def _separators(self) -> None:
        terminal = _TERMINAL.match(self.head, self.at)
        match = _SEPARATOR.match(self.head, self.at)
        separator = match[0] if match else ""
        if terminal and not (
            terminal[0].strip() == "."
            and self.last == "place"
            and not re.search(r"[-–—_]", separator)
            and not self._opens_story(self.at + len(separator))
        ):
            self.terminal = terminal[0]
        if separator.rstrip().endswith(("(", "[", "/", "{")):
            separator = separator.rstrip()[:-1]
        quoted = separator.find('"')
        if quoted >= 0:
            separator = separator[:quoted]
        self.at += len(separator)
        if self.at >= len(self.text):
            self.terminal = self.terminal or "\n"

    def _opens_story(self, at: int) -> bool:
        """'JAKARTA. The ministry …': a known city in capitals, a full stop, and a whole story."""
        rest = self.text[at:]
        return self.place_known and self._in_capitals() and len(rest) > 90 and rest[:1].isupper()

    def _more_follows(self) -> bool:
        """Whether another part stands behind a dash or a full stop ('MOSCOW. March 5. /TASS/')."""
        saved = (
            self.at,
            self.place,
            self.place_known,
            self.place_caps,
            self.date,
            list(self.agencies),
            self.bracketed,
            self.terminal,
            self.last,
        )
        took = (
            self._take_date()
            or self._take_bracket()
            or self._take_agency()
            or (self.place is None and self._follow_place())
        )
        (
            self.at,
            self.place,
            self.place_known,
            self.place_caps,
            self.date,
            self.agencies,
            self.bracketed,
            self.terminal,
            self.last,
        ) = saved
        return took

    def _follow_place(self) -> bool:
        """A place behind an agency ('(ANSA) - ROMA, 5 MAR -') must itself be followed up."""
        if not self._take_place():
            return False
        return bool(
            re.match(r"\s*(?:,|\(|[–—-]|:|\.|\||\s\d)", self.head[self.at : self.at + 3])
        ) or self.at >= len(self.head)

    def _verdict(self) -> Dateline | None:
        rest = self.text[self.at :].strip()
        place = None if self._is_country() else self.place
        ended = self.terminal is not None
        strong = bool(self.agencies) or self.date is not None
        if self.place is None:
            accepted = (
                bool(self.agencies)
                and ended
                and (self.date is not None or self.bracketed or len(rest) > 60)
            )
            confidence = 0.75
        elif strong:
            accepted = ended or self.bracketed or (self.date is not None and self.place_caps)
            confidence = 0.95 if self.agencies else 0.9
        else:
            accepted = ended and (self.place_known or self.place_caps) and self._plain_place(rest)
            confidence = 0.8 if self.place_known else 0.6
        if (
            self.place is not None
            and not self.place_known
            and not self.place_caps
            and not self.agencies
        ):
            accepted = accepted and ended
        if not accepted:
            return None
        return Dateline(
            place=place, date=self.date, agencies=tuple(dict.fromkeys(self.agencies)),
            text=self.text[: self.at].strip(), rest=rest, confidence=confidence,
        )  # fmt: skip

    def _is_country(self) -> bool:
        """A country alone is no city, unless it is its own capital."""
        place = self.place
        if place is None or place.casefold() in _CITY_STATES:
            return False
        known = known_place_at(place, 0)
        if known is not None and len(known[0]) == len(place):
            return False
        return country_name_at(place, 0, self.language) == len(place)

    def _plain_place(self, rest: str) -> bool:
        """'BEIJING - China …': the place alone carries a dateline only before a real sentence."""
        if not rest:
            return self.place_known and self._in_capitals()
        if self.place_known and not self._in_capitals():
            return (len(rest) > 80 and rest[:1].isupper()) or (
                rest[:1] > "\u0590" and len(rest) > 60
            )
        return len(rest) > 60

    def _in_capitals(self) -> bool:
        place = self.place or ""
        return place.upper() == place and place.lower() != place
