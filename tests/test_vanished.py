"""Addresses that people have linked to do not disappear unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.build import BuildOptions, build_site
from site_builder.diagnostics import BuildError
from site_builder.vanished import vanished
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.build import BuildReport

MANY = {f"articles/{number:02d}.md": article(f"2023-01-{number + 1:02d}") for number in range(20)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of twenty entries, built."""
    root = write_archive(tmp_path, {**REGISTERS, **MANY})
    build(root)
    return root


def build(root: Path, **more: bool) -> BuildReport:
    cache = root / ".cache"
    return build_site(BuildOptions(root=root, output=root / "_site", cache=cache, **more))


def remove(root: Path, count: int) -> None:
    for name in list(MANY)[:count]:
        (root / "content" / name).unlink()


def test_many_at_once_are_refused(root: Path) -> None:
    """More than a hundredth, and more than ten: an error names them, the site stays."""
    before = tree(root / "_site")
    remove(root, 12)
    with pytest.raises(BuildError) as caught:
        build(root)

    (fault,) = caught.value.diagnostics
    assert fault.code == "vanished"
    assert "/articles/00/, /articles/01/" in fault.message
    assert "--allow-vanished" in fault.hint
    assert tree(root / "_site") == before


def test_many_may_go_if_told(root: Path) -> None:
    """Who means it says so, and is told what went."""
    remove(root, 12)
    told = [one.message for one in build(root, allow_vanished=True).diagnostics]

    assert "the address /articles/03/ is gone" in told
    assert not (root / "_site/articles/03").exists()


def test_a_few_are_named(root: Path) -> None:
    """One entry taken out is a note."""
    remove(root, 1)
    told = [one.message for one in build(root).diagnostics if one.code == "vanished"]

    assert told == ["the address /articles/00/ is gone", "the address /on-this-day/01-01/ is gone"]


def test_aliases_keep_addresses(root: Path) -> None:
    """Entries may all be renamed if their old addresses lead to them."""
    remove(root, 20)
    for name, text in MANY.items():
        stem = name[9:11]
        renamed = text.replace("---\n\n", f"aliases: [/articles/{stem}/]\n---\n\n", 1)
        write_archive(root, {f"articles/new-{stem}.md": renamed})

    assert [one for one in build(root).diagnostics if one.code == "vanished"] == []


def test_pages_of_a_list_come_and_go() -> None:
    """A list that grew shorter has lost no address that counts."""
    former = ["tags/a/index.html", "tags/a/page/2/index.html", "404.html", "feed.xml"]

    assert vanished(former, ["tags/a/index.html"]) == ("/404.html",)
