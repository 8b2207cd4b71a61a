"""Which files were written between two looks at a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.trees import Written, look_at, size_of, written_between


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with two files of three and five bytes, one of them in a folder of its own."""
    (tmp_path / "tags").mkdir()
    (tmp_path / "index.html").write_bytes(b"one")
    (tmp_path / "tags" / "index.html").write_bytes(b"three")
    return tmp_path


def test_nothing_written(site: Path) -> None:
    """A folder left alone has nothing written."""
    assert written_between(look_at(site), look_at(site)) == Written(files=0, bytes=0, removed=0)


def test_new_and_changed_files_count_with_all_their_bytes(site: Path) -> None:
    """A new file and a longer one count as two."""
    before = look_at(site)
    (site / "new.html").write_bytes(b"1234567")
    (site / "tags" / "index.html").write_bytes(b"longer")

    assert written_between(before, look_at(site)) == Written(files=2, bytes=13, removed=0)


def test_same_bytes_written_again_count(site: Path) -> None:
    """A file replaced by its equal was written, even when its time is set back."""
    before = look_at(site)
    kept = (site / "index.html").stat()
    (site / "fresh").write_bytes(b"one")
    (site / "fresh").replace(site / "index.html")
    os.utime(site / "index.html", ns=(kept.st_atime_ns, kept.st_mtime_ns))

    assert written_between(before, look_at(site)) == Written(files=1, bytes=3, removed=0)


def test_file_gone_is_removed(site: Path) -> None:
    """A file that is no longer there counts as removed, not as written."""
    before = look_at(site)
    (site / "index.html").unlink()

    assert written_between(before, look_at(site)) == Written(files=0, bytes=0, removed=1)


def test_no_folder_is_an_empty_tree(tmp_path: Path) -> None:
    """Before the first build there is no folder, and no file."""
    assert look_at(tmp_path / "_site") == {}


def test_size_is_of_all_files(site: Path) -> None:
    """The size of a site is that of its files."""
    assert size_of(look_at(site)) == 8
