"""The strip of the whole archive on the pages of the timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_builder.site.timeline_strip import strip, strip_drawing
from tests.sites.archive import article

if TYPE_CHECKING:
    from tests.site.conftest import EditionOf


def dated(*dates: str) -> dict[str, str]:
    return {f"articles/a{n}.md": article(date) for n, date in enumerate(dates)}


def test_a_year_is_marked_where_it_lies(edition_of: EditionOf) -> None:
    """The third of four years begins at the middle; years without entries have no link."""
    found = strip(edition_of(dated("2020", "2022", "2023")), 2022)
    assert found is not None

    assert (found.x, found.width) == (50.0, 25.0)
    assert [(one.name, one.x, one.width, one.current) for one in found.periods] == [
        ("2020", 0.0, 25.0, False),
        ("2022", 50.0, 25.0, True),
        ("2023", 75.0, 25.0, False),
    ]
    # Seen from inside the mark, the strip begins two of its widths before it.
    assert (found.inner_x, found.inner_width) == (-200.0, 400.0)


def test_a_month_is_a_twelfth_of_its_year(edition_of: EditionOf) -> None:
    """July begins at the middle of its year, which is where walking along the strip begins."""
    found = strip(edition_of(dated("2022", "2023")), 2022, 7)
    assert found is not None

    assert (found.x, found.width) == (25.0, pytest.approx(50 / 12, abs=0.001))
    assert [one.current for one in found.periods] == [True, False]


def test_a_month_of_a_long_archive_can_be_seen(edition_of: EditionOf) -> None:
    """It is never narrower than a mark can be, and stays on the strip."""
    found = strip(edition_of(dated("1900", "2029-12-01")), 2029, 12)
    assert found is not None

    assert found.width == 0.6
    assert found.x + found.width == pytest.approx(100)


def test_decades_are_whole(edition_of: EditionOf) -> None:
    """The strip begins with one and ends with one, whichever of their years hold anything."""
    found = strip(edition_of(dated("1999", "2023")), 1990, years=10)
    assert found is not None

    assert (found.first, found.last) == ("1990", "2029")
    assert [(one.label, one.x) for one in found.scale] == [
        ("1990", 0.0),
        ("2000", 25.0),
        ("2010", 50.0),
        ("2020", 75.0),
    ]
    # Those without entries have no link.
    assert [(one.name, one.url, one.x, one.width, one.current) for one in found.periods] == [
        ("1990 to 1999", "timeline/1990s/", 0.0, 25.0, True),
        ("2020 to 2029", "timeline/2020s/", 75.0, 25.0, False),
    ]
    assert (found.x, found.width, found.years, found.year) == (0.0, 25.0, (), None)


def test_a_year_opens_its_decade(edition_of: EditionOf) -> None:
    """All its years stand side by side; those without entries lead nowhere."""
    found = strip(edition_of(dated("1991", "2012", "2015")), 2012)
    assert found is not None

    assert [(one.name, one.open, one.current) for one in found.periods] == [
        ("1990 to 1999", False, False),
        ("2010 to 2019", True, False),
    ]
    assert [one.name for one in found.years] == [str(year) for year in range(2010, 2020)]
    assert [one.x for one in found.years] == [10.0 * n for n in range(10)]
    assert [one.url for one in found.years if one.url] == ["timeline/2012/", "timeline/2015/"]
    assert [one.name for one in found.years if one.current] == ["2012"]
    assert found.year is None


def test_a_month_has_its_year_alone(edition_of: EditionOf) -> None:
    """The other years of its decade are left to the page of the year."""
    found = strip(edition_of(dated("1991", "2012-07", "2015")), 2012, 7)
    assert found is not None

    assert found.years == ()
    assert found.year is not None
    assert (found.year.name, found.year.url) == ("2012", "timeline/2012/")
    assert found.year.x == pytest.approx(100 * 22.5 / 30, abs=0.001)
    assert [one.name for one in found.periods if one.open] == ["2010 to 2019"]


def test_names_of_many_decades_do_not_run_into_each_other(edition_of: EditionOf) -> None:
    """Every second has its name where all would not fit on a phone; each has its line."""
    found = strip(edition_of(dated("1900", "2023")), 1900)
    assert found is not None

    assert [one.label for one in found.scale][:4] == ["1900", "", "1920", ""]
    assert len(found.scale) == 13


def test_one_year_has_no_strip(edition_of: EditionOf) -> None:
    """There is nowhere else to be."""
    assert strip(edition_of(dated("2022-01", "2022-05")), 2022) is None


def test_the_drawing_has_a_bar_for_each_month_of_a_short_archive(edition_of: EditionOf) -> None:
    """The fullest is as high as the strip, the others in proportion."""
    drawing = strip_drawing(edition_of(dated("2022-01", "2022-01", "2023-12"))).data.decode()

    assert re.findall(r"M([\d.]+) ([\d.]+)h", drawing) == [("0", "0"), ("23", "14")]


def test_the_drawing_of_many_years_has_a_bar_for_each(edition_of: EditionOf) -> None:
    """Bars of months would be too thin to see."""
    drawing = strip_drawing(edition_of(dated("2000-01", "2023-12"))).data.decode()

    assert re.findall(r"M([\d.]+) ", drawing) == ["1", "277"]


def test_the_drawing_stays_when_a_decade_has_another_year(edition_of: EditionOf) -> None:
    """Its scale is that of whole decades, so that no bar moves."""
    before, after = (
        strip_drawing(edition_of(dated(*dates))).data.decode()
        for dates in (("1995", "2021"), ("1995", "2021", "2023"))
    )

    assert re.findall(r"M[^z]+z", before) == re.findall(r"M[^z]+z", after)[:2]
    assert re.findall(r"M([\d.]+) ", after) == ["61", "373", "397"]


def test_an_empty_archive_is_drawn_as_nothing(edition_of: EditionOf) -> None:
    """The file is there all the same."""
    assert b'd=""' in strip_drawing(edition_of({})).data
