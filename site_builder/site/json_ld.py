"""JSON-LD in the vocabulary of schema.org: articles, quotations, events, people, bodies.

Source: schema.org 29. The article says who carried it (`sourceOrganization`, `isBasedOn`) and
who speaks (`contributor`); it has no author, for the archive is none.
"""

from __future__ import annotations

from typing import Any

import msgspec
from markupsafe import Markup

from site_builder.content.codes import country_name
from site_builder.content.model import (
    Article,
    Body,
    Carrier,
    Display,
    Event,
    Person,
    RegisterEntry,
    Speaker,
    Voice,
)
from site_builder.indexes.facets import FacetKind
from site_builder.site.bibliography import BibliographicItem
from site_builder.site.edition import Edition
from site_builder.site.urls import DATA, article_url, facet_url

_CONTEXT = "https://schema.org"
_WIKIDATA = "http://www.wikidata.org/entity/"
# In a script element only these could end it, open a comment, or break a line.
_ESCAPES = (
    *(("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")),
    *(("\u2028", "\\u2028"), ("\u2029", "\\u2029")),
)

_encode = msgspec.json.Encoder().encode

Node = dict[str, Any]


def article_json_ld(
    edition: Edition, article: Article, body: Body, item: BibliographicItem
) -> Markup:
    """Return an article's description, escaped for a script element."""
    return script_json({"@context": _CONTEXT, **_article(edition, article, body, item)})


def dataset_json_ld(edition: Edition, node: Node) -> Markup:
    """Return a data set's description, escaped for a script element."""
    keeper = _keeper(edition)
    return script_json(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            **node,
            **({"creator": keeper} if keeper else {}),
        }
    )


def script_json(value: Node) -> Markup:
    """Return JSON that nothing in a script element can mistake for markup."""
    text = _encode(value).decode()
    for character, escape in _ESCAPES:
        if character in text:
            text = text.replace(character, escape)
    return Markup(text)  # noqa: S704


def _article(edition: Edition, article: Article, body: Body, item: BibliographicItem) -> Node:
    config = edition.config
    here = _address(edition, article_url(article.id))
    carrier = _organisation(edition, FacetKind.CARRIER, article.carrier)
    based_on = _filled(
        {
            "@type": "NewsArticle",
            "url": article.source_url,
            "archivedAt": article.archived_url,
            "publisher": carrier,
            "datePublished": str(item.issued),
        }
    )
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": here,
            "url": here if config.base_url else None,
            "headline": item.title,
            "genre": item.genre,
            "inLanguage": article.language,
            "dateCreated": str(item.said),
            "datePublished": str(item.issued),
            "dateModified": str(max(one.date for one in article.revisions))
            if article.revisions
            else None,
            "abstract": article.summary,
            "identifier": article.id,
            "sourceOrganization": carrier,
            "isBasedOn": based_on if article.source_url or carrier else None,
            "contributor": [_speaker(edition, one) for one in article.speakers],
            "mentions": [_person(edition, one) for one in article.principals],
            "about": [
                *([_event(edition, article.event)] if article.event else []),
                *(_country(edition, code) for code in article.countries),
                *(
                    {"@type": "DefinedTerm", "name": edition.name(FacetKind.TAG, tag)}
                    for tag in article.tags
                ),
            ],
            "contentLocation": _place(edition, article.place),
            "hasPart": [
                _quotation(edition, article, here, one.number, one.text)
                for one in body.paragraphs
                if one.voice is Voice.DIRECT and article.display is not Display.METADATA
            ],
            "translationOfWork": {
                "@type": "NewsArticle",
                "@id": _address(edition, article_url(article.translation_of)),
            }
            if article.translation_of
            else None,
            "usageInfo": article.rights,
            "maintainer": _keeper(edition),
            "isPartOf": _filled(
                {
                    "@type": "ArchiveComponent",
                    "@id": _address(edition, DATA),
                    "name": config.title,
                }
            ),
        }
    )


def _quotation(edition: Edition, article: Article, here: str, number: int, text: str) -> Node:
    return _filled(
        {
            "@type": "Quotation",
            "@id": f"{here}#p{number}",
            "text": text,
            "inLanguage": article.language,
            "spokenByCharacter": [_speaker(edition, one) for one in article.speakers],
        }
    )


def _speaker(edition: Edition, speaker: Speaker) -> Node:
    organisation = _organisation(edition, FacetKind.ORGANISATION, speaker.organisation)
    if speaker.person is None and speaker.role is None and organisation is not None:
        return organisation
    node = _person(edition, speaker.person) if speaker.person else {"@type": "Person"}
    return _filled({**node, "jobTitle": speaker.role, "affiliation": organisation})


def _person(edition: Edition, key: str) -> Node:
    entry = edition.archive.registers.people.get(key)
    country = entry.country if isinstance(entry, Person) else None
    node = _entry(edition, "Person", FacetKind.PERSON, key, entry)
    return _filled({**node, "nationality": _country(edition, country) if country else None})


def _organisation(edition: Edition, kind: FacetKind, key: str | None) -> Node | None:
    if key is None:
        return None
    entry = edition.entry(kind, key)
    is_news = isinstance(entry, Carrier) and entry.kind != "official"
    node = _entry(edition, "NewsMediaOrganization" if is_news else "Organization", kind, key, entry)
    return _filled({**node, "url": getattr(entry, "url", None)})


def _event(edition: Edition, key: str) -> Node:
    entry = edition.archive.registers.events.get(key)
    node = _entry(edition, "Event", FacetKind.EVENT, key, entry)
    if not isinstance(entry, Event):
        return node
    return _filled(
        {
            **node,
            "description": entry.description,
            "startDate": str(entry.start) if entry.start else None,
            "endDate": str(entry.end) if entry.end else None,
            "location": _place(edition, entry.place),
        }
    )


def _entry(
    edition: Edition, type_: str, kind: FacetKind, key: str, entry: RegisterEntry | None
) -> Node:
    has_page = key in edition.facets[kind]
    names = [*entry.names.values(), *entry.aliases] if entry else []
    own = edition.name(kind, key)
    return _filled(
        {
            "@type": type_,
            "@id": _address(edition, facet_url(kind, key)) if has_page else None,
            "name": own,
            "alternateName": list(dict.fromkeys(name for name in names if name != own)),
            "sameAs": _WIKIDATA + entry.wikidata if entry and entry.wikidata else None,
        }
    )


def _place(edition: Edition, key: str | None) -> Node | None:
    place = edition.archive.registers.places.get(key or "")
    if place is None:
        return None
    return _filled(
        {
            "@type": "Place",
            "name": place.name,
            "sameAs": _WIKIDATA + place.wikidata if place.wikidata else None,
            "containedInPlace": _country(edition, place.country) if place.country else None,
        }
    )


def _country(edition: Edition, code: str) -> Node:
    name = country_name(code, edition.interface.language)
    return {"@type": "Country", "name": name, "identifier": code}


def _keeper(edition: Edition) -> Node | None:
    name = edition.config.publisher
    return {"@type": "Organization", "name": name} if name else None


def _address(edition: Edition, url: str) -> str:
    """Return an absolute address, or one relative to an article's page where there is no base."""
    return (edition.config.base_url or "../../") + url


def _filled(node: Node) -> Node:
    """Return a node without what is empty."""
    return {name: value for name, value in node.items() if value or value == 0}
