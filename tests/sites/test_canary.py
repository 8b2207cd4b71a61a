"""What `display` and `status` withhold is in no file of a built site."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from site_builder.build import BuildOptions, build_site
from tests.sites.archive import write_archive
from tests.sites.small import SMALL, WITHHELD

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of the small archive's site as text, escapes of JSON undone."""
    root = write_archive(tmp_path_factory.mktemp("small"), SMALL)
    build_site(BuildOptions(root=root, output=root / "_site"))
    return {path.relative_to(root / "_site").as_posix(): _text(path) for path in _files(root)}


def _files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "_site").rglob("*") if path.is_file())


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".zip":
        with ZipFile(BytesIO(data)) as packed:
            data = b"\n".join(packed.read(name) for name in packed.namelist())
    elif path.suffix == ".gz":
        data = gzip.decompress(data)
    text = data.decode(errors="ignore" if path.suffix in {".sqlite", ".png"} else "strict")
    return json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text


@pytest.mark.parametrize("word", WITHHELD)
def test_withheld_words_are_nowhere(site: dict[str, str], word: str) -> None:
    """No page, feed, export or part of the search index holds a withheld word or its stem."""
    register = "formulations"  # a variant's wording is the register's own text, not an article's
    assert any(word in text for text in SMALL.values())
    assert [
        path
        for path, text in site.items()
        if word[:-2] in text.lower() and not (word == "zanzibarquote" and register in path)
    ] == []


def test_what_is_disclosed_is_there(site: dict[str, str]) -> None:
    """The first half of an excerpt is on its page, in the feeds and in the index."""
    holding = [path for path, text in site.items() if "ties are as firm" in text.lower()]

    assert {"articles/2023-01-04-ties/index.html", "feed.xml", "feed.json"} <= set(holding)
    assert any(path.startswith("search/") for path in holding)


def test_a_tombstone_gives_the_reason_alone(site: dict[str, str]) -> None:
    """A withdrawn entry keeps its address and its reason, and stands in no list."""
    page = site["articles/2024-withdrawn/index.html"]

    assert "It was a forgery." in page
    assert [path for path, text in site.items() if "It was a forgery." in text] == [
        "articles/2024-withdrawn/2024-withdrawn.md",
        "articles/2024-withdrawn/index.html",
        "corrections/feed.json",
        "corrections/feed.xml",
        "corrections/index.html",
    ]
    assert "2024-withdrawn" not in site["sitemap.xml"] + site["feed.xml"] + site["index.html"]


def test_no_draft_has_a_page(site: dict[str, str]) -> None:
    """A draft leaves no trace of its address."""
    assert [path for path, text in site.items() if "2024-02-02-draft" in path + text] == []
