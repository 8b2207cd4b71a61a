"""The files under content/, read into an archive."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from site_builder.config import SiteConfig
from site_builder.content.loader import load_archive
from site_builder.content.model import Display
from tests.sites.archive import REGISTERS, article, write_archive

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.content.loader import LoadedArchive
    from tests.content.conftest import Load


def faults_of(loaded: LoadedArchive) -> list[str]:
    return [str(one).removeprefix("content/") for one in loaded.diagnostics]


def test_articles_come_by_date_then_id(load: Load) -> None:
    """The archive's order is that of dates, coarse ones first, then of ids."""
    loaded = load(
        {
            "articles/2023/b.md": article("2023-01-04"),
            "articles/2023/a.md": article("2023-01-04"),
            "articles/2023/d.md": article("2023"),
            "articles/1962/c.md": article("1962-10"),
        }
    )

    assert loaded.diagnostics == ()
    assert [one.id for one in loaded.archive.articles] == ["c", "d", "a", "b"]


def test_an_empty_archive_is_an_archive(load: Load) -> None:
    """Nothing but the folder is needed."""
    loaded = load({})

    assert loaded.diagnostics == ()
    assert loaded.archive.articles == ()
    assert loaded.config == SiteConfig()


def test_a_folder_without_content_is_an_error(tmp_path: Path) -> None:
    """A wrong folder is told apart from an empty archive."""
    assert faults_of(load_archive(tmp_path)) == [
        (
            f"content:1: error[content]: there is no folder content/ in {tmp_path}\n"
            "  Give the archive's folder, or make a new archive with 'site-builder init'."
        )
    ]


def test_settings(load: Load) -> None:
    """Settings are typed; the address of the site ends with a slash."""
    loaded = load(
        {"site.yaml": "title: T\nbase_url: https://example.org/archive\nper_page: 20\ncontact:\n"}
    )

    assert loaded.config == SiteConfig(
        title="T", base_url="https://example.org/archive/", per_page=20
    )
    assert faults_of(loaded) == [
        'site.yaml:4: error[contact]: "contact" is empty\n  Fill it in, or remove the line.'
    ]


def test_faults_of_settings(load: Load) -> None:
    """Each wrong setting is an error on its line."""
    loaded = load(
        {"site.yaml": "titel: T\nbase_url: example.org\nper_page: 2\nauthority: My Domain\n"}
    )

    assert sorted(faults_of(loaded)) == [
        'site.yaml:1: error[unknown-key]: "titel" is not a field\n  Did you mean title?',
        (
            'site.yaml:2: error[base_url]: "example.org" is not a web address\n'
            "  Write an address that starts with https:// or http://, or leave the field out."
        ),
        (
            'site.yaml:3: error[per_page]: "per_page": input should be greater than or equal to 5\n'
            "  Correct the value."
        ),
        (
            'site.yaml:4: error[authority]: "My Domain" is not a domain name\n'
            "  Write it as archive.example.org."
        ),
    ]


def test_drafts_are_left_out_unless_asked_for(load: Load) -> None:
    """A draft is checked in every build and shown only on request."""
    files = {"articles/2023/a.md": article(status="draft", tags="[zz]")}

    assert [one.id for one in load(files, drafts=True).archive.articles] == ["a"]
    assert load(files).archive.articles == ()
    assert "is not in the register of tags" in faults_of(load(files))[0]


def test_a_translation_of_a_draft_cannot_be_published(load: Load) -> None:
    """A page must not lead to an original that is not there."""
    files = {
        "articles/2023/a.md": article(status="draft"),
        "articles/2023/a.ur.md": article(),
    }

    assert load(files, drafts=True).diagnostics == ()
    assert faults_of(load(files)) == [
        (
            'articles/2023/a.ur.md:1: error[translation_of]: its original "a" is a draft and is '
            "not published\n  Publish the original, or make the translation a draft too."
        )
    ]


def test_carriers_settle_display_and_rights(load: Load) -> None:
    """What an article leaves open follows its carrier; what it says stands."""
    loaded = load(
        {
            **REGISTERS,
            "articles/2023/a.md": article(carrier="app"),
            "articles/2023/b.md": article(carrier="app", display="full", rights="Mine."),
            "articles/2023/c.md": article(carrier="fmprc"),
            "articles/2023/d.md": article(),
        }
    )

    assert [(one.display, one.rights) for one in loaded.archive.articles] == [
        (Display.EXCERPT, None),
        (Display.FULL, "Mine."),
        (Display.FULL, "Free to quote."),
        (Display.FULL, None),
    ]


def test_twins_are_told_in_any_spelling_of_their_letters(load: Load) -> None:
    """Two files of one name, or of names that differ in case only, would share an address."""
    loaded = load(
        {
            "articles/2023/a.md": article(),
            "articles/imported/a.md": article(),
            "articles/2023/a.ur.md": article(),
            "articles/imported/a.UR.md": article(),
        }
    )

    assert sorted(faults_of(loaded)) == [
        (
            'articles/imported/a.UR.md:1: error[id]: the id "a.UR" is taken by '
            "content/articles/2023/a.ur.md\n"
            "  Rename one of the two files; the name is the article's permanent address."
        ),
        (
            'articles/imported/a.md:1: error[id]: the id "a" is taken by '
            "content/articles/2023/a.md\n"
            "  Rename one of the two files; the name is the article's permanent address."
        ),
    ]


