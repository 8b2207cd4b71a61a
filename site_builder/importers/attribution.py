"""Who says it: verbs of saying joined to their subjects, in scripts with capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from site_builder.importers.names import NameMention, find_names
from site_builder.importers.office_words import is_office
from site_builder.importers.saying import saying_pattern
from site_builder.importers.tables.words import PRONOUNS, SPEECH_NOUNS

LONGEST_SENTENCE = 1_500
REACH = 170
"""Characters between a subject and its verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A verb of saying with its subject."""

    paragraph: int
    """Index of the paragraph, from 0."""
    start: int
    end: int
    verb: str
    mention: NameMention | None
    """The person named, if one is."""
    office: str | None
    """The phrase of an unnamed subject ('a foreign ministry official')."""
    pronoun: bool
    reported: bool
    """Said earlier or elsewhere ('who had said'): context rather than the statement."""


def find_attributions(paragraphs: Sequence[str], language: str) -> tuple[Attribution, ...]:
    """Return the attributions in masked paragraphs (quotations blanked), in order."""
    found: list[Attribution] = []
    by_paragraph = [find_names(paragraph, language) for paragraph in paragraphs]
    known = {
        token
        for mentions in by_paragraph
        for one in mentions
        if len(one.tokens) > 1 or one.role
        for token in (*one.tokens, *(token.split("-")[-1] for token in one.tokens))
    }
    for index, paragraph in enumerate(paragraphs):
        if _QUESTION.match(paragraph):
            continue
        mentions = tuple(
            one
            for one in by_paragraph[index]
            if len(one.tokens) > 1
            or one.role
            or one.tokens[0] in known
            or _stem(one.tokens[0], known)
        )
        for start, end in _sentences(paragraph):
            found.extend(_in_sentence(paragraph, start, end, mentions, language, index))
        found.extend(_according_to(paragraph, mentions, index))
    return tuple(found)


_QUESTION = re.compile(
    r"(?:question|q|journalist|reporter|вопрос|питання|pregunta|pergunta|domanda|frage|سؤال|سوال|"
    r"问|記者|记者)\s?\d*\s?[:：]",
    re.IGNORECASE,
)


def _stem(token: str, known: set[str]) -> bool:
    """Whether an inflected surname ('Лаврова') stands for a known one."""
    return token[:1] > "\u0400" and any(token[:-cut] in known for cut in (1, 2) if len(token) > 4)


_SENTENCE_END = re.compile(
    r"(?<![A-ZА-Я])(?<!\b[A-Z][a-z])(?<!\bMr)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bMrs)"
    r"[.!?;。](?=[\s\"”»’)]|$)(?!\s+[a-zа-я])|\n"
)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of sentences; one without end is cut, so that work stays in proportion."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(start, match.end())
        start = match.end()
    if start < len(text):
        yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        yield start, start + LONGEST_SENTENCE
        start += LONGEST_SENTENCE
    yield start, end


def _between(mentions: Sequence[NameMention], start: int, end: int) -> Sequence[NameMention]:
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, key=_start)]


def _start(mention: NameMention) -> int:
    return mention.start


def _in_sentence(
    text: str, start: int, end: int, mentions: Sequence[NameMention], language: str, index: int
) -> Iterator[Attribution]:
    inside = _between(mentions, start, end)
    for verb in saying_pattern(language).finditer(text, start, end):
        if _PASSIVE.search(text, max(start, verb.start() - 24), verb.start()):
            continue
        subject = _subject(text, start, end, verb, inside, language)
        if subject is None:
            continue
        mention, office, pronoun, reported = subject
        yield Attribution(
            paragraph=index, start=verb.start(), end=verb.end(), verb=verb[0], mention=mention,
            office=office, pronoun=pronoun, reported=reported,
        )  # fmt: skip


_ACCORDING = re.compile(
    r"\b(?:according to|attribut(?:able|ed) to|on behalf of|in the words of|по словам|по мнению|"
    r"за словами|selon|d['’]après|según|segundo|de acordo com|secondo|laut|"
    r"nach (?:Angaben|Worten) von|menurut|według|podle|према речима|prema rečima|volgens|enligt|"
    r"ifølge|"
    r"diyen|belirten|kaydeden|söyleyen|vurgulayan|kullanan|aktaran|eden|konuşan|açıklayan|"
    r"bildiren|anlatan|eleştiren|dikkati çeken|ekleyen|hatırlatan)\s+(?:the\s+|le\s+|la\s+|el\s+|"
    r"il\s+|o\s+)?",
    re.IGNORECASE,
)


def _according_to(text: str, mentions: Sequence[NameMention], index: int) -> Iterator[Attribution]:
    """'According to X', 'по словам X', and the Turkish participle before its subject."""
    for match in _ACCORDING.finditer(text):
        for one in _between(mentions, match.end(), match.end() + 160):
            gap = text[match.end() : one.start]
            if one.start >= match.end() and (
                not gap or (one.role and gap.strip().endswith(one.role))
            ):
                yield Attribution(
                    paragraph=index, start=match.start(), end=match.end(), verb=match[0].strip(),
                    mention=one, office=None, pronoun=False, reported=False,
                )  # fmt: skip
                break


_Subject = tuple[NameMention | None, str | None, bool, bool]
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
_QUOTED_BY = re.compile(
    r"\b(?:quoted|citing|cited|according to|reports? that|reported that|asked (?:if|whether)|"
    r"denied|accus\w+|claim\w*)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|to|would|could|should|must|may|might|fue|fueron|sido|ser|"
    r"foi|stato|stata|été|wurde|worden|была?|были)\s+(?:(?:\w+ly|not|yet|also|never|now|no|pas)"
    r"\s+){0,2}$"
)
_HEAD_NOUN = re.compile(r"[\w’'.-]+")


def _subject(
    text: str,
    start: int,
    end: int,
    verb: re.Match[str],
    mentions: Sequence[NameMention],
    language: str,
) -> _Subject | None:
    left = text[max(start, verb.start() - REACH) : verb.start()]
    reported = bool(
        _RELATIVE.search(left[-40:])
        or _HAD.search(left[-28:])
        or _EARLIER.match(text[verb.end() : verb.end() + 24])
    )
    inverted = bool(_QUOTE_BEFORE.search(left))
    pronoun_before = _pronoun(left[-30:], language, at_end=True)
    adjacent = _adjacent_left(text, verb.start(), mentions)
    if adjacent is not None and not pronoun_before:
        return adjacent, None, False, reported
    if inverted:
        quoted = bool(_AFTER_QUOTE.search(left))
        right = _right_subject(text, verb.end(), end, mentions, language, quoted=quoted)
        if right is not None and not (pronoun_before and right[0] is None):
            return (*right, False) if not pronoun_before else (None, None, True, reported)
    if pronoun_before:
        return None, None, True, reported
    found = _left_subject(text, start, verb.start(), mentions, language, reported)
    if found is None and not inverted:
        right = _right_subject(text, verb.end(), end, mentions, language, quoted=True)
        if right is not None and right[0] is not None and language != "en":
            return (*right, reported)
    return found


def _adjacent_left(text: str, at: int, mentions: Sequence[NameMention]) -> NameMention | None:
    for one in mentions:
        if (
            one.end <= at
            and not one.possessive
            and re.fullmatch(
                r"(?:['’]s)?[\s,]{0,3}(?:has|had|have|also|a|ha|hat|je|later|further|today|then|"
                r"earlier|hoy|oggi|heute|aujourd['’]hui|нам|также|ещё|"
                r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
                r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+ly| ){0,4}\s?",
                text[one.end : at],
            )
        ):
            return one
    return None


def _follows(between: str, one: NameMention, *, quoted: bool) -> bool:
    """Whether only the office, and perhaps an aside, stands between the verb and the name."""
    left = between
    if one.role and one.role in between:
        left = between[: between.rfind(one.role)]
    left = left.strip()
    if re.fullmatch(r",[^,]{3,70},(?:\s+\w{1,3})?", left):
        return True
    if not quoted:
        return len(left) < 5
    return "," not in left.strip(" ,") and len(left) <= 34


def _right_subject(
    text: str, at: int, end: int, mentions: Sequence[NameMention], language: str, *, quoted: bool
) -> tuple[NameMention | None, str | None, bool] | None:
    """The subject behind the verb: '…», a dit, à son retour, X'."""
    window = text[at : min(end, at + 110)]
    stop = re.search(
        r"[\ue000:;()]|\bthat\b|\bque\b|\bчто\b|\bche\b|\bdass\b|\bда\b|\bże\b|\bhogy\b", window
    )
    limit = at + (stop.start() if stop else len(window))
    limit_long = min(end, at + 190)
    stop_long = re.search(
        r"[\ue000;()]|\bthat\b|\bque\b|\bчто\b|\bche\b|\bdass\b", text[at:limit_long]
    )
    limit_long = at + stop_long.start() if stop_long else limit_long
    named = [
        one for one in mentions if at <= one.start < limit_long and (one.start < limit or one.role)
    ]
    pronoun = _pronoun(text[at : at + 12], language, at_end=False)
    if pronoun:
        return None, None, True
    for one in named:
        if not (len(one.tokens) > 1 or one.role or one.start - at < 22):
            continue
        if one.possessive or not _follows(text[at : one.start], one, quoted=quoted):
            continue
        if (
            re.search(
                r"\b(?:to|a|à|al|with|on|at|in|an|gegenüber|an|con|про|про|о|об)\s+$",
                text[at : one.start],
            )
            and not one.role
        ):
            continue
        return one, None, False
    office = _office_in(text[at:limit], language, 30 if quoted else 8)
    return (None, office, False) if office else None


def _left_subject(
    text: str, start: int, at: int, mentions: Sequence[NameMention], language: str, reported: bool
) -> _Subject | None:
    floor = max(start, at - REACH)
    masked = text.rfind("\ue000", start, at)
    floor = max(floor, masked + 1)
    candidates = [one for one in mentions if floor <= one.start and one.end <= at]
    office_at = _last_office(text, floor, at, language)
    for one in reversed(candidates):
        if one.possessive:
            continue
        between = text[one.end : at]
        pronoun = _pronoun_pattern(language)
        if pronoun is not None and re.search(r",|\ue000", between) and pronoun.search(between):
            return None, None, True, reported
        if not _may_be_subject(text, one, between, floor):
            continue
        if office_at is not None and office_at[0] > one.end:
            if _is_apposition(text, one.end, office_at[0], at):
                return one, None, False, reported
            continue
        return one, None, False, reported
    if office_at is not None:
        return None, office_at[1], False, reported
    return None


def _may_be_subject(text: str, one: NameMention, between: str, floor: int) -> bool:
    before = text[max(floor, one.start - 30) : one.start]
    if one.role is None and re.search(
        r"\b(?:to|with|of|by|from|against|between|for|about|near|than|avec|contre|par|mit|von|bei|"
        r"con|contro|с|от|против|в|к|за|de|du|of)\s+(?:the\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return False
    if re.search(r"[;:]", between):
        return False
    clauses = re.split(r",", between)
    return len(clauses) <= 6 and len(between) <= REACH


def _is_apposition(text: str, name_end: int, office_at: int, verb_at: int) -> bool:
    """'X, the ministry's spokesman, said': the office between commas belongs to the name."""
    opened = re.match(
        r"\s*[,(–—-]\s*(?P<article>an?\s|the\s)?(?:who (?:is|was)\s+)?[^;.()]{0,90}$",
        text[name_end:office_at],
    )
    if opened is None:
        return False
    closed = re.search(r"[,)–—]\s*(?:\w+\s+){0,3}$", text[office_at:verb_at])
    return bool(closed) or opened["article"] is None


