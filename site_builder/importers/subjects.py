"""The subject of a verb of saying, before it or behind it, in scripts with capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from site_builder.importers.names import NameMention
from site_builder.importers.office_phrases import first_office, last_office
from site_builder.importers.pronouns import pronoun_ends, pronoun_opens, pronoun_pattern

REACH = 170
"""Characters between a subject and its verb."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it: a person named, an office without a name, or a pronoun."""

    mention: NameMention | None = None
    office: str | None = None
    """The phrase of an unnamed subject ('a foreign ministry official')."""
    pronoun: bool = False
    reported: bool
    """Said earlier or elsewhere ('who had said'): context rather than the statement."""


_QUOTE_BEFORE = re.compile(
    r"(?:^|[\ue000][^\w\ue000]{0,5}|[\"”»“,;:—–-]\s*|\.\s)"
    r"(?:(?:a|ha|has|hat|har|had|je|есть|как|так|і|и|also|так же|como|comme|так,|również|hanno|"
    r"han|heeft|quindi|poi|così|ainsi|è|e|lo|l['’]|s['’]est|se|nous|y|que|og|och|en|so|do|u|ще|ie|"
    r"va|así|assim|dann|dabei|later|further|then|wie|so) ?){0,3}$",
    re.IGNORECASE,
)
_AFTER_QUOTE = re.compile(
    r"(?:^\W*|[\ue000\"”»“„][^\w\ue000]{0,5}|[–—-]\s*|:\s*)(?:\w{1,8} ){0,3}$|^\W*$"
)
_RELATIVE = re.compile(
    r"\b(?:who|which|qui|que|quien|che|der|die|котор\w+|який|яка|whom)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\s+(?:earlier|previously|ранее|раніше|précédemment|auparavant|anteriormente|in precedenza|"
    r"zuvor|daha önce|sebelumnya)\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:had|avait|había|habría|aveva|hatte|tinha)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def subject_of(
    text: str,
    start: int,
    end: int,
    verb: re.Match[str],
    mentions: Sequence[NameMention],
    language: str,
) -> Subject | None:
    """Return the subject of a verb in the sentence from `start` to `end`, or None.

    `mentions` are the people named in the sentence.
    """
    left = text[max(start, verb.start() - REACH) : verb.start()]
    reported = bool(
        _RELATIVE.search(left[-40:])
        or _HAD.search(left[-28:])
        or _EARLIER.match(text[verb.end() : verb.end() + 24])
    )
    if pronoun_ends(left[-30:], language):
        return Subject(pronoun=True, reported=reported)
    adjacent = _adjacent_left(text, verb.start(), mentions)
    if adjacent is not None:
        return Subject(mention=adjacent, reported=reported)
    inverted = bool(_QUOTE_BEFORE.search(left))
    if inverted:
        quoted = bool(_AFTER_QUOTE.search(left))
        right = _right_subject(text, verb.end(), end, mentions, language, quoted=quoted)
        if right is not None:
            return right
    found = _left_subject(text, start, verb.start(), mentions, language, reported=reported)
    if found is None and not inverted and language != "en":
        right = _right_subject(text, verb.end(), end, mentions, language, quoted=True)
        if right is not None and right.mention is not None:
            return Subject(mention=right.mention, reported=reported)
    return found


_BETWEEN_NAME_AND_VERB = re.compile(
    r"(?:['’]s)?[\s,]{0,3}(?:has|had|have|also|a|ha|hat|je|later|further|today|then|"
    r"earlier|hoy|oggi|heute|aujourd['’]hui|нам|также|ещё|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+ly| ){0,4}\s?"
)


def _adjacent_left(text: str, at: int, mentions: Sequence[NameMention]) -> NameMention | None:
    for one in mentions:
        if (
            one.end <= at
            and not one.possessive
            and _BETWEEN_NAME_AND_VERB.fullmatch(text, one.end, at)
        ):
            return one
    return None


