"""A clipping cut into head, story and tail."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from site_builder.content.model import RemovedLine
from site_builder.importers.agencies import (
    Credit,
    credit_at_end,
    credit_of_copyright,
    credit_of_line,
)
from site_builder.importers.dateline import read_dateline
from site_builder.importers.dateline_found import Dateline
from site_builder.importers.dates import FoundDate, find_dates, has_clock
from site_builder.importers.furniture import furniture_rule, is_list_item, starts_related
from site_builder.importers.head_dates import crawl_date, date_prefix
from site_builder.importers.lines import Line, fold, is_dense

SEARCH = 40
"""Lines among which the dateline is looked for."""


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a clipping."""

    head: tuple[Line, ...]
    dateline: Dateline | None
    dateline_line: int
    paragraphs: tuple[str, ...]
    credits: tuple[Credit, ...]
    """Agencies named in or under the story."""
    copyright: Credit | None
    tail_dates: tuple[tuple[FoundDate, int], ...]
    removed: tuple[RemovedLine, ...]
    prefix_date: FoundDate | None
    """The date with which a crawler opened the story's first line."""


def cut_story(lines: Sequence[Line], language: str) -> Story:
    """Return the head above, the paragraphs of, and what is known from below the story."""
    at, dateline, prefix = _find_dateline(lines, language)
    if dateline is None:
        at = _first_paragraph(lines)
        split = date_prefix(lines[at].text) if at < len(lines) else None
        prefix = crawl_date(split[0]) if split else None
    head = list(lines[:at])
    body = list(lines[at:])
    paragraphs: list[str] = []
    removed: list[RemovedLine] = []
    credited: list[Credit] = []
    copyright_credit: Credit | None = None
    tail_dates: list[tuple[FoundDate, int]] = []
    seen: set[str] = set()
    if dateline is not None and body:
        first = body[0]
        if dateline.rest:
            paragraphs.append(dateline.rest)
            seen |= {fold(dateline.rest), fold(first.text)}
        removed.append(RemovedLine(line=first.number, text=dateline.text, rule="dateline"))
        body = body[1:]
    elif prefix is not None and body:
        head_text = date_prefix(body[0].text)
        removed.append(RemovedLine(line=body[0].number, text=body[0].text[:16], rule="date prefix"))
        paragraphs.append(head_text[1] if head_text else body[0].text)
        body = body[1:]
    related = False
    links = _link_lists(body)
    for index, line in enumerate(body):
        text = line.text
        if related or (paragraphs and starts_related(text) and _enough(paragraphs)):
            related = True
            removed.append(_removed(line, "related links and forms"))
            continue
        if paragraphs and index in links:
            removed.append(_removed(line, "list of links"))
            continue
        credit = credit_of_line(text)
        if credit:
            credited.append(credit)
            removed.append(_removed(line, "agency line"))
            continue
        copied = credit_of_copyright(text)
        if copied and len(text) < 140 and furniture_rule(text):
            copyright_credit = copyright_credit or copied
        found = find_dates(text, language) if len(text) < 90 and any(map(str.isdigit, text)) else ()
        if found and _only_date(text, found):
            tail_dates += [(one, line.number) for one in found if one.year]
            removed.append(_removed(line, "date line"))
            continue
        rule = furniture_rule(text)
        if rule and not (rule == "filing" and len(text) > 120):
            removed.append(_removed(line, rule))
            continue
        folded = fold(text)
        if paragraphs and len(folded) >= 50 and folded in seen:
            removed.append(_removed(line, "repeated paragraph"))
            continue
        seen.add(folded)
        paragraphs.append(text)
    cleaned, end_credits = _end_credits(paragraphs)
    paragraphs = [_strip_end_marks(one) for one in cleaned]
    paragraphs = [one for one in paragraphs if one]
    return Story(
        head=tuple(head),
        dateline=dateline,
        dateline_line=lines[at].number if dateline is not None else 0,
        paragraphs=tuple(paragraphs),
        credits=(*credited, *end_credits),
        copyright=copyright_credit,
        tail_dates=tuple(tail_dates),
        removed=tuple(removed),
        prefix_date=prefix,
    )


def _removed(line: Line, rule: str) -> RemovedLine:
    return RemovedLine(line=line.number, text=line.original, rule=rule)


