"""New articles, ready to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.content.new_article import slug, write_new_article
from site_builder.diagnostics import BuildError
from tests.sites.archive import article, write_archive

if TYPE_CHECKING:
    from pathlib import Path


def refusal(root: Path, **given: str) -> str:
    with pytest.raises(BuildError) as caught:
        write_new_article(root, **{"title": "Talks", "date": "2023-01-04", **given})
    return str(caught.value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, {})


def test_a_draft_is_written(root: Path) -> None:
    """The file is named after its date and title and lies in its year's folder."""
    path = write_new_article(
        root,
        title="Mao: 'Ties'",
        date="2023-01-04",
        speaker="mao-ning",
        carrier="app",
        language="ur",
    )

    assert path == root / "content/articles/2023/2023-01-04-mao-ties.md"
    assert path.read_bytes().decode() == (
        "---\ntitle: 'Mao: ''Ties'''\ndate: 2023-01-04\nspeakers:\n  - person: mao-ning\n"
        "carrier: app\nlanguage: ur\nstatus: draft\n---\n\n"
    )


def test_an_id_may_be_given(root: Path) -> None:
    """A name of the curator's own takes the place of the made one."""
    path = write_new_article(root, title="毛宁", date="2023", article_id="mao")

    assert path == root / "content/articles/2023/mao.md"


@pytest.mark.parametrize("name", ["../../escaped", "2023/x", "A", "a b", ".", "x.bak", "nul"])
def test_an_id_cannot_lead_elsewhere(root: Path, name: str) -> None:
    """An id is no path and no odd name; nothing is written."""
    refusal(root, article_id=name)

    assert list(root.rglob("*.md")) == []


def test_wrong_values_are_refused(root: Path) -> None:
    """A date that is none is refused with the fields' own words."""
    assert '"4 Jan 2023" is not a date\n  Write it as 2023-01-04' in refusal(
        root, date="4 Jan 2023", article_id="x"
    )
    assert '"title" is empty' in refusal(root, title=" ", article_id="x")


def test_an_article_is_never_overwritten(root: Path) -> None:
    """An id that is taken, in whatever folder, is refused."""
    write_archive(root, {"articles/imported/x.md": article()})

    assert refusal(root, article_id="x") == (
        "content/articles/imported/x.md:1: error[id]: there is such an article already\n"
        "  Give another name with --id."
    )


def test_a_folder_without_an_archive_is_refused(tmp_path: Path) -> None:
    """Nothing is begun in a folder that holds no archive."""
    assert "there is no folder content/" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("China ready to work with Pakistan", "china-ready-to-work-with-pakistan"),
        ("L’été à Genève: “Düsseldorf's”", "lete-a-geneve-dusseldorfs"),
        ("毛宁", ""),
        ("word " * 40, "-".join(["word"] * 16)),
        ("a" * 200, "a" * 80),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    """A title's letters without accents, in whole words, at most 80."""
    assert slug(title) == expected
