"""The people who make a statement, gathered from all attributions of a clipping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

import msgspec

from site_builder.importers.attribution import Attribution, find_attributions, possessive_speech
from site_builder.importers.caseless import CASELESS, find_caseless_speakers
from site_builder.importers.clipping import Guess, Utterer
from site_builder.importers.countries import find_countries
from site_builder.importers.named_speaker import NamedSpeaker
from site_builder.importers.names import NameMention, find_names
from site_builder.importers.office_words import is_office
from site_builder.importers.transcript import transcript_speakers

MANY = 100
"""Offices among which an unnamed one ('the minister') is looked for."""
LONGEST = 150_000
"""Characters in which speakers are looked for."""


class Speakers(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks in a clipping."""

    named: tuple[Guess[Utterer], ...]
    unnamed: tuple[Guess[Utterer], ...]
    said_in: frozenset[int]
    """Indexes of paragraphs that hold an attribution of a statement."""


class _Tally(msgspec.Struct):
    mention: NameMention
    strong: int = 0
    weak: int = 0
    first: int = 10_000
    evidence: str = ""
    role: str | None = None
    country: str | None = None


def find_speakers(paragraphs: Sequence[str], head: Sequence[str], language: str) -> Speakers:
    """Return the statement makers of masked paragraphs (quotations blanked out).

    `head` are the lines above the story, the headline first.
    """
    paragraphs = _bounded(paragraphs)
    labelled = _labelled(paragraphs)
    if labelled is not None:
        return labelled
    if language in CASELESS:
        return _caseless(paragraphs, language)
    people = _People((*paragraphs, *head), language)
    attributions = find_attributions(paragraphs, language)
    tallies: dict[int, _Tally] = {}
    offices: list[tuple[str, int]] = []
    last: int | None = None
    for one in attributions:
        key = _resolve(one, people, last)
        if key is None:
            if one.office and not one.reported:
                offices.append((one.office, one.paragraph))
            if not one.pronoun:
                last = None if one.office else last
            continue
        tally = tallies.setdefault(key, _Tally(mention=people.full[key]))
        if one.reported:
            tally.weak += 1
        elif not one.pronoun or one.mention is not None:
            tally.strong += 1
        else:
            tally.weak += 0
        if not tally.evidence:
            tally.evidence = f"{one.verb} (paragraph {one.paragraph + 1})"
        tally.first = min(tally.first, one.paragraph)
        last = key
    if not any(tally.strong for tally in tallies.values()):
        for text in (*head, *paragraphs[:1]):
            for mention in possessive_speech(text, find_names(text, language), language):
                key = people.index(mention)
                if key is None:
                    continue
                tally = tallies.setdefault(key, _Tally(mention=people.full[key]))
                tally.strong += 1
                tally.evidence = tally.evidence or "announced statement"
                tally.first = 0
    named = [
        (key, tally) for key, tally in tallies.items() if tally.strong and _is_full(people, key)
    ]
    named.sort(key=lambda item: (-min(item[1].strong, 3), item[1].first, item[0]))
    guesses = tuple(_guess(tally, people, key) for key, tally in named)
    said_in = frozenset(one.paragraph for one in attributions if not one.reported)
    return Speakers(
        named=guesses, unnamed=() if guesses else _unnamed(offices, language), said_in=said_in
    )


def _bounded(paragraphs: Sequence[str]) -> Sequence[str]:
    left = LONGEST
    kept = []
    for paragraph in paragraphs:
        kept.append(paragraph[:left])
        left -= len(paragraph)
        if left <= 0:
            break
    return kept


def _labelled(paragraphs: Sequence[str]) -> Speakers | None:
    names = transcript_speakers(paragraphs)
    if not names:
        return None
    named = tuple(
        Guess(value=Utterer(name=name, role=None), confidence=0.8, evidence="label in a transcript")
        for name in names
    )
    return Speakers(named=named, unnamed=(), said_in=frozenset())


def _is_full(people: _People, key: int) -> bool:
    mention = people.full[key]
    return len(mention.tokens) > 1 or (
        people.roles.get(key) is not None and len(mention.tokens[0]) > 2
    )


def _guess(tally: _Tally, people: _People, key: int) -> Guess[Utterer]:
    role, country = people.roles.get(key) or (None, None)
    sure = 0.6 + 0.1 * min(tally.strong, 2) + (0.15 if role else 0.0)
    return Guess(
        value=Utterer(name=tally.mention.name, role=role, country=country),
        confidence=min(0.98, sure),
        evidence=tally.evidence or "attribution",
    )


def _unnamed(offices: list[tuple[str, int]], language: str) -> tuple[Guess[Utterer], ...]:
    seen: dict[str, Guess[Utterer]] = {}
    for office, paragraph in offices:
        country = next((one.country for one in find_countries(office, language)), None)
        seen.setdefault(
            office.casefold(),
            Guess(
                value=Utterer(name=None, role=office, country=country),
                confidence=0.6,
                evidence=f"paragraph {paragraph + 1}",
            ),
        )
    return tuple(seen.values())[:2]


