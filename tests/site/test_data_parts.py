"""Into which parts an archive's data is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate
from site_builder.site.data_parts import (
    PART_BYTES,
    WHOLE_BYTES,
    Part,
    data_parts,
    part_file,
)

MB = 1_000_000
DATES = st.builds(
    PartialDate.parse,
    st.sampled_from(
        ["1996", "1996-01", "1996-01-02", "2023", "2023-01-04", "2023-01-05", "2023-11"]
    ),
)
ENTRIES = st.lists(st.tuples(DATES, st.integers(1, 3 * MB)), max_size=30).map(
    lambda entries: sorted(entries, key=lambda entry: entry[0])
)


def parts(*entries: tuple[str, int], layout: str = "auto") -> tuple[Part, ...]:
    return data_parts([(PartialDate.parse(date), size) for date, size in entries], layout)


def test_small_archive_is_one_part() -> None:
    """Up to WHOLE_BYTES everything goes into one file of each form."""
    (part,) = parts(("1996", MB), ("2023-01-04", WHOLE_BYTES - MB))

    assert part == Part(name="", start=0, end=2, size=WHOLE_BYTES)
    assert part_file("statements.jsonl", part) == "statements.jsonl"


def test_large_archive_has_a_part_for_each_year() -> None:
    """One byte more, and every year has its own."""
    found = parts(("1996", 3 * MB), ("1996-05-01", MB), ("2020-02", 3 * MB), ("2023", 2 * MB))

    assert [(one.name, one.start, one.end, one.size) for one in found] == [
        ("1996", 0, 2, 4 * MB),
        ("2020", 2, 3, 3 * MB),
        ("2023", 3, 4, 2 * MB),
    ]
    assert part_file("archive.sqlite", found[0]) == "archive-1996.sqlite"


def test_large_year_is_cut_by_months_and_a_large_month_by_days() -> None:
    """What is not known is '00'; a large day is cut into slices."""
    found = parts(
        ("2022", MB),
        ("2023", MB),
        ("2023-05", MB),
        ("2023-05-01", 2 * MB),
        ("2023-05-02", 3 * MB),
        ("2023-05-02", 3 * MB),
        ("2023-06-01", MB),
        ("2023-06-02", MB),
    )

    assert [one.name for one in found] == [
        "2022",
        "2023-00",
        "2023-05-00",
        "2023-05-01",
        "2023-05-02.1",
        "2023-05-02.2",
        "2023-06",
    ]


@pytest.mark.parametrize("layout", ["whole", "parts"])
def test_settings_decide_whatever_the_size(layout: str) -> None:
    """'whole' never cuts, 'parts' always does."""
    small = parts(("2023", 5), layout=layout)
    large = parts(("2022", WHOLE_BYTES), ("2023", WHOLE_BYTES), layout=layout)

    assert len(small) == 1
    assert (small[0].name == "") is (layout == "whole")
    assert (len(large) == 1) is (layout == "whole")


def test_archive_without_entries_is_one_part() -> None:
    """Nothing cannot be cut."""
    assert parts(layout="parts") == (Part(name="", start=0, end=0, size=0),)


@given(ENTRIES)
def test_every_entry_is_in_one_part(entries: list[tuple[PartialDate, int]]) -> None:
    """Parts follow one another without gaps, under names of their own, and none is too large."""
    found = data_parts(entries, "parts")
    sizes = [size for _, size in entries]

    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])]
    assert found[-1].end == len(entries)
    assert len({one.name for one in found}) == len(found)
    assert [one.size for one in found] == [sum(sizes[one.start : one.end]) for one in found]
    assert all(one.size <= PART_BYTES or one.end - one.start == 1 for one in found)


@given(ENTRIES, DATES)
def test_one_more_entry_leaves_other_years_alone(
    entries: list[tuple[PartialDate, int]], date: PartialDate
) -> None:
    """Parts of other years keep their names and their entries."""

    def others(given: list[tuple[PartialDate, int]]) -> list[tuple[str, int]]:
        found = data_parts(given, "parts") if given else ()
        return [
            (one.name, one.size) for one in found if not one.name.startswith(f"{date.year:04d}")
        ]

    more = sorted([*entries, (date, 7)], key=lambda entry: entry[0])

    assert others(more) == others(entries)
