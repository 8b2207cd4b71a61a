"""The worked example in the documentation of themes does what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path

_FILE = re.compile(r"^`([\w/.-]+)`.*?:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def themed(tmp_path: Path, repository: Path) -> Path:
    """An archive with the files of the example, built."""
    root = write_archive(tmp_path, {"articles/2023/one.md": article()})
    page = (repository / "docs" / "curators" / "themes.md").read_text(encoding="utf-8")
    files = dict(_FILE.findall(page[page.index("## An example") :]))
    assert list(files) == [
        "content/site.yaml",
        "templates/components/footer.html",
        "templates/strings/en.yaml",
        "static/css/ministry.css",
    ]
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(BuildOptions(root=root, output=tmp_path / "_site"))
    return tmp_path / "_site"


def test_example_changes_the_colophon(themed: Path) -> None:
    """The footer is the archive's own, with a string of its own."""
    home = (themed / "index.html").read_text(encoding="utf-8")

    assert '<footer class="colophon ministry">' in home
    assert "<p>The reading room is open from Monday to Thursday, nine to five.</p>" in home


def test_example_adds_its_rules(themed: Path) -> None:
    """The archive's style sheet is part of the site's, in the layer that wins."""
    (sheet,) = themed.glob("assets/*/css/site.css")
    rules = sheet.read_text(encoding="utf-8")

    assert ".ministry::before" in rules
    assert re.search(r"@layer [\w, ]+, theme;", rules)
