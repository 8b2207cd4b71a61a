"""Corrections and withdrawals: what the archive has put right or taken out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from site_builder.content.codes import direction
from site_builder.content.dates import PartialDate
from site_builder.content.model import Article, Status
from site_builder.site.correction_views import CorrectionsView, CorrectionView
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, crumbs
from site_builder.site.rows import pages_of
from site_builder.site.urls import CORRECTIONS, HOME, article_url
from site_builder.site.views import FeedLink, Link, PageMeta


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One correction of an article, or its withdrawal."""

    article: Article
    date: PartialDate
    note: str
    """What was corrected, or why it was withdrawn."""
    number: int
    """Of the article's corrections, in the order in which its file lists them, from 1; 0 is a
    withdrawal."""

    @property
    def withdrawn(self) -> bool:
        """Whether the article was taken out."""
        return self.number == 0


def corrections(edition: Edition) -> tuple[Correction, ...]:
    """Return all corrections and withdrawals, newest first."""
    return tuple(
        sorted(
            _corrections(edition),
            key=lambda one: (one.date, one.article.id, one.number),
            reverse=True,
        )
    )


def correction_feed(edition: Edition) -> FeedLink:
    """Return where the feeds of corrections lie."""
    title = edition.interface.plain("history_feed", site=edition.config.title)
    return FeedLink(
        title=title,
        atom=f"{CORRECTIONS}feed.xml",
        json=f"{CORRECTIONS}feed.json",
        shared=edition.shared,
    )


def plan_corrections(edition: Edition) -> Iterator[Page]:
    """Yield the pages of corrections and withdrawals, newest first."""
    found = corrections(edition)
    entries = len({one.article.id for one in found})
    for url, some, pager in pages_of(CORRECTIONS, found[::-1], edition.config.per_page):
        view = CorrectionsView(
            count=len(found),
            corrections=tuple(_view(edition, one) for one in reversed(some)),
            entries=entries,
            of=len(edition.archive.articles),
            pager=pager,
        )
        yield _page(edition, url, view)


def _page(edition: Edition, url: str, view: CorrectionsView) -> Page:
    interface = edition.interface
    title, number = interface.text("corrections_heading"), view.pager.number
    if number > 1:
        title = interface.plain("formulation_page", name=title, number=number)
    meta = PageMeta(
        url=url,
        title=title,
        description=interface.text("corrections_intro"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        feeds=(correction_feed(edition),),
        section="corrections",
        previous=view.pager.previous,
        next=view.pager.next,
    )
    return Page(url=url, template="corrections.html", meta=meta, view=view)


def _corrections(edition: Edition) -> Iterator[Correction]:
    for article in edition.archive.articles:
        for number, revision in enumerate(article.revisions, start=1):
            if article.status is Status.PUBLISHED:
                yield Correction(
                    article=article, date=revision.date, note=revision.note, number=number
                )
        if article.withdrawal:
            yield Correction(
                article=article,
                date=article.withdrawal.date,
                note=article.withdrawal.reason,
                number=0,
            )


def _view(edition: Edition, correction: Correction) -> CorrectionView:
    article = correction.article
    return CorrectionView(
        date=edition.date(correction.date),
        article=Link(name=article.title, url=article_url(article.id)),
        lang=article.language,
        dir=direction(article.language),
        note=correction.note,
        withdrawn=correction.withdrawn,
    )
