"""What was said on each day of the calendar, and articles chosen by chance."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import ceil

from site_builder.content.model import Article
from site_builder.output.files import OutputFile
from site_builder.site.day_views import (
    CalendarDay,
    CalendarMonth,
    DayIndexView,
    DayView,
    RandomView,
)
from site_builder.site.edition import Edition
from site_builder.site.pages import AnyPage, LaterPage, Page, crumbs
from site_builder.site.rows import ListPage, group_by_year, paginate, row_view
from site_builder.site.urls import (
    HOME,
    ON_THIS_DAY,
    RANDOM,
    calendar_day_url,
    random_file_url,
)
from site_builder.site.views import Link, PageMeta

CHOSEN = 24
"""Articles on the page of random ones."""
PER_FILE = 256
"""Ids in a file from which the browser chooses."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHADES = 4

_Day = tuple[int, int]
"""Month and day."""


def plan_days(edition: Edition) -> Iterator[AnyPage]:
    """Yield the calendar, the pages of every day with articles, and the page of random ones."""
    days = articles_by_day(edition.listed)
    dated = sum(map(len, days.values()))
    yield _index_page(edition, days, dated)
    order = sorted(days)
    for at, day in enumerate(order):
        before = order[at - 1] if at else None
        after = order[at + 1] if at + 1 < len(order) else None
        url = calendar_day_url(*day)
        years = sorted({article.date.year for article in days[day]})
        for page in paginate(url, days[day], edition.config.per_page):
            make = partial(_day_page, edition, page, day, days[day], before, after)
            parts = (*page.parts, len(days[day]), years, before, after)
            key = edition.keys.listing(page.articles, *parts)
            yield LaterPage(url=page.url, key=key, make=make)
    yield _random_page(edition)


def articles_by_day(articles: Sequence[Article]) -> Mapping[_Day, tuple[Article, ...]]:
    """Return articles of which the day is known by month and day, in the order given."""
    found: dict[_Day, list[Article]] = {}
    for article in articles:
        if article.date.is_day:
            found.setdefault((article.date.month, article.date.day), []).append(article)
    return {day: tuple(ones) for day, ones in found.items()}


def day_masks(articles: Sequence[Article]) -> str:
    """Return twelve hexadecimal numbers, one a month: bit 0 is set if day 1 has articles."""
    masks = [0] * len(_DAYS)
    for month, day in articles_by_day(articles):
        masks[month - 1] |= 1 << (day - 1)
    return " ".join(f"{mask:x}" for mask in masks)


def random_files(edition: Edition) -> Iterator[OutputFile]:
    """Yield the ids of all listed articles, oldest first, in files of `PER_FILE`."""
    ids = [article.id for article in edition.listed]
    for number, start in enumerate(range(0, len(ids), PER_FILE)):
        text = json.dumps(ids[start : start + PER_FILE], ensure_ascii=False, separators=(",", ":"))
        yield OutputFile(random_file_url(number), f"{text}\n".encode())


def _index_page(edition: Edition, days: Mapping[_Day, tuple[Article, ...]], dated: int) -> Page:
    interface = edition.interface
    fullest = max(map(len, days.values()), default=0)
    view = DayIndexView(
        count=dated,
        of=len(edition.listed),
        days=len(days),
        months=tuple(_month(edition, month, days, fullest) for month in range(1, 13)),
    )
    meta = PageMeta(
        url=ON_THIS_DAY,
        title=interface.text("nav_on_this_day"),
        description=interface.text("day_index_intro"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        section="on_this_day",
    )
    return Page(url=meta.url, template="day_index.html", meta=meta, view=view)


def _month(
    edition: Edition, month: int, days: Mapping[_Day, tuple[Article, ...]], fullest: int
) -> CalendarMonth:
    counts = [len(days.get((month, day), ())) for day in range(1, _DAYS[month - 1] + 1)]
    return CalendarMonth(
        name=edition.interface.month_name(month),
        anchor=f"m-{month:02d}",
        count=sum(counts),
        days=tuple(
            CalendarDay(
                number=day,
                name=edition.interface.day(month, day),
                count=count,
                url=calendar_day_url(month, day) if count else None,
                share=ceil(_SHADES * count / fullest) if count else 0,
            )
            for day, count in enumerate(counts, start=1)
        ),
    )


def _day_page(
    edition: Edition,
    page: ListPage,
    day: _Day,
    articles: Sequence[Article],
    before: _Day | None,
    after: _Day | None,
) -> Page:
    interface = edition.interface
    heading = interface.day(*day)
    view = DayView(
        heading=heading,
        count=len(articles),
        years=len({article.date.year for article in articles}),
        groups=group_by_year(edition, page.articles),
        pager=page.pager,
        previous=_day_link(edition, before),
        next=_day_link(edition, after),
    )
    number = page.pager.number
    title = interface.plain("day_title", day=heading)
    meta = PageMeta(
        url=page.url,
        title=title
        if number == 1
        else interface.plain("statement_index_page", heading=title, number=number),
        description=interface.plural("statements", len(articles)),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (interface.text("nav_on_this_day"), ON_THIS_DAY)
        ),
        section="on_this_day",
        previous=page.pager.previous,
        next=page.pager.next,
    )
    return Page(url=page.url, template="day.html", meta=meta, view=view)


def _day_link(edition: Edition, day: _Day | None) -> Link | None:
    if day is None:
        return None
    return Link(name=edition.interface.day(*day), url=calendar_day_url(*day))


def _random_page(edition: Edition) -> Page:
    interface = edition.interface
    # A digest of the id is as good as chance, and the same in every build.
    chosen = sorted(edition.listed, key=lambda one: hashlib.sha256(one.id.encode()).digest())
    view = RandomView(
        rows=tuple(row_view(edition, one) for one in chosen[:CHOSEN]),
        of=len(edition.listed),
        per_file=PER_FILE,
    )
    meta = PageMeta(
        url=RANDOM,
        title=interface.text("nav_random"),
        description=interface.text("day_random_intro"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        noindex=True,
        section="random",
    )
    return Page(url=meta.url, template="random.html", meta=meta, view=view)
