"""A host on this machine that answers as it is told and notes how it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question that came in."""

    method: str
    path: str
    host: str
    agent: str
    at: float
    """On the clock of time.monotonic."""


@dataclass(slots=True, kw_only=True)
class Host:
    """What it answers, and what it was asked."""

    port: int
    answers: dict[str, Any]
    """By path: a status, or (status, headers), or a list of these for one question each; by
    'METHOD /path' where only that method is answered so."""
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def methods(self) -> list[str]:
        return [f"{one.method} {one.path}" for one in self.asked]


@contextmanager
def host(answers: dict[str, Any], *, pause: float = 0.0) -> Iterator[Host]:
    """Run a host; each answer takes `pause` seconds."""
    lock = threading.Lock()
    busy = 0

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            nonlocal busy
            with lock:
                busy += 1
                told.most_at_once = max(told.most_at_once, busy)
                told.asked.append(
                    Asked(
                        method=self.command,
                        path=self.path,
                        host=self.headers["Host"],
                        agent=self.headers["User-Agent"],
                        at=time.monotonic(),
                    )
                )
                found = told.answers.get(f"{self.command} {self.path}")
                found = told.answers.get(self.path, 404) if found is None else found
                if isinstance(found, list):
                    found = found.pop(0) if len(found) > 1 else found[0]
            time.sleep(pause)
            status, headers = found if isinstance(found, tuple) else (found, {})
            with lock:
                busy -= 1
            if status == 0:
                self.connection.close()
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = _answer  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Host(port=server.server_address[1], answers=answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
