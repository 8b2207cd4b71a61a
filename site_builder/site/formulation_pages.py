"""The page of each formulation with its concordance, and the index of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from site_builder.content.codes import direction
from site_builder.indexes.formulations import (
    FormulationUses,
    LocatedUse,
    distinct_articles,
    silence_since,
)
from site_builder.indexes.modifiers import Modifier, Side, index_modifiers, is_read
from site_builder.site.concordance import use_view
from site_builder.site.edition import Edition, entry_name
from site_builder.site.formulation_index import counts_by_year, formulation_index
from site_builder.site.formulation_shares import Totals, count_totals, share_groups
from site_builder.site.pages import Page, crumbs
from site_builder.site.research_views import (
    FormulationView,
    ModifierView,
    Share,
    UseGroup,
)
from site_builder.site.rows import number_links
from site_builder.site.urls import (
    FORMULATIONS,
    HOME,
    article_url,
    formulation_url,
    page_url,
    paragraph_url,
    year_url,
)
from site_builder.site.use_charts import YearCount, use_chart
from site_builder.site.views import DateView, PageMeta, Pager

USES_PER_PAGE = 150
"""Lines of a concordance on one page, which keep it well below 100 KB gzipped."""
_MODIFIERS = 24


class _Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What shares on all pages are out of."""

    years: Counter[int]
    """Listed articles of each year."""
    totals: Totals


def plan_formulations(edition: Edition) -> Iterator[Page]:
    """Yield the pages of every formulation, and their index where there is any."""
    found = edition.formulations.formulations.values()
    if not found:
        return
    counted = _Counted(
        years=Counter(article.date.year for article in edition.listed),
        totals=count_totals(edition),
    )
    yield formulation_index(edition, tuple(found), counted.years)
    for one in found:
        yield from _formulation_pages(edition, one, counted)


def _formulation_pages(
    edition: Edition, found: FormulationUses, counted: _Counted
) -> Iterator[Page]:
    """Yield the pages of one formulation, oldest uses first.

    So the pages of earlier uses stay as they are while the archive grows.
    """
    url = formulation_url(found.formulation.id)
    chunks = [
        found.uses[at : at + USES_PER_PAGE] for at in range(0, len(found.uses), USES_PER_PAGE)
    ] or [()]
    urls = [url, *(page_url(url, number) for number in range(2, len(chunks) + 1))]
    page_of_year: dict[int, str] = {}
    for address, chunk in zip(urls, chunks, strict=True):
        for located in chunk:
            page_of_year.setdefault(located.article.date.year, address)
    counts = counts_by_year(found, counted.years)
    for index, chunk in enumerate(chunks):
        pager = Pager(
            number=index + 1,
            total=len(chunks),
            previous=urls[index - 1] if index else None,
            next=urls[index + 1] if index + 1 < len(urls) else None,
            pages=number_links(urls, index),
        )
        view = _list_view(edition, found, chunk, counts, pager)
        if index == 0:
            chart = use_chart(
                edition.interface, counts, lambda year: f"{page_of_year[year]}#{_year_anchor(year)}"
            )
            view = _with_overview(edition, found, counted, replace(view, chart=chart))
        yield _page(edition, found, view, urls[index])


def _page(edition: Edition, found: FormulationUses, view: FormulationView, url: str) -> Page:
    interface = edition.interface
    number = view.pager.number
    meta = PageMeta(
        url=url,
        title=view.name
        if number == 1
        else interface.plain("formulation_page", name=view.name, number=number),
        description=(view.description or _in_short(edition, view.uses, view.articles))
        if view.articles
        else "",
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text("nav_formulations"), FORMULATIONS)
        ),
        section="formulations",
        previous=view.pager.previous,
        next=view.pager.next,
    )
    return Page(
        url=url,
        template="formulation.html",
        meta=meta,
        view=view,
        source=found.formulation.location,
    )


