"""Where templates and static files are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.resources import built_in, search_path

if TYPE_CHECKING:
    from pathlib import Path


def test_built_in_files_are_there() -> None:
    """Templates and static files come with the program."""
    assert (built_in("templates") / "base.html").is_file()
    assert (built_in("static") / "css").is_dir()


def test_an_archives_own_folder_comes_first(tmp_path: Path) -> None:
    """An archive with templates of its own is searched first, one without is not searched."""
    assert search_path(tmp_path, "templates") == (built_in("templates"),)
    (tmp_path / "templates").mkdir()
    assert search_path(tmp_path, "templates") == (tmp_path / "templates", built_in("templates"))


def test_the_working_copys_own_folder_is_named_once(repository: Path) -> None:
    """Where the archive's folder is the built-in one, it is searched once."""
    assert search_path(repository, "static") == (built_in("static"),)
