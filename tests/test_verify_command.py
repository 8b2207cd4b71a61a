"""A published site is held against the sums that its build published with it."""

from __future__ import annotations

import hashlib
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.build import BuildOptions, build_site
from site_builder.cli import main
from tests.sites.archive import REGISTERS, article, write_archive


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, built once from nothing and once for one more article."""
    files = {f"articles/{number}.md": article(f"2023-01-{number:02d}") for number in range(1, 9)}
    root = write_archive(tmp_path / "archive", {**REGISTERS, **files})
    options = BuildOptions(root=root, output=root / "_site", cache=root / ".cache")
    build_site(options)
    write_archive(root, {"articles/new.md": article("2024-01-01")})
    build_site(options)
    return root / "_site"


def verify(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["verify", *arguments])
    return done.exit_code, done.output


def test_the_manifest_names_every_file(site: Path) -> None:
    """Every file but the manifest and the marker, in lines that sha256sum understands."""
    lines = (site / "manifest.sha256").read_text(encoding="utf-8").splitlines()
    named = {line[66:] for line in lines}
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    done = subprocess.run(
        ["sha256sum", "--quiet", "--strict", "-c", "manifest.sha256"],
        cwd=site,
        capture_output=True,
        check=False,
    )

    assert named == there - {"manifest.sha256", ".site-builder"}
    assert len(lines) == len(named)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_site_as_it_was_published(site: Path) -> None:
    """Says how many files hold."""
    count = len((site / "manifest.sha256").read_text(encoding="utf-8").splitlines())

    assert verify(str(site)) == (0, f"{count:,} files are as they were published.\n")


def test_whatever_was_done_to_a_file_is_found(site: Path) -> None:
    """A byte changed, a file gone, a file added: each is named, and the status is 1."""
    page = site / "articles/3/index.html"
    page.write_bytes(page.read_bytes().replace(b"trade", b"grade", 1))
    (site / "feed.xml").unlink()
    (site / "extra.html").write_text("x")
    status, told = verify(str(site))

    assert status == 1
    assert "articles/3/index.html differs" in told
    assert "feed.xml is missing" in told
    assert "extra.html was not made by the build" in told


def test_a_folder_that_no_build_made(tmp_path: Path) -> None:
    """Without a manifest there is nothing to hold it against."""
    status, told = verify(str(tmp_path))

    assert (status, "There is no manifest.sha256" in told) == (1, True)


def test_a_damaged_manifest(site: Path) -> None:
    """Is told, not trusted."""
    (site / "manifest.sha256").write_text("nonsense\n")
    status, told = verify(str(site))

    assert (status, "is damaged" in told) == (1, True)


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_published_site(address: str, site: Path) -> None:
    """Files of a web site are asked for; a sample unless all are wanted."""
    count = len((site / "manifest.sha256").read_text(encoding="utf-8").splitlines())
    assert verify(address, "--all") == (0, f"{count:,} files are as they were published.\n")

    page = site / "articles/3/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    status, told = verify(address, "--all")

    assert (status, "articles/3/index.html differs" in told) == (1, True)
    assert hashlib.sha256(page.read_bytes()).hexdigest() not in told


def test_an_address_where_nobody_answers() -> None:
    """One line says so."""
    status, told = verify("http://127.0.0.1:1/")

    assert status == 1
    assert "does not answer" in told