def _last_office(text: str, floor: int, at: int, language: str) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for match in _HEAD_NOUN.finditer(text, floor, at):
        word = re.sub(r"['’]s?$", "", match[0])
        if is_office(word, language) and not re.match(
            r"['’]s", text[match.end() - 2 : match.end() + 2]
        ):
            phrase = _phrase_round(text, floor, match.start(), match.end())
            best = (match.start(), phrase)
    return best


def _office_in(window: str, language: str, reach: int) -> str | None:
    for match in _HEAD_NOUN.finditer(window, 0, min(len(window), 90)):
        if is_office(match[0], language):
            phrase = _phrase_round(window, 0, match.start(), match.end())
            lead = re.match(r"\s*(?:[^\W\d_]+\s){0,2}", window)
            return phrase if match.start() <= reach + (lead.end() if lead else 0) else None
    return None


def _phrase_round(text: str, floor: int, start: int, end: int) -> str:
    """Return an office with the words that belong to it ('a foreign ministry official')."""
    left = re.split(r"[,;:.\ue000\"“”]|\b(?:said|and|that|when|as|but)\b", text[floor:start])[-1]
    right = re.match(
        r"(?:\s+(?:of|for|at|in|du|de|des|del|der|des|по|МИД)\s+(?:the\s+)?[\w’' -]{2,50}?)?"
        r"(?=[,;.\ue000]|\s+(?:on|said|told|has|had|was|is|who)\b|$)",
        text[end:],
    )
    return " ".join((left[-70:] + text[start:end] + (right[0] if right else "")).split())


