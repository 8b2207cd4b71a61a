"""The timeline: all of it, its years, its months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.site.period_charts import years_chart
from site_builder.site.timeline_pages import plan_timeline
from site_builder.site.timeline_views import TimelineView
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from site_builder.site.pages import Page
    from tests.site.conftest import EditionOf


def pages_of(edition: Edition) -> dict[str, Page]:
    return {page.url: page for page in plan_timeline(edition)}


def view_of(edition: Edition, url: str) -> TimelineView:
    view = pages_of(edition)[url].view
    assert isinstance(view, TimelineView)
    return view


def test_every_year_and_month_that_holds_any_has_a_page(small: Edition) -> None:
    """Gaps have no pages; tombstones and translations open none."""
    assert list(pages_of(small)) == [
        "timeline/",
        "timeline/1960s/",
        "timeline/2020s/",
        "timeline/1962/",
        "timeline/2023/",
        "timeline/1962/10/",
        "timeline/2023/01/",
        "timeline/2023/03/",
    ]


def test_gaps_stay_visible(small: Edition) -> None:
    """The whole timeline shows all twelve months of a year, and its chart all years between."""
    view = view_of(small, "timeline/")

    assert view.periods == ()
    assert [(decade.name, decade.url, decade.count) for decade in view.decades] == [
        ("2020 to 2029", "timeline/2020s/", 4),
        ("1960 to 1969", "timeline/1960s/", 1),
    ]
    assert [(year.name, year.count) for year in view.decades[0].years] == [("2023", 4)]
    assert [child.count for child in view.decades[0].years[0].children] == [2, 0, 1] + [0] * 9
    assert view.chart is not None
    assert len(view.chart.bars) == 2023 - 1962 + 1
    assert years_chart(small) == view.chart


def test_a_years_page(small: Edition) -> None:
    """A year has a bar for each month, its months, and leads to the years beside it."""
    view = view_of(small, "timeline/2023/")

    assert (view.heading, view.level, view.count) == ("2023", "year", 4)
    assert view.chart is not None
    assert [bar.count for bar in view.chart.bars] == [2, 0, 1] + [0] * 9
    assert [tick.label for tick in view.chart.ticks][:2] == ["Jan", "Feb"]
    assert [period.name for period in view.periods] == ["January 2023", "March 2023"]
    assert view.previous is not None
    assert view.previous.name == "1962"
    assert view.next is None


def test_a_months_page(small: Edition) -> None:
    """A month has a bar for each day, which leads to the day's heading."""
    view = view_of(small, "timeline/2023/01/")

    assert view.heading == "January 2023"
    assert view.chart is not None
    assert len(view.chart.bars) == 31
    assert view.chart.bars[3].url == "timeline/2023/01/#d-2023-01-04"
    assert [group.anchor for group in view.groups] == ["d-2023-01-05", "d-2023-01-04"]
    assert view.previous is not None
    assert view.previous.name == "October 1962"
    assert view_of(small, "timeline/2023/03/").chart is None


def test_a_decades_page(small: Edition) -> None:
    """A decade has a bar for each month and its years, and leads to the decades beside it."""
    page = pages_of(small)["timeline/2020s/"]
    view = view_of(small, "timeline/2020s/")

    assert (view.heading, view.count, view.groups) == ("2020 to 2029", 4, ())
    assert view.chart is not None
    assert [bar.count for bar in view.chart.bars[36:40]] == [2, 0, 1, 0]
    assert len(view.chart.bars) == 120
    assert view.previous is not None
    assert (view.previous.url, view.next) == ("timeline/1960s/", None)
    assert [crumb.url for crumb in page.meta.breadcrumbs] == ["", "timeline/"]


def test_a_months_page_stands_below_its_decade(small: Edition) -> None:
    """Breadcrumbs zoom out: year, decade, the whole."""
    crumbs = pages_of(small)["timeline/2023/01/"].meta.breadcrumbs

    assert [crumb.url for crumb in crumbs] == [
        "",
        "timeline/",
        "timeline/2020s/",
        "timeline/2023/",
    ]


