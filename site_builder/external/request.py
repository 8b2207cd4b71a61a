"""One question to one host over HTTP, and what came of it."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

REDIRECTS = frozenset((301, 302, 303, 307, 308))
_KEPT = "/?:@!$&'()*+,;=%~-._[]"
"""Characters of a path or query that stay as they are."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a host answered."""

    status: int
    reason: str
    location: str = ""
    """Where it sends those who ask, as it says so; may be relative."""
    retry_after: float = 0.0
    """Seconds after which it wants to be asked again, where it says so."""


class NoReplyError(Exception):
    """A host did not answer; says why, as a clause in plain English."""


class PrivateHostError(NoReplyError):
    """A name leads into a private network, where a check must not ask."""


def ask(method: str, url: str, *, agent: str, timeout: float, private: bool) -> Reply:
    """Ask for an address and return the reply's head; its body is not read.

    `private` allows addresses of the own machine and of private networks. What a name stands for
    is looked up once and then used, so that a name cannot be public when it is looked at and
    private when it is connected to. Raises NoReplyError.
    """
    try:
        parts = urlsplit(url)
        connection = _connection(parts, timeout, private)
    except ValueError as fault:
        raise NoReplyError("this is not an address that can be asked") from fault
    try:
        with closing(connection):
            connection.request(
                method,
                _target(parts),
                headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"},
            )
            return _reply(connection.getresponse())
    except NoReplyError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise NoReplyError(_why(fault, timeout)) from fault


def _connection(parts: SplitResult, timeout: float, private: bool) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if parts.scheme == "https":
        return _Secure(host, parts.port, timeout=timeout, private=private)
    return _Plain(host, parts.port, timeout=timeout, private=private)


def _target(parts: SplitResult) -> str:
    """Return the path and the query as a request says them; letters of other scripts encoded."""
    path = quote(parts.path or "/", safe=_KEPT)
    return f"{path}?{quote(parts.query, safe=_KEPT)}" if parts.query else path


class _Plain(http.client.HTTPConnection):
    """A connection to what a name stands for, unless that is private."""

    def __init__(self, host: str, port: int | None, *, timeout: float, private: bool) -> None:
        super().__init__(host, port, timeout=timeout)
        self._private = private

    def connect(self) -> None:
        self.sock = _socket(self.host, self.port, self.timeout, private=self._private)


class _Secure(http.client.HTTPSConnection):
    """The same under TLS; the certificate is held against the name."""

    def __init__(self, host: str, port: int | None, *, timeout: float, private: bool) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self._tls)
        self._private = private

    def connect(self) -> None:
        plain = _socket(self.host, self.port, self.timeout, private=self._private)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _socket(host: str, port: int, timeout: float | None, *, private: bool) -> socket.socket:
    """Return a connection to the first address of a host that takes one."""
    found = list(_addresses(host, port))
    allowed = [one for one in found if private or ipaddress.ip_address(one[1][0]).is_global]
    if found and not allowed:
        raise PrivateHostError(f"{host} is in a private network")
    failure: OSError | None = None
    for family, address in allowed:
        connected = socket.socket(family, socket.SOCK_STREAM)
        try:
            connected.settimeout(timeout)
            connected.connect(address)
        except OSError as fault:
            connected.close()
            failure = fault
        else:
            return connected
    raise failure or socket.gaierror(socket.EAI_NONAME, "no address")


def _addresses(host: str, port: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield family, address


def _reply(response: http.client.HTTPResponse) -> Reply:
    return Reply(
        status=response.status,
        reason=re.sub(r"[^ -~]+", " ", response.reason)[:80].strip(),
        location=response.getheader("Location", "") or "",
        retry_after=seconds_until(response.getheader("Retry-After", "") or ""),
    )


def seconds_until(retry_after: str) -> float:
    """Return what a Retry-After header (RFC 9110, 10.2.3) asks for, in seconds; 0 for nonsense."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        then = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max((then - datetime.now(UTC)).total_seconds(), 0.0)


def _why(fault: Exception, timeout: float) -> str:
    """Say what a failure to get an answer means."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({fault.verify_message})"
    if isinstance(fault, ssl.SSLError):
        return "no safe connection can be made to it"
    if isinstance(fault, socket.gaierror):
        gone = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        return "there is no host of that name" if fault.errno in gone else "its name is not found"
    if isinstance(fault, TimeoutError):
        return f"it did not answer within {timeout:g} seconds"
    if isinstance(fault, ConnectionRefusedError):
        return "it takes no connections"
    if isinstance(fault, ConnectionError):
        return "it broke the connection off"
    if isinstance(fault, http.client.HTTPException):
        return "what it answers is not HTTP"
    if isinstance(fault, OSError) and fault.strerror:
        return f"it cannot be reached: {fault.strerror.lower()}"
    return "it cannot be asked"