_CLAUSE_WORD = r"\bthat\b|\bque\b|\bчто\b|\bche\b|\bdass\b"
_STOP = re.compile(rf"[\ue000:;()]|{_CLAUSE_WORD}|\bда\b|\bże\b|\bhogy\b")
"""Where the search for an office behind the verb ends."""
_LATE_STOP = re.compile(rf"[\ue000;()]|{_CLAUSE_WORD}")
"""Where the search for a name with its office ends."""
_ADDRESSEE = re.compile(r"\b(?:to|a|à|al|with|on|at|in|an|gegenüber|an|con|про|про|о|об)\s+$")


def _right_subject(
    text: str, at: int, end: int, mentions: Sequence[NameMention], language: str, *, quoted: bool
) -> Subject | None:
    """Return the subject behind the verb: '…», a dit, à son retour, X'."""
    if pronoun_opens(text[at : at + 12], language):
        return Subject(pronoun=True, reported=False)
    limit = _limit(text, at, min(end, at + 110), _STOP)
    late_limit = _limit(text, at, min(end, at + 190), _LATE_STOP)
    for one in mentions:
        if not at <= one.start < (late_limit if one.role else min(limit, late_limit)):
            continue
        between = text[at : one.start]
        if (
            (len(one.tokens) > 1 or one.role or len(between) < 22)
            and not one.possessive
            and _follows(between, one, quoted=quoted)
            and (one.role or not _ADDRESSEE.search(between))
        ):
            return Subject(mention=one, reported=False)
    office = first_office(text[at:limit], language, 30 if quoted else 8)
    return Subject(office=office, reported=False) if office else None


def _limit(text: str, start: int, end: int, stop: re.Pattern[str]) -> int:
    match = stop.search(text[start:end])
    return start + match.start() if match else end


_ASIDE = re.compile(r",[^,]{3,70},(?:\s+\w{1,3})?")


def _follows(between: str, one: NameMention, *, quoted: bool) -> bool:
    """Whether only the office, and perhaps an aside, stands between the verb and the name."""
    left = between
    if one.role and one.role in between:
        left = between[: between.rfind(one.role)]
    left = left.strip()
    if _ASIDE.fullmatch(left):
        return True
    if not quoted:
        return len(left) < 5
    return "," not in left.strip(" ,") and len(left) <= 34


_BREAK = re.compile(r",|\ue000")


def _left_subject(
    text: str,
    start: int,
    at: int,
    mentions: Sequence[NameMention],
    language: str,
    *,
    reported: bool,
) -> Subject | None:
    """Return the subject before the verb: the nearest name or office that may be one."""
    floor = max(start, at - REACH, text.rfind("\ue000", start, at) + 1)
    office = last_office(text, floor, at, language)
    pronoun = pronoun_pattern(language)
    for one in reversed(mentions):
        if one.possessive or one.start < floor or one.end > at:
            continue
        between = text[one.end : at]
        if pronoun is not None and _BREAK.search(between) and pronoun.search(between):
            return Subject(pronoun=True, reported=reported)
        if not _may_be_subject(text, one, between, floor):
            continue
        if office is None or office[0] <= one.end or _is_apposition(text, one.end, office[0], at):
            return Subject(mention=one, reported=reported)
    return Subject(office=office[1], reported=reported) if office is not None else None


_PREPOSITION = re.compile(
    r"\b(?:to|with|of|by|from|against|between|for|about|near|than|avec|contre|par|mit|von|bei|"
    r"con|contro|с|от|против|в|к|за|de|du|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _may_be_subject(text: str, one: NameMention, between: str, floor: int) -> bool:
    before = text[max(floor, one.start - 30) : one.start]
    if one.role is None and _PREPOSITION.search(before):
        return False
    if ";" in between or ":" in between:
        return False
    return between.count(",") <= 5 and len(between) <= REACH


_OPENED = re.compile(r"\s*[,(–—-]\s*(?P<article>an?\s|the\s)?(?:who (?:is|was)\s+)?[^;.()]{0,90}$")
_CLOSED = re.compile(r"[,)–—]\s*(?:\w+\s+){0,3}$")


def _is_apposition(text: str, name_end: int, office_at: int, verb_at: int) -> bool:
    """'X, the ministry's spokesman, said': the office between commas belongs to the name."""
    opened = _OPENED.match(text[name_end:office_at])
    if opened is None:
        return False
    return bool(_CLOSED.search(text[office_at:verb_at])) or opened["article"] is None
