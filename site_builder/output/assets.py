"""Style sheets, scripts and other static files → files of the site."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import msgspec
import rjsmin

from site_builder.output.bundling import UnbundledError, bundle, bundle_script
from site_builder.output.files import OutputFile

_FINGERPRINTED = ("css/", "js/", "vendor/")
_ICON = "favicon.svg"
_BUNDLED = ("js/search/page.js", "js/timeline/page.js")
"""Modules that are sent together with all that they import."""
_WORKER, _SESSION, _LUNR = "js/search/worker.js", "js/search/session.js", "lunr.js"
"""A worker's script, and the module and the script of others that are sent in front of it."""


class Assets(msgspec.Struct, frozen=True, kw_only=True):
    """The static part of a site."""

    folder: str
    """Where scripts and styles lie, below the root, with a closing slash. Its name is made from
    their content, so a browser never mixes two versions and may keep each for good."""
    files: tuple[OutputFile, ...]
    loose: tuple[str, ...] = ()
    """Paths of files that lie in the site as they lie under static/."""
    astray: tuple[tuple[str, bool], ...] = ()
    """Links that cannot be files of the site: each path, and whether there is anything at all
    where it leads, which then lies outside."""


def gather_assets(
    folders: Sequence[Path],
    vendored: Mapping[str, bytes],
    theme: bytes = b"",
    heads: Mapping[str, bytes] = MappingProxyType({}),
) -> Assets:
    """Return the static files of `folders`, where an earlier folder's file hides a later one's.

    All of css/ becomes one style sheet, in the order of names, with `theme` at its end. Scripts
    stay single modules, but for those of the search, which are many.
    `vendored` holds JavaScript of others by file name, `heads` what is put before the script of a
    path. Everything else keeps its path below the site's root. Comments and indents of scripts are
    left out: every reader would load them, and who wants to read them finds them in the repository.
    """
    read, astray = _read_static(folders)
    read |= {path: head + read[path] for path, head in heads.items() if path in read}
    found = _bundled(read)
    sheets = [data for path, data in sorted(found.items()) if _is_sheet(path)]
    pinned = {
        **{
            path: _minified(data) if path.endswith(".js") else data
            for path, data in found.items()
            if _is_pinned(path) and not _is_sheet(path)
        },
        "css/site.css": b"\n".join([*sheets, *filter(None, [theme])]),
        **{f"vendor/{name}": data for name, data in vendored.items()},
        **_worker(read, vendored),
    }
    digest = hashlib.sha256()
    for path, data in sorted(pinned.items()):
        digest.update(f"{path} {len(data)}\n".encode())
        digest.update(data)
    folder = f"assets/{digest.hexdigest()[:10]}/"
    loose = {path: data for path, data in found.items() if not _is_pinned(path)}
    files = [OutputFile(folder + path, data) for path, data in sorted(pinned.items())]
    files += [OutputFile(path, data) for path, data in sorted(loose.items())]
    return Assets(
        folder=folder,
        files=tuple(files),
        loose=tuple(sorted(loose)),
        astray=tuple(sorted(astray.items())),
    )


def read_modules(folders: Sequence[Path]) -> dict[str, str]:
    """Return the ES modules and other scripts of `folders` by path, as they are written."""
    return _modules(_read_static(folders)[0])


def _bundled(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the bundles in place of their first modules."""
    modules = _modules(found)
    bundles = {}
    for entry in _BUNDLED:
        if entry in modules:
            # A site's own module that cannot be joined is sent as it is.
            with suppress(UnbundledError):
                bundles[entry] = bundle(entry, modules).encode()
    return {**found, **bundles}


def _worker(found: Mapping[str, bytes], vendored: Mapping[str, bytes]) -> dict[str, bytes]:
    """The worker behind what it needs; lunr.js is left as it is, to the last comment."""
    modules = _modules(found)
    if not {_WORKER, _SESSION} <= modules.keys() or _LUNR not in vendored:
        return {}
    with suppress(UnbundledError):
        session = bundle_script(_SESSION, modules, "searchSession")
        own = _minified(f"{session}{modules[_WORKER]}".encode())
        return {_WORKER: b"\n".join([vendored[_LUNR], own])}
    return {}


def _modules(found: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in found.items() if _is_module(path, data)}


def _is_module(path: str, data: bytes) -> bool:
    return path.startswith("js/") and path.endswith(".js") and _is_text(data)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _minified(data: bytes) -> bytes:
    # A site's own file in another encoding is its keeper's affair.
    return str(rjsmin.jsmin(data.decode("utf-8"))).encode() if _is_text(data) else data


def _is_pinned(path: str) -> bool:
    return path == _ICON or path.startswith(_FINGERPRINTED)


def _is_sheet(path: str) -> bool:
    return path.startswith("css/") and path.endswith(".css")


def _read_static(folders: Sequence[Path]) -> tuple[dict[str, bytes], dict[str, bool]]:
    """Return the files by path, and the links that are none (see Assets.astray)."""
    found: dict[str, bytes] = {}
    astray: dict[str, bool] = {}
    for folder in reversed(folders):
        boundary = folder.resolve()
        for path in _entries_below(folder):
            name = path.relative_to(folder).as_posix()
            there = path.is_file()
            if there and path.resolve().is_relative_to(boundary):
                found[name] = path.read_bytes()
            elif path.is_symlink():
                astray[name] = there
    return found, astray


def _entries_below(folder: Path) -> Iterator[Path]:
    """Yield what is no folder, in the order of names; hidden ones are left out."""
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(base) / name