def test_years_without_anything_are_named(edition_of: EditionOf) -> None:
    """Stretches of them are told as such, and only where the chart stands."""
    files = {f"articles/a{year}.md": article(str(year)) for year in (2000, 2002, 2006, 2007)}

    assert view_of(edition_of(files), "timeline/").gaps == ("2001", "2003 to 2005")
    assert view_of(edition_of(files), "timeline/2002/").gaps == ()


def test_few_years_need_no_decades(edition_of: EditionOf) -> None:
    """Twenty years fit on one page; their months stand there at once."""
    files = {f"articles/a{year}.md": article(f"{year}-05-01") for year in (2000, 2019)}
    view = view_of(edition_of(files), "timeline/")

    assert (view.decades, [one.name for one in view.periods]) == ((), ["2019", "2000"])


def test_a_short_archive_is_charted_by_month(edition_of: EditionOf) -> None:
    """Two years would be two bars; their months tell more."""
    files = {"articles/a.md": article("2022-12-01"), "articles/b.md": article("2023-01-04")}
    chart = view_of(edition_of(files), "timeline/").chart
    assert chart is not None

    assert [bar.count for bar in chart.bars] == [0] * 11 + [1, 1] + [0] * 11
    assert [tick.label for tick in chart.ticks] == ["2022", "2023"]


def test_one_year_is_charted_by_its_months(edition_of: EditionOf) -> None:
    """Under the bars of a single year stand the names of the months."""
    chart = view_of(edition_of({"articles/a.md": article("2022-12-01")}), "timeline/").chart
    assert chart is not None

    assert [tick.label for tick in chart.ticks][:3] == ["Jan", "Feb", "Mar"]


def test_what_is_dated_to_the_year_alone_keeps_the_chart_by_year(edition_of: EditionOf) -> None:
    """Months would leave it out."""
    files = {"articles/a.md": article("2022"), "articles/b.md": article("2023-01-04")}
    chart = view_of(edition_of(files), "timeline/").chart
    assert chart is not None

    assert [bar.count for bar in chart.bars] == [1, 1]


def test_older_pages_stay_when_a_year_begins(edition_of: EditionOf) -> None:
    """A new year changes the first page of each list, where the strip stands, and no other."""
    files = {f"articles/a{n:02d}.md": article(f"2022-{n:02d}-01") for n in range(1, 13)}
    new = {**files, "articles/b.md": article("2024-01-01")}
    before, after = (
        {page.url: page.key for page in plan_timeline(edition_of(found, per_page=5))}
        for found in (files, new)
    )

    assert before["timeline/page/1/"] == after["timeline/page/1/"]
    assert before["timeline/2022/11/"] != after["timeline/2022/11/"]


def test_a_year_without_months_has_no_chart(edition_of: EditionOf) -> None:
    """Where only the year is known there is nothing to draw."""
    view = view_of(edition_of({"articles/a.md": article("1962")}), "timeline/1962/")

    assert (view.chart, view.periods, view.count) == (None, (), 1)


def test_an_empty_timeline_is_one_page(edition_of: EditionOf) -> None:
    """Nothing has a timeline too."""
    edition = edition_of({})

    assert list(pages_of(edition)) == ["timeline/"]
    assert view_of(edition, "timeline/").count == 0


def test_older_pages_are_titled_by_their_time(edition_of: EditionOf) -> None:
    """A page of older entries says from when to when, and has no chart."""
    files = {f"articles/a{n:02d}.md": article(f"2023-{n:02d}-01") for n in range(1, 13)}
    pages = pages_of(edition_of(files, per_page=5))
    older = pages["timeline/page/1/"]

    assert older.meta.title == "Timeline (January 2023 to May 2023)"
    assert (older.view.chart, older.view.periods, older.view.count) == (None, (), 5)
    assert pages["timeline/"].meta.title == "Timeline"
    assert pages["timeline/"].view.count == 12


def test_bars_of_days_on_an_older_page_do_not_lead_astray(edition_of: EditionOf) -> None:
    """A bar leads to a heading on its own page, or nowhere."""
    files = {f"articles/a{n:02d}.md": article(f"2023-01-{n:02d}") for n in range(1, 13)}
    chart = view_of(edition_of(files, per_page=5), "timeline/2023/01/").chart
    assert chart is not None

    assert [bar.url is not None for bar in chart.bars[:12]] == [False] * 5 + [True] * 7
