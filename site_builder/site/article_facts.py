"""What an article's page tells beside its text: facts, voices, other versions, where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from site_builder.content.codes import direction, language_name
from site_builder.content.model import Article, Body, Status, Voice
from site_builder.indexes.facets import FacetKind
from site_builder.site.article_views import CarriageView, TranslationView, VoiceCount
from site_builder.site.edition import Edition
from site_builder.site.urls import article_url, statement_url
from site_builder.site.views import Fact, Link


def article_facts(edition: Edition, article: Article) -> Iterator[Fact]:
    """Yield what is known of an article, line by line."""
    text = edition.interface.text

    def linked(key: str, kind: FacetKind, *ids: str) -> Fact:
        links = tuple(edition.link(kind, one) for one in ids)
        return Fact(key=key, label=text(f"fact_{key}"), values=links)

    yield Fact(
        key="said", label=text("fact_said"), date=edition.date(article.date, in_timeline=True)
    )
    if article.date_basis:
        yield Fact(key="basis", label=text("fact_basis"), text=article.date_basis)
    if article.published:
        yield Fact(
            key="published", label=text("fact_published"), date=edition.date(article.published)
        )
    if article.retrieved:
        yield Fact(
            key="retrieved", label=text("fact_retrieved"), date=edition.date(article.retrieved)
        )
    for observed in article.dates_observed:
        yield Fact(
            key="observed",
            label=text("fact_observed"),
            text=edition.interface.plain(
                "observed_date", text=observed.text, role=_observed_role(edition, observed.role)
            ),
        )
    if article.principals:
        yield linked("principals", FacetKind.PERSON, *article.principals)
    if article.carrier:
        yield linked("carrier", FacetKind.CARRIER, article.carrier)
    if article.via:
        yield linked("via", FacetKind.CARRIER, *article.via)
    if article.event:
        yield linked("event", FacetKind.EVENT, article.event)
    if article.asked_by:
        yield linked("asked_by", FacetKind.CARRIER, article.asked_by)
    if article.place:
        yield Fact(
            key="place",
            label=text("fact_place"),
            values=(Link(name=_place_name(edition, article.place)),),
        )
    if article.language != edition.interface.language:
        name = language_name(article.language, edition.interface.language)
        yield Fact(key="language", label=text("fact_language"), text=name)
    if article.carrier_categories:
        joined = text("list_separator").join(article.carrier_categories)
        yield Fact(key="categories", label=text("fact_categories"), text=joined)
    if article.rights:
        yield Fact(key="rights", label=text("fact_rights"), text=article.rights)
    for name, reason in article.missing.items():
        label = edition.interface.get(f"fact_{name}", name.replace("_", " "))
        yield Fact(key="missing", label=text("fact_missing"), text=f"{label}: {reason}")
    yield Fact(key="identifier", label=text("fact_identifier"), text=article.id)


def _observed_role(edition: Edition, role: str) -> str:
    return edition.interface.get(f"observed_role_{role.replace('-', '_')}", role.replace("-", " "))


def _place_name(edition: Edition, place_id: str) -> str:
    place = edition.archive.registers.places.get(place_id)
    if place is None:
        return place_id
    name = place.names.get(edition.interface.language, place.name)
    if place.country is None:
        return name
    country = edition.name(FacetKind.COUNTRY, place.country)
    return (
        name if country == name else edition.interface.text("list_separator").join((name, country))
    )


def voice_counts(edition: Edition, body: Body) -> Iterator[VoiceCount]:
    """Yield the voices heard in a body; nothing where no paragraph says whose words it holds."""
    counts = dict.fromkeys((*Voice, None), 0)
    for paragraph in body.paragraphs:
        counts[paragraph.voice] += 1
    if counts[None] == len(body.paragraphs):
        return
    for voice, count in counts.items():
        if count:
            key = voice or "none"
            yield VoiceCount(
                key=key,
                label=edition.interface.text(f"voice_{key}"),
                description=edition.interface.text(f"voice_{key}_text"),
                count=count,
            )


def translation_views(edition: Edition, article: Article) -> Iterator[TranslationView]:
    """Yield the same publication in other languages, the original first."""
    original_id = article.translation_of or article.id
    original = edition.by_id.get(original_id)
    others = edition.translations.get(original_id, ())
    for one in (*((original,) if original else ()), *others):
        if one.id != article.id and one.status is not Status.WITHDRAWN:
            yield TranslationView(
                url=article_url(one.id),
                lang=one.language,
                dir=direction(one.language),
                language=language_name(one.language, edition.interface.language),
                title=one.title,
                is_original=one.translation_of is None,
            )


def carriage_views(edition: Edition, article: Article) -> Iterator[CarriageView]:
    """Yield the articles of other carriers on the same statement, oldest first."""
    for one in edition.carriages.get(article.statement or "", ()):
        if one.id != article.id:
            yield CarriageView(
                url=article_url(one.id),
                title=one.title,
                lang=one.language,
                dir=direction(one.language),
                carrier=edition.name(FacetKind.CARRIER, one.carrier) if one.carrier else "",
                date=edition.date(one.published or one.date),
            )


def comparison_url(edition: Edition, article: Article) -> str:
    """Return where the article's carriages are compared, or '' where there is one only."""
    statement = article.statement
    if statement is None or len(edition.carriages.get(statement, ())) < 2:
        return ""
    return statement_url(statement)


def edit_url(edition: Edition, article: Article) -> str:
    """Return where a visitor may propose a change of the article's file, or ''."""
    config = edition.config
    if not config.repository:
        return ""
    path = quote(article.location.path)
    return f"{config.repository.rstrip('/')}/edit/{quote(config.branch)}/{path}"


def issue_url(edition: Edition, article: Article) -> str:
    """Return where a visitor may tell what is wrong with an article, or ''."""
    config = edition.config
    if not config.repository:
        return ""
    query = urlencode({"title": f"Correction: {article.title}"[:200], "body": article.id})
    return f"{config.repository.rstrip('/')}/issues/new?{query}"
