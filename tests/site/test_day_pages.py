"""Days of the calendar, and articles at random."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_builder.site.day_pages import PER_FILE, day_masks, plan_days, random_files
from site_builder.site.day_views import DayIndexView, DayView, RandomView
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

DATES = ("1962-10-24", "2020-02-29", "2023-01-04", "2024-01-04", "2023-03", "2022")


def archive(edition_of: EditionOf, *dates: str) -> Edition:
    return edition_of({f"articles/2023/a-{date}.md": article(date) for date in dates})


def test_a_day_gathers_its_years(edition_of: EditionOf) -> None:
    """4 January of two years is one page, newest first, counted out of all known days."""
    pages = {page.url: page for page in plan_days(archive(edition_of, *DATES))}
    view = pages["on-this-day/01-04/"].view

    assert isinstance(view, DayView)
    assert [group.heading for group in view.groups] == ["2024", "2023"]
    assert (view.heading, view.count, view.years) == ("4 January", 2, 2)
    assert view.previous is None
    assert view.next is not None
    assert view.next.url == "on-this-day/02-29/"


def test_days_without_articles_have_no_page(edition_of: EditionOf) -> None:
    """Only days with entries are pages; dates known in part are no days."""
    urls = {page.url for page in plan_days(archive(edition_of, *DATES))}

    assert urls == {
        "on-this-day/",
        "on-this-day/01-04/",
        "on-this-day/02-29/",
        "on-this-day/10-24/",
        "random/",
    }


def test_the_calendar_has_every_day_of_a_leap_year(edition_of: EditionOf) -> None:
    """366 days, each with its number; those with entries are links."""
    (view,) = (
        page.view
        for page in plan_days(archive(edition_of, *DATES))
        if isinstance(page.view, DayIndexView)
    )
    days = [day for month in view.months for day in month.days]

    assert len(days) == 366
    assert {day.name: day.count for day in days if day.url} == {
        "4 January": 2,
        "29 February": 1,
        "24 October": 1,
    }
    assert (view.count, view.of, view.days) == (4, 6, 3)


def test_masks_tell_a_browser_the_days_with_articles(edition_of: EditionOf) -> None:
    """Bit 3 of the first number is 4 January, bit 28 of the second 29 February."""
    masks = day_masks(archive(edition_of, *DATES).listed).split()

    assert len(masks) == 12
    assert int(masks[0], 16) == 1 << 3
    assert int(masks[1], 16) == 1 << 28
    assert int(masks[9], 16) == 1 << 23
    assert int(masks[2], 16) == 0


def test_chance_can_choose_every_article(edition_of: EditionOf) -> None:
    """The files hold every listed id once, and the page the numbers to find them by."""
    edition = archive(edition_of, *DATES)
    (view,) = (page.view for page in plan_days(edition) if isinstance(page.view, RandomView))
    ids = [one for file in random_files(edition) for one in json.loads(file.data)]

    assert ids == [one.id for one in edition.listed]
    assert (view.of, view.per_file) == (len(ids), PER_FILE)
    assert len(view.rows) == len(DATES)


def test_an_archive_without_days_is_fine(edition_of: EditionOf) -> None:
    """With no entry at all the calendar is empty and chance has nothing to choose."""
    edition = edition_of({"site.yaml": "title: Empty\n"})
    views = [page.view for page in plan_days(edition)]

    assert [type(view) for view in views] == [DayIndexView, RandomView]
    assert list(random_files(edition)) == []
