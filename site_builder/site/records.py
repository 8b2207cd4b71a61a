"""One article as data: the record that its JSON twin and every export hold.

What `display` and `status` withhold is not in it. A record's hash is of its content alone, so
that it is the same wherever the site lies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from site_builder.content.codes import country_name
from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, Body, Status
from site_builder.indexes.facets import FacetKind
from site_builder.site.article_views import ParagraphView
from site_builder.site.bibliography import STYLES, format_citation
from site_builder.site.citations import bibliographic_item, paragraph_views
from site_builder.site.edition import Edition, Record, entry_name
from site_builder.site.urls import article_url

FIELD_TYPES = MappingProxyType(
    {
        **dict.fromkeys(("id", "title", "date", "date_basis", "published", "retrieved"), "string"),
        "dates_observed": "array",
        **dict.fromkeys(("language", "kind", "display", "status"), "string"),
        **dict.fromkeys(("speakers", "principals"), "array"),
        "carrier": "object",
        "via": "array",
        **dict.fromkeys(("event", "asked_by", "place"), "object"),
        **dict.fromkeys(("countries", "tags", "carrier_categories"), "array"),
        **dict.fromkeys(("translation_of", "statement", "source_url", "archived_url"), "string"),
        **dict.fromkeys(("rights", "summary"), "string"),
        "missing": "object",
        "revisions": "array",
        **dict.fromkeys(("words", "paragraph_count"), "integer"),
        "paragraphs": "array",
        **dict.fromkeys(("sha256", "url"), "string"),
        "citation": "object",
    }
)
"""A record's fields in their order, with their types by the names of Table Schema."""

_encode = msgspec.json.Encoder().encode
# Characters that JSON allows and that some readers of lines take for the end of one.
_LINE_ENDS = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))


def records(edition: Edition) -> Iterator[Record]:
    """Yield a record for each article that is not withdrawn, in the archive's order."""
    for article in edition.archive.articles:
        if article.status is not Status.WITHDRAWN:
            yield record(edition, article)


def record(edition: Edition, article: Article) -> Record:
    """Return an article's record; made once in an edition."""
    found = edition.records.get(article.id)
    if found is None:
        found = edition.records[article.id] = _record(edition, article)
    return found


def snapshot(edition: Edition) -> str:
    """Return the id of everything the archive publishes: 64 hexadecimal digits.

    It is the SHA-256 of the lines '<sha256>  <id>\\n' of all records in the order of ids, and so
    changes exactly when a record does.
    """
    found = edition.extents or records(edition)
    return snapshot_of((one.id, one.sha256) for one in found)


def snapshot_of(hashes: Iterable[tuple[str, str]]) -> str:
    """Return the same, given the id and the hash of each record."""
    text = "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(hashes))
    return hashlib.sha256(text.encode()).hexdigest()


def _record(edition: Edition, article: Article) -> Record:
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    paragraphs = paragraph_views(edition, article, body)
    content = _dump(_content(edition, article, body, paragraphs))
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    item = bibliographic_item(edition, article)
    citations = tuple(format_citation(item, style) for style in STYLES)
    place = {
        "sha256": sha256,
        "url": edition.config.base_url + article_url(article.id),
        "citation": {style.id: one.text for style, one in zip(STYLES, citations, strict=True)},
    }
    return Record(
        id=article.id,
        body=body,
        paragraphs=paragraphs,
        item=item,
        citations=citations,
        sha256=sha256,
        line=f"{content[:-1]},{_dump(place)[1:]}",
    )


def _dump(value: Any) -> str:
    text = _encode(value).decode()
    for character, escape in _LINE_ENDS:
        text = text.replace(character, escape)
    return text


def _content(
    edition: Edition, article: Article, body: Body, paragraphs: Sequence[ParagraphView]
) -> dict[str, Any]:
    language = edition.interface.language

    def entry(kind: FacetKind, key: str | None) -> dict[str, Any] | None:
        if key is None:
            return None
        found = edition.entry(kind, key)
        named: dict[str, Any] = {"id": key, "name": edition.name(kind, key)}
        if found is not None and found.wikidata:
            named["wikidata"] = found.wikidata
        return named

    place = edition.archive.registers.places.get(article.place or "")
    return {
        "id": article.id,
        "title": article.title,
        "date": str(article.date),
        "date_basis": article.date_basis,
        "published": _day(article.published),
        "retrieved": _day(article.retrieved),
        "dates_observed": [
            {"text": one.text, "role": one.role, "date": _day(one.date)}
            for one in article.dates_observed
        ],
        "language": article.language,
        "kind": article.kind,
        "display": article.display,
        "status": article.status,
        "speakers": [
            {
                "person": entry(FacetKind.PERSON, one.person),
                "role": one.role,
                "organisation": entry(FacetKind.ORGANISATION, one.organisation),
            }
            for one in article.speakers
        ],
        "principals": [entry(FacetKind.PERSON, one) for one in article.principals],
        "carrier": entry(FacetKind.CARRIER, article.carrier),
        "via": [entry(FacetKind.CARRIER, one) for one in article.via],
        "event": entry(FacetKind.EVENT, article.event),
        "asked_by": entry(FacetKind.CARRIER, article.asked_by),
        "place": {
            "id": place.id,
            "name": entry_name(place, language),
            "country": place.country,
        }
        if place
        else None,
        "countries": [
            {"code": code, "name": country_name(code, language)} for code in article.countries
        ],
        "tags": [entry(FacetKind.TAG, tag) for tag in article.tags],
        "carrier_categories": list(article.carrier_categories),
        "translation_of": article.translation_of,
        "statement": article.statement,
        "source_url": article.source_url,
        "archived_url": article.archived_url,
        "rights": article.rights,
        "summary": article.summary,
        "missing": dict(article.missing),
        "revisions": [{"date": str(one.date), "note": one.note} for one in article.revisions],
        "words": article.words,
        "paragraph_count": article.paragraph_count,
        "paragraphs": [
            {
                "number": view.number,
                "voice": view.voice or None,
                "text": shown.text,
                "sha256": view.sha256 or None,
            }
            for view, shown in zip(paragraphs, body.paragraphs, strict=True)
        ],
    }


def _day(date: object | None) -> str | None:
    return str(date) if date is not None else None
