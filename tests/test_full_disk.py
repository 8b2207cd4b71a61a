"""A disk that gets full in the middle of a build: the old site or the new one, whole."""

from __future__ import annotations

import math
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from site_builder import making, pipeline, readings
from site_builder.build import BuildOptions, build_site
from site_builder.content import source_files
from site_builder.output.errors import OutputError
from site_builder.parallel import forks
from tests.full_disk import disk_with
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_builder.build import BuildReport

STEP = int(os.environ.get("SITE_BUILDER_FULL_DISK", "331"))
"""Every so many writes at most one is the first that is refused; 1 tries each."""
FIRST = (2, 6)
"""Writes at the beginning that are tried in any case: not even a store can be had."""
LAST = 2
"""Writes at the end that are tried in any case: what is published is there, what is kept is not."""
FILES = {
    **REGISTERS,
    **{f"articles/{number}.md": article(f"2023-0{number}-04") for number in range(1, 5)},
    "articles/old.md": article("2019-05-05", countries="[US]"),
}


def build(root: Path, *, cached: bool = True) -> BuildReport:
    cache = root / ".cache" / "site-builder" if cached else None
    return build_site(BuildOptions(root=root, output=root / "_site", cache=cache, jobs=2))


def edit(root: Path) -> None:
    """Add, change and remove."""
    write_archive(root, {"articles/5.md": article("2023-05-04", tags="[cpec]")})
    write_archive(root, {"articles/1.md": article("2023-01-04", title="Otherwise")})
    (root / "content/articles/old.md").unlink()


def clean(root: Path, folder: Path) -> dict[str, str]:
    build_site(BuildOptions(root=root, output=folder))
    return tree(folder)


def try_next_build(tmp_path: Path, *, cached: bool) -> None:
    """Try the writes of a build after edits."""
    start = write_archive(tmp_path / "start", FILES)
    build(start, cached=cached)
    before = tree(start / "_site")
    edit(start)
    after = clean(start, tmp_path / "clean")

    try_writes(start, tmp_path, [before, after], cached=cached)


def try_writes(start: Path, tmp_path: Path, whole: list[dict[str, str]], *, cached: bool) -> None:
    """Build copies of `start` on disks that get full at one write or another, the last included.

    `whole` are the sites that may lie there, the new one last.
    """
    with copy_of(start, tmp_path) as root, disk_with(math.inf) as disk:
        build(root, cached=cached)
    asked, late, mended = disk.asked, 0, set()
    steps = range(0, asked, min(STEP, asked // 3))
    for room in sorted({*FIRST, *steps, *range(asked - LAST, asked + 1)}):
        with copy_of(start, tmp_path) as root:
            refused, told = build_with(room, root, cached=cached)
            assert tree(root / "_site") in (whole if refused else whole[-1:]), (room, refused, told)
            late = room if refused or told else late

            # Most refusals leave what an earlier one left, from where the site was built already.
            left = all_of(root)
            if left in mended:
                continue
            build(root, cached=cached)
            assert tree(root / "_site") == whole[-1], room
            assert not cached or build(root).published.written == 0
            assert {path.name for path in root.iterdir()} <= {
                *("content", ".cache", "_site", "._site.building-spare"),
            }
            mended.add(left)
    assert not cached or late >= asked - LAST


def all_of(root: Path) -> frozenset[tuple[str, int, int, int, bytes]]:
    """All that a build finds: each file and folder, with the times of those of the site."""
    return frozenset(
        (
            path.relative_to(root).as_posix(),
            path.stat().st_mode,
            path.stat().st_nlink,
            path.stat().st_mtime_ns if root / "_site" in (path, *path.parents) else 0,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in root.rglob("*")
    )


def build_with(room: int, root: Path, *, cached: bool) -> tuple[str, list[str]]:
    """Return why a build is refused, '' where it is not, and the notes of one that is not."""
    with disk_with(room) as disk:
        try:
            report = build(root, cached=cached)
        except OutputError as failure:
            return refusal(failure), []
    told = [one.message for one in report.diagnostics if one.code == "cache"]
    assert (disk.full and cached) == bool(told)
    return "", told


def refusal(failure: OutputError) -> str:
    """What is said of a full disk, with the next step."""
    assert failure.message.startswith("there is no room on the disk for ")
    assert failure.next_step.startswith("Free some space and build again")
    return failure.message


@contextmanager
def copy_of(start: Path, tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "root"
    shutil.copytree(start, root, symlinks=True)
    yield root
    shutil.rmtree(root)


def test_the_first_build(tmp_path: Path) -> None:
    """There is no site or the whole one."""
    start = write_archive(tmp_path / "start", FILES)
    whole = clean(start, tmp_path / "clean")

    try_writes(start, tmp_path, [{}, whole], cached=True)


@pytest.mark.parametrize("cached", [True, False])
def test_the_next_build(tmp_path: Path, *, cached: bool) -> None:
    """The old site stays until the new one is whole, and what is remembered does no harm."""
    try_next_build(tmp_path, cached=cached)


@pytest.mark.skipif(not forks(), reason="workers are forked on Linux alone")
def test_the_next_build_over_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker is refused is told as what the build itself is; each counts for itself."""
    for module in (readings, making):
        monkeypatch.setattr(module, "_CHUNK", 3)
    monkeypatch.setattr(readings, "_PARALLEL_FROM", 2)
    monkeypatch.setattr(pipeline, "_SMALL", 2)

    try_next_build(tmp_path, cached=True)


@pytest.mark.parametrize("known", [True, False])
def test_a_build_with_nothing_to_do_needs_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool
) -> None:
    """A full disk is no reason to fail where nothing is to be written, files' stamps or not."""
    monkeypatch.setattr(source_files, "_RACY_NS", -(10**10) if known else 10**15)
    root = write_archive(tmp_path / "archive", FILES)
    build(root)
    monkeypatch.setattr(source_files, "_RACY_NS", -(10**10))
    with disk_with(1) as disk:  # one for the lock
        report = build(root)

    assert report.published.written == 0
    assert "cache" not in {one.code for one in report.diagnostics}
    assert disk.full != known
