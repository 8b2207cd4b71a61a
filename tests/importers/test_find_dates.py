"""Dates in clippings."""

from __future__ import annotations

import pytest

from site_builder.importers.dates import find_dates, resolve_weekday, settle_by_weekday


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "4th Feb, 2021", "2021-02-04"),
        ("en", "Sept. 4, 2023", "2023-09-04"),
        ("en", "4 September 2023", "2023-09-04"),
        ("en", "2019-04-18T13:00:03.000Z", "2019-04-18"),
        ("en", "08/23/1996", "1996-08-23"),
        ("en", "23-11-2010 08:15 IST", "2010-11-23"),
        ("en", "March 5/2020", "2020-03-05"),
        ("fr", "le 1er août 2020", "2020-08-01"),
        ("es", "5 de marzo de 2020", "2020-03-05"),
        ("pt", "5 de março de 2020", "2020-03-05"),
        ("it", "07 mag 2014", "2014-05-07"),
        ("de", "5. März 2020", "2020-03-05"),
        ("de", "05.03.2020", "2020-03-05"),
        ("ru", "5 марта 2020 года", "2020-03-05"),
        ("uk", "5 березня 2020", "2020-03-05"),
        ("sr", "5. марта 2020", "2020-03-05"),
        ("tr", "5 Mart 2020", "2020-03-05"),
        ("id", "5 Maret 2020", "2020-03-05"),
        ("vi", "5 tháng 3 năm 2020", "2020-03-05"),
        ("ar", "5 آذار 2020", "2020-03-05"),
        ("ar", "٥ مارس ٢٠٢٠", "2020-03-05"),
        ("fa", "5 مارس 2020", "2020-03-05"),
        ("ur", "5 مارچ 2020", "2020-03-05"),
        ("hi", "5 मार्च 2020", "2020-03-05"),
        ("bn", "৫ মার্চ, ২০২০", "2020-03-05"),
        ("zh", "2020年3月5日", "2020-03-05"),
        ("ko", "2020년 3월 5일", "2020-03-05"),
        ("ja", "2020年3月5日", "2020-03-05"),
    ],
)
def test_date_is_read_in_its_language(language: str, text: str, iso: str) -> None:
    """Month names come from CLDR, in whatever case they stand."""
    found = find_dates(text, language)

    assert [one.iso for one in found] == [iso]


@pytest.mark.parametrize(
    "text", ["30 February 2020", "2020-13-01", "version 2.0.2020.1", "May we go"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    """Days that do not exist are not read."""
    assert find_dates(text, "en") == ()


def test_day_without_a_year_is_kept_open() -> None:
    """The year is not made up."""
    (found,) = find_dates("MOSCOW, March 5. /TASS/.", "en")

    assert (found.year, found.month, found.day, found.iso) == (0, 3, 5, None)


def test_ambiguous_day_is_settled_only_by_the_weekday() -> None:
    """03/11/1999 is a Thursday in March and a Wednesday in November."""
    (found,) = find_dates("03/11/1999", "en")

    assert found.iso is None
    assert settle_by_weekday(found, [3]).iso == "1999-03-11"
    assert settle_by_weekday(found, [2]).iso == "1999-11-03"
    assert settle_by_weekday(found, [5]).iso is None
    assert settle_by_weekday(found, []).iso is None


def test_weekday_is_the_nearest_one_before_publication() -> None:
    """A report waits three days at most; the next day is tomorrow's date line."""
    assert resolve_weekday("2019-03-05", 1) == "2019-03-05"
    assert resolve_weekday("2019-03-05", 6) == "2019-03-03"
    assert resolve_weekday("2019-03-05", 2) == "2019-03-06"
    assert resolve_weekday("2019-03-05", 4) is None