def _list_view(
    edition: Edition,
    found: FormulationUses,
    chunk: Sequence[LocatedUse],
    counts: Sequence[YearCount],
    pager: Pager,
) -> FormulationView:
    """Return the view of one page of uses, which says nothing that later uses would change."""
    formulation = found.formulation
    name = entry_name(formulation, edition.interface.language)
    return FormulationView(
        name=name,
        other_names=tuple(
            (other, tag, direction(tag))
            for tag, other in formulation.names.items()
            if other != name
        ),
        variants=tuple(
            one
            for one in (formulation.name, *formulation.variants, *formulation.aliases)
            if one != name
        ),
        description=formulation.description or "",
        uses=len(chunk),
        years=tuple(_year_groups(edition, chunk, counts)),
        pager=pager,
    )


def _with_overview(
    edition: Edition, found: FormulationUses, counted: _Counted, view: FormulationView
) -> FormulationView:
    """Return the view of the first page, with what is known of all uses."""
    share = Share(count=len(found.articles), of=len(edition.listed))
    silence = silence_since(found, edition.listed)
    if silence is None:
        return replace(view, articles=share)
    modifiers = index_modifiers(found.uses)
    read = len(distinct_articles(one for one in found.uses if is_read(one)))
    first, last = found.uses[0], found.uses[-1]
    return replace(
        view,
        uses=len(found.uses),
        verbatim=sum(located.use.verbatim for located in found.uses),
        withheld=sum(located.paragraph is None for located in found.uses),
        articles=share,
        first=_use_date(edition, first),
        first_url=_use_url(first),
        last=_use_date(edition, last),
        last_url=_use_url(last),
        since=silence.since,
        quiet_expected=round(silence.expected) if silence.quiet else 0,
        modifiers=tuple(_modifier_view(edition, one, read) for one in _commonest(modifiers)),
        more_modifiers=max(len(modifiers) - _MODIFIERS, 0),
        groups=share_groups(edition, found.uses, counted.totals),
    )


def _in_short(edition: Edition, uses: int, articles: Share) -> str:
    """Return the plainest summary: '7 uses, in 7 of 66 statements'."""
    interface = edition.interface
    total = interface.plural("statements", articles.of)
    count = interface.number(articles.count)
    share = interface.plain("formulation_share", count=count, total=total)
    return interface.plain(
        "formulation_summary",
        uses=interface.plural("formulation_uses", uses),
        share=interface.plain("formulation_in_share", share=share),
    )


def _year_groups(
    edition: Edition, uses: Sequence[LocatedUse], counts: Sequence[YearCount]
) -> Iterator[UseGroup]:
    by_year = {count.year: count for count in counts}
    for year, group in groupby(uses, key=lambda located: located.article.date.year):
        yield UseGroup(
            year=str(year),
            anchor=_year_anchor(year),
            url=year_url(year),
            used=Share(count=by_year[year].used, of=by_year[year].all),
            uses=tuple(use_view(edition, located) for located in group),
        )


def _year_anchor(year: int) -> str:
    return f"y-{year:04d}"


def _use_date(edition: Edition, located: LocatedUse) -> DateView:
    return edition.date(located.article.date)


def _use_url(located: LocatedUse) -> str:
    # A paragraph whose words are withheld is not on its page.
    if located.paragraph is None:
        return article_url(located.article.id)
    return paragraph_url(located.article.id, located.use.paragraph)


def _commonest(modifiers: Sequence[Modifier]) -> tuple[Modifier, ...]:
    """Return the modifiers with most uses, as many as are shown, in order of appearance."""
    ranked = sorted(range(len(modifiers)), key=lambda one: (-len(modifiers[one].uses), one))
    return tuple(modifiers[one] for one in sorted(ranked[:_MODIFIERS]))


def _modifier_view(edition: Edition, modifier: Modifier, read: int) -> ModifierView:
    first, last = modifier.uses[0], modifier.uses[-1]
    return ModifierView(
        before=modifier.words if modifier.side is Side.BEFORE else "",
        after=modifier.words if modifier.side is Side.AFTER else "",
        share=Share(count=len(distinct_articles(modifier.uses)), of=read),
        first=_use_date(edition, first),
        last=_use_date(edition, last),
        url=_use_url(first),
    )
