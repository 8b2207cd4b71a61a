"""What a build does again after something changed, and what happens when it is disturbed."""

from __future__ import annotations

import errno
import math
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_builder import making, readings
from site_builder.build import BuildOptions, build_site
from site_builder.cache import store
from site_builder.diagnostics import BuildError
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from site_builder.build import BuildReport

FILES = {
    **REGISTERS,
    **{
        f"articles/{number:02d}.md": article(
            f"2023-{number % 12 + 1:02d}-04", title=f"Number {number}", tags="[cpec]"
        )
        for number in range(24)
    },
    "articles/other.md": article("2019-05-05", title="Apart", countries="[US]"),
}
RUNS = int(os.environ.get("SITE_BUILDER_KILLS", "20"))
"""Builds that are killed."""
COMMAND = """
print("ready", flush=True)
from site_builder.cli import main
main()
"""
WORKERS = """
import sys
from pathlib import Path
from site_builder import making, pipeline, readings
from site_builder.build import BuildOptions, build_site
making._CHUNK = readings._CHUNK = 3
readings._PARALLEL_FROM = pipeline._SMALL = 2
root = Path(sys.argv[2])
cache = root / ".cache/site-builder"
print("ready", flush=True)
build_site(BuildOptions(root=root, output=root / "_site", cache=cache, jobs=2))
"""
"""Even a small archive is the work of several processes; libraries are there from the start."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", FILES)


def build(root: Path, **more: object) -> BuildReport:
    cache = root / ".cache" / "site-builder"
    options = {"root": root, "output": root / "_site", "cache": cache, **more}
    return build_site(BuildOptions(**options))  # type: ignore[arg-type]


def clean(root: Path, folder: Path) -> dict[str, str]:
    """The site as built from nothing."""
    build_site(BuildOptions(root=root, output=folder))
    return tree(folder)


def test_nothing_changed(root: Path) -> None:
    """The second build writes nothing, reports the same and touches no file."""
    first = build(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "_site").rglob("*")}
    second = build(root)

    assert (second.articles, second.pages) == (first.articles, first.pages)
    assert (second.published.written, second.published.removed) == (0, 0)
    assert second.published.unchanged == first.published.written
    assert second.published.bytes == first.published.bytes
    assert {path: path.stat().st_mtime_ns for path in (root / "_site").rglob("*")} == before


def test_warnings_are_told_again_though_nothing_is_built(root: Path) -> None:
    """What is wrong stays wrong until somebody mends it."""
    write_archive(root, {"articles/empty.md": article(body="")})
    first = build(root).diagnostics
    assert [one.code for one in first if one.severity == "warning"] == ["body"]

    assert build(root).diagnostics == first
    with pytest.raises(BuildError):
        build(root, strict=True)


def test_one_article_changes_what_shows_it(root: Path, tmp_path: Path) -> None:
    """An article about something else leaves other articles' pages and the older lists alone."""
    build(root)
    old = {path: path.stat().st_ino for path in (root / "_site").rglob("*.html")}
    write_archive(root, {"articles/new.md": article("2023-12-31", title="New", tags="[trade]")})
    report = build(root)
    new = {path for path in old if path.stat().st_ino != old[path]}
    changed = {path.relative_to(root / "_site").as_posix() for path in new}

    assert "articles/23/index.html" in changed  # says what comes next
    assert "articles/05/index.html" not in changed
    assert "tags/cpec/index.html" not in changed
    assert "timeline/2023/03/index.html" not in changed
    assert report.published.written < report.published.unchanged
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_new_year_changes_the_first_pages_of_the_others(root: Path, tmp_path: Path) -> None:
    """All of the timeline has a strip of the years; nothing else is made again for it."""
    build(root)
    write_archive(root, {"articles/new.md": article("2024-01-01", title="New", tags="[trade]")})
    old = (root / "_site/articles/05/index.html").stat().st_ino
    build(root)

    assert 'timeline/2024/"' in (root / "_site/timeline/2023/03/index.html").read_text("utf-8")
    assert (root / "_site/articles/05/index.html").stat().st_ino == old
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_new_year_of_a_long_archive_leaves_the_months_alone(root: Path, tmp_path: Path) -> None:
    """Its strip has decades: only the years of the new year's own decade name the new year."""
    write_archive(root, {"articles/first.md": article("1994-03-01", title="First")})
    build(root)
    pages = {path: path.stat().st_ino for path in (root / "_site/timeline").rglob("*.html")}
    write_archive(root, {"articles/new.md": article("2021-06-01", title="New", tags="[trade]")})
    build(root)
    changed = {
        path.parent.relative_to(root / "_site/timeline").as_posix()
        for path, node in pages.items()
        if path.stat().st_ino != node
    }

    # Beside the new year stand May 2019 and January 2023; 2019 lies in another decade.
    assert changed == {".", "2020s", "2019", "2023", "2019/05", "2023/01"}
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_removed_article_leaves_nothing_behind(root: Path, tmp_path: Path) -> None:
    """Its pages, its files and its folders go."""
    build(root)
    (root / "content/articles/other.md").unlink()
    report = build(root)

    assert not (root / "_site/articles/other").exists()
    assert not (root / "_site/timeline/2019").exists()
    assert report.published.removed > 5
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_register_entry_changes_what_names_it(root: Path, tmp_path: Path) -> None:
    """A tag's new name reaches every page that shows it."""
    build(root)
    write_archive(root, {"registers/tags.yaml": "cpec: {name: Renamed}\ntrade: {name: Trade}\n"})
    build(root)

    assert "Renamed" in (root / "_site/articles/05/index.html").read_text()
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("registers/formulations.yaml", "future: {name: shared future}\n"),
        ("pages/terms.md", "---\ntitle: Terms\n---\n\nWords.\n"),
    ],
)
def test_what_every_foot_leads_to(root: Path, tmp_path: Path, name: str, text: str) -> None:
    """A first formulation or a page of prose is named at the foot of every page."""
    build(root)
    write_archive(root, {name: text})
    build(root)

    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_changed_template_changes_every_page(root: Path, tmp_path: Path) -> None:
    """A site's own template counts like an article."""
    build(root)
    write_archive(root, {"/templates/components/footer.html": "<footer>ours</footer>\n"})
    build(root)

    assert "ours" in (root / "_site/articles/05/index.html").read_text()
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_changed_template_leaves_search_as_it_is(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is analysed again for what is only about how pages look."""
    build(root)
    write_archive(root, {"/templates/components/footer.html": "<footer>ours</footer>\n"})
    analysed: list[object] = []
    monkeypatch.setattr("site_builder.pieces.analyse_document", analysed.append)
    build(root)
    monkeypatch.undo()

    assert analysed == []
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_changed_words_of_the_interface_are_found_in_the_data(root: Path, tmp_path: Path) -> None:
    """They lie beside the templates, and say what kind of text an article is."""
    write_archive(root, {"articles/05.md": article("2023-06-04", kind="statement")})
    build(root)
    write_archive(root, {"/templates/strings/en.yaml": "kind_statement: Declaration\n"})
    build(root)

    found = (root / "_site/search").rglob("*.json")
    assert any(b"Declaration" in one.read_bytes() for one in found)
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_file_put_into_the_site_is_removed(root: Path, tmp_path: Path) -> None:
    """What no build made does not stay, though the archive is unchanged."""
    build(root)
    time.sleep(0.02)
    (root / "_site/tags/stray.html").write_text("x")
    build(root)

    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_what_is_remembered_of_a_site_ends_with_it(root: Path, tmp_path: Path) -> None:
    """An article that went when nothing was known of the site, as after a kill, is made again."""
    whole = clean(root, tmp_path / "clean")
    build(root)
    (root / "content/articles/other.md").unlink()
    time.sleep(0.02)
    (root / "_site/tags/stray.html").write_text("x")
    build(root)
    write_archive(root, {"articles/other.md": FILES["articles/other.md"]})
    build(root)

    assert tree(root / "_site") == whole


def test_a_site_from_elsewhere_is_replaced(root: Path, tmp_path: Path) -> None:
    """A folder that another build made is not taken for the one that is remembered."""
    build(root)
    write_archive(tmp_path / "two", {**REGISTERS, "articles/only.md": article()})
    build_site(BuildOptions(root=tmp_path / "two", output=root / "_site"))
    build(root)

    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_disk_without_hard_links(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no spare then, and what stays is copied: the site is the same."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "link", refuse)
    build(root)
    write_archive(root, {"articles/new.md": article("2024-01-01", title="New")})
    report = build(root)

    assert report.published.written < report.published.unchanged
    assert tree(root / "_site") == clean(root, tmp_path / "clean")
    assert not (root / "._site.building-spare").exists()


def test_without_a_cache_the_site_is_the_same(root: Path, tmp_path: Path) -> None:
    """Removing what builds keep is always safe."""
    build(root)
    for path in (root / ".cache/site-builder").glob("store*"):
        path.unlink()
    build(root)

    assert tree(root / "_site") == clean(root, tmp_path / "clean")


@pytest.mark.parametrize("name", ["store.sqlite", "store-2.sqlite"])
def test_a_damaged_cache_is_thrown_away_with_a_note(root: Path, tmp_path: Path, name: str) -> None:
    """The build goes on, and says that it began anew."""
    build(root)
    path = root / ".cache/site-builder" / name
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b"\0" * (len(data) - len(data) // 2))
    write_archive(root, {"articles/new.md": article("2024-01-01")})
    report = build(root)

    assert [one.message for one in report.diagnostics if one.code == "cache"] != []
    assert tree(root / "_site") == clean(root, tmp_path / "clean")


def test_a_cache_that_may_only_be_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site can be built elsewhere out of an archive on a disk that may only be read."""
    build(root)
    write_archive(root, {"articles/new.md": article("2024-01-01", title="New")})
    connect = store._connect

    def read_only(path: Path) -> object:
        connection = connect(path)
        if path.is_relative_to(root):
            connection.execute("PRAGMA query_only = ON")
        return connection

    def remove(path: Path, **more: bool) -> None:
        if path.is_relative_to(root):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        unlink(path, **more)

    unlink = Path.unlink
    monkeypatch.setattr(store, "_connect", read_only)
    monkeypatch.setattr(Path, "unlink", remove)
    report = build(root, output=tmp_path / "site")
    monkeypatch.undo()

    (told,) = [one.message for one in report.diagnostics if one.code == "cache"]
    assert told.startswith("what the last build left cannot be used: attempt to write a readonly")
    assert tree(tmp_path / "site") == clean(root, tmp_path / "clean")


def test_a_worker_that_dies_names_the_article(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process ended by the system is an error at the article it was at, not a hang."""
    monkeypatch.setattr(readings, "_PARALLEL_FROM", 2)
    monkeypatch.setattr(readings, "_CHUNK", 3)
    whole = readings.read_and_pack

    def deadly(files: list[tuple[str, bytes]], settings: object) -> object:
        if any(path.endswith("/07.md") for path, _ in files):
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(files, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "read_and_pack", deadly)
    with pytest.raises(BuildError) as caught:
        build(root, jobs=2)

    (fault,) = caught.value.diagnostics
    assert str(fault.location) == "content/articles/07.md:1"
    assert not (root / "_site").exists()


def test_many_articles_over_processes(root: Path, tmp_path: Path, monkeypatch: object) -> None:
    """Spread over processes or not, from nothing or not, the site is the same."""
    for module in (readings, making):
        monkeypatch.setattr(module, "_CHUNK", 3)  # type: ignore[attr-defined]
    monkeypatch.setattr(readings, "_PARALLEL_FROM", 2)  # type: ignore[attr-defined]
    monkeypatch.setattr("site_builder.pipeline._SMALL", 2)  # type: ignore[attr-defined]
    build(root, jobs=3)
    write_archive(root, {"articles/new.md": article("2023-06-04", title="New", tags="[cpec]")})
    build(root, jobs=3)

    assert tree(root / "_site") == clean(root, tmp_path / "clean")


@pytest.mark.parametrize("begin", [COMMAND, WORKERS], ids=["command", "workers"])
def test_builds_killed_at_any_moment(root: Path, tmp_path: Path, begin: str) -> None:
    """After a kill the old site or the new one lies there, whole; the next build is right."""
    build(root)
    chance = random.Random(7)
    versions = [
        article("2024-01-01", title="Newest", tags="[trade]"),
        article("2023-02-04", title="In the middle", tags="[cpec]"),
        None,
    ]
    whole = []
    for number, text in enumerate(versions):
        _set(root, text)
        whole.append(clean(root, tmp_path / f"clean-{number}"))
    seconds, killed = math.inf, 0
    while killed < RUNS / 2:
        # Always another than the one that lies there, so that there is something to do.
        now = (whole.index(tree(root / "_site")) + chance.choice([1, 2])) % 3
        _set(root, versions[now])
        limit = seconds if seconds == math.inf else chance.uniform(0.1, 1.15) * seconds
        needed = _build_until(limit, begin, root)
        if needed is None:
            killed += 1
        else:
            seconds = needed
            assert tree(root / "_site") == whole[now]
    build(root)

    assert tree(root / "_site") == whole[now]
    assert {path.name for path in root.iterdir()} <= {
        *("content", ".cache", "_site", "._site.building-spare", "._site.building-lock"),
    }


def _build_until(limit: float, begin: str, root: Path) -> float | None:
    """Build for at most `limit` seconds; return how many were needed, None where it was killed."""
    command = [sys.executable, "-c", begin, "build", str(root), "-q"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        start = time.monotonic()
        try:
            status = process.wait(None if limit == math.inf else limit)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    assert status == 0
    return time.monotonic() - start


def _set(root: Path, text: str | None) -> None:
    if text is None:
        (root / "content/articles/changing.md").unlink(missing_ok=True)
    else:
        write_archive(root, {"articles/changing.md": text})
