"""Who uses a formulation, about whom, and in whose voice: each out of how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from site_builder.content.model import Article, Voice
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.formulations import LocatedUse, distinct_articles
from site_builder.indexes.speakers import SpeakerKey, counterparts, speaker_keys
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import span_text
from site_builder.site.research_views import Share, SharedLink, ShareGroup
from site_builder.site.urls import facet_url

LINKS = 10


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What shares are out of: listed articles by speaker and by country spoken of."""

    speakers: Mapping[SpeakerKey, int]
    counterparts: Mapping[SpeakerKey, int]


def count_totals(edition: Edition) -> Totals:
    """Return the totals of an archive, for the shares of every formulation."""
    return Totals(
        speakers=Counter(key for one in edition.listed for key in speaker_keys(one)),
        counterparts=Counter(key for one in edition.listed for key in _country_keys(edition, one)),
    )


def share_groups(
    edition: Edition, uses: Sequence[LocatedUse], totals: Totals
) -> tuple[ShareGroup, ...]:
    """Return the shares of speakers, of countries spoken of, and of voices.

    Background is not the speaker's, so speakers and countries are counted without it.
    """
    spoken = distinct_articles(one for one in uses if one.use.voice is not Voice.BACKGROUND)
    by_speaker: dict[SpeakerKey, list[Article]] = {}
    by_counterpart: dict[SpeakerKey, list[Article]] = {}
    for article in spoken:
        for key in speaker_keys(article):
            by_speaker.setdefault(key, []).append(article)
        for key in _country_keys(edition, article):
            by_counterpart.setdefault(key, []).append(article)
    groups = (
        _group(edition, "speaker", by_speaker, totals.speakers),
        _group(edition, "country", by_counterpart, totals.counterparts),
        _voices(edition, uses),
    )
    return tuple(group for group in groups if group.links)


def _country_keys(edition: Edition, article: Article) -> Iterator[SpeakerKey]:
    for code in counterparts(article, edition.archive.registers):
        yield FacetKind.COUNTRY, code


def _group(
    edition: Edition,
    by: str,
    found: Mapping[SpeakerKey, Sequence[Article]],
    totals: Mapping[SpeakerKey, int],
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
    return ShareGroup(
        heading=edition.interface.text(f"formulation_by_{by}"),
        note=edition.interface.text(f"formulation_group_of_{by}"),
        links=tuple(links[:LINKS]),
        more=max(len(links) - LINKS, 0),
    )


def _voices(edition: Edition, uses: Sequence[LocatedUse]) -> ShareGroup:
    counts = Counter(one.use.voice for one in uses)
    text = edition.interface.text
    return ShareGroup(
        heading=text("formulation_by_voice"),
        note=text("formulation_group_of_uses"),
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


def _name(edition: Edition, key: SpeakerKey) -> str:
    kind, name = key
    if isinstance(kind, FacetKind):
        return edition.name(kind, name)
    return name or edition.interface.text("formulation_unnamed")


def _url(edition: Edition, key: SpeakerKey) -> str | None:
    kind, name = key
    if isinstance(kind, FacetKind) and name in edition.facets[kind]:
        return facet_url(kind, name)
    return None
