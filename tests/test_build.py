"""The whole way from content/ to a site: the same bytes, every fault, nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from site_builder.build import BuildOptions, build_site, check_site
from site_builder.diagnostics import BuildError
from site_builder.output.links import find_broken_links
from tests.sites.archive import article, write_archive
from tests.sites.built import BuiltSite
from tests.sites.small import SMALL
from tests.trees import tree

if TYPE_CHECKING:
    from pathlib import Path

# Ten articles are enough to use two processes on.
_MAIN = (
    "from site_builder import making, pipeline, readings;"
    "readings._PARALLEL_FROM = 2; readings._CHUNK = making._CHUNK = 3; pipeline._SMALL = 2;"
    "from site_builder.cli import main; main()"
)

# Folders are read in an order that is no other machine's.
_BACKWARDS = """
import os

class Backwards:
    scandir = os.scandir

    def __init__(self, *folder):
        with self.scandir(*folder) as found:
            self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        return self.found

    def __next__(self):
        return next(self.found)

    def close(self):
        self.found = iter(())

os.scandir = Backwards
"""


def options(root: Path, **more: object) -> BuildOptions:
    return BuildOptions(root=root, output=root / "_site", **more)  # type: ignore[arg-type]


def faults_of(root: Path, **more: object) -> list[str]:
    with pytest.raises(BuildError) as caught:
        build_site(options(root, **more))
    return [str(fault) for fault in caught.value.diagnostics]


def run(
    root: Path, *arguments: str, before: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", before + _MAIN, *arguments],
        cwd=root,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Folder, zone, locale, umask, hash seed, order of files, processes: none changes a byte."""
    one = write_archive(tmp_path / "one", SMALL)
    two = write_archive(tmp_path / "a longer name for two", dict(reversed(SMALL.items())))
    first = run(one, "build", "--jobs", "1", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = {"TZ": "Asia/Karachi", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "CI": ""}
    umask = os.umask(0o077)
    try:
        arguments = ("build", str(two), "--jobs", "2", "-v", "--no-strict")
        second = run(tmp_path, *arguments, before=_BACKWARDS, **other)
    finally:
        os.umask(umask)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert tree(one / "_site") == tree(two / "_site")


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    """A build of an unchanged archive finds every file as it is."""
    root = write_archive(tmp_path, SMALL)
    first = build_site(options(root)).published
    second = build_site(options(root)).published

    assert first.unchanged == 0
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)


def test_every_fault_of_every_file_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """Three faults in two files: all told, status 1, and the last good site as it was."""
    root = write_archive(tmp_path, SMALL)
    assert run(root, "build").returncode == 0
    before = tree(root / "_site")
    broken = {
        "articles/2023/a.md": article(date="x", kind="y"),
        "articles/2023/b.md": article(tags="[corridor]"),
    }
    write_archive(root, broken)
    done = run(root, "build", "--jobs", "2")
    told = done.stderr.splitlines()

    assert done.returncode == 1
    assert done.stdout == ""
    assert [line.partition(": error")[0] for line in told if ": error[" in line] == [
        "content/articles/2023/a.md:3",
        "content/articles/2023/a.md:4",
        "content/articles/2023/b.md:4",
    ]
    assert told[-1] == "Nothing was built: 3 errors."
    assert "Traceback" not in done.stderr
    for name in broken:
        (root / "content" / name).unlink()
    assert tree(root / "_site") == before


def test_a_fault_in_a_worker_is_told_like_any_other(tmp_path: Path) -> None:
    """A template that fails in another process ends the build with its line."""
    template = (
        "{% extends 'base.html' %}\n{% block content %}\n{{ view.nothing }}\n{% endblock %}\n"
    )
    root = write_archive(tmp_path, {**SMALL, "/templates/article.html": template})
    done = run(root, "build", "--jobs", "2")

    assert done.returncode == 1
    assert done.stderr.startswith("templates/article.html:3: error[template]: ")
    assert "Traceback" not in done.stderr
    assert not (root / "_site").exists()


