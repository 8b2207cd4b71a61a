"""The files of a built site → the files of a copy that is read from a disk.

A disk has no web server: a link to a folder shows a list of its files, and scripts may neither
fetch nor be modules. So links name `index.html`, scripts are classic ones, and what scripts fetch
stands in scripts of its own; drawings that pages share are put into each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from posixpath import dirname, join, normpath

from site_builder.offline.scripts import RUNTIME, offline_scripts, runtime
from site_builder.output.files import MANIFEST, OutputFile

Read = Callable[[str], bytes]
"""Gives a file of the site by its path."""

_LEFT_OUT = frozenset((MANIFEST, ".nojekyll", ".site-builder", "404.html", "robots.txt"))
_FETCHED = re.compile(r"(?:search|random|timeline|verify)/.*\.json")
"""What only scripts read, below the folder of a language."""
_READ_TOO = re.compile(r"articles/[^/]+/index\.json|timeline/(?:.*/)?index\.html")
"""What scripts read as well."""
_LANGUAGE = re.compile(r"([^/]+/)search/names\.json")
_TAG = re.compile(
    rb"<(?:a|area|link|form|meta|script)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE
)
_ADDRESS = re.compile(rb'(?<=\s)(?P<name>href|action)="(?P<address>[^"]*)"')
_REFRESH = re.compile(rb'(?<= content=")(?P<wait>[0-9]+; ?url=)(?P<address>[^"]*)"')
_MODULE = re.compile(rb'<script type="module" src="(?P<source>[^"]*)">')
_USE = re.compile(rb'(?P<before><use [^>]*?)href="(?P<file>[^"#:]+\.svg)#(?P<name>[\w-]+)"')
_SCHEME = re.compile(rb"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#|\?|$")
_ASSETS = re.compile(r"(assets/[^/]+/)js/")


def offline_files(
    paths: Iterable[str], read: Read, modules: Mapping[str, str], lunr: str
) -> Iterator[OutputFile]:
    """Yield the files of an offline copy, in the order of their paths where they come from a site.

    `modules` are the site's ES modules by path, as written. Raises UnbundledError where one of
    them cannot be made a script.
    """
    paths = sorted(paths)
    assets = next((found[1] for path in paths if (found := _ASSETS.match(path))), "")
    languages = tuple(found[1] for path in paths if (found := _LANGUAGE.fullmatch(path)))
    entries: set[str] = set()
    there = frozenset(paths)

    @cache
    def drawing(path: str) -> bytes:
        return read(path) if path in there else b""

    for path in paths:
        if path in _LEFT_OUT or path.startswith("sitemap"):
            continue
        if assets and path.startswith(f"{assets}js/") and path != f"{assets}js/theme.js":
            continue
        if path.startswith(f"{assets}vendor/") and assets:
            continue
        data = read(path)
        if path.endswith(".html"):
            entries |= _entries(data, assets)
            yield OutputFile(path, _page(_with_drawings(data, path, drawing), assets))
        folder = next((one for one in languages if path.startswith(one)), "")
        below = path[len(folder) :]
        fetched = _FETCHED.fullmatch(below) is not None
        if not (fetched or path.endswith(".html")):
            yield OutputFile(path, data)
        if fetched or _READ_TOO.fullmatch(below):
            yield OutputFile(f"{path}.js", _as_script(path, data))
    yield OutputFile(assets + RUNTIME, runtime().encode())
    # The page says nothing of what does not work from a disk, because here it does.
    yield OutputFile(f"{assets}js/file.js", b"")
    for path, text in offline_scripts(entries, modules, lunr):
        yield OutputFile(assets + path, text.encode())


def _as_script(path: str, data: bytes) -> bytes:
    """Return a script that hands over a file's text under its path."""
    text = data.decode("utf-8").replace("\\", "\\\\").replace("'", "\\'")
    text = text.replace("\n", "\\n").replace("\r", "\\r")
    return f"offlineData({json.dumps(path)}, '{text}');\n".encode()


def _entries(page: bytes, assets: str) -> set[str]:
    """Return the modules that a page runs, by their paths among the scripts."""
    found = (match["source"].decode() for match in _MODULE.finditer(page))
    return {source[source.index(assets) + len(assets) :] for source in found if assets in source}


def _page(page: bytes, assets: str) -> bytes:
    page = _TAG.sub(_tag, page)
    first = _MODULE.search(page)
    if first is not None:
        source = first["source"]
        at = source.index(assets.encode())
        load = b'<script src="' + source[:at] + f'{assets}{RUNTIME}"></script>\n'.encode()
        page = page[: first.start()] + load + page[first.start() :]
    return _MODULE.sub(rb'<script defer src="\g<source>">', page)


def _with_drawings(page: bytes, path: str, drawing: Callable[[str], bytes]) -> bytes:
    """Return a page with the symbols in it that it uses of other files."""
    known: set[bytes] = set()

    def inside(use: re.Match[bytes]) -> bytes:
        file = normpath(join(dirname(path), use["file"].decode()))
        name = use["name"]
        start = b'<symbol id="' + name + b'"'
        found = re.search(re.escape(start) + rb".*?</symbol>", drawing(file), re.DOTALL)
        if found is None:
            return use[0]
        drawn = b"drawn-" + name
        symbol = b"" if name in known else b'<symbol id="' + drawn + b'"' + found[0][len(start) :]
        known.add(name)
        return symbol + use["before"] + b'href="#' + drawn + b'"'

    return _USE.sub(inside, page)


def _tag(tag: re.Match[bytes]) -> bytes:
    text = _ADDRESS.sub(_address, tag[0])
    return _REFRESH.sub(_refresh, text)


def _address(found: re.Match[bytes]) -> bytes:
    return found["name"] + b'="' + with_index(found["address"]) + b'"'


def _refresh(found: re.Match[bytes]) -> bytes:
    return found["wait"] + with_index(found["address"]) + b'"'


def with_index(address: bytes) -> bytes:
    """Return an address, as an attribute has it, with the name of the page where it has none."""
    if _SCHEME.match(address):
        return address
    end = min((at for mark in b"?#" if (at := address.find(mark)) >= 0), default=len(address))
    path, rest = address[:end], address[end:]
    if path.endswith(b"/"):
        return path + b"index.html" + rest
    if path in {b".", b".."} or path.endswith((b"/.", b"/..")):
        return path + b"/index.html" + rest
    return address
