"""Direct quotations: a page of the latest, and one of each speaker's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby

from site_builder.content.codes import direction
from site_builder.content.model import Display
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.quotes import Quotation
from site_builder.indexes.speakers import speaking_people
from site_builder.site.concordance import end_of, start_of
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import span_text
from site_builder.site.name_order import sort_key
from site_builder.site.pages import AnyPage, LaterPage, Page, crumbs
from site_builder.site.research_views import (
    QuotationGroup,
    QuotationView,
    QuotesView,
    Share,
    SharedLink,
)
from site_builder.site.rows import pages_of, speaker_view
from site_builder.site.urls import (
    HOME,
    QUOTES,
    facet_index_url,
    facet_url,
    paragraph_url,
    quotes_url,
    year_url,
)
from site_builder.site.views import FeedLink, Link, PageMeta, Pager

PER_PAGE = 60
LATEST = 30
SPEAKERS = 300
"""Named beside the latest quotations: those with most of them. The page of each person leads to
the quotations as well."""
_LONGEST = 800
"""Characters of a quotation that are shown; its link leads to the rest."""
_REPEATED = 160
"""Characters of a quotation that are said again in its context."""
_CONTEXT = 240
"""Characters round a quotation, at either side."""
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔][”’\"'»)\]]*\s+")


def plan_quotes(edition: Edition) -> Iterator[AnyPage]:
    """Yield the page of the latest quotations and those of every speaker."""
    spoken = Counter(chain.from_iterable(map(speaking_people, edition.listed)))
    yield _latest_page(edition, spoken)
    for person, found in edition.quotations.by_person.items():
        yield from _person_pages(edition, person, found, spoken[person])


def quote_feed(edition: Edition) -> FeedLink:
    """Return where the feeds of direct quotations lie."""
    title = edition.interface.plain("quote_feed", site=edition.config.title)
    return FeedLink(
        title=title, atom=f"{QUOTES}feed.xml", json=f"{QUOTES}feed.json", shared=edition.shared
    )


def quotation_view(edition: Edition, quotation: Quotation) -> QuotationView:
    """Return a quotation with its context and its source."""
    article, text, span = quotation.article, quotation.paragraph.text, quotation.span
    before, after = _round_it(text, span.start, span.end)
    return QuotationView(
        url=paragraph_url(article.id, quotation.paragraph.number),
        date=edition.date(article.date),
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        text=start_of(quotation.text, _LONGEST),
        before=before,
        in_context=quotation.text if len(quotation.text) <= _REPEATED else "…",
        after=after,
        whole=quotation.whole,
        speakers=tuple(speaker_view(edition, one) for one in article.speakers),
        shared=len(article.speakers) > 1,
        carrier=edition.link(FacetKind.CARRIER, article.carrier) if article.carrier else None,
        paragraph=quotation.paragraph.number,
        summary=article.display is Display.SUMMARY,
    )


def _round_it(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a quotation in its sentence."""
    before, after = text[:start], text[end:]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    # The quotation may hold the stop that ends the sentence: then nothing follows.
    stop = _SENTENCE_END.search(text[end - 1 :])
    after = text[end : end - 1 + stop.end()].rstrip() if stop else after
    return end_of(before, _CONTEXT), start_of(after, _CONTEXT)


def _latest_page(edition: Edition, spoken: Counter[str]) -> Page:
    interface = edition.interface
    found = edition.quotations.all
    by_person = edition.quotations.by_person
    latest = found[: -LATEST - 1 : -1]
    most = sorted(by_person, key=lambda person: (-len(by_person[person]), person))[:SPEAKERS]
    people = sorted(
        most,
        key=lambda person: (
            sort_key(edition.name(FacetKind.PERSON, person), interface.language),
            person,
        ),
    )
    view = QuotesView(
        heading=interface.text("quote_heading"),
        person=None,
        count=len(found),
        articles=_share(found, len(edition.listed)),
        span=_span(edition, found),
        has_summaries=any(one.article.display is Display.SUMMARY for one in found),
        latest_only=len(latest) < len(found),
        groups=_groups(edition, latest),
        speakers=tuple(
            SharedLink(
                name=edition.name(FacetKind.PERSON, person),
                url=quotes_url(person),
                share=_share(by_person[person], spoken[person]),
                note=interface.plural("quotes", len(by_person[person])),
            )
            for person in people
        ),
        more_speakers=Link(name=interface.text("list_more"), url=facet_index_url(FacetKind.PERSON))
        if len(most) < len(by_person)
        else None,
        pager=None,
    )
    meta = PageMeta(
        url=QUOTES,
        title=view.heading,
        description=interface.text("quote_intro"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        feeds=(quote_feed(edition),),
        section="quotes",
    )
    return Page(url=QUOTES, template="quotes.html", meta=meta, view=view)


def _person_pages(
    edition: Edition, person: str, found: Sequence[Quotation], articles: int
) -> Iterator[LaterPage]:
    """Yield the pages of one speaker, newest quotations first.

    Older pages are full and cut from the oldest on, so that they keep their content.
    """
    # Every page says how many there are of how many. A speaker of ten thousand quotations has
    # hundreds of pages, so that what is the same for all of them is found once.
    said = list(dict.fromkeys(one.article.id for one in found))
    all_of = edition.keys.listing(edition.by_id[one] for one in said)
    share, span = Share(count=len(said), of=articles), _span(edition, found)
    for url, chunk, pager in pages_of(quotes_url(person), found, PER_PAGE):
        make = partial(_person_page, edition, person, len(found), chunk, share, span, pager, url)
        key = edition.keys.page("quotes", all_of, url, pager.number, pager.total, articles)
        yield LaterPage(url=url, key=key, make=make)


def _person_page(
    edition: Edition,
    person: str,
    count: int,
    chunk: Sequence[Quotation],
    share: Share,
    span: str,
    pager: Pager,
    url: str,
) -> Page:
    interface = edition.interface
    name = edition.name(FacetKind.PERSON, person)
    heading = interface.plain("quote_heading_person", name=name)
    view = QuotesView(
        heading=heading,
        person=Link(name=name, url=facet_url(FacetKind.PERSON, person)),
        count=count,
        articles=share,
        span=span,
        has_summaries=any(one.article.display is Display.SUMMARY for one in chunk),
        latest_only=False,
        groups=_groups(edition, chunk[::-1]),
        speakers=(),
        more_speakers=None,
        pager=pager,
    )
    title = heading
    if pager.number > 1:
        title = interface.plain("formulation_page", name=heading, number=pager.number)
    meta = PageMeta(
        url=url,
        title=title,
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text("nav_quotes"), QUOTES)
        ),
        feeds=(quote_feed(edition),),
        section="quotes",
        previous=pager.previous,
        next=pager.next,
    )
    return Page(url=url, template="quotes.html", meta=meta, view=view)


def _share(found: Sequence[Quotation], of: int) -> Share:
    return Share(count=len({one.article.id for one in found}), of=of)


def _span(edition: Edition, found: Sequence[Quotation]) -> str:
    return span_text(edition, [one.article for one in found])


def _groups(edition: Edition, found: Sequence[Quotation]) -> tuple[QuotationGroup, ...]:
    """Return quotations under their years, in the order given."""
    return tuple(
        QuotationGroup(
            heading=str(year),
            anchor=f"y-{year:04d}",
            url=year_url(year),
            quotations=tuple(quotation_view(edition, one) for one in group),
        )
        for year, group in groupby(found, key=lambda one: one.article.date.year)
    )
