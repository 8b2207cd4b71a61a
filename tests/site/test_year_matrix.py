"""Entries of an index by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.indexes.facets import FacetKind
from site_builder.site.year_matrix import MOST, year_matrix
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.chart_views import MatrixView
    from tests.site.conftest import EditionOf


def matrix_of(edition_of: EditionOf, *entries: tuple[str, str]) -> MatrixView | None:
    """The matrix of countries of articles given by date and countries."""
    files = {
        f"articles/a{n}.md": article(date, countries=f"[{countries}]")
        for n, (date, countries) in enumerate(entries)
    }
    edition = edition_of(files)
    return year_matrix(edition, edition.facets[FacetKind.COUNTRY].values())


def test_rows_stand_by_size_with_every_year(edition_of: EditionOf) -> None:
    """The most frequent first, then by code; a year without any entry of the archive counts."""
    found = matrix_of(
        edition_of, ("2020", "PK"), ("2020", "PK, CN"), ("2022", "CN, AF"), ("2022", "CN")
    )
    assert found is not None

    assert found.years == (2020, 2021, 2022)
    assert [(row.name, row.url, row.counts) for row in found.rows] == [
        ("China", "countries/cn/", (1, 0, 2)),
        ("Pakistan", "countries/pk/", (2, 0, 0)),
        ("Afghanistan", "countries/af/", (0, 0, 1)),
    ]
    assert (found.total, found.most) == (3, 2)


def test_shades_are_shares_of_the_fullest_year(edition_of: EditionOf) -> None:
    """Four shades; neighbouring years of one shade are drawn as one piece."""
    four = [("2023", "CN")] * 4
    found = matrix_of(edition_of, *four, ("2020", "CN"), ("2021", "CN"), ("2022", "PK"))
    assert found is not None

    assert found.rows[0].shades == ("M0 0h2v1h-2z", "", "", "M3 0h1v1h-1z")
    assert found.rows[1].shades == ("M2 0h1v1h-1z", "", "", "")


def test_long_indexes_are_cut(edition_of: EditionOf) -> None:
    """The rows are those with the most; the note can tell out of how many."""
    latin = ("AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI")
    known = (*latin, "PA", "PE", "PY", "SV", "UY", "VE", "AT", "BE", "DE", "ES", "FR", "IT", "NL")
    found = matrix_of(edition_of, ("2020", ", ".join(known)), ("2021", "ZW"), ("2021", "ZW"))
    assert found is not None

    assert (len(found.rows), found.total) == (MOST, len(known) + 1)
    assert found.rows[0].name == "Zimbabwe"


def test_a_single_year_or_entry_is_no_matrix(edition_of: EditionOf) -> None:
    """There is nothing to compare; an empty archive has nothing at all."""
    assert matrix_of(edition_of, ("2020", "CN, PK")) is None
    assert matrix_of(edition_of, ("2020", "CN"), ("2022", "CN")) is None
    assert matrix_of(edition_of) is None


def test_ticks_are_round_years(edition_of: EditionOf) -> None:
    """Few enough not to touch."""
    found = matrix_of(edition_of, ("1990", "CN"), ("2026", "PK"))
    assert found is not None

    assert [tick.label for tick in found.ticks] == ["1990", "1995", *map(str, range(2000, 2026, 5))]


def test_any_years_have_ticks(edition_of: EditionOf) -> None:
    """A date may be of any year with four digits, the first and the last together."""
    found = matrix_of(edition_of, ("0001", "CN"), ("9999", "PK"))
    assert found is not None

    assert [tick.label for tick in found.ticks] == ["2000", "4000", "6000", "8000"]
