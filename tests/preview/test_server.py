"""How the preview answers."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from site_builder.diagnostics import SourceLocation, error
from site_builder.preview.server import answer, open_server, with_script
from site_builder.preview.state import PreviewState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_builder.preview.server import PreviewServer

PAGE = b"<!doctype html><html><head><title>x</title></head><body></body></html>"
SCRIPT = b'<script src="/__preview__/reload.js?build=b1" defer></script></head>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small built site, with a secret beside it."""
    site = tmp_path / "site"
    (site / "tags").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "tags" / "index.html").write_bytes(PAGE)
    (site / "404.html").write_bytes(PAGE.replace(b"x", b"absent"))
    (site / "feed.xml").write_bytes(b"<feed/>")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return site


@pytest.mark.parametrize("address", ["/", "/index.html", "/tags/", "/tags/?q=1"])
def test_pages_get_the_script(folder: Path, address: str) -> None:
    """Pages come with the script that reloads them, at the end of their head."""
    found = answer(folder, "b1", address)

    assert found.status == HTTPStatus.OK
    assert found.kind == "text/html; charset=utf-8"
    assert found.body == PAGE.replace(b"</head>", SCRIPT)


def test_other_files_come_as_they_are(folder: Path) -> None:
    """A feed is sent byte for byte."""
    found = answer(folder, "b1", "/feed.xml")

    assert (found.kind, found.body) == ("application/xml", b"<feed/>")


def test_folder_without_slash_redirects(folder: Path) -> None:
    """A folder's address without its slash leads to the one with it, query kept."""
    found = answer(folder, "b1", "/tags?q=1")

    assert (found.status, found.location) == (HTTPStatus.MOVED_PERMANENTLY, "/tags/?q=1")


def test_redirect_never_leaves_the_host(folder: Path) -> None:
    """Doubled slashes do not turn a redirect into another host's address."""
    (folder / "example.org").mkdir()

    assert answer(folder, "b1", "//example.org").location == "/example.org/"
    assert answer(folder, "b1", "///tags").location == "/tags/"


def test_absent_address_gives_the_page_for_it(folder: Path) -> None:
    """What does not exist gets 404.html with its status, and the script."""
    found = answer(folder, "b1", "/no/such/page/")

    assert found.status == HTTPStatus.NOT_FOUND
    assert b"absent" in found.body
    assert SCRIPT in found.body


@pytest.mark.parametrize(
    "address", ["/../secret.txt", "/tags/../../secret.txt", "/%2e%2e/secret.txt"]
)
def test_nothing_outside_the_site_is_sent(folder: Path, address: str) -> None:
    """Climbing out of the site's folder finds nothing."""
    assert answer(folder, "b1", address).status == HTTPStatus.NOT_FOUND


def test_empty_folder_says_that_there_is_no_site_yet(tmp_path: Path) -> None:
    """Before the first good build a page waits for it."""
    found = answer(tmp_path / "absent", "b1", "/")

    assert b"There is no site yet" in found.body
    assert SCRIPT in found.body


def test_page_that_allows_no_script_stays_as_it_is() -> None:
    """A redirect's content policy would make the script an error, so it gets none."""
    strict = PAGE.replace(
        b"<title>", b"<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    )

    assert with_script(strict, "b1") == strict
    allows = strict.replace(b"'none'", b"'none'; script-src 'self'")
    assert SCRIPT in with_script(allows, "b1")


@pytest.fixture
def state() -> PreviewState:
    return PreviewState()


@pytest.fixture
def server(folder: Path, state: PreviewState) -> Iterator[PreviewServer]:
    with open_server(folder, state, 0) as running:
        yield running


def test_next_free_port_is_taken(folder: Path, server: PreviewServer) -> None:
    """A port in use is passed over."""
    with open_server(folder, PreviewState(), server.port) as second:
        assert server.port < second.port < server.port + 50


def test_events_tell_of_builds_and_faults(server: PreviewServer, state: PreviewState) -> None:
    """A page that listens hears the present state, then every change."""
    fault = error(SourceLocation(path="content/a.md", line=4), "date", "bad <date>", "Write it so.")
    first = state.build
    with urlopen(server.address + "__preview__/events", timeout=10) as stream:
        heard = [_next_message(stream)]
        state.fail([fault])
        heard.append(_next_message(stream))
        state.succeed()
        heard.append(_next_message(stream))

    assert [one["build"] == first for one in heard] == [True, True, False]
    assert [one["faults"] for one in heard] == [
        [],
        [
            {
                "where": "content/a.md:4",
                "severity": "error",
                "message": "bad <date>",
                "hint": "Write it so.",
            }
        ],
        [],
    ]


def test_only_the_previews_own_files_are_its_own(server: PreviewServer) -> None:
    """The preview sends its script and its style sheet and nothing else of the program."""
    with urlopen(server.address + "__preview__/reload.js", timeout=10) as answer:
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    for name in ("server.py", "../server.py", ""):
        with pytest.raises(HTTPError) as absent:
            urlopen(server.address + "__preview__/" + name, timeout=10)
        absent.value.close()
        assert absent.value.code == HTTPStatus.NOT_FOUND


def test_nothing_is_kept_by_the_browser(server: PreviewServer) -> None:
    """A browser never shows an older page from its own store."""
    with urlopen(server.address, timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"


def _next_message(stream: object) -> dict[str, object]:
    for line in stream:  # type: ignore[attr-defined]
        if line.startswith(b"data: "):
            message: dict[str, object] = json.loads(line[6:])
            return message
    raise AssertionError("the stream ended")
