"""The page /data/: what it names, links to, and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from site_builder.site.data_pages import plan_data
from site_builder.site.data_views import DataView
from site_builder.site.dataset import build_dataset
from tests.site.small_archive import FULL, article, edition_of

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.site.edition import Edition


def archive(root: Path, data: str = "auto", offline_copy: str = "") -> Edition:
    """Return an edition with one entry of 1996 and two of 2023."""
    edition = edition_of(
        root,
        early=article(FULL.replace("2023-01-04", "1996")),
        late=article(),
        later=article(FULL.replace("2023-01-04", "2023-02")),
    )
    config = replace(edition.config, data=data, offline_copy=offline_copy)
    return replace(edition, config=config)


def view_of(edition: Edition) -> DataView:
    view = next(iter(plan_data(edition))).made().view
    assert isinstance(view, DataView)
    return view


def test_whole_files_are_linked(tmp_path: Path) -> None:
    """A small archive's page leads to every file of the data."""
    edition = archive(tmp_path)
    view = view_of(edition)

    assert view.parts == ()
    assert view.fetch == ""
    assert {one.url for one in view.files} == {file.path for file in build_dataset(edition)}


def test_parts_are_linked_and_counted(tmp_path: Path) -> None:
    """With parts, the page leads to each of them and says how to fetch all of a form."""
    edition = archive(tmp_path, data="parts")
    view = view_of(edition)
    linked = {link.url for part in view.parts for link in part.files}
    linked |= {one.url for one in view.files if one.url}

    assert [(part.name, part.entries) for part in view.parts] == [("1996", "1"), ("2023", "2")]
    assert {file.path for file in build_dataset(edition)} - linked == {
        "data/statements.schema.json",
        "data/records.schema.json",
    }
    assert view.fetch == (
        "wget -r -l 1 -nd -np -A 'statements-*.csv' https://archive.example/base/data/"
    )
    assert "statements-*.csv" in [one.name for one in view.files if not one.url]


def test_offline_copy_is_named_only_where_settings_name_one(tmp_path: Path) -> None:
    """Nothing on the page leads to what nobody published."""
    address = "https://example.org/archive-offline.zip"

    assert view_of(archive(tmp_path / "a")).offline == ""
    assert view_of(archive(tmp_path / "b", offline_copy=address)).offline == address
