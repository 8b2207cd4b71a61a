"""Many addresses asked for politely: a host is asked one thing at a time, with pauses."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from urllib.parse import urljoin, urlsplit

import msgspec

from site_builder.external.request import REDIRECTS, NoReplyError, PrivateHostError, Reply, ask

_HOPS = 10
_TRIES = 3
"""How often a host that asks for patience is asked."""
_BUSY = frozenset((429, 503))
_PERMANENT = frozenset((301, 308))


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How hosts are asked."""

    agent: str
    """What the asker calls itself: its name, version, and where to complain."""
    delay: float = 1.0
    """Seconds between two questions to one host."""
    timeout: float = 20.0
    """Seconds to wait for an answer."""
    patience: float = 60.0
    """Seconds that a host may ask to be waited for; one that asks for more is let alone."""
    hosts: int = 8
    """Asked at the same time."""
    private: bool = False
    """Whether addresses of private networks are asked."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an address."""

    status: int
    """Of the last reply; 0 where there was none."""
    said: str
    """The last reply's reason, or why there was none, as a clause."""
    moved_to: str = ""
    """Where readers end, if that is another address."""
    for_good: bool = False
    """Whether every step of the way there was called permanent."""
    skipped: bool = False
    """Whether nobody was asked, for the reason in `said`."""


def visit(urls: Iterable[str], manners: Manners) -> Iterator[tuple[str, Answer]]:
    """Yield each address with its answer, as they come in.

    Who stops taking answers stops the asking, after the questions that are under way.
    """
    hosts: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        hosts.setdefault(_host(url), []).append(url)
    visitor = _Visitor(manners)
    answers: SimpleQueue[tuple[str, Answer] | BaseException] = SimpleQueue()

    def visit_host(own: list[str]) -> None:
        try:
            for url in own:
                answers.put((url, visitor.answer(url)))
        except _StoppedError:
            pass
        except BaseException as fault:  # the one who takes answers is told
            answers.put(fault)

    pool = ThreadPoolExecutor(max_workers=manners.hosts)
    try:
        for own in hosts.values():
            pool.submit(visit_host, own)
        for _ in range(sum(map(len, hosts.values()))):
            found = answers.get()
            if isinstance(found, BaseException):
                raise found
            yield found
    finally:
        visitor.stop.set()
        pool.shutdown(cancel_futures=True)


class _LetAloneError(NoReplyError):
    """A host asked for more patience than there is."""


class _StoppedError(Exception):
    """Nobody wants the answer any more."""


class _Gate(msgspec.Struct):
    """Lets one question at a time through to a host, and none before it may be asked again."""

    lock: threading.Lock = msgspec.field(default_factory=threading.Lock)
    open_at: float = 0.0
    """On the clock of time.monotonic."""
    closed: str = ""
    """Why the host is let alone; '' where it is not."""


class _Visitor:
    """Asks for addresses, from any thread."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()
        self.stop = threading.Event()

    def answer(self, url: str) -> Answer:
        """Return what comes of asking for an address, wherever that leads."""
        at, seen, for_good = url, {url}, True
        while True:
            try:
                reply = self._ask(at)
            except NoReplyError as fault:
                skipped = isinstance(fault, PrivateHostError | _LetAloneError)
                return Answer(status=0, said=str(fault), moved_to=_other(at, url), skipped=skipped)
            following = _following(at, reply)
            if following is None:
                return Answer(
                    status=reply.status,
                    said=reply.reason,
                    moved_to=_other(at, url),
                    for_good=for_good and at != url,
                )
            for_good = for_good and reply.status in _PERMANENT
            if following in seen or len(seen) > _HOPS:
                return Answer(status=0, said="it sends readers round in a circle")
            seen.add(following)
            at = following

    def _ask(self, url: str) -> Reply:
        """Ask for the head, and where that is refused for the whole, as a browser would."""
        reply = self._ask_patiently("HEAD", url)
        if reply.status >= 400 and reply.status not in _BUSY:
            reply = self._ask_patiently("GET", url)
        return reply

    def _ask_patiently(self, method: str, url: str) -> Reply:
        manners = self._manners
        gate = self._gate(url)
        for left in reversed(range(_TRIES)):
            with self._turn(gate):
                reply = ask(
                    method,
                    url,
                    agent=manners.agent,
                    timeout=manners.timeout,
                    private=manners.private,
                )
                if reply.status not in _BUSY:
                    return reply
                wait = reply.retry_after or 10 * manners.delay
                gate.open_at = time.monotonic() + wait
                if wait > manners.patience or not left:
                    gate.closed = "its host asks not to be asked so often"
                    break
        return reply

    @contextmanager
    def _turn(self, gate: _Gate) -> Iterator[None]:
        """Wait for a turn at a host; raises NoReplyError where it is let alone."""
        with gate.lock:
            if gate.closed:
                raise _LetAloneError(gate.closed)
            if self.stop.wait(max(gate.open_at - time.monotonic(), 0.0)):
                raise _StoppedError
            try:
                yield
            finally:
                gate.open_at = max(gate.open_at, time.monotonic() + self._manners.delay)

    def _gate(self, url: str) -> _Gate:
        with self._lock:
            return self._gates.setdefault(_host(url), _Gate())


def _following(at: str, reply: Reply) -> str | None:
    """Return the address that a reply leads to, or None where it leads no further."""
    if reply.status not in REDIRECTS or not reply.location:
        return None
    location = reply.location
    with suppress(UnicodeError):
        # Headers are read as Latin-1, which is what is left where a server does not mean UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        following = urljoin(at, location)
        parts = urlsplit(following)
        host = parts.hostname
    except ValueError:
        return None
    return following.partition("#")[0] if parts.scheme in ("http", "https") and host else None


def _other(at: str, url: str) -> str:
    return "" if at == url else at


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
