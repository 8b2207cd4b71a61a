"""Statements: a page for each, with its carriages in order and aligned, and a list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

import msgspec

from site_builder.content.codes import direction, language_name
from site_builder.content.disclosure import ELLIPSIS, disclosed_body
from site_builder.content.model import Article, Display
from site_builder.indexes.alignment import Change, Row, Token, align, differences, tokens
from site_builder.indexes.facets import FacetKind
from site_builder.site.article_views import ChangedText
from site_builder.site.changed_text import join_pieces
from site_builder.site.edition import Edition
from site_builder.site.pages import AnyPage, LaterPage, Page, crumbs
from site_builder.site.rows import ListPage, paginate, speaker_view
from site_builder.site.statement_views import (
    AlignedCell,
    ComparedColumn,
    ComparisonView,
    StatementCarriage,
    StatementGroup,
    StatementIndexView,
    StatementLine,
    StatementView,
)
from site_builder.site.urls import (
    HOME,
    STATEMENTS,
    article_url,
    paragraph_url,
    statement_url,
)
from site_builder.site.views import PageMeta


def plan_statements(edition: Edition) -> Iterator[AnyPage]:
    """Yield a page for each statement, and the list of those with several carriages."""
    for statement, articles in sorted(edition.carriages.items()):
        carriages = by_appearance(articles)
        dates = "".join(str(edition.timeline_url(one.date)) for one in carriages)
        yield LaterPage(
            url=statement_url(statement),
            key=edition.keys.listing(carriages, "statement", statement, dates),
            make=partial(_statement_page, edition, statement, carriages),
            source=carriages[0].location,
        )
    yield from _index_pages(edition)


def by_appearance(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return carriages in the order in which they appeared: by day of publication, then id.

    Where none is known, the day it was said stands in.
    """
    return tuple(sorted(articles, key=lambda one: (one.published or one.date, one.id)))


def _statement_page(edition: Edition, statement: str, articles: Sequence[Article]) -> Page:
    interface = edition.interface
    first = articles[0]
    view = StatementView(
        id=statement,
        title=first.title,
        lang=first.language,
        dir=direction(first.language),
        date=edition.date(first.date, in_timeline=True),
        carriages=tuple(
            _carriage(edition, article, number) for number, article in enumerate(articles, start=1)
        ),
        comparisons=_comparisons(edition, articles),
    )
    title = interface.plain("statement_title", title=first.title)
    meta = PageMeta(
        url=statement_url(statement),
        title=title,
        description=interface.plural("statement_carriages", len(articles)),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text("nav_statements"), STATEMENTS)
        ),
        section="statements",
    )
    return Page(
        url=meta.url, template="statement.html", meta=meta, view=view, source=first.location
    )


def _carriage(edition: Edition, article: Article, number: int) -> StatementCarriage:
    language = edition.interface.language
    foreign = article.language != language
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    return StatementCarriage(
        number=number,
        url=article_url(article.id),
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        language=language_name(article.language, language) if foreign else "",
        carrier=edition.link(FacetKind.CARRIER, article.carrier) if article.carrier else None,
        date=edition.date(article.published or article.date),
        said=article.published is None,
        speakers=tuple(speaker_view(edition, one) for one in article.speakers),
        shown=len(body.paragraphs),
        paragraphs=article.paragraph_count,
        display=article.display,
    )


class _Text(msgspec.Struct, frozen=True, kw_only=True):
    """A carriage's whole text as tokens, and how many of each paragraph's are shown."""

    number: int
    article: Article
    paragraphs: tuple[tuple[Token, ...], ...]
    shown: tuple[int, ...]


def _comparisons(edition: Edition, articles: Sequence[Article]) -> tuple[ComparisonView, ...]:
    """Return the comparisons: of each language, and of summaries apart from carriers' texts."""
    groups: dict[tuple[str, bool], list[_Text]] = {}
    for number, article in enumerate(articles, start=1):
        if article.display is Display.METADATA or not article.paragraph_count:
            continue
        key = (article.language.partition("-")[0], article.display is Display.SUMMARY)
        groups.setdefault(key, []).append(_text(edition, article, number))
    several = {key: texts for key, texts in groups.items() if len(texts) > 1}
    languages = {language for language, _ in several}
    return tuple(
        _comparison(
            edition,
            texts,
            anchor=f"comparison-{at}",
            language=language_name(language, edition.interface.language)
            if len(languages) > 1
            else "",
            summaries=summaries,
        )
        for at, ((language, summaries), texts) in enumerate(several.items(), start=1)
    )


def _text(edition: Edition, article: Article, number: int) -> _Text:
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    disclosed = {one.number: one.text for one in body.paragraphs}
    paragraphs = article.body.paragraphs
    texts = tuple(tokens(one.text) for one in paragraphs)
    return _Text(
        number=number,
        article=article,
        paragraphs=texts,
        shown=tuple(
            len(whole)
            if disclosed.get(one.number) == one.text
            else len(tokens(disclosed.get(one.number, "").removesuffix(ELLIPSIS)))
            for one, whole in zip(paragraphs, texts, strict=True)
        ),
    )


