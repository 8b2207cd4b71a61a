"""The archive's own prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


def about(tmp_path: Path, files: dict[str, str]) -> str:
    """The built page about an archive that holds one article and `files`."""
    root = write_archive(tmp_path, {"articles/2023/one.md": article(), **files})
    build_site(BuildOptions(root=root, output=tmp_path / "_site"))
    return (tmp_path / "_site" / "about" / "index.html").read_text("utf-8")


def test_an_archive_without_an_about_page_gets_one(tmp_path: Path) -> None:
    """It says what the settings say."""
    page = about(tmp_path, {"site.yaml": "description: Words of the sea.\npublisher: The Keeper\n"})

    assert "Words of the sea." in page
    assert "The Keeper" in page


def test_an_archives_own_about_page_is_the_one(tmp_path: Path) -> None:
    """Nothing is put beside it."""
    own = "---\ntitle: Who we are\n---\nOnly these words.\n"

    page = about(tmp_path, {"pages/about.md": own, "site.yaml": "description: Words of the sea.\n"})

    assert "Only these words." in page
    assert "Words of the sea." not in page.partition("<main")[2].partition("</main")[0]
