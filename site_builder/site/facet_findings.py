"""What facet pages say beyond their lists: formulations, partnership labels, roles, and who
speaks of whom. Every count says out of how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.content.model import Article, Voice
from site_builder.indexes.facets import Facet, FacetKind
from site_builder.indexes.formulations import Use
from site_builder.indexes.partnerships import gather_partnership_labels
from site_builder.indexes.speakers import counterparts, speaking_people
from site_builder.site.edition import Edition, entry_name
from site_builder.site.urls import facet_url, formulation_url, paragraph_url, quotes_url
from site_builder.site.views import CountedLink, Fact, LinkGroup

_LINKS = 8
_LABELS = 12
_WITH_FORMULATIONS = frozenset((FacetKind.PERSON, FacetKind.COUNTRY, FacetKind.RELATION))


def facet_findings(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    """Yield groups of links for the first page of a facet."""
    if facet.kind is FacetKind.RELATION:
        yield from _partnership_labels(edition, facet)
    if facet.kind in _WITH_FORMULATIONS:
        yield from _formulations(edition, facet)
    if facet.kind is FacetKind.PERSON:
        yield from _quotations(edition, facet)
        yield from _spoken_of(edition, facet)


def role_facts(edition: Edition, facet: Facet) -> Iterator[Fact]:
    """Yield the roles in which a person speaks here, in order of their first appearance."""
    if facet.kind is not FacetKind.PERSON:
        return
    held: dict[str, list[Article]] = {}
    speaking = _speaking(facet)
    for article in speaking:
        for speaker in article.speakers:
            if speaker.person == facet.id and speaker.role:
                held.setdefault(speaker.role, []).append(article)
    interface = edition.interface
    for role, articles in held.items():
        yield Fact(
            key="speaks-as",
            label=interface.text("formulation_role"),
            text=interface.plain(
                "formulation_role_share",
                role=role,
                span=_span(edition, articles),
                share=_share(edition, len(articles), len(speaking)),
            ),
        )


def _speaking(facet: Facet) -> tuple[Article, ...]:
    """Return the articles in which a person is a speaker, not only spoken of."""
    return tuple(article for article in facet.articles if facet.id in speaking_people(article))


def _formulations(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    """Yield the formulations used in a facet's articles; a person's own uses only."""
    articles: Sequence[Article] = facet.articles
    if facet.kind is FacetKind.PERSON:
        articles = _speaking(facet)
    counts: dict[str, int] = {}
    for article in articles:
        uses = edition.formulations.by_article.get(article.id, ())
        for key in {use.formulation for use in uses if _counts(use, facet.kind)}:
            counts[key] = counts.get(key, 0) + 1
    entries = edition.archive.registers.formulations
    links = sorted(
        (
            CountedLink(
                name=entry_name(entries[key], edition.interface.language),
                url=formulation_url(key),
                count=count,
            )
            for key, count in counts.items()
        ),
        key=lambda link: (-link.count, link.name),
    )
    if links:
        yield LinkGroup(
            heading=_heading(edition, "formulation_group_facet", len(articles)),
            links=tuple(links[:_LINKS]),
        )


def _counts(use: Use, kind: FacetKind) -> bool:
    return kind is not FacetKind.PERSON or use.voice is not Voice.BACKGROUND


def _partnership_labels(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    """Yield the pair's labels of partnership, out of articles on these two countries alone."""
    articles = [article for article in facet.articles if len(article.countries) == 2]
    labels = gather_partnership_labels(articles, edition.labels)
    if labels:
        yield LinkGroup(
            heading=_heading(edition, "formulation_labels", len(articles)),
            links=tuple(
                CountedLink(
                    name=label.label,
                    url=paragraph_url(label.article.id, label.paragraph),
                    count=label.articles,
                    note=edition.interface.plain(
                        "formulation_label_note", date=edition.interface.date(label.article.date)
                    ),
                )
                for label in labels[:_LABELS]
            ),
        )


def _quotations(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    speaking = _speaking(facet)
    found = edition.quotations.by_person.get(facet.id, ())
    if found:
        quoted = len({one.article.id for one in found})
        share = _share(edition, quoted, len(speaking))
        name = edition.name(FacetKind.PERSON, facet.id)
        yield LinkGroup(
            heading=edition.interface.plain("quote_group", share=share),
            links=(
                CountedLink(
                    name=edition.interface.plain("quote_group_link", name=name),
                    url=quotes_url(facet.id),
                    count=len(found),
                ),
            ),
        )


def _spoken_of(edition: Edition, facet: Facet) -> Iterator[LinkGroup]:
    """Yield whom and what a person speaks about, and who reports this person's acts."""
    speaking = _speaking(facet)
    about = [
        (FacetKind.COUNTRY, code)
        for article in speaking
        for code in counterparts(article, edition.archive.registers)
    ]
    of = [(FacetKind.PERSON, name) for article in speaking for name in article.principals]
    reported = [article for article in facet.articles if facet.id in article.principals]
    by = [
        (FacetKind.PERSON, name)
        for article in reported
        for name in speaking_people(article)
        if name != facet.id
    ]
    yield from _counted(edition, "formulation_speaks_on", len(speaking), about)
    yield from _counted(edition, "formulation_speaks_of", len(speaking), of)
    yield from _counted(edition, "formulation_spoken_of", len(reported), by)


def _counted(
    edition: Edition, heading: str, total: int, keys: Sequence[tuple[FacetKind, str]]
) -> Iterator[LinkGroup]:
    counts: dict[tuple[FacetKind, str], int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    if counts:
        ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0][1]))
        yield LinkGroup(
            heading=_heading(edition, heading, total),
            links=tuple(
                CountedLink(name=edition.name(*key), url=facet_url(*key), count=count)
                for key, count in ordered[:_LINKS]
            ),
        )


def _heading(edition: Edition, key: str, total: int) -> str:
    return edition.interface.plain(key, statements=edition.interface.plural("statements", total))


def _share(edition: Edition, count: int, total: int) -> str:
    interface = edition.interface
    return interface.plain(
        "formulation_share",
        count=interface.number(count),
        total=interface.plural("statements", total),
    )


def _span(edition: Edition, articles: Sequence[Article]) -> str:
    first, last = articles[0].date.year, articles[-1].date.year
    if first == last:
        return str(first)
    return edition.interface.plain("span", **{"from": first, "to": last})
