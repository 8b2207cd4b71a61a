"""A site's files made a copy that is read from a disk."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.offline.copy import offline_files, with_index
from site_builder.offline.scripts import offline_scripts
from site_builder.output.bundling import UnbundledError
from site_builder.output.files import OutputFile
from site_builder.output.links import find_broken_links
from tests.search.node import run_in_node
from tests.sites.archive import write_archive
from tests.sites.small import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../tags/cpec/", "../../tags/cpec/index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../search/?q=a/", "../search/index.html?q=a/"),
        ("../articles/a/#p3", "../articles/a/index.html#p3"),
        ("a.pdf", "a.pdf"),
        ("a.pdf?x=/", "a.pdf?x=/"),
        ("#p3", "#p3"),
        ("?page=2", "?page=2"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/", "/"),
    ],
)
def test_folders_are_named_by_their_page(address: str, expected: str) -> None:
    """Only what leads to a folder of the site gets another name."""
    assert with_index(address.encode()).decode() == expected


def copied(**files: str) -> dict[str, str]:
    """Return the copy of a site with these files; '__' stands for '/', '_' for '.'."""
    site = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    found = offline_files(site, lambda path: site[path].encode(), {}, "")
    return {file.path: file.data.decode() for file in found}


def test_only_tags_are_read_and_text_stays() -> None:
    """What looks like an address in words or in another attribute is not one."""
    page = (
        '<p title=\'href="a/"\'>href="a/" <a class="x>y" href="b/">href="c/"</a></p>'
        '<form action="s/"><svg><a href="d/#x"/></svg><meta content="0; url=e/">'
    )

    assert copied(index_html=page)["index.html"] == page.replace(
        'href="b/"', 'href="b/index.html"'
    ).replace("s/", "s/index.html").replace("d/#", "d/index.html#").replace(
        "url=e/", "url=e/index.html"
    )


def test_what_scripts_fetch_is_a_script(tmp_path: Path) -> None:
    """Quotes, backslashes, line ends, other scripts and the end of a script element survive."""
    text = '{"a\\\\": "it\'s \\n </script> \u2028 نص", "__proto__": 1}\n'
    files = copied(search__manifest_json=text, search__index_html="<p>")
    program = (
        "const offlineData = (...given) => console.log(JSON.stringify(given));"
        + files["search/manifest.json.js"]
    )

    assert "search/manifest.json" not in files
    assert run_in_node(tmp_path, program, None) == ["search/manifest.json", text]


def test_folders_of_languages_are_read_as_the_root_is() -> None:
    """What scripts fetch below them is a script; a topic called 'search' is none of it."""
    files = copied(
        fr__search__index_html="<p>",
        fr__search__names_json="{}",
        fr__timeline__2023__index_html="<p>",
        tags__search__feed_json="{}",
        tags__search__index_html="<p>",
    )

    assert sorted(path for path in files if not path.endswith(("file.js", "offline.js"))) == [
        "fr/search/index.html",
        "fr/search/names.json.js",
        "fr/timeline/2023/index.html",
        "fr/timeline/2023/index.html.js",
        "tags/search/feed.json",
        "tags/search/index.html",
    ]


def test_drawings_that_pages_share_are_put_into_each() -> None:
    """A page opened from a disk may not use a part of another file."""
    svg = '<svg><symbol id="bars" viewBox="0 0 1 1"><path d="M0 0"/></symbol></svg>'
    page = '<svg><use class="a" href="../t/d.svg#bars" x="1"/><use href="../t/d.svg#bars"/></svg>'
    files = {"t/d.svg": svg.encode(), "p/index.html": page.encode()}
    (found,) = (
        file.data.decode()
        for file in offline_files(files, files.__getitem__, {}, "")
        if file.path == "p/index.html"
    )

    assert found == (
        '<svg><symbol id="drawn-bars" viewBox="0 0 1 1"><path d="M0 0"/></symbol>'
        '<use class="a" href="#drawn-bars" x="1"/><use href="#drawn-bars"/></svg>'
    )


def test_modules_become_scripts_with_all_that_they_need() -> None:
    """What is imported later is a script of its own; addresses are told by the runtime."""
    modules = {
        "js/a.js": (
            'import { b } from "./deep/b.js";\nb(() => import("./c.js"), import.meta.url);\n'
        ),
        "js/deep/b.js": "export const b = (x, y) => location.assign(y);\n",
        "js/c.js": "export const c = 1;\n",
        "js/unused.js": "export const d = 1;\n",
    }
    scripts = dict(offline_scripts(["js/a.js"], modules, ""))

    assert list(scripts) == ["js/a.js", "js/c.js"]
    assert 'offlineImport("c.js")' in scripts["js/a.js"]
    assert 'offlineAddress("a.js")' in scripts["js/a.js"]
    assert "offlineGo(y)" in scripts["js/a.js"]
    assert not re.search(r"^(import|export)\b", "".join(scripts.values()), re.MULTILINE)


def test_a_module_that_cannot_be_joined_is_named() -> None:
    """A site's own script in another style is not left out in silence."""
    with pytest.raises(UnbundledError, match=r"js/a\.js"):
        list(offline_scripts(["js/a.js"], {"js/a.js": "export default 1;\n"}, ""))


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of an archive with one of everything."""
    root = write_archive(tmp_path_factory.mktemp("small"), SMALL)
    result = CliRunner().invoke(main, ["offline", str(root)])
    assert result.exit_code == 0, result.output
    assert "Packed 7 articles" in result.output
    return root / "archive-offline.zip"


def test_every_link_of_the_copy_leads_to_a_file(packed: Path) -> None:
    """No page links to a folder, and every file that a page names is there."""
    with ZipFile(packed) as archive:
        names = {name.removeprefix("archive-offline/") for name in archive.namelist()}
        pages = [
            OutputFile(name, archive.read(f"archive-offline/{name}")) for name in sorted(names)
        ]
    links = [
        unquote(unescape(address)).partition("#")[0].partition("?")[0]
        for page in pages
        if page.path.endswith(".html")
        for address in re.findall(r'<a [^>]*href="([^"]*)"', page.data.decode())
    ]

    assert len(pages) > 150
    assert len(links) > 1_000
    assert [one for one in links if one.endswith(("/", "..")) and "://" not in one] == []
    assert list(find_broken_links(pages, base_url="https://example.org/small/")) == []
    html = b"".join(page.data for page in pages if page.path.endswith(".html"))
    assert b'type="module"' not in html


def test_the_same_archive_gives_the_same_file(packed: Path) -> None:
    """Built and packed again, not a byte differs; the times in it are no clock's."""
    before = packed.read_bytes()
    packed.unlink()
    CliRunner().invoke(main, ["offline", str(packed.parent)])

    assert packed.read_bytes() == before
    with ZipFile(packed) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_build_that_fails_leaves_the_last_copy(packed: Path) -> None:
    """Faults are told as a build tells them."""
    before = packed.read_bytes()
    page = packed.parent / "content/pages/about.md"
    kept = page.read_text()
    page.write_text("no front matter")
    result = CliRunner().invoke(main, ["offline", str(packed.parent)])
    page.write_text(kept)

    assert result.exit_code == 1
    assert "content/pages/about.md:1" in result.output
    assert packed.read_bytes() == before