def _find_dateline(
    lines: Sequence[Line], language: str
) -> tuple[int, Dateline | None, FoundDate | None]:
    """Return the first line with a dateline that a story can follow."""
    weak: tuple[int, Dateline, FoundDate | None] | None = None
    for index, line in enumerate(lines[:SEARCH]):
        text, prefix = line.text, None
        split = date_prefix(text)
        if split:
            prefix, text = crawl_date(split[0]), split[1]
        if furniture_rule(text) or len(text) < 4:
            continue
        dateline = read_dateline(text, language)
        if dateline is None:
            continue
        if dateline.place is None and not dateline.rest:
            continue
        if not dateline.rest and (
            index + 1 >= len(lines)
            or (index == 0 and not dateline.agencies and dateline.date is None)
        ):
            continue
        if dateline.confidence >= 0.75 or len(text) > 120:
            return index, dateline, prefix
        weak = weak or (index, dateline, prefix)
    if weak:
        return weak
    return 0, None, None


def _first_paragraph(lines: Sequence[Line]) -> int:
    """Return the index of the first line that reads like a paragraph of a story."""
    for index, line in enumerate(lines):
        text = line.text
        split = date_prefix(text)
        if split:
            text = split[1]
        if furniture_rule(text) or starts_related(text):
            continue
        if _is_paragraph(text) or (index and _is_short_sentence(text, lines, index)):
            return index
    return len(lines) if len(lines) < 2 else min(1, len(lines))


def _is_paragraph(text: str) -> bool:
    words = len(text.split())
    dense = is_dense(text)
    if dense:
        return len(text) > 45 or (len(text) > 24 and text[-1] in "。！？」”")
    sentence = text[-1] in '.!?۔।。”"»’)…;:،,؟' or bool(re.search(r"[.!?۔।؟]\s", text))
    return words > 24 or (words > 14 and sentence and len(text) > 90) or len(text) > 190


def _is_short_sentence(text: str, lines: Sequence[Line], index: int) -> bool:
    """A short first paragraph, or a list of points, still ends like a sentence."""
    return len(text) > 55 and text[-1] in ".;۔।。" and index + 1 < len(lines)


def _enough(paragraphs: Sequence[str]) -> bool:
    return sum(map(len, paragraphs)) > 120


def _link_lists(body: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are linked headlines: at least four in five from there to the end."""
    found = set()
    items = 0
    for index in range(len(body) - 1, -1, -1):
        if not is_list_item(body[index].text):
            continue
        items += 1
        rest = len(body) - index
        if rest >= 2 and items >= 0.8 * rest:
            found.add(index)
    return frozenset(found)


def _only_date(text: str, found: tuple[FoundDate, ...]) -> bool:
    left = text
    for one in reversed(found):
        left = left[: one.start] + left[one.end :]
    words = re.findall(r"[^\W\d_]+", left)
    if re.match(r"(?:first |originally )?published (?:in|on|at|by)\b", text, re.IGNORECASE):
        return True
    return len(words) <= 3 or (has_clock(text) and len(words) <= 5)


_END_MARK = re.compile(
    r"\s*(?:\((?:\*|more|end|ends|fin|segue|continúa|suite|конец|devam|tua|res|fim|ende|rrr|xxx|[a-z]{2,3}/[a-z]{2,3}(?:/[a-z]{2,3})?)\)|-0-|#{2,}|/enditem|enditem|\*{2,}|-end-|\[…\]|\(\s*\))\s*\.?$",
    re.IGNORECASE,
)
_PHOTO_TAIL = re.compile(
    r"\s*\((?:photo|foto|file|pic|фото|video)\b[^()]{0,40}\)\s*$", re.IGNORECASE
)
_RULED_OFF = re.compile(
    r"\s*[(（\[/][^()（）\[\]]{1,60}[)）\]/]\.?\s*$|\s*[–—-]{1,2}\s?[^\s–—-][^–—]{1,40}$"
)


def _strip_end_marks(paragraph: str) -> str:
    for _ in range(3):
        shorter = _END_MARK.sub("", paragraph)
        if shorter == paragraph:
            return paragraph
        paragraph = shorter.rstrip()
    return paragraph


def _end_credits(paragraphs: list[str]) -> tuple[list[str], list[Credit]]:
    """Take the agency with which one of the last paragraphs closes out of the text."""
    cleaned = list(paragraphs)
    credited: list[Credit] = []
    for index in range(len(cleaned) - 1, max(-1, len(cleaned) - 5), -1):
        text = _strip_end_marks(_PHOTO_TAIL.sub("", _strip_end_marks(cleaned[index])))
        credit = credit_at_end(text)
        if credit:
            credited.append(credit)
            cleaned[index] = _RULED_OFF.sub("", text).rstrip()
            break
    return cleaned, credited
