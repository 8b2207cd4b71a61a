"""Dates above or below a story: whole lines of them, and what a crawler put before a line."""

from __future__ import annotations

import re

import msgspec

from site_builder.importers.agencies import Credit, agency_at, credit_of_line, known_agency
from site_builder.importers.dates import FoundDate, find_dates, has_clock
from site_builder.importers.lines import Line


class HeadDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date above or below the story."""

    found: FoundDate
    role: str
    """'published', 'copy' or 'line' (a line that holds little else)."""
    printed: str
    """As printed, weekday and time of day included."""
    position: str
    """'above title', 'below title' or 'tail'."""
    line: int


_DATE_PREFIX = re.compile(r"date (?P<date>\d{4}-\d\d(?:-\d\d)?)\s+(?=\S)", re.IGNORECASE)


def date_prefix(text: str) -> tuple[str, str] | None:
    """Return (ISO date, rest of the line) of a line that a crawler opened with 'date …'."""
    match = _DATE_PREFIX.match(text)
    return (match["date"], text[match.end() :]) if match else None


def crawl_date(text: str) -> FoundDate:
    """Return the date of such a prefix; its day may be missing."""
    year, month, *day = text.split("-")
    return FoundDate(
        start=0, end=0, text=text, year=int(year), month=int(month), day=int(day[0]) if day else 0
    )


class DateLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line that holds dates and little else."""

    dates: tuple[HeadDate, ...]
    credit: Credit | None
    """The agency on the same line."""


def read_date_line(line: Line, language: str, *, below_title: bool) -> DateLine | None:
    """Return the dates of a line of the head that holds little else, or None for another line."""
    text = line.text
    found = find_dates(text, language) if any(map(str.isdigit, text)) else ()
    if not found or not _is_date_line(text, found):
        return None
    dates = tuple(
        head_date(one, _role(text, one), line, below_title=below_title) for one in found if one.year
    )
    return DateLine(dates=dates, credit=_credit_beside_date(text))


_WORD = re.compile(r"[^\W\d_]+")


def _is_date_line(text: str, line_dates: tuple[FoundDate, ...]) -> bool:
    """A line that holds dates and little else, or a labelled date."""
    if not any(one.year for one in line_dates):
        return False
    left = text
    for one in reversed(line_dates):
        left = left[: one.start] + left[one.end :]
    words = _WORD.findall(left)
    if len(words) <= 4 and not any(len(word) > 6 and word[0] >= "\u3040" for word in words):
        return True
    if _KEY.match(text) and len(words) <= 12:
        return True
    return has_clock(text) and len(words) <= 10 and len(text) < 130


_KEY = re.compile(
    r"(?P<published>(?:(?:first |originally |date )?published|posted|publicado|publié|pubblicato|"
    r"veröffentlicht|опубликовано|yayın(?:lanma)?(?: tarihi)?|تاريخ النشر|نشر|发布(?:时间)?|发表|"
    r"date de publication|date published|"
    r"publication date|pub(?:lished)? ?date|created|issued|released?|release date|updated?|"
    r"last updated?|modified|actualizado|aktualisiert|mis à jour|aggiornato|atualizado|обновлено|"
    r"güncelleme|дата публикации|дата|fecha|data|datum|tarih|تاريخ|时间|date)"
    r"(?:\s+(?:on|at|le|el|il|am|em))?\s*[:：]?\s+|"
    r"(?:(?:published|posted|updated)\s*(?:on|at)?\s*:?))(?=.{0,24}\d)|"
    r"(?P<copy>(?:document date|printed|print date|retrieved|accessed|exported|downloaded|"
    r"archived|copied|captured|today is)\b.{0,6}?[:\s]\s*)(?=.{0,24}\d)",
    re.IGNORECASE,
)


def _role(text: str, one: FoundDate) -> str:
    before = text[: one.start + 1]
    keys = list(_KEY.finditer(text[: one.end]))
    if keys and keys[-1].start() <= len(before):
        return "copy" if keys[-1]["copy"] else "published"
    return "line"


_CREDIT_KEY = re.compile(
    r"(?:source|来源|來源|fuente|fonte|источник|джерело|kaynak|sumber|quelle|المصدر|منبع)"
    r"\s*[:：]\s*(?P<name>[^\s|][^|]{0,40}?)(?=\s{2,}|\s+\S+[:：]|\s*\||$|\s+责任|\s+\w+ \d)",
    re.IGNORECASE,
)


_BRACKETED = re.compile(r"[(（](?P<name>[^()（）]{2,30})[)）]")


def _credit_beside_date(text: str) -> Credit | None:
    """'AA - | Updated: …', '2017-03-09 07:20  来源：新华社': an agency on the line of the date."""
    keyed = _CREDIT_KEY.search(text)
    if keyed:
        return credit_of_line(f"Source: {keyed['name'].strip()}")
    bracketed = _BRACKETED.search(text)
    if bracketed and known_agency(bracketed["name"]):
        return Credit(names=(bracketed["name"].strip(),), publisher=None, evidence=text)
    opening = agency_at(text, 0)
    if opening and opening[0].isupper() and len(opening[0]) > 2:
        return Credit(names=(opening[0],), publisher=None, evidence=text)
    parts = [part.strip(" -–") for part in text.split("|")]
    known = [part for part in parts if known_agency(part)] if len(parts) > 1 else []
    if known:
        return Credit(names=(known[0],), publisher=None, evidence=text)
    return credit_of_line(parts[0]) if len(parts) > 1 else None


def head_date(found: FoundDate, role: str, line: Line, *, below_title: bool) -> HeadDate:
    """Return a date of a line of the head."""
    return HeadDate(
        found=found,
        printed=_printed(line.text, found),
        role=role,
        position="below title" if below_title else "above title",
        line=line.number,
    )


_BEFORE_DATE = re.compile(r"[^\W\d_]{2,12}\.?,?\s+$")
_AFTER_DATE = re.compile(
    r"[,\s|–-]{0,4}(?:T?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?)(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:IST|GMT|UTC|PKT|CET|EST|MSK))?",
    re.IGNORECASE,
)


def _printed(text: str, one: FoundDate) -> str:
    before = _BEFORE_DATE.search(text, max(0, one.start - 14), one.start)
    after = _AFTER_DATE.match(text, one.end)
    start = before.start() if before and after else one.start
    return text[start : after.end() if after else one.end].strip(" ,|")
