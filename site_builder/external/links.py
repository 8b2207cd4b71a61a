"""Which addresses of other hosts an archive gives, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape

import msgspec
from msgspec.structs import replace

from site_builder.config import SiteConfig
from site_builder.content.disclosure import disclosed_body
from site_builder.content.link_lines import line_of
from site_builder.content.model import Archive, Article, RegisterEntry, Status
from site_builder.diagnostics import SourceLocation

ReadSource = Callable[[str], str]
"""Gives the text of a source file by its path below the archive's root; '' where it has none."""

_LINK = re.compile(r'<a\b[^>]*? href="(https?://[^"]*)"', re.IGNORECASE)
_SETTINGS = "content/site.yaml"


class ExternalLink(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """An address that a file of the archive gives."""

    url: str
    location: SourceLocation
    archived: bool = False
    """Whether the entry that gives it as its source gives an archived copy as well."""


def external_links(
    archive: Archive, config: SiteConfig, read: ReadSource
) -> tuple[ExternalLink, ...]:
    """Return every address of another host, once for each file that gives it, sorted.

    What is withheld from readers is left out: withdrawn entries and the texts that `display` hides.
    """
    found: dict[tuple[str, str], ExternalLink] = {}
    lines = _Lines(read)
    for url, where, archived in _given(archive, config):
        own = config.base_url
        if (own and url.startswith(own)) or (url, where.path) in found:
            continue
        location = lines.place(url, where)
        found[url, where.path] = ExternalLink(url=url, location=location, archived=archived)
    return tuple(sorted(found.values()))


def _given(archive: Archive, config: SiteConfig) -> Iterator[tuple[str, SourceLocation, bool]]:
    """Yield (address, where about it stands, whether an archived copy is given)."""
    if config.repository:
        yield config.repository, SourceLocation(path=_SETTINGS), False
    registers = archive.registers
    entries: Iterable[RegisterEntry] = (
        *registers.organisations.values(),
        *registers.carriers.values(),
    )
    for entry in entries:
        url: str | None = getattr(entry, "url", None)
        if url:
            yield url, entry.location, False
    for page in archive.pages:
        for link in _links_in(page.body.html):
            yield link, page.location, False
    for article in archive.articles:
        if article.status is not Status.WITHDRAWN:
            for link, archived in _links_of(article, config.excerpt_words):
                yield link, article.location, archived


def _links_of(article: Article, excerpt_words: int) -> Iterator[tuple[str, bool]]:
    if article.source_url:
        yield article.source_url, article.archived_url is not None
    if article.archived_url:
        yield article.archived_url, False
    for link in _links_in(disclosed_body(article, excerpt_words=excerpt_words).html):
        yield link, False


def _links_in(html: str) -> Iterator[str]:
    return (unescape(one) for one in _LINK.findall(html))


class _Lines:
    """Finds the line of a file on which an address stands; reads each file once."""

    def __init__(self, read: ReadSource) -> None:
        self._read = read
        self._path = ""
        self._text = ""

    def place(self, url: str, where: SourceLocation) -> SourceLocation:
        if where.path != self._path:
            self._path, self._text = where.path, self._read(where.path)
        line = line_of(self._text, [url], start=_start_of(where.line, self._text))
        return replace(where, line=line or where.line)


def _start_of(line: int, text: str) -> int:
    """Return where a line begins, as far as there is one."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at
