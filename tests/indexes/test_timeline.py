"""Articles by year, month and day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.indexes.timeline import Year, index_timeline
from tests.indexes.test_facets import article

dates = st.builds(
    PartialDate, st.integers(2020, 2023), st.integers(1, 12), st.integers(0, 28)
) | st.builds(PartialDate, st.integers(2020, 2023))


def archive_of(*texts: str) -> tuple[Article, ...]:
    """Articles of these dates, in the archive's order."""
    found = sorted(PartialDate.parse(text) for text in texts)
    return tuple(article(f"a-{n}", date=date) for n, date in enumerate(found))


def dates_of(year: Year) -> list[str]:
    return [str(one.date) for one in year.articles]


def test_year_only_date_precedes_dated_articles() -> None:
    """Within a year, articles without a month come before dated ones; within a month as well."""
    (year,) = index_timeline(archive_of("1962-10-24", "1962", "1962-10", "1962-11"))

    assert dates_of(year) == ["1962", "1962-10", "1962-10-24", "1962-11"]
    assert list(year.months) == [10, 11]
    assert [str(one.date) for one in year.months[10].articles] == ["1962-10", "1962-10-24"]


def test_days_are_counted() -> None:
    """Each day of a month has its number of articles; 0 stands for a day not known."""
    (year,) = index_timeline(archive_of("1962-10", "1962-10-24", "1962-10-24", "1962-10-28"))

    assert year.months[10].days == {0: 1, 24: 2, 28: 1}


def test_a_year_known_alone_has_no_month() -> None:
    """A date without a month opens no month."""
    (year,) = index_timeline(archive_of("1962", "1962"))

    assert not year.months
    assert dates_of(year) == ["1962", "1962"]


def test_nothing_is_no_year() -> None:
    """An empty archive has no years."""
    assert index_timeline(()) == ()


@given(st.lists(dates, max_size=40))
def test_every_article_stands_in_its_year_and_month(found: list[PartialDate]) -> None:
    """Years rise, and together they hold every article once, in order."""
    articles = tuple(article(f"a-{n}", date=date) for n, date in enumerate(sorted(found)))
    years = index_timeline(articles)

    assert [one for year in years for one in year.articles] == list(articles)
    assert [year.year for year in years] == sorted({date.year for date in found})
    for year in years:
        assert list(year.months) == sorted(year.months)
        for number, month in year.months.items():
            assert all(one.date.month == number for one in month.articles)
            assert sum(month.days.values()) == len(month.articles)
        dated = sum(len(month.articles) for month in year.months.values())
        assert dated == sum(one.date.month > 0 for one in year.articles)