@cache
def _pronoun_pattern(language: str) -> re.Pattern[str] | None:
    words = PRONOUNS.get(language)
    if not words:
        return None
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(words.split())})(?![\w'’])", re.IGNORECASE)


def _pronoun(window: str, language: str, *, at_end: bool) -> bool:
    pattern = _pronoun_pattern(language)
    if pattern is None:
        return False
    for match in pattern.finditer(window):
        if not at_end:
            return match.start() < 4 or window[: match.start()].strip() in ("", "-")
        if re.fullmatch(
            r"\s*(?:also|has|had|further|then|later|a|ha|hat|je|також|также|\w+ly|,)?(?: also)?\s*",
            window[match.end() :],
        ):
            return True
    return False


def possessive_speech(
    text: str, mentions: Sequence[NameMention], language: str
) -> tuple[NameMention, ...]:
    """Return those whose statements a text announces ('Kari Lund's statements')."""
    nouns = "|".join(SPEECH_NOUNS.get(language, SPEECH_NOUNS["en"]).split())
    after = re.compile(rf"['’`]s?\s+(?:\w+\s+){{0,2}}(?:{nouns})\b", re.IGNORECASE)
    before = re.compile(
        rf"\b(?:{nouns})\s+(?:by|of|from|with|de|du|di|von|do|da)?\s*(?:[^.,;]{{0,40}}\s)?$",
        re.IGNORECASE,
    )
    return tuple(
        one
        for one in mentions
        if len(one.tokens) > 1
        and (after.match(text, one.end) or before.search(text[max(0, one.start - 60) : one.start]))
    )