def _comparison(
    edition: Edition, texts: Sequence[_Text], *, anchor: str, language: str, summaries: bool
) -> ComparisonView:
    aligned = align([text.paragraphs for text in texts])
    rows = tuple(tuple(_cells(texts, row)) for row in aligned)
    return ComparisonView(
        anchor=anchor,
        language=language,
        summaries=summaries,
        columns=tuple(
            _column(edition, text, [row[at] for row in rows]) for at, text in enumerate(texts)
        ),
        rows=rows,
    )


def _column(edition: Edition, text: _Text, cells: Sequence[AlignedCell]) -> ComparedColumn:
    article = text.article
    changes = [cell.change for cell in cells]
    carrier = article.carrier
    return ComparedColumn(
        number=text.number,
        name=edition.name(FacetKind.CARRIER, carrier) if carrier else article.title,
        url=article_url(article.id),
        lang=article.language,
        dir=direction(article.language),
        paragraphs=len(text.paragraphs),
        same=changes.count("same"),
        reworded=changes.count("reworded"),
        added=changes.count("added"),
        dropped=changes.count("dropped"),
    )


def _cells(texts: Sequence[_Text], row: Row) -> Iterator[AlignedCell]:
    """Yield the cells of a row; each is compared with the first carriage's paragraph."""
    base = row[0]
    for at, (text, place) in enumerate(zip(texts, row, strict=True)):
        if place is None:
            missing = "dropped" if at and base is not None else "none"
            yield _empty_cell(missing)
        elif not at or base is None:
            yield _whole_cell("added" if at else "first", text, place)
        else:
            yield _compared_cell(texts[0], base, text, place)


def _empty_cell(change: str) -> AlignedCell:
    return AlignedCell(change=change, number=0, url="", pieces=(), cut=False, withheld=False)


def _whole_cell(change: str, text: _Text, place: int) -> AlignedCell:
    shown = text.shown[place]
    words = _words(text.paragraphs[place][:shown])
    return _cell(text, place, change, (("same", words),) if words else ())


def _compared_cell(first: _Text, base: int, text: _Text, place: int) -> AlignedCell:
    old, new = first.paragraphs[base], text.paragraphs[place]
    stretches = differences(old, new)
    if all(one.change is Change.SAME for one in stretches):
        return _cell(text, place, "same", ())
    pieces = []
    for one in stretches:
        source, shown = (
            (old, first.shown[base]) if one.change is Change.DROPPED else (new, text.shown[place])
        )
        words = _words(source[one.first : min(one.last, shown)])
        if words:
            pieces.append((str(one.change), words))
        if one.change is not Change.DROPPED and one.last > shown:
            # What was dropped after the last word shown would tell what is not shown.
            break
    return _cell(text, place, "reworded", join_pieces(pieces) if text.shown[place] else ())


def _cell(text: _Text, place: int, change: str, pieces: ChangedText) -> AlignedCell:
    article = text.article
    number = article.body.paragraphs[place].number
    shown = text.shown[place]
    return AlignedCell(
        change=change,
        number=number,
        url=paragraph_url(article.id, number) if shown else "",
        pieces=pieces,
        cut=0 < shown < len(text.paragraphs[place]) and bool(pieces),
        withheld=not shown,
    )


def _words(some: Sequence[Token]) -> str:
    return "".join(one.text + one.space for one in some)


def _index_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of the list; a statement stands under its first carriage's day."""
    several = {
        by_appearance(articles)[0].id: (statement, by_appearance(articles))
        for statement, articles in edition.carriages.items()
        if len(articles) > 1
    }
    firsts = [article for article in edition.listed if article.id in several]
    carriages = sum(len(articles) for _, articles in several.values())
    for page in paginate(STATEMENTS, firsts, edition.config.per_page):
        yield _index_page(edition, page, several, carriages)


def _index_page(
    edition: Edition,
    page: ListPage,
    several: dict[str, tuple[str, tuple[Article, ...]]],
    carriages: int,
) -> Page:
    interface = edition.interface
    view = StatementIndexView(
        total=len(several),
        carriages=carriages,
        of=len(edition.listed),
        groups=tuple(
            StatementGroup(
                year=str(year),
                anchor=f"y-{year}",
                lines=tuple(_line(edition, *several[one.id]) for one in found),
            )
            for year, found in groupby(page.articles, key=lambda one: one.date.year)
        ),
        pager=page.pager,
    )
    heading = interface.text("statement_index_heading")
    number = page.pager.number
    meta = PageMeta(
        url=page.url,
        title=heading
        if number == 1
        else interface.plain("statement_index_page", heading=heading, number=number),
        description=interface.text("statement_index_intro"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        section="statements",
        previous=page.pager.previous,
        next=page.pager.next,
    )
    return Page(url=page.url, template="statement_index.html", meta=meta, view=view)


def _line(edition: Edition, statement: str, articles: tuple[Article, ...]) -> StatementLine:
    first = articles[0]
    names = (edition.name(FacetKind.CARRIER, one.carrier) for one in articles if one.carrier)
    return StatementLine(
        url=statement_url(statement),
        title=first.title,
        lang=first.language,
        dir=direction(first.language),
        date=edition.date(first.date),
        carriers=tuple(dict.fromkeys(names)),
        carriages=len(articles),
    )