def test_warnings_stop_a_strict_build_only(tmp_path: Path) -> None:
    """A warning is told and the site is built; a strict build stops before it writes."""
    root = write_archive(tmp_path, {"articles/2023/a.md": article(), "articles/b.txt": "x"})
    found = faults_of(root, strict=True)

    assert len(found) == 1
    assert found[0].startswith("content/articles/b.txt:1: warning[stray-file]")
    assert not (root / "_site").exists()
    assert [str(one) for one in build_site(options(root)).diagnostics] == found


def test_drafts_are_built_on_request(tmp_path: Path) -> None:
    """A draft has a page, out of search engines' sight, only where drafts are asked for."""
    root = write_archive(tmp_path, SMALL)
    page = root / "_site/articles/2024-02-02-draft/index.html"
    build_site(options(root))
    assert not page.exists()
    build_site(options(root, drafts=True))

    assert '<meta name="robots" content="noindex">' in page.read_text(encoding="utf-8")
    assert "2024-02-02-draft" not in (root / "_site/sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"articles/2023/a.md": article()},
        {"articles/2023/a.md": article(display="metadata", body="")},
        {
            "articles/2024/2024-withdrawn.md": article(
                "2024", status="withdrawn", withdrawal="{date: 2024-05, reason: R.}"
            )
        },
    ],
    ids=["empty", "no registers", "metadata only", "withdrawn only"],
)
def test_the_smallest_archives_have_a_whole_site(tmp_path: Path, files: dict[str, str]) -> None:
    """Nothing at all, or one article without registers, makes a site whose links all lead on."""
    root = write_archive(tmp_path, files)
    report = build_site(options(root))
    site = BuiltSite(folder=root / "_site", base_url="")

    assert report.diagnostics == ()
    assert report.articles == len(files)
    assert find_broken_links(site.files()) == ()


def test_every_link_of_a_small_site_leads_on(tmp_path: Path) -> None:
    """The check of the small archive, paginated lists and all, finds nothing."""
    many = {
        f"articles/2023/many-{n:02d}.md": article(f"2023-05-{n:02d}", tags="[cpec]")
        for n in range(1, 29)
    }
    root = write_archive(tmp_path, {**SMALL, **many})
    report = check_site(options(root))

    assert [str(one) for one in report.diagnostics if one.severity != "note"] == []
    assert not (root / "_site").exists()


def test_a_translation_of_another_day_leads_nowhere_wrong(tmp_path: Path) -> None:
    """A translation dated outside the timeline has no link to a month that is not there."""
    files = {
        "articles/2023/a.md": article("2023-01-04"),
        "articles/2023/a.ur.md": article("2023-02-04"),
        "articles/b.md": article("2024-01-01"),
        "articles/b.ur.md": article("2025"),
    }

    assert check_site(options(write_archive(tmp_path, files))).diagnostics == ()


def test_links_that_lead_nowhere_are_warnings(tmp_path: Path) -> None:
    """The check names the file that holds a broken link."""
    root = write_archive(tmp_path, {"articles/2023/a.md": article(body="[x](nowhere.md) words\n")})

    assert [str(one) for one in check_site(options(root)).diagnostics] == [
        (
            "content/articles/2023/a.md:6: warning[broken-link]: "
            "the page articles/a/index.html links "
            'to "../../articles/nowhere/", which leads nowhere\n'
            "  Correct the link, or add what it leads to."
        )
    ]
    with pytest.raises(BuildError):
        check_site(options(root, strict=True))


