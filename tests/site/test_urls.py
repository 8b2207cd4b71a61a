"""The address scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.dates import PartialDate
from site_builder.indexes.facets import FacetKind
from site_builder.site import urls


def test_each_thing_has_its_address() -> None:
    """Addresses are paths below the root, without a leading slash, codes in small letters."""
    assert urls.article_url("2023-x.ur") == "articles/2023-x.ur/"
    assert urls.facet_url(FacetKind.RELATION, "CN-PK") == "relations/cn-pk/"
    assert urls.facet_index_url(FacetKind.PERSON) == "people/"
    assert urls.year_url(962) == "timeline/0962/"
    assert urls.month_url(2023, 1) == "timeline/2023/01/"
    assert urls.page_url("tags/cpec/", 3) == "tags/cpec/page/3/"


def test_every_kind_of_facet_has_a_folder_of_its_own() -> None:
    """No two kinds share a folder, and none is left out."""
    assert set(urls.FOLDERS) == set(FacetKind)
    assert len(set(urls.FOLDERS.values())) == len(FacetKind)


@pytest.mark.parametrize(
    ("date", "url"),
    [
        ("2023", "timeline/2023/"),
        ("2023-01", "timeline/2023/01/"),
        ("2023-01-04", "timeline/2023/01/#d-2023-01-04"),
    ],
)
def test_dates_stand_in_the_timeline(date: str, url: str) -> None:
    """A date leads to its day's heading, its month or its year."""
    assert urls.date_url(PartialDate.parse(date)) == url


@pytest.mark.parametrize(
    ("url", "path", "root"),
    [
        ("", "index.html", "./"),
        ("tags/", "tags/index.html", "../"),
        ("timeline/2023/01/", "timeline/2023/01/index.html", "../../../"),
        ("404.html", "404.html", "./"),
        ("old/x.html", "old/x.html", "../"),
    ],
)
def test_files_and_ways_back(url: str, path: str, root: str) -> None:
    """Each address is served from one file, and a relative way leads from it to the root."""
    assert urls.output_path(url) == path
    assert urls.way_to_root(url) == root


@given(st.integers(1, 400), st.integers(5, 50), st.data())
def test_an_entrys_page_is_the_one_that_holds_it(
    count: int, per_page: int, data: st.DataObject
) -> None:
    """The address of an entry's page follows the same division as the list's pages."""
    index = data.draw(st.integers(0, count - 1))
    full = urls.full_pages(count, per_page)
    chunk = min(index // per_page, full)
    expected = "x/" if chunk == full else f"x/page/{chunk + 1}/"

    assert urls.entry_url("x/", index, count, per_page) == expected
