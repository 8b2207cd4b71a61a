"""What stands above the story: headline, standfirst, dates, bylines, credits.

The head of a clipping is sorted line by line; nothing is dropped without the rule's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.content.model import RemovedLine
from site_builder.importers.agencies import (
    Credit,
    agency_at,
    credit_of_copyright,
    credit_of_line,
    is_outlet_line,
    known_agency,
)
from site_builder.importers.clipping import Guess
from site_builder.importers.dates import FoundDate, find_dates, has_clock
from site_builder.importers.furniture import furniture_rule
from site_builder.importers.lines import Line, fold, is_dense

MAX_TITLE_WORDS = 22
MAX_TITLE_CHARACTERS = 165


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadDate:
    """A date above or below the story."""

    found: FoundDate
    role: str
    """'published', 'copy' or 'line' (a line that holds little else)."""
    printed: str
    """As printed, weekday and time of day included."""
    position: str
    """'above title', 'below title' or 'tail'."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The sorted head."""

    title: Guess[str] | None
    title_line: int
    """Number of the line of the headline; 0 without one."""
    dates: tuple[HeadDate, ...]
    publisher: str | None
    agencies: tuple[str, ...]
    categories: tuple[str, ...]
    source_url: str | None
    dead_link: str | None
    """The words of a link that leads nowhere."""
    removed: tuple[RemovedLine, ...]
    lines: tuple[str, ...]
    """Every line that was weighed as a headline, for names of those who speak."""
    standfirsts: tuple[str, ...]
    """Lines of the head that are prose: kept with the story unless they repeat it."""


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
_DATE_PREFIX = re.compile(r"date (?P<date>\d{4}-\d\d(?:-\d\d)?)\s+(?=\S)", re.IGNORECASE)
_CATEGORY = re.compile(
    r"(?:category|categories|categoría|catégorie|kategorie|kategori|категория|рубрика|theme|"
    r"section|topic|topics|تصنيف)\s*[:：]\s*(.+)",
    re.IGNORECASE,
)
_SHOW = re.compile(
    r"show on website\s*:\s*\[?(?P<words>[^\]\n]*)\]?\s*(?:\((?P<url>[^)\s]*)\))?", re.IGNORECASE
)
_URL = re.compile(
    r"(?:(?:source|link|url|original)[^:]{0,12}:\s*)?(https?://[^\s)\]]+)", re.IGNORECASE
)
_CAPITAL_LABEL = re.compile(r"(?:MR|MS|MRS|DR)?\.? ?[A-Z][A-Z .]{2,30}: [A-Z]")
"""'SPOKESPERSON: We condemn …' opens a transcript; it is no headline."""
_SLUG = re.compile(
    r"(?:[A-Z][A-Za-z]+-){1,}[A-Za-z-]+(?:,.*)?|(?:[A-Z]{2,}[-/ ]?){1,5}/?(?:[A-Z-]+)?"
)
_LABELLED_KICKER = re.compile(r"[^\W\d_]{2,18}(?: [^\W\d_]{2,18})?")


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


