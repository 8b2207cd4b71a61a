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

    assert (found.x, found.width, found.year_width) == (50.0, 25.0, 25.0)
    assert [(one.name, one.x, one.current) for one in found.years] == [
        ("2020", 0.0, False),
        ("2022", 50.0, True),
        ("2023", 75.0, False),
    ]
    # Seen from inside the mark, the strip begins two of its widths before it.
    assert (found.inner_x, found.inner_width) == (-200.0, 400.0)


def test_a_month_is_a_twelfth_of_its_year(edition_of: EditionOf) -> None:
    """July begins at the middle of its year, which is where walking along the strip begins."""
    found = strip(edition_of(dated("2022", "2023")), 2022, 7)
    assert found is not None

    assert (found.x, found.width) == (25.0, pytest.approx(50 / 12, abs=0.001))
    assert [one.current for one in found.years] == [True, False]


def test_a_month_of_a_long_archive_can_be_seen(edition_of: EditionOf) -> None:
    """It is never narrower than a mark can be, and stays on the strip."""
    found = strip(edition_of(dated("1900", "2023-12-01")), 2023, 12)
    assert found is not None

    assert found.width == 0.6
    assert found.x + found.width == pytest.approx(100)


def test_a_decade_ends_with_the_archive(edition_of: EditionOf) -> None:
    """Years after the last one are not on the strip."""
    found = strip(edition_of(dated("1999", "2023")), 2020, years=10)
    assert found is not None

    assert (found.x, found.width) == (84.0, 16.0)


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


def test_an_empty_archive_is_drawn_as_nothing(edition_of: EditionOf) -> None:
    """The file is there all the same."""
    assert b'd=""' in strip_drawing(edition_of({})).data