RENAME = "  Rename it, or remove the alias that asks for this path."
COLLISIONS = [
    (
        {"pages/tags.md": "---\ntitle: T\n---\nx\n"},
        (
            'content/pages/tags.md:1: error[address]: the address "/tags/" is already the one of '
            "another page\n  Rename one of the two."
        ),
    ),
    (
        {"pages/a/x.md": "---\ntitle: T\n---\nx\n", "pages/x.md": "---\ntitle: T\n---\nx\n"},
        (
            'content/pages/a/x.md:1: error[address]: the address "/x/" is already the one of '
            "content/pages/x.md\n  Rename one of the two."
        ),
    ),
    (
        {"articles/2023/a.md": article(aliases="[/Tags/]")},
        (
            'content/articles/2023/a.md:4: error[aliases]: the alias "/Tags/" already is a page of '
            "the site\n  Remove it, or write another one."
        ),
    ),
    (
        {
            "articles/2023/a.md": article(aliases="[/old]"),
            "articles/2023/b.md": article(aliases="[/OLD/]"),
        },
        (
            'content/articles/2023/b.md:4: error[aliases]: the alias "/OLD/" already leads to a\n'
            "  Remove it, or write another one."
        ),
    ),
    (
        {"articles/2023/a.md": article(aliases="[/feed.xml]")},
        (
            'content/articles/2023/a.md:4: error[address]: its path "feed.xml/index.html" is '
            "taken by "
            f'"feed.xml", which is a file of the site too\n{RENAME}'
        ),
    ),
    (
        {"articles/2023/a.md": article(aliases="[/search/manifest.json/x/]")},
        (
            "content/articles/2023/a.md:4: error[address]: its path "
            '"search/manifest.json/x/index.html" is taken by "search/manifest.json", '
            "which is a file "
            f"of the site too\n{RENAME}"
        ),
    ),
    (
        {"articles/2023/a.md": article(aliases="[/old.html, /old.html/x/]")},
        (
            'content/articles/2023/a.md:4: error[address]: its path "old.html/x/index.html" is '
            "taken "
            f'by "old.html", which is a file of the site too\n{RENAME}'
        ),
    ),
    (
        {"/static/Index.html": "x"},
        (
            'static/Index.html:1: error[address]: its path "Index.html" is taken by "index.html", '
            f"which is a file of the site too\n{RENAME}"
        ),
    ),
    (
        {"/static/robots.txt": "x"},
        (
            'static/robots.txt:1: error[address]: its path "robots.txt" is taken by "robots.txt", '
            f"which is a file of the site too\n{RENAME}"
        ),
    ),
]


@pytest.mark.parametrize(("files", "fault"), COLLISIONS)
def test_no_two_things_share_an_address(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    """Two pages, aliases or files that would share a path are an error."""
    assert faults_of(write_archive(tmp_path, files)) == [fault]


def test_a_static_file_cannot_stand_where_a_folder_must(tmp_path: Path) -> None:
    """Each of the pages that a file hides is told, and the last good site stays."""
    root = write_archive(tmp_path, {"articles/2023/a.md": article()})
    build_site(options(root))
    before = tree(root / "_site")
    found = faults_of(write_archive(root, {"/static/articles": "x"}))

    assert [fault.split("\n")[0] for fault in found if "a/index.html" in fault] == [
        (
            'static/articles:1: error[address]: its path "articles" is taken by '
            '"articles/a/index.html", which is a file of the site too'
        )
    ]
    assert tree(root / "_site") == before


def test_aliases_lead_to_their_article(tmp_path: Path) -> None:
    """Each old path is a page that leads on, with and without an ending."""
    root = write_archive(tmp_path, SMALL)
    build_site(options(root))

    for path in ("old/ties/index.html", "old/ties.html", "old/withdrawn/index.html"):
        text = (root / "_site" / path).read_text(encoding="utf-8")
        assert '<meta http-equiv="refresh"' in text
        assert "noindex" in text


def test_another_address_can_be_given_for_a_build(tmp_path: Path) -> None:
    """The address of the command takes the place of the settings', an empty one removes it."""
    root = write_archive(tmp_path, SMALL)
    build_site(options(root, base_url="https://example.net/x"))
    sitemap = (root / "_site/sitemap.xml").read_text(encoding="utf-8")
    build_site(options(root, base_url=""))

    assert "<loc>https://example.net/x/</loc>" in sitemap
    assert not (root / "_site/sitemap.xml").exists()