def read_head(lines: Sequence[Line], language: str, lead: str, *, datelined: bool) -> Head:
    """Sort the lines above the story. `lead` is the first paragraph of the story."""
    removed: list[RemovedLine] = []
    dates: list[HeadDate] = []
    agencies: list[str] = []
    categories: list[str] = []
    publisher: str | None = None
    url: str | None = None
    dead: str | None = None
    candidates: list[Line] = []

    def remove(line: Line, rule: str) -> None:
        removed.append(RemovedLine(line=line.number, text=line.original, rule=rule))

    for whole in lines:
        line, text = whole, whole.text
        prefix = date_prefix(text)
        if prefix:
            found = crawl_date(prefix[0])
            dates.append(_dated(found, "published", candidates, line))
            remove(line, "date prefix")
            text = prefix[1]
            line = Line(number=line.number, text=text, original=text, after_blank=line.after_blank)
        show = _SHOW.match(text)
        link = _URL.fullmatch(text)
        category = _CATEGORY.match(text)
        if show:
            if (show["url"] or "").startswith("http"):
                url = show["url"]
            else:
                dead = show["url"] or show["words"] or ""
            remove(line, "record link")
            continue
        if link:
            url = url or link[1]
            remove(line, "record link")
            continue
        if category and len(text) < 120:
            categories += [
                part.strip(" -–") for part in category[1].split(",") if part.strip(" -–")
            ]
            remove(line, "category")
            continue
        line_dates = find_dates(text, language) if any(map(str.isdigit, text)) else ()
        if line_dates and _is_date_line(text, line_dates):
            dates += [
                _dated(one, _role(text, one), candidates, line) for one in line_dates if one.year
            ]
            credit = _credit_beside_date(text)
            agencies += credit.names if credit else ()
            remove(line, "date line")
            continue
        credit = credit_of_line(text)
        if credit:
            agencies += credit.names
            publisher = publisher or credit.publisher
            remove(line, "agency line")
            continue
        rule = furniture_rule(text)
        if rule:
            copied = credit_of_copyright(text) if rule == "copyright" else None
            agencies += copied.names if copied else ()
            remove(line, rule)
            continue
        candidates.append(line)

    title, chosen, publisher_line = _choose(candidates, lead, datelined=datelined)
    standfirsts: list[str] = []
    for line in candidates:
        if title is not None and line is chosen:
            continue
        folded = fold(line.text)
        if title is not None and _repeats(folded, fold(title.value)):
            remove(line, "repeated headline")
        elif publisher_line is line:
            publisher = publisher or line.text.rstrip(" |")
            remove(line, "name of the outlet")
        elif lead and _is_standfirst(folded, fold(lead)):
            remove(line, "standfirst repeats the lead")
        elif len(line.text.split()) > 12 or (line.text[-1] in ".!?。؟।…" and len(line.text) > 60):
            standfirsts.append(line.text)
        else:
            remove(line, "section label" if len(line.text.split()) < 5 else "head line")
    removed.sort(key=lambda one: one.line)
    return Head(
        title=title,
        title_line=chosen.number if chosen else 0,
        dates=tuple(dates),
        publisher=publisher,
        agencies=tuple(dict.fromkeys(agencies)),
        categories=tuple(dict.fromkeys(categories)),
        source_url=url,
        dead_link=dead,
        removed=tuple(removed),
        lines=tuple(line.text for line in candidates),
        standfirsts=tuple(standfirsts),
    )


_CREDIT_KEY = re.compile(
    r"(?:source|来源|來源|fuente|fonte|источник|джерело|kaynak|sumber|quelle|المصدر|منبع)"
    r"\s*[:：]\s*(?P<name>[^\s|][^|]{0,40}?)(?=\s{2,}|\s+\S+[:：]|\s*\||$|\s+责任|\s+\w+ \d)",
    re.IGNORECASE,
)


def _credit_beside_date(text: str) -> Credit | None:
    """'AA - | Updated: …', '2017-03-09 07:20  来源：新华社': an agency on the line of the date."""
    keyed = _CREDIT_KEY.search(text)
    if keyed:
        return credit_of_line(f"Source: {keyed['name'].strip()}")
    bracketed = re.search(r"[(（](?P<name>[^()（）]{2,30})[)）]", text)
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


