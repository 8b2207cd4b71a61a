"""Articles that do not name their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("language: ur\n", "ur"),
        ("language: ur\narticles_language: en\n", "en"),
    ],
)
def test_their_language_is_the_one_of_the_settings(
    tmp_path: Path, settings: str, language: str
) -> None:
    """It is the interface's, unless the archive is told another."""
    root = write_archive(tmp_path, {"site.yaml": settings, "articles/2023/one.md": article()})
    build_site(BuildOptions(root=root, output=tmp_path / "_site"))
    page = (tmp_path / "_site" / "articles" / "one" / "index.html").read_text(encoding="utf-8")

    assert '<html lang="ur" dir="rtl"' in page
    assert f'<header class="article-head" lang="{language}"' in page
