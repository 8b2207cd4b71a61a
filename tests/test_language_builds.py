"""Builds of a site whose languages come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.build import BuildOptions, build_site, check_site
from site_builder.diagnostics import BuildError
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.build import BuildReport

ONE = "title: Papers\nbase_url: https://example.org/papers/\n"
TWO = f"{ONE}languages: [ur]\n"
FILES = {
    **REGISTERS,
    "site.yaml": ONE,
    "/static/seal.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "articles/talks.md": article(
        tags="[cpec]", countries="[CN]", aliases="[/old/]", body="See [the seal](/seal.svg).\n"
    ),
    "articles/talks.ur.md": article(title="مذاکرات", body="مہر دیکھیے۔\n"),
    **{
        f"articles/{number:02d}.md": article(f"2023-{number:02d}-04", tags="[trade]")
        for number in range(1, 9)
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", FILES)


def build(root: Path, **more: object) -> BuildReport:
    cache = root / ".cache" / "site-builder"
    options = {"root": root, "output": root / "_site", "cache": cache, **more}
    return build_site(BuildOptions(**options))  # type: ignore[arg-type]


def say(root: Path, settings: str) -> None:
    (root / "content" / "site.yaml").write_text(settings, encoding="utf-8")


def clean(root: Path, folder: Path) -> dict[str, str]:
    """The site as built from nothing."""
    build_site(BuildOptions(root=root, output=folder))
    return tree(folder)


def pages(files: dict[str, str]) -> set[str]:
    return {path for path in files if path.endswith(".html")}


def test_language_that_comes_and_goes_leaves_nothing(root: Path, tmp_path: Path) -> None:
    """Each time the site is the one built from nothing, and in the end what it was."""
    build(root)
    before = tree(root / "_site")
    say(root, TWO)
    build(root)
    with_urdu = tree(root / "_site")
    assert with_urdu == clean(root, tmp_path / "two")
    say(root, ONE)
    build(root, allow_vanished=True)

    assert tree(root / "_site") == before
    assert pages(before) < pages(with_urdu)


def test_language_is_not_taken_away_by_mistake(root: Path) -> None:
    """All of its addresses would go, so a build asks to be told that this is meant."""
    say(root, TWO)
    build(root)
    say(root, ONE)

    with pytest.raises(BuildError, match="vanish"):
        build(root)


def test_article_changes_in_every_language(root: Path, tmp_path: Path) -> None:
    """What one article's change shows is made again in each language, and little else."""
    say(root, TWO)
    build(root)
    old = {path: path.stat().st_ino for path in (root / "_site").rglob("*.html")}
    write_archive(root, {"articles/03.md": article("2023-03-04", title="New", tags="[trade]")})
    build(root)
    changed = {
        path.relative_to(root / "_site").as_posix()
        for path in old
        if path.stat().st_ino != old[path]
    }

    assert tree(root / "_site") == clean(root, tmp_path / "clean")
    assert {"articles/03/index.html", "ur/articles/03/index.html"} <= changed
    assert {"tags/trade/index.html", "ur/tags/trade/index.html"} <= changed
    assert "ur/tags/cpec/index.html" not in changed
    assert "ur/articles/talks/index.html" not in changed


def test_every_link_leads_somewhere(root: Path) -> None:
    """Below a language's folder as well: to its pages, and to the files that all share."""
    say(root, TWO)
    report = check_site(BuildOptions(root=root, output=root / "_site"))

    assert [str(one) for one in report.diagnostics if one.code == "broken-link"] == []