def _dated(one: FoundDate, role: str, candidates: list[Line], line: Line) -> HeadDate:
    return HeadDate(
        found=one,
        printed=_printed(line.text, one),
        role=role,
        position="below title" if candidates else "above title",
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


def _role(text: str, one: FoundDate) -> str:
    before = text[: one.start + 1]
    keys = list(_KEY.finditer(text[: one.end]))
    if keys and keys[-1].start() <= len(before):
        return "copy" if keys[-1]["copy"] else "published"
    return "line"


def _is_date_line(text: str, line_dates: tuple[FoundDate, ...]) -> bool:
    """A line that holds dates and little else, or a labelled date."""
    if not any(one.year for one in line_dates):
        return False
    left = text
    for one in reversed(line_dates):
        left = left[: one.start] + left[one.end :]
    words = re.findall(r"[^\W\d_]+", left)
    if len(words) <= 4 and not any(len(word) > 6 and word[0] >= "\u3040" for word in words):
        return True
    if _KEY.match(text) and len(words) <= 12:
        return True
    return has_clock(text) and len(words) <= 10 and len(text) < 130


def _choose(
    candidates: list[Line], lead: str, *, datelined: bool
) -> tuple[Guess[str] | None, Line | None, Line | None]:
    """Return the headline, its line, and the line that names the outlet."""
    outlet = next((line for line in candidates[:3] if is_outlet_line(line.text)), None)
    rest = [line for line in candidates if line is not outlet and not _is_slug(line.text)]
    folded = [fold(line.text) for line in rest]
    folded_lead = fold(lead)
    best: tuple[float, int] | None = None
    for index, line in enumerate(rest):
        words = line.text.split()
        dense = is_dense(line.text) and len(words) <= 4
        length = len(line.text) / 4 if dense else len(words)
        repeated = any(
            _repeats(folded[other], folded[index]) for other in range(index + 1, len(rest))
        )
        if length > MAX_TITLE_WORDS or len(line.text) > MAX_TITLE_CHARACTERS:
            continue
        if (
            _CAPITAL_LABEL.match(line.text)
            or not folded[index]
            or (_is_standfirst(folded[index], folded_lead) and not repeated and length > 14)
        ):
            continue
        score = 0.0
        score += 3.0 if repeated else 0.0
        score += 1.5 if length >= 5 else {4: 1.2, 3: 0.8, 2: 0.1}.get(int(length), -1.0)
        score -= (
            1.2
            if line.text.endswith((".", "。", "؟")) and not line.text.endswith("...") and length > 9
            else 0.0
        )
        score -= min(0.15 * index, 0.6)
        score -= (
            1.0
            if line.text.startswith(("-", "•", "*", "("))
            and not repeated
            and not re.match(r"\(\w+ LD\)|\(LEAD\)|\((?:URGENT|Yonhap)", line.text)
            else 0.0
        )
        score -= 0.8 if line.text.endswith((":", ",")) and not repeated else 0.0
        if best is None or score > best[0]:
            best = (score, index)
    if best is None or best[0] < 0.3:
        return None, None, outlet
    line = rest[best[1]]
    confidence = min(0.99, 0.6 + 0.1 * best[0] + (0.1 if datelined else 0.0))
    evidence = f"line {line.number}" + (", printed again below" if best[0] > 3 else "")
    return Guess(value=line.text, confidence=confidence, evidence=evidence), line, outlet


def _is_slug(text: str) -> bool:
    return len(text) < 60 and bool(_SLUG.fullmatch(text)) and ("-" in text or "/" in text)


def _repeats(folded: str, title: str) -> bool:
    """Whether a line prints the headline again, perhaps with a label before or after."""
    if not folded or not title:
        return False
    if folded == title:
        return True
    longer, shorter = (folded, title) if len(folded) >= len(title) else (title, folded)
    return (
        len(shorter) > 24
        and len(longer) - len(shorter) < 26
        and (longer.endswith(shorter) or longer.startswith(shorter))
    )


def _is_standfirst(folded: str, lead: str) -> bool:
    """Whether a line says again what the lead says: at least nine words in ten of it."""
    if not folded or not lead:
        return False
    if lead.startswith(folded) or folded in lead:
        return True
    words = folded.split()
    lead_words = set(lead.split())
    return len(words) > 7 and sum(word in lead_words for word in words) >= 0.9 * len(words)
