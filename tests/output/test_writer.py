"""Publishing: the old site or the new one, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from site_builder.output.files import OutputFile
from site_builder.output.writer import (
    MARKER,
    OutputError,
    Published,
    check_output,
    publish,
    recover_output,
)

SITE = {"index.html": b"home", "tags/index.html": b"tags", "tags/cpec/index.html": b"cpec"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The root of an archive, with its content folder."""
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    return root


@pytest.fixture
def output(source: Path) -> Path:
    return source / "_site"


def files(site: dict[str, bytes]) -> list[OutputFile]:
    return [OutputFile(path, data) for path, data in site.items()]


def read(output: Path) -> dict[str, bytes]:
    """Every file below `output` but the marker."""
    found = {p.relative_to(output).as_posix(): p for p in output.rglob("*") if p.is_file()}
    return {path: file.read_bytes() for path, file in found.items() if path != MARKER}


def names_beside(output: Path) -> list[str]:
    return sorted(p.name for p in output.parent.iterdir() if "building" in p.name)


def test_first_build_writes_every_file(source: Path, output: Path) -> None:
    """A build into an absent folder makes exactly its files, and counts them."""
    published = publish(files(SITE), output, source=source)

    assert read(output) == SITE
    assert published == Published(written=3, unchanged=0, removed=0, bytes=12)


def test_missing_parents_are_made(source: Path) -> None:
    """--output may name a folder in folders that do not exist yet."""
    publish(files(SITE), source / "out" / "deep" / "site", source=source)

    assert read(source / "out" / "deep" / "site") == SITE


def test_empty_folder_is_taken(source: Path, output: Path) -> None:
    """An empty folder may become the site."""
    output.mkdir()

    publish(files(SITE), output, source=source)

    assert read(output) == SITE


def test_next_build_replaces_the_whole_site(source: Path, output: Path) -> None:
    """Files that the new site lacks are gone, and the counts tell old from new."""
    publish(files(SITE), output, source=source)
    new = {"index.html": b"home", "tags/index.html": b"other", "a/b.html": b"b"}

    published = publish(files(new), output, source=source)

    assert read(output) == new
    assert published == Published(written=2, unchanged=1, removed=1, bytes=10)


def test_unchanged_file_keeps_its_time(source: Path, output: Path) -> None:
    """A file whose bytes are the same keeps its time of last change."""
    publish(files(SITE), output, source=source)
    os.utime(output / "index.html", (1_000_000_000, 1_000_000_000))

    publish(files({**SITE, "tags/index.html": b"new"}), output, source=source)

    assert (output / "index.html").stat().st_mtime == 1_000_000_000


def test_file_of_equal_size_but_other_bytes_is_written(source: Path, output: Path) -> None:
    """Equal length is not equal content."""
    publish(files({"a.txt": b"one"}), output, source=source)

    published = publish(files({"a.txt": b"two"}), output, source=source)

    assert read(output) == {"a.txt": b"two"}
    assert (published.written, published.unchanged) == (1, 0)


def test_a_link_inside_the_old_site_is_not_followed(source: Path, output: Path) -> None:
    """A link that somebody put into the old site is replaced by a real file."""
    secret = source / "secret"
    secret.write_bytes(b"home")
    publish(files(SITE), output, source=source)
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(secret)

    publish(files(SITE), output, source=source)

    assert not (output / "index.html").is_symlink()
    assert secret.read_bytes() == b"home"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_permissions_do_not_depend_on_the_umask(source: Path, output: Path, umask: int) -> None:
    """Files are 0644 and folders 0755 under any umask, so that a server can read them."""
    before = os.umask(umask)
    try:
        publish(files(SITE), output, source=source)
    finally:
        os.umask(before)

    modes = {stat.S_IMODE(p.stat().st_mode) for p in output.rglob("*") if p.is_file()}
    folders = {stat.S_IMODE(p.stat().st_mode) for p in (output, output / "tags")}
    assert (modes, folders) == ({0o644}, {0o755})


def test_nothing_stays_beside_the_site(source: Path, output: Path) -> None:
    """No lock and no half-built folder remains after a build."""
    publish(files(SITE), output, source=source)
    publish(files(SITE), output, source=source)

    assert names_beside(output) == []


def test_failed_rendering_leaves_the_old_site(source: Path, output: Path) -> None:
    """An error while files are rendered passes through; the old site stays, the new is gone."""
    publish(files(SITE), output, source=source)

    def broken() -> object:
        yield OutputFile("index.html", b"new")
        raise LookupError("rendering failed")

    with pytest.raises(LookupError, match="rendering failed"):
        publish(broken(), output, source=source)  # type: ignore[arg-type]

    assert read(output) == SITE
    assert names_beside(output) == []


