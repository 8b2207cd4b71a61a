"""The files by which the timeline is narrowed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from site_builder.site.timeline_facets import archive_facets, year_facets
from tests.sites.archive import REGISTERS, article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

FILES = {
    **REGISTERS,
    "articles/a.md": article("2023", countries="[CN, PK]"),
    "articles/b.md": article("2023-01-04", countries="[PK]", speakers="[{person: mao-ning}]"),
    "articles/c.md": article(
        "2023-01-04",
        speakers="[{person: mao-ning, role: Spokesperson}, {person: mao-ning, role: Envoy}]",
        principals="[xi-jinping]",
    ),
    "articles/d.md": article("2024-02", speakers="[{role: spokesperson}]", countries="[CN]"),
}


def of_year(edition: Edition, year: int) -> dict[str, Any]:
    file = year_facets(edition, next(one for one in edition.years if one.year == year))
    assert file.path == f"timeline/{year}/facets.json"
    return dict(json.loads(file.data))


def test_a_years_file_tells_the_places_of_each_choice(edition_of: EditionOf) -> None:
    """Entries are counted from the oldest; who is only reported on has not spoken."""
    found = of_year(edition_of(FILES, per_page=20), 2023)

    assert found == {
        "per_page": 20,
        "days": [0, 104, 104],
        "country": [["CN", "China", [0]], ["PK", "Pakistan", [0, 1]]],
        "speaker": [["mao-ning", "Mao Ning", [1, 2]]],
    }


def test_a_speaker_without_a_name_is_no_choice(edition_of: EditionOf) -> None:
    """A role alone has no page, and no place among the people."""
    assert of_year(edition_of(FILES), 2024)["speaker"] == []


def test_the_archives_file_counts_by_month(edition_of: EditionOf) -> None:
    """Months and counts by turns; a year alone stands for itself as month 0."""
    file = archive_facets(edition_of(FILES))
    found = json.loads(file.data)

    assert file.path == "timeline/facets.json"
    assert found["months"] == [202300, 1, 202301, 2, 202402, 1]
    assert found["country"] == [
        ["CN", "China", [202300, 1, 202402, 1]],
        ["PK", "Pakistan", [202300, 1, 202301, 1]],
    ]
    assert found["speaker"] == [["mao-ning", "Mao Ning", [202301, 2]]]


def test_an_empty_archive_has_a_file_too(edition_of: EditionOf) -> None:
    """Nothing to choose from is no fault."""
    assert json.loads(archive_facets(edition_of({})).data)["months"] == []
