"""A small host for a built site: one folder of it under a base path, as GitHub Pages serves it."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from dataclasses import dataclass
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml", "application/feed")
_TYPES = {".json": "application/json", ".xml": "application/xml", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One answered request."""

    path: str
    """Below the base path, without query."""
    status: int
    bytes: int
    """Length of the body as sent, compressed where the browser takes that."""


class ArchiveServer:
    """Serves `folder` under `base` ('/my-archive/') on a free port of 127.0.0.1."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder = folder
        self.base = base
        self.requests: list[Served] = []
        """Every answered request, oldest first; clear it to measure what follows."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def __enter__(self) -> ArchiveServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def find(self, address: str) -> tuple[int, Path | None]:
        """Return the status and the file for a request's address."""
        path = unquote(urlsplit(address).path)
        if not path.startswith(self.base):
            return 404, None
        file = self.folder / path[len(self.base) :]
        if file.is_dir():
            file /= "index.html"
        inside = file.resolve().is_relative_to(self.folder.resolve())
        if inside and file.is_file():
            return 200, file
        missing = self.folder / "404.html"
        return 404, missing if missing.is_file() else None


def _handler_of(archive: ArchiveServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
            """Say nothing: tests read `requests`."""

        def _answer(self, *, body: bool) -> None:
            status, file = archive.find(self.path)
            kind = _type_of(file) if file else "text/plain"
            squeeze = kind.startswith(_COMPRESSED) and "gzip" in self.headers.get(
                "Accept-Encoding", ""
            )
            data = _body(file, squeeze) if file else b"There is nothing here.\n"
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            if squeeze:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if body:
                self.wfile.write(data)
            path = urlsplit(self.path).path.removeprefix(archive.base)
            archive.requests.append(Served(path=path, status=status, bytes=len(data)))

    return Handler


def _type_of(file: Path) -> str:
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    if kind is None:
        return "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


@lru_cache(maxsize=4096)
def _body(file: Path, squeeze: bool) -> bytes:
    data = file.read_bytes()
    return gzip.compress(data, mtime=0) if squeeze else data
