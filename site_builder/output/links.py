"""Links of the built site: does each lead to a file, and to a place in it?"""

from __future__ import annotations

import re
from html import unescape
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_builder.output.files import OutputFile

_TAG = re.compile(
    r"""<(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""", re.ASCII
)
_ATTRIBUTE = re.compile(
    r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""", re.ASCII
)
_UNREAD = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>).*?</\2\s*>", re.DOTALL | re.IGNORECASE)
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*(.*)$", re.IGNORECASE)
_LINKING = {"href", "src", "action", "poster"}


class BrokenLink(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A link of the site to something that the site does not have."""

    page: str
    """Path of the file that holds the link."""
    link: str
    """As it stands in the page, entities resolved."""
    missing: str
    """Path of the file that it needs, or that file's path with '#' and the absent id."""


class PageLinks(msgspec.Struct, frozen=True, kw_only=True):
    """What a page links to and what in it can be linked to."""

    links: tuple[str, ...]
    """Each once, sorted."""
    ids: frozenset[str]


def find_broken_links(files: Iterable[OutputFile], *, base_url: str = "") -> tuple[BrokenLink, ...]:
    """Return every link of the HTML pages among `files` that leads nowhere, sorted.

    Links to other sites are not followed. With `base_url` (the address of the site's
    root), absolute addresses below it count as links of the site, and so do paths from
    the host's root; without it such paths start at the site's root.
    """
    known: set[str] = set()
    pages: dict[str, PageLinks] = {}
    for file in files:
        known.add(file.path)
        if file.path.endswith(".html"):
            pages[file.path] = read_links(file.data.decode())
    ids = {path: page.ids for path, page in pages.items()}
    return tuple(
        sorted(
            BrokenLink(page=path, link=link, missing=missing)
            for path, page in pages.items()
            for link in page.links
            if (missing := _missing(path, link, base_url, known, ids)) is not None
        )
    )


def read_links(html: str) -> PageLinks:
    """Return what an HTML page links to and its ids; comments and scripts are not read."""
    links: dict[str, None] = {}
    ids: set[str] = set()
    # A script's own tag may load a file; its text and comments are not markup.
    for tag in _TAG.finditer(_UNREAD.sub(lambda unread: unread[1] or "", html)):
        attributes = _attributes(tag["attributes"])
        links.update((attributes[name].strip(), None) for name in _LINKING & attributes.keys())
        links.update((source, None) for source in _sources(attributes.get("srcset", "")))
        if attributes.get("http-equiv", "").lower() == "refresh":
            found = _REFRESH.match(attributes.get("content", ""))
            links.update({found[1].strip("'\" "): None} if found else {})
        if "id" in attributes:
            ids.add(attributes["id"])
    return PageLinks(links=tuple(sorted(links)), ids=frozenset(ids))


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


def _sources(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def _missing(
    page: str, link: str, base_url: str, known: set[str], ids: Mapping[str, frozenset[str]]
) -> str | None:
    """Return what a link needs and the site lacks; None where all is well."""
    target = _target(page, link, base_url)
    if target is None:
        return None
    path, fragment = target
    if path not in known:
        return path
    # '#top' and the empty fragment always mean the top of the page.
    if not fragment or fragment == "top" or path not in ids or fragment in ids[path]:
        return None
    return f"{path}#{fragment}"


def _target(page: str, link: str, base_url: str) -> tuple[str, str] | None:
    """Return the path of the file a link leads to and the fragment; None if outside."""
    if base_url and link.startswith(base_url):
        link = "/" + link[len(base_url) :]
        root = "/"
    else:
        root = urlsplit(base_url).path or "/"
    try:
        parts = urlsplit(link)
    except ValueError:
        return link, ""
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    if path.startswith("/"):
        if not path.startswith(root):
            return path, ""
        full = path[len(root) :]
    else:
        full = f"{page.rpartition('/')[0]}/{path}"
    clean = normpath("/" + full).lstrip("/")
    if _climbs_out(full):
        return full, ""
    if clean == "" or path.endswith(("/", "/.", "/..")) or path in {".", ".."}:
        clean = f"{clean}/index.html".lstrip("/")
    return clean, unquote(parts.fragment)


def _climbs_out(path: str) -> bool:
    """Whether a path climbs above the site's root, where a browser would leave the site."""
    depth = 0
    for part in path.split("/"):
        if part == "..":
            depth -= 1
        elif part not in {"", "."}:
            depth += 1
        if depth < 0:
            return True
    return False
