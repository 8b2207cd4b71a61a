"""What search is told of each article: the disclosed text and the names readers may type."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.codes import country_name, direction, language_name
from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, RegisterEntry, Speaker, Status
from site_builder.indexes.facets import FacetKind
from site_builder.search.documents import Label, Passage, SearchDocument
from site_builder.site.edition import Edition, entry_name
from site_builder.site.rows import kind_label
from site_builder.site.urls import article_url


def search_documents(edition: Edition) -> Iterator[SearchDocument]:
    """Yield a document for each article that readers may find, in the archive's order."""
    for article in edition.archive.articles:
        if article.status is not Status.WITHDRAWN:
            yield search_document(edition, article)


def search_document(edition: Edition, article: Article) -> SearchDocument:
    """Return what search is told of one article."""
    language = edition.interface.language
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    speakers = (_speaker(edition, one) for one in article.speakers)
    place = edition.archive.registers.places.get(article.place or "")
    return SearchDocument(
        id=article.id,
        url=article_url(article.id),
        title=article.title,
        date=str(article.date),
        date_text=edition.interface.date(article.date),
        language=Label(id=article.language, name=language_name(article.language, language)),
        dir=direction(article.language),
        kind=kind_label(edition, article),
        place=entry_name(place, language) if place else "",
        speakers=tuple(label for label in speakers if label is not None),
        carrier=_label(edition, FacetKind.CARRIER, article.carrier) if article.carrier else None,
        countries=tuple(
            _country(code, (language, *edition.config.languages)) for code in article.countries
        ),
        tags=tuple(_label(edition, FacetKind.TAG, tag) for tag in article.tags),
        summary=article.summary or "",
        passages=tuple(
            Passage(number=one.number, text=one.text, voice=one.voice or "")
            for one in body.paragraphs
        ),
    )


def _label(edition: Edition, kind: FacetKind, key: str) -> Label:
    name = edition.name(kind, key)
    entry = edition.entry(kind, key)
    return Label(id=key, name=name, aliases=_other_spellings(entry, name))


def _other_spellings(entry: RegisterEntry | None, name: str) -> tuple[str, ...]:
    if entry is None:
        return ()
    others = (entry.name, *entry.names.values(), *entry.aliases)
    return tuple(dict.fromkeys(other for other in others if other != name))


def _speaker(edition: Edition, speaker: Speaker) -> Label | None:
    """Return a speaker's label; an unnamed one goes by the role, else by the organisation."""
    if speaker.person:
        label = _label(edition, FacetKind.PERSON, speaker.person)
        roles = (speaker.role,) if speaker.role else ()
        return Label(id=label.id, name=label.name, aliases=(*label.aliases, *roles))
    if speaker.role:
        return Label(id=f"role:{speaker.role}", name=speaker.role)
    if speaker.organisation:
        return _label(edition, FacetKind.ORGANISATION, speaker.organisation)
    return None


def _country(code: str, languages: tuple[str, ...]) -> Label:
    """Return a country's label; readers may type its name in any language of the site."""
    name, *others = (country_name(code, one) for one in (*languages, "en"))
    return Label(id=code, name=name, aliases=tuple(dict.fromkeys((code, *others))))
