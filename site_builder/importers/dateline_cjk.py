"""Datelines of Chinese, Japanese and Korean agencies, which run on without spaces."""

# ruff: noqa: E501  (a line of a pattern is one rule)
from __future__ import annotations

import re

from site_builder.importers.agencies import known_agency
from site_builder.importers.dates import FoundDate, find_dates
from site_builder.importers.gazetteer import known_place_at

_CHINESE = re.compile(
    r"^[（(【]?(?P<agency>新华社|新華社|新华网|中新社|中新网|人民网|央视网|国际在线|中央社|朝中社|环球网|[\u4e00-\u9fff]{1,4}社|[\u4e00-\u9fff]{2,4}网|本报|本報)"
    r"(?P<reporter>[记記]者[\u4e00-\u9fff·]{2,4}?)?(?P<place>[\u4e00-\u9fff]{2,7}?)?(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)"
    r"(?:综合)?(?:外?[电電讯訊]|消息|专电)[）)】]?\s*(?:[（(][^（）()]{0,40}[）)])?\s*[:：]?\s*"
)
_CHINESE_REPORT = re.compile(
    r"^[【（(\[](?P<agency>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:综合)?(?:[报報][道导導]|讯|訊|消息)?(?:[\s，,]*(?:[记記]者|驻[\u4e00-\u9fff]{1,6}).{0,20})?[】）)\]]\s*"
)
_JAPANESE = re.compile(
    r"^[【［\[（(](?P<place>[\u4e00-\u9fff\u30a0-\u30ffー・]{1,12}?)?\s*[＝=\s　]?\s*(?P<date>[0-9０-９]{1,2}日|[0-9０-９]{1,2}月[0-9０-９]{1,2}日)?\s*(?:発|[＝=])?\s*"
    r"(?P<agency>共同通信|共同|時事通信|時事|ロイター|タス|新華社|聯合ニュース|朝鮮中央通信|AFP(?:＝時事|=時事)?|AP|CNN|NHK)?(?P<reporter>[＝=]?[\u4e00-\u9fff]{2,5})?[】］\]）)]\s*[-－―]?\s*"
)
_KOREAN = re.compile(
    r"^[(\[【（](?P<place>[가-힣·]{1,12}?)\s*(?:[=＝]|\s)(?P<date>\d{1,2}월\s?\d{1,2}일발\s)?\s*(?P<agency>[가-힣A-Za-z0-9]{2,12})[)\]】）]\s*"
    r"(?:[가-힣·,\s]{2,24}?(?:특파원|기자)\s*)?[=＝]?\s*"
)


def read_cjk_dateline(
    text: str,
) -> tuple[str | None, FoundDate | None, tuple[str, ...], int] | None:
    """Return (place, date, agencies, end) of an East Asian dateline, or None."""
    match = _CHINESE.match(text)
    if match:
        agency = () if match["agency"] in ("本报", "本報") else (match["agency"],)
        place = match["place"]
        if match["reporter"] and place is None:
            place = None
        if place and len(place) > 3:
            place = _known_tail(place)
        return place, _date(match["date"]), agency, match.end()
    match = _KOREAN.match(text)
    if match and (known_agency(match["agency"]) or "=" in match[0] or "＝" in match[0]):
        return match["place"], _date(match["date"] or ""), (match["agency"],), match.end()
    match = _JAPANESE.match(text)
    if match and (match["agency"] or (match["place"] and known_place_at(match["place"], 0))):
        agencies = (match["agency"],) if match["agency"] else ()
        return match["place"], _date(match["date"] or ""), agencies, match.end()
    match = _CHINESE_REPORT.match(text)
    if match and known_agency(match["agency"]):
        return None, None, (match["agency"],), match.end()
    return None


def _date(text: str) -> FoundDate | None:
    found = find_dates(text, "zh")
    return found[0] if found else None


def _known_tail(place: str) -> str:
    """Return the known city with which a run of characters ends, else the run."""
    for start in range(len(place) - 1):
        known = known_place_at(place, start)
        if known and known[1] == len(place):
            return place[start:]
    return place