def test_interrupt_leaves_the_old_site(source: Path, output: Path) -> None:
    """Ctrl-C in the middle of writing leaves the old site and nothing beside it."""
    publish(files(SITE), output, source=source)

    def interrupted() -> object:
        yield OutputFile("index.html", b"new")
        signal.raise_signal(signal.SIGINT)
        yield OutputFile("other.html", b"never")

    with pytest.raises(KeyboardInterrupt):
        publish(interrupted(), output, source=source)  # type: ignore[arg-type]

    assert read(output) == SITE
    assert names_beside(output) == []


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a//b", "", "./a", "a/", "a\\b", "a\0b", MARKER],
)
def test_path_that_leaves_the_site_is_refused(source: Path, output: Path, path: str) -> None:
    """A path that is not plainly below the site is a fault of the program, not written."""
    with pytest.raises(ValueError, match="path"):
        publish([OutputFile(path, b"x")], output, source=source)

    assert not output.exists()


@pytest.mark.parametrize(
    "paths", [["a", "a"], ["a", "a/b"], ["a/b", "a"]], ids=["twice", "file-first", "folder-first"]
)
def test_two_files_never_share_a_path(source: Path, output: Path, paths: list[str]) -> None:
    """Two files under one path, or a file where a folder is, stop the build."""
    with pytest.raises(ValueError, match="share the path"):
        publish([OutputFile(path, b"x") for path in paths], output, source=source)


def test_folder_that_no_build_made_is_refused(source: Path, output: Path) -> None:
    """A folder with somebody's files in it is never replaced."""
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")

    with pytest.raises(OutputError) as refused:
        publish(files(SITE), output, source=source)

    assert refused.value.message == f"{output} holds files that site-builder did not make"
    assert refused.value.next_step.startswith("Empty or remove the folder")
    assert (output / "thesis.txt").read_text() == "years of work"


def test_git_working_copy_is_refused(source: Path, output: Path) -> None:
    """A site folder that somebody made a git working copy of is not replaced."""
    publish(files(SITE), output, source=source)
    (output / ".git").mkdir()

    with pytest.raises(OutputError, match="is a git working copy"):
        publish(files(SITE), output, source=source)


@pytest.mark.parametrize("name", [".", "..", "content", "content/site", "static", "templates/x"])
def test_the_archive_itself_is_refused(source: Path, name: str) -> None:
    """The archive's root, what holds it and what it is built from are never the output."""
    with pytest.raises(OutputError) as refused:
        check_output(source / name, source=source)

    assert "--output" in refused.value.next_step
    assert (source / "content").is_dir()


