"""Everything that a site is made of, by digests: files, settings, the program."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from site_builder.cards.own_fonts import own_fonts
from site_builder.content.source_files import SourceFiles, Stamp, read_source_files
from site_builder.resources import search_path

if TYPE_CHECKING:
    from site_builder.build import BuildOptions
    from site_builder.cache.store import Store

_STAMPS = b"stamps"
_STRINGS = "templates/strings/"


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """What one build reads."""

    sources: SourceFiles
    look: bytes
    """Of the program, the templates, the static files and the options: whatever shapes every
    page."""
    words: bytes
    """The same without what is seen on pages alone: of the program, the texts of the interface and
    the options."""
    head: str
    """The commit at which the archive's repository stands, or ''."""
    digest: bytes
    """Of all of it."""
    site: bytes
    """Key of what is known of the site in this output folder."""
    store: Store

    def put_stamps(self) -> bool:
        """Put by which stamps the files are known again; return whether that is news.

        Without them files are read again. Raises StoreError; the caller commits.
        """
        packed = msgspec.msgpack.encode(dict(self.sources.stamps))
        if self.store.get("notes", _STAMPS) == packed:
            return False
        self.store.put("notes", [(_STAMPS, packed)])
        return True


def read_inputs(options: BuildOptions, store: Store) -> Inputs:
    """Read what has changed since the last build, and tell the rest by its stamps."""
    sources = read_source_files(options.root, _stamps(store))
    words = hashlib.blake2b(digest_size=16)
    words.update(store.version.encode())
    words.update(repr((options.base_url, options.drafts, options.preview)).encode())
    look = words.copy()
    for kind in ("templates", "static"):
        for folder in search_path(options.root, kind):
            for path, data in _files(folder):
                seen = (look, words) if f"{kind}/{path}".startswith(_STRINGS) else (look,)
                for one in seen:
                    one.update(f"{kind} {path} {len(data)}\n".encode("utf-8", "surrogateescape"))
                    one.update(data)
    for path, data in own_fonts(options.root):
        look.update(f"{path} {len(data)}\n".encode("utf-8", "surrogateescape"))
        look.update(data)
    whole = hashlib.blake2b(look.digest(), digest_size=16)
    for path in sorted(sources.files):
        whole.update(sources.files[path].digest)
    for fault in sources.faults:
        whole.update(str(fault).encode("utf-8", "backslashreplace"))
    head = _head(options.root)
    whole.update(head.encode())
    place = os.path.relpath(options.output.absolute(), options.root.absolute())
    return Inputs(
        sources=sources,
        look=look.digest(),
        words=words.digest(),
        head=head,
        digest=whole.digest(),
        site=b"site " + place.encode("utf-8", "surrogateescape"),
        store=store,
    )


def _stamps(store: Store) -> dict[str, Stamp]:
    packed = store.get("notes", _STAMPS)
    try:
        return {} if packed is None else msgspec.msgpack.decode(packed, type=dict[str, Stamp])
    except msgspec.MsgspecError:
        return {}


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its bytes, and whatever else there is with none."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base) / name
            data = b""
            # What is no regular file, such as a pipe, might never end.
            if path.is_file():
                with suppress(OSError):
                    data = path.read_bytes()
            elif path.is_symlink():
                data = b"leads nowhere"
            yield path.relative_to(folder).as_posix(), data


def _head(root: Path) -> str:
    """Return the commit checked out in the repository that holds `root`, without asking git."""
    for folder in (root.absolute(), *root.absolute().parents):
        git = folder / ".git"
        if git.is_dir():
            return _commit(git)
        if git.is_file():
            text = _text(git)
            return _commit(folder / text.removeprefix("gitdir:").strip()) if text else ""
    return ""


def _commit(git: Path) -> str:
    head = _text(git / "HEAD")
    if not head.startswith("ref:"):
        return head
    name = head.removeprefix("ref:").strip()
    common = _text(git / "commondir")
    for place in (git, git / common) if common else (git,):
        found = _text(place / name) or _packed(place / "packed-refs", name)
        if found:
            return found
    return name


def _packed(path: Path, name: str) -> str:
    lines: Iterable[str] = _text(path).splitlines()
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
