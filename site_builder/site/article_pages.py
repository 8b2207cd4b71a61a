"""The page of each article, and the tombstones of those withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import escape

from site_builder.content.codes import direction
from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, Body, Status
from site_builder.indexes.facets import FacetKind, country_pairs
from site_builder.output.files import OutputFile
from site_builder.site.article_facts import (
    article_facts,
    carriage_views,
    comparison_url,
    edit_url,
    issue_url,
    translation_views,
    voice_counts,
)
from site_builder.site.article_history import change_views
from site_builder.site.article_views import (
    ArticleView,
    RevisionView,
    TombstoneView,
)
from site_builder.site.body_links import to_shared_files
from site_builder.site.card_pages import article_card_file, article_card_url
from site_builder.site.citations import cite_view
from site_builder.site.edition import Edition
from site_builder.site.formulation_links import with_formulation_links
from site_builder.site.metadata import article_data
from site_builder.site.pages import LaterPage, Page, crumbs
from site_builder.site.records import record
from site_builder.site.related_views import related_views
from site_builder.site.rows import kind_label, speaker_view, summary_text
from site_builder.site.text_languages import (
    alternates,
    canonical_address,
    is_canonical,
    text_languages,
)
from site_builder.site.twins import article_twins
from site_builder.site.urls import (
    CORRECTIONS,
    HOME,
    TIMELINE,
    article_url,
    month_url,
    year_url,
)
from site_builder.site.views import HeadingView, Link, PageMeta

_NUMBERED = re.compile(r'(<(?:p|li)[^>]* id="p([0-9]+)">)')


def plan_articles(edition: Edition) -> Iterator[LaterPage]:
    """Yield a page for each article, translations and tombstones included."""
    neighbours = _neighbours(edition)
    for article in edition.archive.articles:
        if article.status is Status.WITHDRAWN:
            yield _later(edition, article, partial(_tombstone_page, edition, article), None, None)
        else:
            previous, following = neighbours.get(article.id, (None, None))
            make = partial(_article_page, edition, article, previous, following)
            yield _later(edition, article, make, previous, following)


def _later(
    edition: Edition,
    article: Article,
    make: Callable[[], Page],
    previous: Link | None,
    following: Link | None,
) -> LaterPage:
    return LaterPage(
        url=article_url(article.id),
        key=_key(edition, article, previous, following),
        make=make,
        source=article.location,
        modified=last_change(article),
        listed=article.status is Status.PUBLISHED and is_canonical(edition, article),
        beside=partial(_beside, edition, article),
    )


def _beside(edition: Edition, article: Article) -> Iterator[OutputFile]:
    # Further languages share the twins beside the main one's page; a card speaks one language.
    if not edition.folder:
        yield from article_twins(edition, article)
    if article.status is not Status.WITHDRAWN:
        yield from article_card_file(edition, article)


def _key(
    edition: Edition, article: Article, previous: Link | None, following: Link | None
) -> bytes:
    """Return what stands for all that an article's page and the files beside it show."""
    keys = edition.keys
    original = article.translation_of or article.id
    versions = (edition.by_id.get(original, article), *edition.translations.get(original, ()))
    carriages = edition.carriages.get(article.statement, ()) if article.statement else ()
    related = edition.likeness.related
    uses = edition.formulations.by_article.get(article.id, ())
    return keys.page(
        "article",
        keys.row(article),
        edition.timeline_url(article.date),
        (previous.name, previous.url) if previous else None,
        (following.name, following.url) if following else None,
        keys.rows(versions),
        keys.rows(carriages) if carriages else b"",
        related.packed(original),
        keys.rows_of(related.ids(original)),
        keys.formulations(use.formulation for use in uses) if uses else b"",
        [one.commit for one in edition.history.get(article.location.path, ())],
    )


def numbered_html(edition: Edition, body: Body) -> str:
    """Return the body's HTML with each paragraph's number as a link to itself."""

    def number(match: re.Match[str]) -> str:
        label = escape(edition.interface.plain("article_paragraph", number=match[2]))
        anchor = f'<a class="pn" href="#p{match[2]}" aria-label="{label}">{match[2]}</a>'
        return match[1] + anchor

    return _NUMBERED.sub(number, to_shared_files(edition, body.html))


