"""The command: what it prints and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from site_builder import __version__
from site_builder.cli import main
from site_builder.terminal import readable_size
from tests.sites.archive import article, write_archive
from tests.sites.small import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", SMALL)


def run(*arguments: object, typed: str | None = None, **environment: str) -> Result:
    """Run the command here; what it raises, other than its end, fails the test."""
    done = CliRunner().invoke(
        main, [str(one) for one in arguments], input=typed, env={"CI": "", **environment}
    )
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def test_help_lists_every_command() -> None:
    """Both short and long help name all commands."""
    for option in ("-h", "--help"):
        done = run(option)
        assert done.exit_code == 0
        for name in ("build", "check", "serve", "init", "new", "import", "schema"):
            assert f"\n  {name} " in done.output


@pytest.mark.parametrize("name", ["build", "check", "serve", "init", "new", "import", "schema"])
def test_every_command_has_help(name: str) -> None:
    """Each command says what it does."""
    assert run(name, "--help").output.startswith(f"Usage: main {name} ")


def test_version() -> None:
    """The version is the package's."""
    assert run("--version").output == f"site-builder, version {__version__}\n"


def test_build_says_what_it_made(root: Path) -> None:
    """A build ends with what was read, what was made, and where it is."""
    done = run("build", root, "--jobs", 1)

    assert done.exit_code == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Built 7 articles into ")
    assert lines[0].endswith(", with 0 warnings.")
    assert lines[1].startswith(f"Site: {root / '_site'} (")
    assert (root / "_site/index.html").is_file()


def test_a_quiet_build_prints_faults_only(root: Path) -> None:
    """-q prints nothing of a good build, and the warnings of another."""
    write_archive(root, {"stray.txt": "x"})
    done = run("build", root, "-q", "--jobs", 1)

    assert done.stdout == ""
    assert done.stderr.startswith("content/stray.txt:1: warning[stray-file]: ")
    assert done.stderr.count("\n") == 2


def test_a_verbose_build_prints_stages_and_notes(root: Path) -> None:
    """-v tells each stage once, and notes as well."""
    write_archive(root, {"registers/tags.yaml": SMALL["registers/tags.yaml"] + "z: {name: Z}\n"})
    done = run("build", root, "-v", "--jobs", 1)

    assert done.stderr.splitlines() == [
        "Looking for changes …",
        "Reading …",
        "Indexing …",
        "Planning …",
        "Comparing …",
        "Articles …",
        "Lists and search …",
        "Publishing …",
        'content/registers/tags.yaml:3: note[unused]: nothing uses "z" of the tags',
    ]


@pytest.mark.parametrize("verbosity", [(), ("-q",), ("-v",)])
def test_the_verdict_is_the_same_however_much_is_printed(
    root: Path, verbosity: tuple[str, ...]
) -> None:
    """A fault ends a build with status 1, whatever the verbosity."""
    write_archive(root, {"articles/2023/x.md": article(kind="x")})
    done = run("build", root, *verbosity, "--jobs", 1)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.endswith("\nNothing was built: 1 error.\n")
    assert not (root / "_site").exists()


def test_strictness_is_the_default_on_ci(root: Path) -> None:
    """Where CI is set warnings stop the build, unless the command says otherwise."""
    write_archive(root, {"stray.txt": "x"})
    strict = run("build", root, "--jobs", 1, CI="true")

    assert strict.exit_code == 1
    assert strict.stderr.endswith(
        "\nNothing was built: 1 warning (warnings count because of --strict).\n"
    )
    assert run("build", root, "--jobs", 1, "--no-strict", CI="true").exit_code == 0
    assert run("check", root, "--jobs", 1, "--strict").exit_code == 1


