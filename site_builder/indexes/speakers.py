"""Who speaks in an article, and of which countries."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.model import Article, Registers
from site_builder.indexes.facets import FacetKind

SpeakerKey = tuple[FacetKind | None, str]
"""A facet, or None and the words for a role; None and '' where nobody is named."""


def speaker_keys(article: Article) -> tuple[SpeakerKey, ...]:
    """Return who speaks in an article, each once: a person, else an organisation, else a role."""
    keys: dict[SpeakerKey, None] = {}
    for speaker in article.speakers:
        if speaker.person:
            keys[FacetKind.PERSON, speaker.person] = None
        elif speaker.organisation:
            keys[FacetKind.ORGANISATION, speaker.organisation] = None
        elif speaker.role:
            keys[None, speaker.role] = None
    return tuple(keys) or ((None, ""),)


def speaking_people(article: Article) -> tuple[str, ...]:
    """Return the ids of the people who speak in an article, each once."""
    return tuple(dict.fromkeys(one.person for one in article.speakers if one.person))


def counterparts(article: Article, registers: Registers) -> Iterator[str]:
    """Yield the countries that an article speaks of: its own less those of its speakers.

    Where no speaker's country is known, the first country is taken for the speaker's, since
    the main one comes first.
    """
    own = set()
    for speaker in article.speakers:
        person = registers.people.get(speaker.person or "")
        organisation = registers.organisations.get(speaker.organisation or "")
        own |= {entry.country for entry in (person, organisation) if entry and entry.country}
    own = own or set(article.countries[:1])
    for code in article.countries:
        if code not in own:
            yield code
