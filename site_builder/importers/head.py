"""What stands above the story: headline, standfirst, dates, bylines, credits.

The head of a clipping is sorted line by line; nothing is dropped without the rule's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from site_builder.content.model import RemovedLine
from site_builder.importers.agencies import credit_of_copyright, credit_of_line
from site_builder.importers.clipping import Guess
from site_builder.importers.furniture import furniture_rule
from site_builder.importers.head_dates import (
    HeadDate,
    crawl_date,
    date_prefix,
    head_date,
    read_date_line,
)
from site_builder.importers.headline import Headline, choose_headline, repeats, says_again
from site_builder.importers.lines import Line, fold


class Head(msgspec.Struct, frozen=True, kw_only=True):
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


class _Given(msgspec.Struct, frozen=True, kw_only=True):
    """What one line of the head gives, or a part of a line."""

    removed: RemovedLine
    dates: tuple[HeadDate, ...] = ()
    agencies: tuple[str, ...] = ()
    publisher: str | None = None
    categories: tuple[str, ...] = ()
    shown_url: str | None = None
    """Address of a link to the story's own page."""
    url: str | None = None
    """Address that stands alone in a line."""
    dead_link: str | None = None


def read_head(lines: Sequence[Line], language: str, lead: str, *, datelined: bool) -> Head:
    """Sort the lines above the story. `lead` is the first paragraph of the story."""
    given: list[_Given] = []
    candidates: list[Line] = []
    for whole in lines:
        below_title = bool(candidates)
        crawled, line = _past_crawl_date(whole, below_title=below_title)
        explained = _explain(line, language, below_title=below_title)
        given += (one for one in (crawled, explained) if one is not None)
        if explained is None:
            candidates.append(line)
    headline = choose_headline(candidates, lead, datelined=datelined)
    rest = [
        (line, _rule_of(line, headline, lead)) for line in candidates if line is not headline.line
    ]
    removed = [one.removed for one in given]
    removed += [_removed(line, rule) for line, rule in rest if rule]
    outlet = (line.text.rstrip(" |") for line, rule in rest if rule == _OUTLET)
    return Head(
        title=headline.title,
        title_line=headline.line.number if headline.line else 0,
        dates=tuple(date for one in given for date in one.dates),
        publisher=_first((*(one.publisher for one in given), *outlet)),
        agencies=tuple(dict.fromkeys(name for one in given for name in one.agencies)),
        categories=tuple(dict.fromkeys(name for one in given for name in one.categories)),
        source_url=_first(
            (*(one.shown_url for one in reversed(given)), *(one.url for one in given))
        ),
        dead_link=next(
            (one.dead_link for one in reversed(given) if one.dead_link is not None), None
        ),
        removed=tuple(sorted(removed, key=lambda one: one.line)),
        lines=tuple(line.text for line in candidates),
        standfirsts=tuple(line.text for line, rule in rest if rule is None),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((one for one in values if one), None)


def _removed(line: Line, rule: str) -> RemovedLine:
    return RemovedLine(line=line.number, text=line.original, rule=rule)


def _past_crawl_date(line: Line, *, below_title: bool) -> tuple[_Given | None, Line]:
    """Return the date that a crawler put before a line, if it did, and the line without it."""
    prefix = date_prefix(line.text)
    if prefix is None:
        return None, line
    date = head_date(crawl_date(prefix[0]), "published", line, below_title=below_title)
    given = _Given(removed=_removed(line, "date prefix"), dates=(date,))
    return given, replace(line, text=prefix[1], original=prefix[1])


def _explain(line: Line, language: str, *, below_title: bool) -> _Given | None:
    """Return what a line gives by a rule of its own, or None where it may be a headline."""
    return (
        _record_link(line)
        or _category(line)
        or _date_line(line, language, below_title=below_title)
        or _credit(line)
        or _furniture(line)
    )


_SHOW = re.compile(
    r"show on website\s*:\s*\[?(?P<words>[^\]\n]*)\]?\s*(?:\((?P<url>[^)\s]*)\))?", re.IGNORECASE
)
_URL = re.compile(
    r"(?:(?:source|link|url|original)[^:]{0,12}:\s*)?(https?://[^\s)\]]+)", re.IGNORECASE
)


def _record_link(line: Line) -> _Given | None:
    removed = _removed(line, "record link")
    show = _SHOW.match(line.text)
    if show is None:
        link = _URL.fullmatch(line.text)
        return _Given(removed=removed, url=link[1]) if link else None
    if (show["url"] or "").startswith("http"):
        return _Given(removed=removed, shown_url=show["url"])
    return _Given(removed=removed, dead_link=show["url"] or show["words"] or "")


_CATEGORY = re.compile(
    r"(?:category|categories|categoría|catégorie|kategorie|kategori|категория|рубрика|theme|"
    r"section|topic|topics|تصنيف)\s*[:：]\s*(.+)",
    re.IGNORECASE,
)


def _category(line: Line) -> _Given | None:
    match = _CATEGORY.match(line.text)
    if match is None or len(line.text) >= 120:
        return None
    names = (part.strip(" -–") for part in match[1].split(","))
    return _Given(
        removed=_removed(line, "category"), categories=tuple(name for name in names if name)
    )


def _date_line(line: Line, language: str, *, below_title: bool) -> _Given | None:
    read = read_date_line(line, language, below_title=below_title)
    if read is None:
        return None
    return _Given(
        removed=_removed(line, "date line"),
        dates=read.dates,
        agencies=read.credit.names if read.credit else (),
    )


def _credit(line: Line) -> _Given | None:
    credit = credit_of_line(line.text)
    if credit is None:
        return None
    return _Given(
        removed=_removed(line, "agency line"), agencies=credit.names, publisher=credit.publisher
    )


def _furniture(line: Line) -> _Given | None:
    rule = furniture_rule(line.text)
    if rule is None:
        return None
    copied = credit_of_copyright(line.text) if rule == "copyright" else None
    return _Given(removed=_removed(line, rule), agencies=copied.names if copied else ())


_OUTLET = "name of the outlet"


def _rule_of(line: Line, headline: Headline, lead: str) -> str | None:
    """Return the rule that takes out a line that is not the headline; None keeps it as prose."""
    folded, words = fold(line.text), len(line.text.split())
    if headline.title is not None and repeats(folded, fold(headline.title.value)):
        return "repeated headline"
    if line is headline.outlet:
        return _OUTLET
    if says_again(folded, fold(lead)):
        return "standfirst repeats the lead"
    if words > 12 or (line.text[-1] in ".!?。؟।…" and len(line.text) > 60):
        return None
    return "section label" if words < 5 else "head line"
