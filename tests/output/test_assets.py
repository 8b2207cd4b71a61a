"""Style sheets, scripts and other static files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.output.assets import Assets, gather_assets

if TYPE_CHECKING:
    from pathlib import Path

BUILT = {
    "css/20-b.css": "b{}",
    "css/10-a.css": "a{}",
    "js/main.js": "main()",
    "js/search/x.js": "x()",
    "favicon.svg": "<svg/>",
    "robots-note.txt": "note",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def contents(assets: Assets) -> dict[str, str]:
    """Text of each file; the fingerprint in a path is written as *."""
    return {
        file.path.replace(assets.folder, "assets/*/"): file.data.decode() for file in assets.files
    }


def test_files_are_gathered(tmp_path: Path) -> None:
    """Sheets become one in the order of names; scripts stay modules; the rest keeps its path."""
    assets = gather_assets([write(tmp_path, BUILT)], {"lunr.js": b"lunr()"})

    assert contents(assets) == {
        "assets/*/css/site.css": "a{}\nb{}",
        "assets/*/favicon.svg": "<svg/>",
        "assets/*/js/main.js": "main()",
        "assets/*/js/search/x.js": "x()",
        "assets/*/vendor/lunr.js": "lunr()",
        "robots-note.txt": "note",
    }
    assert [file.path for file in assets.files][-1] == "robots-note.txt"


def test_an_archives_own_files_stand_before_the_built_in_ones(tmp_path: Path) -> None:
    """A file of the same path takes the built-in one's place; others are added."""
    own = write(
        tmp_path / "own",
        {
            "css/10-a.css": "own{}",
            "css/30-c.css": "c{}",
            "images/map.png": "map",
            "css/f.woff": "f",
        },
    )
    found = contents(gather_assets([own, write(tmp_path / "built", BUILT)], {}))

    assert found["assets/*/css/site.css"] == "own{}\nb{}\nc{}"
    assert found["images/map.png"] == "map"
    assert found["assets/*/css/f.woff"] == "f"
    assert found["assets/*/js/main.js"] == "main()"


def test_no_file_is_left_out(tmp_path: Path) -> None:
    """Whatever an archive puts into static/ is in the site, except hidden files."""
    files = {"css/a.txt": "1", "vendor/own.js": "2", "js/data.json": "3", ".hidden": "4", "x": "5"}
    found = contents(gather_assets([write(tmp_path, {**files, ".git/x": "6"})], {}))

    assert set(found.values()) == {"", "1", "2", "3", "5"}


@pytest.mark.parametrize("changed", ["css/10-a.css", "js/search/x.js", "favicon.svg"])
def test_the_folders_name_changes_with_its_content(tmp_path: Path, changed: str) -> None:
    """Another byte in a script or a sheet gives all of them a new address."""
    before = gather_assets([write(tmp_path / "a", BUILT)], {"lunr.js": b"1"})
    after = gather_assets([write(tmp_path / "b", {**BUILT, changed: "other"})], {"lunr.js": b"1"})
    vendored = gather_assets([tmp_path / "a"], {"lunr.js": b"2"})

    assert len({before.folder, after.folder, vendored.folder}) == 3


def test_the_folders_name_is_that_of_its_content_alone(tmp_path: Path) -> None:
    """Neither where the files lie nor what else there is changes the address."""
    before = gather_assets([write(tmp_path / "a", BUILT)], {})
    moved = {**dict(reversed(BUILT.items())), "robots-note.txt": "else", "more.txt": "x"}
    after = gather_assets([write(tmp_path / "b", moved)], {})

    assert before.folder == after.folder


def test_links_that_lead_out_are_left_out(tmp_path: Path) -> None:
    """A link to a file outside, or to none, is not published."""
    static = write(tmp_path / "static", {"a.txt": "a"})
    (tmp_path / "secret.txt").write_text("secret")
    (static / "b.txt").symlink_to(tmp_path / "secret.txt")
    (static / "c.txt").symlink_to("nowhere")
    (static / "d.txt").symlink_to("a.txt")

    assert set(contents(gather_assets([static], {}))) == {"assets/*/css/site.css", "a.txt", "d.txt"}


def test_scripts_lose_their_comments_and_nothing_else(tmp_path: Path) -> None:
    """Texts that look like comments stay; an own script in another encoding is left alone."""
    folder = tmp_path / "static" / "js"
    folder.mkdir(parents=True)
    script = '/* why */\nconst a = "// not one"; // gone\nconst b = `  ${a}  /* nor this */`;\n'
    (folder / "a.js").write_text(script)
    (folder / "old.js").write_bytes(b"const c = '\xe9'; // stays\n")

    found = {
        file.path.rpartition("/")[2]: file.data
        for file in gather_assets([tmp_path / "static"], {}).files
    }

    assert b'"// not one"' in found["a.js"]
    assert b"`  ${a}  /* nor this */`" in found["a.js"]
    assert b"why" not in found["a.js"]
    assert b"gone" not in found["a.js"]
    assert found["old.js"] == b"const c = '\xe9'; // stays\n"


def test_the_search_worker_brings_all_that_it_needs(tmp_path: Path) -> None:
    """lunr.js to the last byte, then the session, then itself: one request."""
    scripts = {
        "js/search/worker.js": "// why\nstart(self.searchSession);\n",
        "js/search/session.js": 'import { two } from "./two.js";\nexport const four = two + two;\n',
        "js/search/two.js": "export const two = 2;\n",
    }
    lunr = b"/** by others */\nlunr()\n"

    worker = contents(gather_assets([write(tmp_path, scripts)], {"lunr.js": lunr}))[
        "assets/*/js/search/worker.js"
    ]
    assert worker.startswith(lunr.decode())
    assert worker.endswith("start(self.searchSession);")
    assert "self.searchSession=module1" in worker
    assert "why" not in worker


def test_a_search_worker_that_cannot_be_joined_is_sent_as_it_is(tmp_path: Path) -> None:
    """A site's own session may be written in any way; the worker then fetches it."""
    scripts = {
        "js/search/worker.js": "start();\n",
        "js/search/session.js": "export default 4;\n",
    }
    found = contents(gather_assets([write(tmp_path, scripts)], {"lunr.js": b"lunr()"}))

    assert found["assets/*/js/search/worker.js"] == "start();"