def test_link_is_refused(source: Path, output: Path, tmp_path: Path) -> None:
    """An output folder that is a link would put the site somewhere unexpected."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    output.symlink_to(elsewhere)

    with pytest.raises(OutputError, match="is a link to another place"):
        publish(files(SITE), output, source=source)

    assert list(elsewhere.iterdir()) == []


def test_link_to_the_archive_is_refused(source: Path, tmp_path: Path) -> None:
    """A link cannot hide that the output is the archive."""
    (tmp_path / "link").symlink_to(source)

    with pytest.raises(OutputError, match="holds the archive itself"):
        check_output(tmp_path / "link", source=source)


@pytest.mark.parametrize("name", ["_site", "_site/deeper"])
def test_file_is_refused(source: Path, output: Path, name: str) -> None:
    """A file in the way is kept and named."""
    output.write_text("mine")

    with pytest.raises(OutputError, match=r"_site is a file, not a folder"):
        publish(files(SITE), source / name, source=source)

    assert output.read_text() == "mine"


def test_name_too_long_for_the_disk(source: Path, output: Path) -> None:
    """A name that the disk cannot hold is an error that names the path."""
    with pytest.raises(OutputError, match=r"longer than this disk allows"):
        publish([OutputFile("a" * 300 + "/index.html", b"x")], output, source=source)

    assert not output.exists()


@pytest.mark.parametrize("length", [240, 250, 255, 300])
def test_an_output_folder_of_a_long_name(source: Path, length: int) -> None:
    """The names beside the folder are longer than its own; that is told before anything is made."""
    output = source / ("a" * length)
    with pytest.raises(OutputError, match="is longer than this disk allows"):
        publish(files(SITE), output, source=source)

    assert list(source.iterdir()) == [source / "content"]


def test_a_former_site_is_not_looked_for_under_a_long_name(source: Path) -> None:
    """Looking whether a crash left one is the first thing that a build does."""
    with pytest.raises(OutputError, match="is longer than this disk allows"):
        recover_output(source / ("a" * 255), source=source)


def test_a_circle_of_links(source: Path) -> None:
    """Links that lead to each other are no folder."""
    (source / "one").symlink_to(source / "other")
    (source / "other").symlink_to(source / "one")
    for output in (source / "one", source / "one" / "site"):
        with pytest.raises(
            OutputError, match=r"a link to another place|round in a circle of links"
        ):
            check_output(output, source=source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_permission(source: Path, output: Path) -> None:
    """A parent that may not be written is an error that says so."""
    source.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="may not be written"):
            publish(files(SITE), output, source=source)
    finally:
        source.chmod(0o755)


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a Python process that has `publish` and `OutputFile` at hand."""
    head = """
        import sys
        from pathlib import Path
        from site_builder.output.files import OutputFile
        from site_builder.output.writer import OutputError, publish
        source, output = Path(sys.argv[1]), Path(sys.argv[2])
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(head) + textwrap.dedent(script)]
        + [str(argument) for argument in arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is POSIX's")
def test_full_disk_leaves_the_old_site(source: Path, output: Path) -> None:
    """A disk that takes no more is an error that names the file; the old site stays."""
    publish(files(SITE), output, source=source)
    process = run(
        """
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            publish([OutputFile("index.html", b"x"), OutputFile("big/a.html", b"y" * 5000)],
                    output, source=source)
        except OutputError as failure:
            print(failure)
        """,
        source,
        output,
    )
    said, trouble = process.communicate(timeout=60)

    assert trouble == ""
    assert said == (
        f"there is no room on the disk for {output / 'big/a.html'}\n"
        "  Free some space and build again; the old site is as it was.\n"
    )
    assert read(output) == SITE
    assert names_beside(output) == []


BUILD_FOREVER = """
    generation = 0
    print("started", flush=True)
    while True:
        generation += 1
        publish(
            [OutputFile(f"{n % 7}/{n}.html", b"%d" % generation) for n in range(60)],
            output, source=source)
"""


def test_killed_build_leaves_a_whole_site(source: Path, output: Path) -> None:
    """A build killed at ten random moments never leaves files of two generations."""
    chance = random.Random(20260526)
    publish([OutputFile(f"{n % 7}/{n}.html", b"0") for n in range(60)], output, source=source)
    for _ in range(10):
        process = run(BUILD_FOREVER, source, output)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        process.kill()
        process.communicate(timeout=60)

        site = read(output)
        assert len(site) == 60
        assert len(set(site.values())) == 1, "files of two builds in one site"

    publish(files(SITE), output, source=source)

    assert read(output) == SITE
    assert names_beside(output) == []


def test_second_build_waits_for_the_first(source: Path, output: Path) -> None:
    """Two builds at once publish one after the other, each whole."""
    first = run(
        """
        def slow():
            yield OutputFile("first.html", b"1")
            print("holding", flush=True)
            sys.stdin.readline()
            yield OutputFile("second.html", b"1")
        publish(slow(), output, source=source)
        """,
        source,
        output,
    )
    assert first.stdout is not None
    assert first.stdin is not None
    first.stdout.readline()

    with pytest.raises(OutputError) as busy:
        publish(files(SITE), output, source=source, patience=0.1)
    first.communicate("go\n", timeout=60)
    built_by_first = read(output)
    publish(files(SITE), output, source=source, patience=5)

    assert busy.value.message == f"another build is writing to {output}"
    assert built_by_first == {"first.html": b"1", "second.html": b"1"}
    assert read(output) == SITE


def test_killed_build_does_not_hold_the_lock(source: Path, output: Path) -> None:
    """The lock file of a killed build does not stop the next one, and goes away."""
    process = run(
        """
        def endless():
            yield OutputFile("index.html", b"never")
            print("holding", flush=True)
            sys.stdin.readline()
        publish(endless(), output, source=source)
        """,
        source,
        output,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)
    left = names_beside(output)

    publish(files(SITE), output, source=source, patience=0)

    assert left == ["._site.building-lock", "._site.building-new"]
    assert read(output) == SITE
    assert names_beside(output) == []


def test_recovery_puts_the_former_site_back(source: Path, output: Path) -> None:
    """Where two renames do for an exchange, a crash between them costs nothing."""
    publish(files(SITE), output, source=source)
    output.rename(output.with_name("._site.building-old"))

    recovered = recover_output(output, source=source)

    assert recovered
    assert read(output) == SITE
    assert not recover_output(output, source=source)
