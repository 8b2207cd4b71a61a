"""The preview's own host: the built site, with a script for live reload in each page."""

from __future__ import annotations

import contextlib
import errno
import mimetypes
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import msgspec

from site_builder.output.errors import OutputError

if TYPE_CHECKING:
    from site_builder.preview.state import PreviewState

_HOST = "127.0.0.1"
_OWN = "/__preview__/"
_ASSETS = Path(__file__).parent
_PORTS_TRIED = 50
_HEARTBEAT = 10.0
_TYPES = {
    ".bib": "application/x-bibtex; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".xml": "application/xml",
}
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><h1>There is no site yet</h1><p>It appears here after the first good build.</p></body></html>
"""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a request gets."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    location: str = ""
    """Where a redirect leads."""


class PreviewServer:
    """A running host; leaving its context ends it."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self._thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True
        )

    @property
    def port(self) -> int:
        """The port it listens at."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """Address of the home page."""
        return f"http://{_HOST}:{self.port}/"

    def __enter__(self) -> PreviewServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.ending.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def open_server(folder: Path, state: PreviewState, port: int) -> PreviewServer:
    """Return a host for `folder` at `port` or the next free one; OutputError if none is."""
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return PreviewServer(_Server(folder, state, candidate))
        except OSError as failure:
            if failure.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise OutputError(
        f"no port from {port} on is free", "Name another one with --port, or end another preview."
    )


def answer(folder: Path, build: str, address: str) -> Answer:
    """Return the file of `folder` that an address names, as a host of static pages would.

    Pages get the script that reloads them when a build later than `build` is there.
    """
    # Not urlsplit: '//name' is a path here, never another host.
    named, _, query = address.partition("?")
    path = unquote(named)
    file = folder / path.lstrip("/")
    if not file.resolve().is_relative_to(folder.resolve()):
        return Answer(status=HTTPStatus.NOT_FOUND)
    if file.is_dir():
        if not path.endswith("/"):
            place = "/" + quote(path.lstrip("/")) + "/" + (f"?{query}" if query else "")
            return Answer(status=HTTPStatus.MOVED_PERMANENTLY, location=place)
        file /= "index.html"
    if file.is_file():
        return _found(file, HTTPStatus.OK, build)
    if (folder / "404.html").is_file():
        return _found(folder / "404.html", HTTPStatus.NOT_FOUND, build)
    return Answer(
        status=HTTPStatus.NOT_FOUND,
        kind="text/html; charset=utf-8",
        body=with_script(_NOTHING_YET, build),
    )


def with_script(html: bytes, build: str) -> bytes:
    """Return a page with the preview's script at the end of its head.

    A page whose content policy lets no script run, such as a redirect, stays as it is.
    """
    forbids = b"Content-Security-Policy" in html and b"script-src 'self'" not in html
    if forbids or b"</head>" not in html:
        return html
    script = f'<script src="{_OWN}reload.js?build={build}" defer></script></head>'
    return html.replace(b"</head>", script.encode(), 1)


def _found(file: Path, status: HTTPStatus, build: str) -> Answer:
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    if kind.startswith("text/") and "charset" not in kind:
        kind += "; charset=utf-8"
    body = file.read_bytes()
    if file.suffix == ".html":
        body = with_script(body, build)
    return Answer(status=status, kind=kind, body=body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Elsewhere this frees the port of a preview that has just ended; on Windows it would
    # share the port of one that still runs.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, folder: Path, state: PreviewState, port: int) -> None:
        self.folder = folder
        self.state = state
        self.ending = threading.Event()
        super().__init__((_HOST, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers close connections as they like; what else fails is told as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a page, a file, or the stream of events."""
        path = urlsplit(self.path).path
        if path == f"{_OWN}events":
            self._stream()
        elif path.startswith(_OWN):
            self._send(_own_file(path.removeprefix(_OWN)))
        else:
            self._send(self._page())

    def do_HEAD(self) -> None:
        """Send what a GET would, without the body."""
        self._send(self._page(), body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Keep the terminal for diagnostics."""

    def _page(self) -> Answer:
        # The name of the build is taken before the file is read: should a new one come in
        # between, the page reloads once too often rather than once too rarely.
        build = self.server.state.build
        try:
            return answer(self.server.folder, build, self.path)
        except (OSError, ValueError):
            return Answer(status=HTTPStatus.NOT_FOUND)

    def _send(self, reply: Answer, *, body: bool = True) -> None:
        self.send_response(reply.status)
        if reply.location:
            self.send_header("Location", reply.location)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if body:
            self.wfile.write(reply.body)

    def _stream(self) -> None:
        """Tell a page of every change, as server-sent events, until it goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = -1
        with contextlib.suppress(ConnectionError):
            while not self.server.ending.is_set():
                change = self.server.state.wait(seen, _HEARTBEAT)
                if change is None:
                    self.wfile.write(b": still here\n\n")
                else:
                    seen, message = change
                    self.wfile.write(f"data: {message}\n\n".encode())
                self.wfile.flush()


def _own_file(name: str) -> Answer:
    if name not in {"reload.js", "overlay.css"}:
        return Answer(status=HTTPStatus.NOT_FOUND)
    return Answer(
        status=HTTPStatus.OK,
        kind=_TYPES.get(Path(name).suffix, "text/css; charset=utf-8"),
        body=(_ASSETS / name).read_bytes(),
    )
