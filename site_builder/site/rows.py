"""Lists of articles: rows, rows under headings, and pages of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

import msgspec

from site_builder.content.codes import direction, language_name
from site_builder.content.dates import PartialDate
from site_builder.content.model import Article, Display, Speaker
from site_builder.indexes.facets import FacetKind
from site_builder.site.edition import Edition
from site_builder.site.urls import article_url, date_anchor, date_url, full_pages, page_url
from site_builder.site.views import Link, Pager, RowGroup, RowView, SpeakerView


def row_view(edition: Edition, article: Article) -> RowView:
    """Return an article's row, the same in whatever list it stands."""
    found = edition.rows.get(article.id)
    if found is None:
        found = edition.rows[article.id] = _row_view(edition, article)
    return found


def _row_view(edition: Edition, article: Article) -> RowView:
    language = edition.interface.language
    foreign = article.language != language
    return RowView(
        url=article_url(article.id),
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        language=language_name(article.language, language) if foreign else "",
        date=edition.date(article.date),
        speakers=tuple(speaker_view(edition, one) for one in article.speakers),
        carrier=edition.link(FacetKind.CARRIER, article.carrier) if article.carrier else None,
        summary=summary_text(article),
        kind=kind_label(edition, article),
    )


def speaker_view(edition: Edition, speaker: Speaker) -> SpeakerView:
    """Return who speaks, with links to pages where there are any."""
    return SpeakerView(
        person=edition.link(FacetKind.PERSON, speaker.person) if speaker.person else None,
        role=speaker.role,
        organisation=edition.link(FacetKind.ORGANISATION, speaker.organisation)
        if speaker.organisation
        else None,
    )


def summary_text(article: Article) -> str:
    """Return a sentence or two on an article: its own summary, else the text's beginning.

    Text that `display` withholds is not drawn on.
    """
    if article.summary:
        return article.summary
    if article.display not in (Display.FULL, Display.SUMMARY):
        return ""
    return article.body.opening


def kind_label(edition: Edition, article: Article) -> str:
    """Return the name of the sort of document that an article is, or ''."""
    if article.kind is None:
        return ""
    return edition.interface.text(f"kind_{article.kind.replace('-', '_')}")


T = TypeVar("T")


class ListPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list of articles, newest first."""

    url: str
    articles: tuple[Article, ...]
    """Newest first."""
    pager: Pager

    @property
    def parts(self) -> tuple[str | int, ...]:
        """What tells the page apart from the others, and its pager from another."""
        return (self.url, self.pager.number, self.pager.total)


def paginate(list_url: str, articles: Sequence[Article], per_page: int) -> Iterator[ListPage]:
    """Yield the pages of a list of articles, given oldest first; the newest page comes first."""
    for url, found, pager in pages_of(list_url, articles, per_page):
        yield ListPage(url=url, articles=tuple(reversed(found)), pager=pager)


def pages_of(
    list_url: str, things: Sequence[T], per_page: int
) -> Iterator[tuple[str, Sequence[T], Pager]]:
    """Yield (address, entries, pager) of each page of a list given oldest first; newest page first.

    Older pages are full and cut from the oldest entry on, so that one more entry changes the
    first page alone; the first page holds what is left over, up to twice `per_page`.
    """
    full = full_pages(len(things), per_page)
    chunks = [things[number * per_page : (number + 1) * per_page] for number in range(full)]
    chunks.append(things[full * per_page :])
    urls = [list_url, *(page_url(list_url, number) for number in range(full, 0, -1))]
    for index, (url, chunk) in enumerate(zip(urls, reversed(chunks), strict=True)):
        yield url, chunk, pager_at(urls, index)


def pager_at(urls: Sequence[str], index: int) -> Pager:
    """Return the pager of one of several pages, given their addresses in order."""
    return Pager(
        number=index + 1,
        total=len(urls),
        previous=urls[index - 1] if index else None,
        next=urls[index + 1] if index + 1 < len(urls) else None,
        pages=number_links(urls, index),
    )


def number_links(urls: Sequence[str], current: int) -> tuple[Link, ...]:
    """Return the numbered pages to offer: both ends, and those around the current one."""
    last = len(urls) - 1
    wanted = sorted({0, last, *range(max(current - 2, 0), min(current + 2, last) + 1)})
    links: list[Link] = []
    for before, index in zip([-1, *wanted], wanted, strict=False):
        if index - before > 1:
            links.append(Link(name="…"))
        links.append(Link(name=str(index + 1), url=urls[index]))
    return tuple(links)


def group_by_month(edition: Edition, articles: Sequence[Article]) -> tuple[RowGroup, ...]:
    """Return rows under their months, in the order given."""
    return _group(edition, articles, lambda date: PartialDate(date.year, date.month))


def group_by_day(edition: Edition, articles: Sequence[Article]) -> tuple[RowGroup, ...]:
    """Return rows under their days, in the order given."""
    return _group(edition, articles, lambda date: date, linked=False)


def group_by_year(edition: Edition, articles: Sequence[Article]) -> tuple[RowGroup, ...]:
    """Return rows under their years, in the order given."""
    return _group(edition, articles, lambda date: PartialDate(date.year))


def _group(
    edition: Edition,
    articles: Sequence[Article],
    period_of: Callable[[PartialDate], PartialDate],
    *,
    linked: bool = True,
) -> tuple[RowGroup, ...]:
    return tuple(
        RowGroup(
            heading=edition.interface.date(period),
            anchor=date_anchor(period),
            url=date_url(period) if linked else None,
            rows=tuple(row_view(edition, article) for article in found),
        )
        for period, found in groupby(articles, key=lambda article: period_of(article.date))
    )
