"""The page of open tasks, in previews only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


def built(tmp_path: Path, *, preview: bool) -> Path:
    """Build an archive of one article without a speaker or a source."""
    root = write_archive(tmp_path, {"articles/2023/one.md": article()})
    output = tmp_path / "_site"
    build_site(BuildOptions(root=root, output=output, preview=preview))
    return output


def test_a_preview_has_a_page_of_open_tasks(tmp_path: Path) -> None:
    """It names the kind of task, and leads to the article."""
    page = (built(tmp_path, preview=True) / "curation" / "index.html").read_text("utf-8")

    assert "Nobody is named as speaking" in page
    assert 'href="../articles/one/"' in page


def test_every_page_of_a_preview_leads_to_it(tmp_path: Path) -> None:
    """The footer has the link."""
    assert 'href="./curation/"' in (built(tmp_path, preview=True) / "index.html").read_text("utf-8")


def test_a_published_site_has_none(tmp_path: Path) -> None:
    """Neither the page nor a link to it."""
    output = built(tmp_path, preview=False)

    assert not (output / "curation").exists()
    assert "curation" not in (output / "index.html").read_text("utf-8")
