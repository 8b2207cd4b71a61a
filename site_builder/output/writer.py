"""Publishing a built site: the old site or the new one, never a mixture.

The new site is made in a folder beside the output folder, on the same file system, and exchanged
with it in one step (see exchange.py). Whatever happens before that step (an error, a crash, a full
disk, Ctrl-C) leaves the old site byte for byte; what such a build left behind is removed by the
next one.

The folder that the old site then lies in is kept as a spare: brought up to date by hard links, it
is where the next build makes its few changes, so that a site of a hundred thousand files need not
be written again for one article.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec

from site_builder.output.errors import OutputError
from site_builder.output.exchange import flush, flush_names, put_in_place, recover, remove_tree
from site_builder.output.lock import output_lock
from site_builder.output.place import MARKER, Place, explain, place_of
from site_builder.output.tree import Tree, files_below, read_marker, write_marker

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.output.files import OutputFile

__all__ = [
    "MARKER",
    "OutputError",
    "Published",
    "SiteChange",
    "Workplace",
    "check_output",
    "publish",
    "recover_output",
    "workplace",
]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What a build changed in its output folder; the marker file is not counted."""

    written: int
    """Files that are new or whose bytes changed."""
    unchanged: int
    removed: int
    """Files of the old site that the new one does not have."""
    bytes: int
    """Of the whole new site."""


class SiteChange(msgspec.Struct, frozen=True, kw_only=True):
    """What tells a site from the one before it."""

    id: str
    """Of the new site, as its marker holds it."""
    spare: str
    """Of the site that lies in the spare folder; '' where there is none."""
    written: tuple[str, ...] = ()
    """Paths in which the spare differs from the site."""
    removed: tuple[str, ...] = ()
    """Paths that only the spare has."""


def publish(
    files: Iterable[OutputFile], output: Path, *, source: Path, patience: float = 30.0
) -> Published:
    """Make `files` the site at `output`, whole or not at all.

    `output` must be absent, empty, or a folder that an earlier build made; `source` is
    the archive's root, which is never overwritten. Another build at work there is
    waited for at most `patience` seconds. Files are taken one by one, so they may be
    rendered as they are asked for; what that raises passes through after the unfinished
    site is removed. Raises OutputError, with the old site untouched, if the disk or
    the folder refuses; ValueError if two files share a path or a path leaves the site.
    """
    with workplace(output, source=source, patience=patience) as work:
        work.begin_anew()
        written = unchanged = size = 0
        for file in files:
            work.claim(file.path)
            changed = work.put(file.path, file.data)
            written += changed
            unchanged += not changed
            size += len(file.data)
        removed = work.left_over()
        work.finish("")
        return Published(written=written, unchanged=unchanged, removed=removed, bytes=size)


def check_output(output: Path, *, source: Path) -> None:
    """Raise OutputError if `publish` would refuse `output`, before any work is done."""
    place_of(output, source).check()


def recover_output(output: Path, *, source: Path) -> bool:
    """Put back the site that a crash between two renames left aside; True if there was one.

    Called when a build starts, so that even a build that then fails leaves a site.
    """
    place = place_of(output, source)
    try:
        if not place.old.is_dir():
            return False
        with output_lock(place.lock, place.output, 0):
            return recover(place.output, place.old)
    except OSError as failure:
        raise explain(failure, place) from failure


@contextmanager
def workplace(output: Path, *, source: Path, patience: float = 30.0) -> Iterator[Workplace]:
    """Give the place where a site is made, to this build alone until it ends.

    Raises OutputError where the folder refuses or another build stays at work there.
    """
    place = place_of(output, source)
    place.check()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with output_lock(place.lock, place.output, patience):
            recover(place.output, place.old)
            place.check()
            remove_tree(place.new)
            remove_tree(place.old)
            work = Workplace(place)
            try:
                yield work
            finally:
                work.end()
    except OSError as failure:
        raise explain(failure, place) from failure


