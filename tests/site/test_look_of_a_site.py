"""What site.yaml says of the look, and what previews show of it, in a built site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


def built(tmp_path: Path, settings: str, *, preview: bool = False) -> tuple[Path, tuple[str, ...]]:
    """Build an archive of one article; return the site's folder and what was said."""
    root = write_archive(
        tmp_path, {"site.yaml": settings, "articles/2023/one.md": article(language="en")}
    )
    report = build_site(BuildOptions(root=root, output=tmp_path / "_site", preview=preview))
    return tmp_path / "_site", tuple(str(one) for one in report.diagnostics)


def test_colours_and_letters_end_the_style_sheet(tmp_path: Path) -> None:
    """The accent and the letters of site.yaml are in the layer that wins."""
    site, _ = built(tmp_path, "title: T\naccent: '#1f4e8c'\nserif: Charter\n")
    (sheet,) = site.glob("assets/*/css/site.css")
    end = sheet.read_text(encoding="utf-8").rpartition("@layer theme")[2]

    assert "--accent: light-dark(#1f4e8c, " in end
    assert '--latin-serif: "Charter";' in end


def test_masthead_and_foot_are_those_of_the_settings(tmp_path: Path) -> None:
    """The masthead's name is the short one, the foot has one more paragraph."""
    site, _ = built(tmp_path, "title: A Long Title\nmasthead: Short\nfooter: Open daily.\n")
    page = (site / "about" / "index.html").read_text(encoding="utf-8")

    assert '<p class="masthead-title"><a href="../">Short</a></p>' in page
    assert "<p><bdi>Open daily.</bdi></p>" in page


def test_a_preview_shows_the_look(tmp_path: Path) -> None:
    """The style page is there, and the foot of each page leads to it."""
    site, _ = built(tmp_path, "title: T\n", preview=True)

    assert (site / "style" / "index.html").is_file()
    assert 'href="./style/"' in (site / "index.html").read_text(encoding="utf-8")


def test_a_published_site_has_no_style_page(tmp_path: Path) -> None:
    """It is for those who work on the look."""
    site, _ = built(tmp_path, "title: T\n")

    assert not (site / "style").exists()


def test_a_language_without_strings_is_told_by_the_build(tmp_path: Path) -> None:
    """Warnings about the interface's strings stand among those of the archive."""
    _, said = built(tmp_path, "title: T\nlanguage: de\n")

    assert any("the interface has no strings in German (de)" in one for one in said)