class _People:
    """The people of a text: each with the longest form of the name and its mentions."""

    def __init__(self, paragraphs: Sequence[str], language: str) -> None:
        self.language = language
        self.full: list[NameMention] = []
        self.roles: dict[int, tuple[str | None, str | None] | None] = {}
        self._by_token: dict[str, list[int]] = {}
        singles: list[NameMention] = []
        for paragraph in paragraphs:
            for mention in find_names(paragraph, language):
                if len(mention.tokens) > 1:
                    self._add(mention)
                else:
                    singles.append(mention)
        for mention in singles:
            key = self.index(mention)
            if key is None and mention.role is not None:
                self._add(mention)
            elif key is not None:
                self._learn_role(key, mention)

    def _add(self, mention: NameMention) -> None:
        key = self._same(mention)
        if key is None:
            key = len(self.full)
            self.full.append(mention)
            for token in mention.tokens:
                self._by_token.setdefault(_key(token), []).append(key)
        elif len(mention.tokens) > len(self.full[key].tokens) and len(mention.tokens) <= 7:
            self.full[key] = mention
            for token in mention.tokens:
                known = self._by_token.setdefault(_key(token), [])
                if key not in known:
                    known.append(key)
        self._learn_role(key, mention)

    def _learn_role(self, key: int, mention: NameMention) -> None:
        if mention.role and not self.roles.get(key):
            self.roles[key] = (mention.role, mention.country)

    def _same(self, mention: NameMention) -> int | None:
        """A longer or shorter form of a name known: they share the last token and one more."""
        tokens = {_key(token) for token in mention.tokens}
        for key in self._by_token.get(_key(mention.tokens[-1]), ()):
            known = {_key(token) for token in self.full[key].tokens}
            if tokens <= known or known <= tokens:
                return key
        # 'Sheikh Abdullah' for 'Sheikh Abdullah bin Rashid Al Falasi'
        for key in self._by_token.get(_key(mention.tokens[0]), ()):
            if self.full[key].tokens[: len(mention.tokens)] == mention.tokens:
                return key
        return None

    def index(self, mention: NameMention) -> int | None:
        """Return the person a mention names, by surname first."""
        if len(mention.tokens) > 1:
            found = self._same(mention)
            if found is not None:
                return found
        for token in (mention.tokens[-1], mention.tokens[0]):
            keys = self._by_token.get(_key(token), ())
            for position in (-1, 0, None):
                for key in keys:
                    tokens = self.full[key].tokens
                    if position is None or _key(tokens[position]) == _key(token):
                        if len(mention.tokens) > 1 and position is None:
                            continue
                        return key
        return None

    def by_office(self, office: str, language: str) -> int | None:
        """Return the person whose office and country a phrase names again."""
        countries = {one.country for one in find_countries(office, language)}
        heads = {word for word in _words(office) if is_office(word, language)}
        matches = [
            key
            for key, role in islice(self.roles.items(), MANY)
            if role
            and (role[1] in countries if countries else True)
            and (
                (countries and role[1])
                or heads & {word for word in _words(role[0] or "") if is_office(word, language)}
            )
        ]
        return matches[0] if len(matches) == 1 else None


def _words(phrase: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", phrase)]


def _key(token: str) -> str:
    folded = token.casefold().replace("’", "'")
    for prefix in ("al-", "el-", "as-", "ar-", "an-", "at-", "ad-"):
        folded = folded.removeprefix(prefix)
    if len(folded) > 5 and folded[-1:] in "аяуюыие" and folded[-1:] > "\u0400":
        folded = folded[:-1]
    return folded


def _resolve(one: Attribution, people: _People, last: int | None) -> int | None:
    if one.mention is not None:
        return people.index(one.mention)
    if one.pronoun:
        return last
    if one.office:
        return people.by_office(one.office, people.language)
    return None


def _caseless(paragraphs: Sequence[str], language: str) -> Speakers:
    text = "\n".join(paragraphs)
    found: list[tuple[int, NamedSpeaker]] = [
        (text.count("\n", 0, one.at), one) for one in find_caseless_speakers(text, language)
    ]
    merged: dict[str, tuple[int, NamedSpeaker, int]] = {}
    for index, one in found:
        key = next((name for name in merged if one.name in name or name in one.name), one.name)
        first, kept, said = merged.get(key, (index, one, 0))
        merged.pop(key, None)
        longer = one if len(one.name) > len(kept.name) and language != "ar" else kept
        merged[longer.name] = (first, longer, said + int(one.said))
    named = tuple(
        Guess(
            value=Utterer(
                name=one.name,
                role=one.role,
                country=next((c.country for c in find_countries(one.role or "", language)), None),
            ),
            confidence=min(0.95, 0.7 + 0.1 * said),
            evidence=f"paragraph {first + 1}",
        )
        for first, one, said in merged.values()
        if said
    )
    return Speakers(
        named=named, unnamed=(), said_in=frozenset(index for index, one in found if one.said)
    )


def roles_by_name(speakers: Sequence[Guess[Utterer]]) -> Mapping[str, str | None]:
    """Return each speaker's role."""
    return {one.value.name or "": one.value.role for one in speakers}
