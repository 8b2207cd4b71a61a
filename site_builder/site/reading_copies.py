"""An article's disclosed text as plain text, and as Markdown in the content format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from site_builder.content.model import Article, Body, Display
from site_builder.indexes.facets import FacetKind
from site_builder.site.edition import Edition, Record, entry_name
from site_builder.site.html_to_markdown import markdown_body
from site_builder.site.urls import article_url

_quote = json.JSONEncoder(ensure_ascii=False).encode
_PLACES = re.compile(r'<h[2-6] id="(section-[0-9]+)"|<(?:p|li)[^>]* id="p([0-9]+)"')


def plain_text(edition: Edition, article: Article, record: Record) -> str:
    """Return title, source and text, a blank line between paragraphs, the citation at the end."""
    item = record.item
    text = edition.interface.text
    about = "\n".join(
        line
        for line in (
            text("list_separator").join(item.contributors),
            item.container,
            str(article.date),
            item.url,
        )
        if line
    )
    notice = text(f"notice_{article.display}") if article.display is not Display.FULL else ""
    blocks = [item.title, about, f"[{notice}]" if notice else "", *_blocks(record.body)]
    blocks += ["--", record.citations[0].text]
    return "\n\n".join(block for block in blocks if block) + "\n"


def markdown_copy(edition: Edition, article: Article, body: Body) -> str:
    """Return the article as a file of the content format, names beside ids as comments.

    It holds what may be published and nothing that the archive keeps for itself: no draft's
    status, no line that the importer removed.
    """
    front = "\n".join(_front_matter(edition, article, body))
    return f"---\n{front}\n---\n\n{markdown_body(body)}"


def tombstone_copy(edition: Edition, article: Article) -> str:
    """Return a withdrawn article as a file of the content format, with what its page tells."""
    return "\n".join(("---", *_tombstone(edition, article), "---", ""))


def _blocks(body: Body) -> Iterator[str]:
    """Yield headings and paragraphs in their order."""
    if not body.headings:
        yield from (one.text for one in body.paragraphs)
        return
    headings = {one.anchor: one.text for one in body.headings}
    paragraphs = {str(one.number): one.text for one in body.paragraphs}
    for match in _PLACES.finditer(body.html):
        yield headings.get(match[1], "") if match[1] else paragraphs.get(match[2], "")


def _tombstone(edition: Edition, article: Article) -> Iterator[str]:
    yield f"# {edition.config.base_url}{article_url(article.id)}"
    yield f"title: {_scalar(article.title)}"
    yield f"date: {article.date}"
    yield f"language: {_scalar(article.language)}"
    yield from _aliases(article)
    yield f"status: {article.status}"
    if article.withdrawal:
        yield "withdrawal:"
        yield f"  date: {article.withdrawal.date}"
        yield f"  reason: {_scalar(article.withdrawal.reason)}"


def _aliases(article: Article) -> Iterator[str]:
    if article.aliases:
        yield "aliases:"
        yield from (f"  - {_scalar(f'/{one}')}" for one in article.aliases)


def _whole_text(article: Article, body: Body) -> Iterator[str]:
    """Yield how long the text is of which `body` is what may be published."""
    shown, whole = len(body.paragraphs), article.body.loaded().paragraphs
    cut = bool(shown) and body.paragraphs[-1].text != whole[shown - 1].text
    if article.whole_text:
        cut = article.whole_text.cut
    if article.display in (Display.EXCERPT, Display.METADATA) and article.paragraph_count:
        yield "whole_text:"
        yield f"  words: {article.words}"
        yield f"  paragraphs: {article.paragraph_count}"
        if cut:
            yield "  cut: true"


def _front_matter(edition: Edition, article: Article, body: Body) -> Iterator[str]:
    yield f"# {edition.config.base_url}{article_url(article.id)}"
    yield f"title: {_scalar(article.title)}"
    yield f"date: {article.date}"
    for name in ("date_basis", "published", "kind"):
        if value := getattr(article, name):
            yield f"{name}: {_scalar(str(value))}"
    if article.dates_observed:
        yield "dates_observed:"
        for one in article.dates_observed:
            yield f"  - text: {_scalar(one.text)}"
            yield f"    role: {_scalar(one.role)}"
            if one.date:
                yield f"    date: {one.date}"
    if article.speakers:
        yield "speakers:"
        for speaker in article.speakers:
            yield from _speaker(edition, speaker.person, speaker.role, speaker.organisation)
    yield from _ids(edition, "principals", FacetKind.PERSON, article.principals)
    yield from _id(edition, "carrier", FacetKind.CARRIER, article.carrier)
    yield from _ids(edition, "via", FacetKind.CARRIER, article.via)
    yield from _id(edition, "event", FacetKind.EVENT, article.event)
    yield from _id(edition, "asked_by", FacetKind.CARRIER, article.asked_by)
    if place := edition.archive.registers.places.get(article.place or ""):
        yield f"place: {place.id} {_comment(entry_name(place, edition.interface.language))}"
    yield from _ids(edition, "countries", FacetKind.COUNTRY, article.countries)
    yield from _ids(edition, "tags", FacetKind.TAG, article.tags)
    yield f"language: {_scalar(article.language)}"
    for name in (
        *("translation_of", "source_url", "archived_url", "retrieved"),
        *("rights", "display", "statement", "summary"),
    ):
        if value := getattr(article, name):
            yield f"{name}: {_scalar(str(value))}"
    if article.carrier_categories:
        yield f"carrier_categories: [{', '.join(map(_scalar, article.carrier_categories))}]"
    if article.revisions:
        yield "revisions:"
        for revision in article.revisions:
            yield f"  - date: {revision.date}"
            yield f"    note: {_scalar(revision.note)}"
    yield from _aliases(article)
    yield from _whole_text(article, body)
    if article.missing:
        yield "missing:"
        yield from (f"  {name}: {_scalar(why)}" for name, why in article.missing.items())


def _speaker(
    edition: Edition, person: str | None, role: str | None, organisation: str | None
) -> Iterator[str]:
    lines = []
    if person:
        lines.append(f"person: {person} {_comment(edition.name(FacetKind.PERSON, person))}")
    if role:
        lines.append(f"role: {_scalar(role)}")
    if organisation:
        name = edition.name(FacetKind.ORGANISATION, organisation)
        lines.append(f"organisation: {organisation} {_comment(name)}")
    for number, line in enumerate(lines):
        yield f"  {'- ' if number == 0 else '  '}{line}"


def _id(edition: Edition, name: str, kind: FacetKind, key: str | None) -> Iterator[str]:
    if key:
        yield f"{name}: {key} {_comment(edition.name(kind, key))}"


def _ids(edition: Edition, name: str, kind: FacetKind, keys: Sequence[str]) -> Iterator[str]:
    if keys:
        yield f"{name}:"
        yield from (f"  - {key} {_comment(edition.name(kind, key))}" for key in keys)


def _scalar(text: str) -> str:
    """Return text quoted as JSON does it, which YAML reads as it stands."""
    return _quote(text)


def _comment(name: str) -> str:
    return f"# {' '.join(name.split())}"