class Workplace:
    """A site in the making: `begin_…`, then `put`, `keep` and `drop`, then `finish`."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._live = Tree(place.output)
        self._tree: Tree | None = None
        self._second: Tree | None = None
        self._anew = True
        self._old: dict[str, int] = {}
        self._has_old = False
        self._paths: set[str] = set()
        self._folders: set[str] = {""}

    @property
    def site(self) -> str | None:
        """The id of the site that lies in the output folder; None where there is none."""
        return read_marker(self.place.output)

    def untouched(self, folders: Iterable[str]) -> bool:
        """Return whether nobody added or removed files in `folders` of the site since it was made.

        What somebody wrote into an existing file is not seen.
        """
        return self._live.untouched(folders)

    def begin_anew(self, *, spare: bool = False) -> None:
        """Make the whole site again; with `spare`, make its spare at the same time."""
        place = self.place
        remove_tree(place.spare)
        remove_tree(place.new)
        self._old = files_below(place.output)
        self._old.pop(MARKER, None)
        self._has_old = bool(self._old)
        self._tree = Tree.make(place.new)
        if spare and Tree.links_in(place.parent):
            self._second = Tree.make(place.spare)

    def begin_from(self, change: SiteChange) -> bool:
        """Make the site out of the one that lies there, of which `change` is known.

        Returns False where that cannot be done and `begin_anew` must be.
        """
        place = self.place
        try:
            if not (change.spare and read_marker(place.spare) == change.spare):
                remove_tree(place.spare)
                self._tree = Tree.make(place.spare)
                for path in files_below(place.output):
                    if path != MARKER:
                        _must(self._tree.link(path, self._live))
            else:
                self._tree = Tree(place.spare)
                self._tree.remove(MARKER)
                for path in change.removed:
                    self._tree.remove(path)
                for path in change.written:
                    self._tree.remove(path)
                    _must(self._tree.link(path, self._live))
        except OSError:
            remove_tree(place.spare)
            self._tree = None
            return False
        self._anew = False
        return True

    def claim(self, path: str) -> None:
        """Refuse, by a ValueError, a path that no page plan may hold or that is taken."""
        parts = path.split("/")
        if any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in parts):
            raise ValueError(f"not a path below the site: {path!r}")
        if path in self._paths or path in self._folders or path == MARKER:
            raise ValueError(f"two files of the site share the path {path!r}")
        self._paths.add(path)
        folder = path.rpartition("/")[0]
        while folder not in self._folders:
            if folder in self._paths:
                raise ValueError(f"two files of the site share the path {folder!r}")
            self._folders.add(folder)
            folder = folder.rpartition("/")[0]
        self._old.pop(path, None)

    def put(self, path: str, data: bytes, *, same: bool = False) -> bool:
        """Write a file; return whether its bytes are new.

        A file whose bytes are those of the old site is linked to it, which keeps the time of last
        change, by which servers and copying tools tell what is new. `same` says that they are.
        """
        tree = self._begun()
        try:
            if self._anew:
                changed = True
                if self._has_old:
                    changed = not (self._live.holds(path, data) and tree.link(path, self._live))
                    if changed:
                        changed = not self._live.says(path, data)
                        tree.write(path, data)
                else:
                    tree.write(path, data)
                if self._second:
                    self._second.link(path, tree)
                return changed
            if same:
                return False
            tree.remove(path)
            tree.write(path, data)
        except OSError as failure:
            raise explain(failure, self.place, path) from failure
        return True

    def keep(self, paths: Iterable[str]) -> None:
        """Take files as they are in the old site."""
        tree = self._begun()
        if not self._anew:
            return
        for path in paths:
            try:
                if not tree.link(path, self._live):
                    tree.write(path, self._live.read(path))
                if self._second:
                    self._second.link(path, tree)
            except OSError as failure:
                raise explain(failure, self.place, path) from failure

    def drop(self, paths: Iterable[str]) -> None:
        """Leave out files of the old site."""
        tree = self._begun()
        if not self._anew:
            for path in paths:
                tree.remove(path)

    def read(self, path: str) -> bytes:
        """Return a file of the new site; raises OSError where it has none."""
        return self._begun().read(path)

    def left_over(self) -> int:
        """Return how many files of the old site no claimed path has replaced."""
        return len(self._old)

    @property
    def anew(self) -> bool:
        """Whether the whole site is laid out again."""
        return self._anew

    def not_in(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return the files of the old site that are not among `paths`; none if it was not read."""
        return tuple(self._old.keys() - set(paths)) if self._old else ()

    def finish(
        self, site: str, *, written: Sequence[str] = (), removed: Sequence[str] = ()
    ) -> SiteChange:
        """Put the new site in the place of the old one; return what to know of it next time."""
        place, tree = self.place, self._begun()
        former = self.site
        write_marker(tree.root, site)
        if self._second:
            write_marker(self._second.root, site)
        if former is not None:
            # Only where there is a site to lose need the new one be on the disk before.
            flush(tree.root)
        old = put_in_place(tree.root, place.output, place.old)
        flush_names(place.parent)
        self._tree = None
        if self._anew:
            if old is not None:
                remove_tree(old)
            kept = site if self._second else ""
            self._second = None
            return SiteChange(id=site, spare=kept)
        if old is not None and old != place.spare:
            with suppress(OSError):
                old.rename(place.spare)
        return SiteChange(
            id=site,
            spare=former or "",
            written=tuple(written),
            removed=tuple(removed),
        )

    def end(self) -> None:
        """Remove what an unfinished build made."""
        for tree in (self._tree, self._second):
            if tree is not None:
                remove_tree(tree.root)
        self._tree = self._second = None

    def _begun(self) -> Tree:
        if self._tree is None:
            raise RuntimeError("no site has been begun")
        return self._tree


def _must(linked: bool) -> None:
    if not linked:
        raise OSError(errno.ENOTSUP, "this disk has no hard links")
