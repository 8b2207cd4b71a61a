"""Who uses a formulation, about whom, and in whose voice: each out of how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.content.model import Article, Voice
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.formulations import LocatedUse, distinct_articles
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import span_text
from site_builder.site.research_views import Share, SharedLink, ShareGroup
from site_builder.site.urls import facet_url

LINKS = 10

Key = tuple[FacetKind | None, str]
"""A facet, or None and the words for a role; None and '' where nobody is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What shares are out of: listed articles by speaker and by country spoken of."""

    speakers: Mapping[Key, int]
    counterparts: Mapping[Key, int]


def count_totals(edition: Edition) -> Totals:
    """Return the totals of an archive, for the shares of every formulation."""
    return Totals(
        speakers=Counter(key for one in edition.listed for key in speaker_keys(one)),
        counterparts=Counter(
            key for one in edition.listed for key in counterpart_keys(edition, one)
        ),
    )


def share_groups(
    edition: Edition, uses: Sequence[LocatedUse], totals: Totals
) -> tuple[ShareGroup, ...]:
    """Return the shares of speakers, of countries spoken of, and of voices.

    Background is not the speaker's, so speakers and countries are counted without it.
    """
    spoken = distinct_articles(one for one in uses if one.use.voice is not Voice.BACKGROUND)
    by_speaker: dict[Key, list[Article]] = {}
    by_counterpart: dict[Key, list[Article]] = {}
    for article in spoken:
        for key in speaker_keys(article):
            by_speaker.setdefault(key, []).append(article)
        for key in counterpart_keys(edition, article):
            by_counterpart.setdefault(key, []).append(article)
    text = edition.interface.text
    groups = (
        _group(edition, text("formulation_by_speaker"), by_speaker, totals.speakers),
        _group(edition, text("formulation_by_counterpart"), by_counterpart, totals.counterparts),
        _voices(edition, uses),
    )
    return tuple(group for group in groups if group.links)


def speaker_keys(article: Article) -> Iterator[Key]:
    """Yield who speaks in an article, each once."""
    keys: dict[Key, None] = {}
    for speaker in article.speakers:
        if speaker.person:
            keys[FacetKind.PERSON, speaker.person] = None
        elif speaker.organisation:
            keys[FacetKind.ORGANISATION, speaker.organisation] = None
        elif speaker.role:
            keys[None, speaker.role] = None
    yield from keys or {(None, ""): None}


def counterpart_keys(edition: Edition, article: Article) -> Iterator[Key]:
    """Yield the countries that an article speaks of: its own less those of its speakers.

    Where no speaker's country is known, the first country is taken for the speaker's, since
    the main one comes first.
    """
    registers = edition.archive.registers
    own = set()
    for speaker in article.speakers:
        person = registers.people.get(speaker.person or "")
        organisation = registers.organisations.get(speaker.organisation or "")
        own |= {entry.country for entry in (person, organisation) if entry and entry.country}
    own = own or set(article.countries[:1])
    for code in article.countries:
        if code not in own:
            yield FacetKind.COUNTRY, code


def _group(
    edition: Edition,
    heading: str,
    found: Mapping[Key, Sequence[Article]],
    totals: Mapping[Key, int],
) -> ShareGroup:
    links = [
        SharedLink(
            name=_name(edition, key),
            url=_url(edition, key),
            share=Share(count=len(articles), of=totals[key]),
            note=span_text(edition, articles),
        )
        for key, articles in found.items()
    ]
    links.sort(key=lambda link: (-link.share.count, link.name, link.url or ""))
    return ShareGroup(heading=heading, links=tuple(links[:LINKS]), more=max(len(links) - LINKS, 0))


def _voices(edition: Edition, uses: Sequence[LocatedUse]) -> ShareGroup:
    counts = Counter(one.use.voice for one in uses)
    text = edition.interface.text
    return ShareGroup(
        heading=text("formulation_by_voice"),
        links=tuple(
            SharedLink(
                name=text(f"voice_{voice or 'none'}"),
                url=None,
                share=Share(count=counts[voice], of=len(uses)),
                voice=voice or "none",
            )
            for voice in (*Voice, None)
            if counts[voice]
        ),
    )


def _name(edition: Edition, key: Key) -> str:
    kind, name = key
    if isinstance(kind, FacetKind):
        return edition.name(kind, name)
    return name or edition.interface.text("formulation_unnamed")


def _url(edition: Edition, key: Key) -> str | None:
    kind, name = key
    if isinstance(kind, FacetKind) and name in edition.facets[kind]:
        return facet_url(kind, name)
    return None
