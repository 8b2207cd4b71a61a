"""Datelines of Chinese, Japanese and Korean agencies, which run on without spaces."""

from __future__ import annotations

import re

from site_builder.importers.agencies import known_agency
from site_builder.importers.dateline_found import Dateline
from site_builder.importers.dates import FoundDate, find_dates
from site_builder.importers.gazetteer import known_place_at

_EAST_ASIAN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_HAN = r"\u4e00-\u9fff"
_CHINESE = re.compile(
    r"^[（(【]?(?P<agency>新华社|新華社|新华网|中新社|中新网|人民网|央视网|国际在线|中央社|"
    rf"朝中社|环球网|[{_HAN}]{{1,4}}社|[{_HAN}]{{2,4}}网|本报|本報)"
    rf"(?P<reporter>[记記]者[{_HAN}·]{{2,4}}?)?"
    rf"(?P<place>[{_HAN}]{{2,7}}?)?"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)"
    r"(?:综合)?(?:外?[电電讯訊]|消息|专电)[）)】]?\s*(?:[（(][^（）()]{0,40}[）)])?\s*[:：]?\s*"
)
_CHINESE_REPORT = re.compile(
    rf"^[【（(\[](?P<agency>[{_HAN}A-Za-z]{{2,10}}?)(?:综合)?(?:[报報][道导導]|讯|訊|消息)?"
    rf"(?:[\s，,]*(?:[记記]者|驻[{_HAN}]{{1,6}}).{{0,20}})?[】）)\]]\s*"
)
_JAPANESE = re.compile(
    rf"^[【［\[（(](?P<place>[{_HAN}\u30a0-\u30ffー・]{{1,12}}?)?\s*[＝=\s　]?\s*"
    r"(?P<date>[0-9０-９]{1,2}日|[0-9０-９]{1,2}月[0-9０-９]{1,2}日)?\s*(?:発|[＝=])?\s*"
    r"(?P<agency>共同通信|共同|時事通信|時事|ロイター|タス|新華社|聯合ニュース|朝鮮中央通信|"
    r"AFP(?:＝時事|=時事)?|AP|CNN|NHK)?"
    rf"(?P<reporter>[＝=]?[{_HAN}]{{2,5}})?[】］\]）)]\s*[-－―]?\s*"
)
_KOREAN = re.compile(
    r"^[(\[【（](?P<place>[가-힣·]{1,12}?)\s*(?:[=＝]|\s)(?P<date>\d{1,2}월\s?\d{1,2}일발\s)?\s*"
    r"(?P<agency>[가-힣A-Za-z0-9]{2,12})[)\]】）]\s*"
    r"(?:[가-힣·,\s]{2,24}?(?:특파원|기자)\s*)?[=＝]?\s*"
)


def read_cjk_dateline(text: str) -> Dateline | None:
    """Return the East Asian dateline at the start of `text`, or None where there is none."""
    if not _EAST_ASIAN.search(text, 0, 6):
        return None
    match = _CHINESE.match(text)
    if match:
        place = match["place"]
        own = match["agency"] in ("本报", "本報")
        return _dateline(
            match,
            place=_known_tail(place) if place and len(place) > 3 else place,
            agency=None if own else match["agency"],
        )
    match = _KOREAN.match(text)
    if match and (known_agency(match["agency"]) or "=" in match[0] or "＝" in match[0]):
        return _dateline(match, place=match["place"], agency=match["agency"])
    match = _JAPANESE.match(text)
    if match and (match["agency"] or (match["place"] and known_place_at(match["place"], 0))):
        return _dateline(match, place=match["place"], agency=match["agency"])
    match = _CHINESE_REPORT.match(text)
    if match and known_agency(match["agency"]):
        return _dateline(match, place=None, agency=match["agency"])
    return None


def _dateline(match: re.Match[str], *, place: str | None, agency: str | None) -> Dateline:
    end = match.end()
    return Dateline(
        place=place,
        date=_date(match.groupdict().get("date") or ""),
        agencies=(agency,) if agency else (),
        text=match.string[:end].strip(),
        rest=match.string[end:].strip(),
        confidence=0.95,
    )


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