def _neighbours(edition: Edition) -> dict[str, tuple[Link | None, Link | None]]:
    """Return, for each listed article, the ones before and after it in time."""
    links = [Link(name=one.title, url=article_url(one.id)) for one in edition.listed]
    pairs = zip([None, *links[:-1]], [*links[1:], None], strict=True) if links else ()
    return dict(zip((article.id for article in edition.listed), pairs, strict=True))


def _article_page(
    edition: Edition, article: Article, previous: Link | None, following: Link | None
) -> Page:
    interface = edition.interface
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    made = record(edition, article)
    view = ArticleView(
        id=article.id,
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        kind=kind_label(edition, article),
        date=edition.date(article.date, in_timeline=True),
        speakers=tuple(speaker_view(edition, one) for one in article.speakers),
        summary=article.summary or "",
        body_html=numbered_html(edition, with_formulation_links(edition, article, body)),
        display=article.display,
        shown_paragraphs=len(body.paragraphs),
        total_paragraphs=article.paragraph_count,
        words=article.words,
        headings=tuple(
            HeadingView(level=one.level, text=one.text, anchor=one.anchor) for one in body.headings
        ),
        voices=tuple(voice_counts(edition, body)),
        facts=tuple(article_facts(edition, article)),
        tags=tuple(edition.link(FacetKind.TAG, tag) for tag in article.tags),
        countries=tuple(edition.link(FacetKind.COUNTRY, code) for code in article.countries),
        relations=tuple(
            edition.link(FacetKind.RELATION, pair) for pair in country_pairs(article.countries)
        ),
        source_url=article.source_url or "",
        archived_url=article.archived_url or "",
        retrieved=edition.date(article.retrieved) if article.retrieved else None,
        translations=tuple(translation_views(edition, article)),
        languages=text_languages(edition, article),
        alternates=alternates(edition, article),
        carriages=tuple(carriage_views(edition, article)),
        statement_url=comparison_url(edition, article),
        related=related_views(edition, article),
        changes=change_views(edition, article),
        revisions=tuple(
            RevisionView(date=edition.date(one.date), note=one.note) for one in article.revisions
        ),
        previous=previous,
        next=following,
        edit_url=edit_url(edition, article),
        issue_url=issue_url(edition, article),
        draft=article.status is Status.DRAFT,
        cite=cite_view(edition, made),
        data=article_data(edition, article, made),
    )
    years = [(interface.text("nav_timeline"), TIMELINE)]
    year, month = edition.periods(article.date)
    if year:
        years.append((str(year.year), year_url(year.year)))
    if month:
        url = month_url(month.year, month.month)
        years.append((interface.month(month.year, month.month), url))
    meta = PageMeta(
        url=article_url(article.id),
        title=article.title,
        description=summary_text(article),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME), *years),
        noindex=article.status is Status.DRAFT,
        canonical=None if is_canonical(edition, article) else canonical_address(edition, article),
        section="timeline",
        previous=previous.url if previous else None,
        next=following.url if following else None,
        card=article_card_url(edition, article),
    )
    return Page(
        url=meta.url,
        template="article.html",
        meta=meta,
        view=view,
        source=article.location,
        modified=last_change(article),
    )


def last_change(article: Article) -> str:
    """Return the day on which what an article shows last changed, as far as it says."""
    last = max(filter(None, (article.date, article.published, article.retrieved)))
    if article.revisions:
        last = max(last, *(one.date for one in article.revisions))
    if article.withdrawal:
        last = max(last, article.withdrawal.date)
    return str(last)


def _tombstone_page(edition: Edition, article: Article) -> Page:
    interface = edition.interface
    assert article.withdrawal is not None  # noqa: S101  # the loader refuses one without
    view = TombstoneView(
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        date=edition.date(article.date),
        withdrawn=edition.date(article.withdrawal.date),
        reason=article.withdrawal.reason,
    )
    meta = PageMeta(
        url=article_url(article.id),
        title=interface.text("tombstone_title"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text("nav_corrections"), CORRECTIONS)
        ),
        noindex=True,
    )
    return Page(
        url=meta.url,
        template="tombstone.html",
        meta=meta,
        view=view,
        source=article.location,
        modified=last_change(article),
    )