def test_output_goes_where_it_is_asked_to(root: Path, tmp_path: Path) -> None:
    """--output names the site's folder, --base-url its address."""
    done = run(
        *("build", root, "-o", tmp_path / "out", "--base-url", "https://example.net/y"),
        *("--jobs", 1, "--drafts"),
    )

    assert done.exit_code == 0
    assert "https://example.net/y/" in (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")
    assert (tmp_path / "out/articles/2024-02-02-draft/index.html").is_file()


def test_an_output_folder_of_others_is_refused(root: Path, tmp_path: Path) -> None:
    """A folder that no build made is left alone."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("x")
    done = run("build", root, "-o", tmp_path / "mine", "--jobs", 1)

    assert done.exit_code == 1
    assert done.stderr.startswith("error: ")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://x", "https://", "https://x y/", 'https://x/"><b>']
)
def test_an_address_must_be_one(root: Path, address: str) -> None:
    """--base-url takes a whole web address."""
    done = run("build", root, "--base-url", address)

    assert done.exit_code == 2
    assert "is not an address; write https://example.org/archive/." in done.stderr


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    """A folder that is not there is a mistake in the command; one without content/, a fault."""
    assert run("build", tmp_path / "nowhere").exit_code == 2
    done = run("build", tmp_path, "--jobs", 1)
    assert done.exit_code == 1
    assert done.stderr.startswith("content:1: error[content]: there is no folder content/ in ")


def test_check_writes_nothing(root: Path) -> None:
    """A check says that all is well, and leaves no file."""
    done = run("check", root, "--jobs", 1)

    assert done.exit_code == 0
    assert done.stdout.startswith("No errors in 7 articles; ")
    assert not (root / "_site").exists()


def test_check_finds_broken_links(root: Path) -> None:
    """A link that leads nowhere is a warning of the check."""
    write_archive(root, {"articles/2023/x.md": article(body="[x](nowhere.md) and words\n")})
    done = run("check", root, "--jobs", 1)

    assert done.exit_code == 0
    assert "content/articles/2023/x.md:6: warning[broken-link]: " in done.stderr


def test_check_lists_what_needs_a_curator(root: Path) -> None:
    """After the faults come the tasks, the most worthwhile kind first, with counts."""
    shown = run("check", root, "--no-strict").stdout

    assert "For a curator:" in shown
    assert shown.index("Nobody is named as speaking") < shown.index("There is no link to the")


def test_check_prints_json_for_programs(root: Path) -> None:
    """The same findings are to be had as one JSON object."""
    found = json.loads(run("check", root, "--no-strict", "--format", "json").stdout)

    assert {"articles", "pages", "diagnostics", "curation"} == set(found)
    assert sum(found["curation"]["counts"].values()) == len(found["curation"]["items"])


def test_new_starts_a_draft(root: Path) -> None:
    """A new article is a draft that the next build accepts and does not publish."""
    done = run("new", root, "--title", "Talks begin", "--date", "2024-09-24", "--carrier", "app")

    assert done.exit_code == 0
    assert done.stdout.startswith(f"Wrote {root}/content/articles/2024/2024-09-24-talks-begin.md.")
    assert run("build", root, "--jobs", 1).exit_code == 0
    assert not (root / "_site/articles/2024-09-24-talks-begin").exists()


def test_new_asks_for_title_and_date(root: Path) -> None:
    """What is not given is asked for."""
    done = run("new", root, typed="Talks\n2024\n")

    assert done.exit_code == 0
    assert (root / "content/articles/2024/2024-talks.md").is_file()


def test_new_refuses_a_wrong_date(root: Path) -> None:
    """A date that is none ends the command with its fault."""
    done = run("new", root, "--title", "Talks", "--date", "24 Sep 2024", "--id", "talks")

    assert done.exit_code == 1
    assert '"24 Sep 2024" is not a date' in done.stderr
    assert "Write it as 2024-09-24, 2024-09 or 2024." in done.stderr
    assert list(root.rglob("talks.md")) == []


def test_schema_is_printed(root: Path) -> None:
    """The schema of an article, of the settings or of a register is JSON."""
    assert json.loads(run("schema").stdout)["required"] == ["title", "date"]
    assert json.loads(run("schema", "tags").stdout)["title"] == "tags.yaml"
    assert json.loads(run("schema", "site").stdout)["additionalProperties"] is False
    wrong = run("schema", "speeches")
    assert wrong.exit_code == 2
    assert 'There is no schema "speeches". There are: article, site, people, ' in wrong.stderr


def test_an_interrupted_build_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command in one line, with the status that shells expect."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("site_builder.build.build_site", interrupt)
    done = run("build", root)

    assert done.exit_code == 130
    assert done.stderr == "Stopped; the last good site is untouched.\n"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 KB"), (6_240_000, "6.2 MB"), (2e9, "2.0 GB")],
)
def test_sizes_are_written_for_people(size: int, text: str) -> None:
    """Bytes are rounded to a unit."""
    assert readable_size(size) == text
