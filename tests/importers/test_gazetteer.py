"""Cities by name."""

from __future__ import annotations

import pytest

from site_builder.importers.gazetteer import country_of_place, known_place_at


@pytest.mark.parametrize(
    ("city", "country"),
    [("Addis Ababa", "ET"), ("ПЕКИН", "CN"), ("الرياض", "SA"), ("GENEVA", "CH"), ("Nowhere", None)],
)
def test_city_has_its_country(city: str, country: str | None) -> None:
    """Seats of government are known in several scripts."""
    assert country_of_place(city) == country


def test_longest_city_wins() -> None:
    """'New Delhi' is not read as 'New'."""
    assert known_place_at("New Delhi, March 5", 0) == ("New Delhi", 9)
    assert known_place_at("new ideas", 0) is None