def test_stray_files_are_warnings(load: Load) -> None:
    """No file lies in content/ unread without a word, except what systems leave behind."""
    loaded = load(
        {
            "articles/2023/notes.txt": "x",
            "articles/2023/A.MD": "x",
            "registers/people.yml": "x",
            "map.png": "x",
            "other/a.md": "x",
            ".DS_Store": "x",
            "articles/.gitkeep": "",
            "originals/any/thing.html": "x",
        }
    )

    kept = "Name it with '{}' at the end, or move it out of content/."
    moved = "Move it to articles/, pages/ or registers/, or, if it is an image, to static/."
    assert faults_of(loaded) == [
        f"{path}:1: warning[stray-file]: this file is not part of the archive\n  {hint}"
        for path, hint in (
            ("map.png", moved),
            ("articles/2023/A.MD", kept.format(".md")),
            ("articles/2023/notes.txt", kept.format(".md")),
            ("other/a.md", moved),
            ("registers/people.yml", kept.format(".yaml")),
        )
    ]


def test_links_are_followed_inside_the_archive_only(load: Load, tmp_path: Path) -> None:
    """A link within content/ is read; one that leads out, nowhere or to itself is an error."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_text(article())
    folder = tmp_path / "archive" / "content" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(article())
    (folder / "b.md").symlink_to("a.md")
    (folder / "c.md").symlink_to(outside / "x.md")
    (folder / "d.md").symlink_to("nowhere.md")
    (folder / "e.md").symlink_to("e.md")
    (folder / "f").symlink_to(outside)

    loaded = load({})

    assert [one.id for one in loaded.archive.articles] == ["a", "b"]
    found = [fault.split("\n")[0] for fault in faults_of(loaded)]
    assert found[:3] == [
        "articles/f:1: error[link]: this is a link to a folder, which is not followed",
        "articles/c.md:1: error[link]: this link leads out of the archive",
        "articles/d.md:1: error[file]: cannot be read: no such file or directory",
    ]
    assert found[3].startswith("articles/e.md:1: error[file]: cannot be read: ")
    assert len(found) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_not_waited_for(load: Load, tmp_path: Path) -> None:
    """A named pipe, which would block whoever reads it, is a stray."""
    folder = tmp_path / "archive" / "content" / "articles"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "a.md")

    assert "this file is not part of the archive" in faults_of(load({}))[0]


def test_names_of_undecodable_bytes_are_reported(load: Load, tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is an error that can be printed."""
    folder = tmp_path / "archive" / "content" / "articles"
    folder.mkdir(parents=True)
    try:
        (folder / os.fsdecode(b"a\xff.md")).write_text(article())
    except OSError:
        pytest.skip("this disk keeps no such names")

    found = faults_of(load({}))

    assert len(found) == 1
    assert found[0].encode().startswith(b"articles/a\\udcff.md:1: error[file-name]:")


def test_a_folder_that_cannot_be_opened_is_an_error(
    load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder the system refuses to open is not taken for an empty one."""
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("articles"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    write_archive(tmp_path / "archive", {"articles/a.md": article()})
    monkeypatch.setattr(os, "scandir", refuse)

    assert faults_of(load({})) == [
        "articles:1: error[file]: cannot be read: permission denied\n  Check its permissions."
    ]


def test_files_are_bounded(load: Load) -> None:
    """A file too large to be an article is refused before it is read."""
    loaded = load({"articles/2023/a.md": "x" * (16 * 1024 * 1024 + 1)})

    assert faults_of(loaded) == [
        (
            "articles/2023/a.md:1: error[file-size]: the file is larger than 16 MB\n"
            "  Split it, or move it out of content/."
        )
    ]


def test_pages_of_the_archives_own(load: Load) -> None:
    """Pages have a title and a text; their names are addresses."""
    loaded = load(
        {
            "pages/about.md": "---\ntitle: About\n---\n\n## Aim\n\nTo [keep](/timeline/).\n",
            "pages/About Us.md": "---\ntitle: About\n---\nx\n",
            "pages/bare.md": "x\n",
            "pages/odd.md": "---\ntitel: About\n---\nx\n",
        }
    )

    page = next(one for one in loaded.archive.pages if one.id == "about")
    assert page.body.headings[0].text == "Aim"
    assert 'href="../timeline/"' in page.body.html
    assert [fault.split("\n")[0] for fault in faults_of(loaded)] == [
        'pages/About Us.md:1: error[file-name]: "About Us.md" cannot be an address',
        "pages/bare.md:1: error[front-matter]: the file does not start with front matter",
        'pages/odd.md:1: error[title]: "title" is missing',
        'pages/odd.md:2: error[unknown-key]: "titel" is not a field',
    ]


def test_repeated_fields_do_not_confuse_the_search_for_lines(load: Load) -> None:
    """A repeated field of another shape is an error beside the others, not a crash."""
    loaded = load(
        {
            "articles/2023/a.md": (
                "---\ntitle: x\ndate: 2023\nmissing: {rights: x}\nmissing: {rights: {a: b}}\n"
                "? [tags]\n: cpec\ntags: [cpec]\n---\nText\n"
            )
        }
    )

    assert [fault.split(" ")[0] for fault in sorted(faults_of(loaded))] == [
        "articles/2023/a.md:5:",
        "articles/2023/a.md:6:",
        "articles/2023/a.md:6:",
    ]
