"""Dates known to the year, the month or the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate

years = st.integers(1, 9999).map(PartialDate)
months = st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
days = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))


@given(st.dates())
def test_days_are_the_calendars(day: date) -> None:
    """A day reads and prints as the calendar writes it."""
    parsed = PartialDate.parse(day.isoformat())

    assert (parsed.year, parsed.month, parsed.day) == (day.year, day.month, day.day)
    assert str(parsed) == day.isoformat()
    assert parsed.is_day


@given(st.one_of(years, months, days))
def test_writing_and_reading_are_inverse(value: PartialDate) -> None:
    """Whatever is printed is read back as the same date."""
    assert PartialDate.parse(str(value)) == value


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one: date, other: date) -> None:
    """Two days stand in the order in which they came."""
    pair = [PartialDate.parse(day.isoformat()) for day in (one, other)]

    assert (pair[0] < pair[1]) == (one < other)


@given(st.one_of(years, months, days), st.one_of(years, months, days))
def test_order_is_that_of_the_texts(one: PartialDate, other: PartialDate) -> None:
    """Dates sort as their texts do, which is what search and file names rely on."""
    assert (one < other) == (str(one) < str(other))


def test_coarser_dates_come_before_what_they_contain() -> None:
    """1962, then 1962-10, then 1962-10-24, then 1962-11."""
    texts = ["1962-11", "1962-10-24", "1962", "1962-10"]

    assert [str(date) for date in sorted(map(PartialDate.parse, texts))] == [
        "1962",
        "1962-10",
        "1962-10-24",
        "1962-11",
    ]
    assert not PartialDate.parse("1962-10").is_day


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_days_no_calendar_has_are_refused(year: int, month: int, day: int) -> None:
    """A text of the right shape is a date exactly where the calendar has that day."""
    text = f"{year:04d}-{month:02d}-{day:02d}"
    try:
        date.fromisoformat(text)
    except ValueError:
        with pytest.raises(ValueError, match="is not a date"):
            PartialDate.parse(text)
    else:
        assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("24 sept 2024", '"24 sept 2024" is not a date'),
        ("", '"" is not a date'),
        ("24", '"24" is not a date'),
        ("2024-9", '"2024-9" is not a date'),
        ("2024-09-24T00:00", '"2024-09-24T00:00" is not a date'),
        ("2024-09-24\n", '"2024-09-24\n" is not a date'),
        ("٢٠٢٤", '"٢٠٢٤" is not a date'),
        ("0000", '"0000" is not a date: there is no year 0'),
        ("2024-13", '"2024-13" is not a date: there is no month 13'),
        ("2024-00", '"2024-00" is not a date: there is no month 00'),
        ("2023-02-29", '"2023-02-29" is not a date: that month has no day 29'),
        ("2024-04-00", '"2024-04-00" is not a date: that month has no day 00'),
    ],
)
def test_refusals_name_the_fault(text: str, message: str) -> None:
    """What is not a date is refused with the reason."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message follows
        PartialDate.parse(text)

    assert str(caught.value) == message
