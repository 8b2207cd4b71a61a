"""Who says it: verbs of saying joined to their subjects, in scripts with capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from site_builder.importers.names import NameMention, find_names
from site_builder.importers.saying import saying_pattern
from site_builder.importers.sentences import sentence_bounds
from site_builder.importers.subjects import subject_of
from site_builder.importers.tables.words import SPEECH_NOUNS


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
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
        for start, end in sentence_bounds(paragraph):
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


_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|to|would|could|should|must|may|might|fue|fueron|sido|ser|"
    r"foi|stato|stata|été|wurde|worden|была?|были)\s+(?:(?:\w+ly|not|yet|also|never|now|no|pas)"
    r"\s+){0,2}$"
)


def _in_sentence(
    text: str, start: int, end: int, mentions: Sequence[NameMention], language: str, index: int
) -> Iterator[Attribution]:
    inside = _between(mentions, start, end)
    for verb in saying_pattern(language).finditer(text, start, end):
        if _PASSIVE.search(text, max(start, verb.start() - 24), verb.start()):
            continue
        subject = subject_of(text, start, end, verb, inside, language)
        if subject is not None:
            yield Attribution(
                paragraph=index,
                start=verb.start(),
                end=verb.end(),
                verb=verb[0],
                mention=subject.mention,
                office=subject.office,
                pronoun=subject.pronoun,
                reported=subject.reported,
            )


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
                    paragraph=index,
                    start=match.start(),
                    end=match.end(),
                    verb=match[0].strip(),
                    mention=one,
                    office=None,
                    pronoun=False,
                    reported=False,
                )
                break


def _between(mentions: Sequence[NameMention], start: int, end: int) -> Sequence[NameMention]:
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, key=_start)]


def _start(mention: NameMention) -> int:
    return mention.start


def possessive_speech(
    text: str, mentions: Sequence[NameMention], language: str
) -> tuple[NameMention, ...]:
    """Return those whose statements a text announces ('Kari Lund's statements')."""
    before, after = _announcement(language)
    return tuple(
        one
        for one in mentions
        if len(one.tokens) > 1
        and (after.match(text, one.end) or before.search(text[max(0, one.start - 60) : one.start]))
    )


@cache
def _announcement(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what announces a statement before a name, and behind it."""
    nouns = "|".join(SPEECH_NOUNS.get(language, SPEECH_NOUNS["en"]).split())
    before = rf"\b(?:{nouns})\s+(?:by|of|from|with|de|du|di|von|do|da)?\s*(?:[^.,;]{{0,40}}\s)?$"
    after = rf"['’`]s?\s+(?:\w+\s+){{0,2}}(?:{nouns})\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
