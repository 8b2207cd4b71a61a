"""An archive outlives its repository: a built site is enough to make it again."""

from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from site_builder.build import BuildOptions, build_site
from site_builder.cli import main
from site_builder.restore import NotASiteError, restore_archive
from tests.sites.archive import REGISTERS, article, write_archive
from tests.sites.small import SMALL, WITHHELD
from tests.trees import tree

SAMPLE = Path(__file__).parents[1] / "content"


def built(root: Path) -> Path:
    """Build an archive and return its site."""
    build_site(BuildOptions(root=root, output=root / "_site"))
    return root / "_site"


def restore(site: Path, into: Path) -> Result:
    return CliRunner().invoke(main, ["restore", str(site), "--into", str(into)])


def differences(site: Path, other: Path) -> set[str]:
    """Return the paths of files that are not the same in both."""
    before, after = tree(site), tree(other)
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def test_sample_archive_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """The site of the sample archive rebuilds it, and that builds the same site."""
    root = tmp_path / "archive"
    shutil.copytree(SAMPLE, root / "content")
    site = built(root)
    result = restore(site, tmp_path / "again")

    assert result.exit_code == 0, result.output
    assert result.output.startswith("Restored 7")
    assert differences(site, built(tmp_path / "again")) == set()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive with one of everything, and a picture of its own."""
    root = write_archive(
        tmp_path_factory.mktemp("small"), {**SMALL, "/static/p/flag.svg": "<svg/>"}
    )
    return built(root)


def test_excerpts_tombstones_aliases_and_pictures_come_back(small: Path, tmp_path: Path) -> None:
    """What differs is what was counted in withheld text: where phrases are, and what carriages
    of one statement, or a translation, left out.
    """
    again = tmp_path / "again"
    assert restore(small, again).exit_code == 0

    assert differences(small, built(again)) == {
        "formulations/index.html",
        "formulations/shared-future/index.html",
        "index.html",
        "statements/ties/index.html",
        "articles/2023-01-04-ties.ur/parallel/index.html",
        "manifest.sha256",
        ".site-builder",
    }
    assert (again / "static/p/flag.svg").read_text() == "<svg/>"
    texts = "".join(path.read_text() for path in again.rglob("*.md"))
    assert [word for word in WITHHELD if word in texts] == []


def test_a_copy_of_a_copy_loses_nothing_more(small: Path, tmp_path: Path) -> None:
    """Excerpts do not become shorter each time."""
    restore(small, tmp_path / "one")
    first = built(tmp_path / "one")
    restore(first, tmp_path / "two")

    assert differences(first, built(tmp_path / "two")) == set()
    assert tree(tmp_path / "one/content") == tree(tmp_path / "two/content")


def test_odd_settings_and_names_come_back(tmp_path: Path) -> None:
    """Quotes, colons, other scripts, numbers, switches, and texts of the archive's own."""
    site = built(
        write_archive(
            tmp_path / "archive",
            {
                **REGISTERS,
                "site.yaml": (
                    "title: 'A \"title\": yes'\nlanguage: ur\nper_page: 7\nhistory: false\n"
                    "footer: 'null'\naccent: '#1f4e8c'\nsearch: classic\n"
                ),
                "registers/tags.yaml": (
                    "cpec: {name: 'Yes: \"no\"', names: {ur: راہداری, 'no': Ja}, aliases: ['~'],"
                    ' description: "It\'s"}\n'
                ),
                "pages/how.md": "---\ntitle: 'How: to'\n---\n\n![A](/p.png) [b](/about/) *c*\nd\n",
                "/static/p.png": "picture",
                "articles/2023/one.md": article(
                    tags="[cpec]",
                    speakers="[{person: mao-ning}, {role: 'null'}]",
                    missing="{source_url: 'a: b'}",
                    body="1986\\. a year\n\\- and\n  a line\n\n> \\# b\n> c  \n> d\n\n- e\n- f\n",
                ),
            },
        )
    )
    assert restore(site, tmp_path / "again").exit_code == 0

    assert differences(site, built(tmp_path / "again")) == set()


def test_further_languages_come_back(tmp_path: Path) -> None:
    """So do what the archive says of itself in them, and its own pages' versions."""
    site = built(
        write_archive(
            tmp_path / "archive",
            {
                **REGISTERS,
                "site.yaml": (
                    "title: A\nlanguages: [fr, ur]\n"
                    "texts: {fr: {title: 'Les: archives', footer: Pied}, ur: {title: آرکائیو}}\n"
                ),
                "pages/how.md": "---\ntitle: How\n---\n\nThus.\n",
                "pages/how.fr.md": "---\ntitle: Comment\n---\n\nAinsi *soit*\nil.\n",
                "articles/2023/one.md": article(tags="[cpec]"),
                "articles/2023/one.fr.md": article(title="Une", body="Des mots.\n"),
            },
        )
    )
    assert restore(site, tmp_path / "again").exit_code == 0

    assert differences(site, built(tmp_path / "again")) == set()


def test_a_damaged_copy_is_refused(small: Path, tmp_path: Path) -> None:
    """A file that is not the one published is not passed on."""
    site = tmp_path / "site"
    shutil.copytree(small, site)
    path = site / "articles/1962-10-24-letter/1962-10-24-letter.md"
    path.write_text(path.read_text().replace("colleague", "enemy"))
    result = restore(site, tmp_path / "again")

    assert result.exit_code == 1
    assert "articles/1962-10-24-letter/1962-10-24-letter.md of " in result.output
    assert "is not as it was published" in result.output
    assert not (tmp_path / "again").exists()


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    """So is a folder that is in use."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "used").mkdir()
    (tmp_path / "used/a").write_text("")

    assert "not a site of which an archive" in restore(tmp_path / "empty", tmp_path / "b").output
    assert "is there already" in restore(tmp_path / "empty", tmp_path / "used").output


def test_a_published_site_is_read_over_the_web(small: Path, tmp_path: Path) -> None:
    """Its manifest says which files there are; no link needs to lead to them."""
    handler = partial(Silent, directory=str(small))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        result = CliRunner().invoke(main, ["restore", address, "--into", str(tmp_path / "web")])
        server.shutdown()
        thread.join()
    assert result.exit_code == 0, result.output
    restore(small, tmp_path / "folder")

    assert tree(tmp_path / "web") == tree(tmp_path / "folder")


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "a/../../x", "a//x", "a\\..\\x", "c:/x", "data/content/../../x"]
)
def test_no_path_leads_out_of_the_archive(path: str) -> None:
    """A manifest from elsewhere cannot have files written where it likes."""
    files = {"data/content/site.yaml": b"", "data/content/static.txt": path.encode(), path: b"x"}

    with pytest.raises(NotASiteError, match="not a path of a site"):
        restore_archive(files, files.__getitem__)


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None:
        pass
