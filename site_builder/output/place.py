"""Where a site may be published, and what to say when it cannot."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import msgspec

from site_builder.output.errors import OutputError

MARKER = ".site-builder"
"""File in every folder that a build made: only such a folder is ever replaced."""

_INPUTS = ("content", "templates", "static")
_ANOTHER = "Name another folder with --output."
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLASHES = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """An output folder and the names beside it that a build uses."""

    output: Path
    """Absolute; its parent has no symbolic links."""
    source: Path

    @property
    def parent(self) -> Path:
        """The folder that holds the site and, while it is built, the new one."""
        return self.output.parent

    @property
    def new(self) -> Path:
        """The site that is being written."""
        return self._beside("new")

    @property
    def old(self) -> Path:
        """The former site, where two renames have to do for an exchange."""
        return self._beside("old")

    @property
    def spare(self) -> Path:
        """The former site, kept for the next build to work in."""
        return self._beside("spare")

    @property
    def lock(self) -> Path:
        """The file that the build at work holds locked."""
        return self._beside("lock")

    def check(self) -> None:
        """Raise OutputError unless a build may replace what is at `output`."""
        try:
            # The longest of the names beside it, too long for some disks where its own is not.
            self.spare.exists()
            self._check()
        except OSError as failure:
            raise explain(failure, self) from failure

    def _check(self) -> None:
        output = self.output
        if output.is_symlink():
            raise OutputError(
                f"{output} is a link to another place",
                "Name the folder itself with --output, or remove the link.",
            )
        if output.is_dir():
            self._check_folder()
        elif output.exists():
            raise OutputError(f"{output} is a file, not a folder", _ANOTHER)
        for folder in (output, *output.parents):
            if folder.exists() and not folder.is_dir():
                raise OutputError(f"{folder} is a file, not a folder", _ANOTHER)

    def _check_folder(self) -> None:
        output = self.output
        if os.path.ismount(output):
            raise OutputError(
                f"{output} is where another disk is mounted, so it cannot be replaced as a whole",
                "Name a folder inside it with --output.",
            )
        if (output / ".git").exists():
            raise OutputError(
                f"{output} is a git working copy, and a build would replace all of it",
                "Build into another folder with --output and copy the site over.",
            )
        marker = output / MARKER
        try:
            foreign = any(output.iterdir()) and (marker.is_symlink() or not marker.is_file())
        except OSError as failure:
            raise explain(failure, self) from failure
        if foreign:
            raise OutputError(
                f"{output} holds files that site-builder did not make",
                "Empty or remove the folder if nothing in it is needed, or name another one"
                " with --output.",
            )

    def _beside(self, use: str) -> Path:
        return self.parent / f".{self.output.name}.building-{use}"


def place_of(output: Path, source: Path) -> Place:
    """Return the place of `output`; OutputError if it would overwrite the archive itself."""
    whole = Path(os.path.abspath(output))  # noqa: PTH100 - a link at the end is not followed
    try:
        folder = whole.parent.resolve() / whole.name
        target = folder.resolve()
    except (OSError, RuntimeError) as failure:  # RuntimeError is how Python 3.11 and 3.12 say it
        raise OutputError(
            f"{whole} leads round in a circle of links",
            "Name a folder with --output, or mend the links.",
        ) from failure
    root = source.resolve()
    if target == root or target in root.parents:
        raise OutputError(
            f"{folder} holds the archive itself, and a build would replace all of it",
            "Name a folder of its own with --output, such as _site.",
        )
    for name in _INPUTS:
        if target == root / name or root / name in target.parents:
            raise OutputError(
                f"{folder} lies in {root / name}, which the next build would read",
                "Name a folder outside it with --output, such as _site.",
            )
    return Place(output=folder, source=root)


def explain(failure: OSError, place: Place, path: str | None = None) -> OutputError:
    """Say what an error of the operating system means; `path` is below the site's root."""
    where = place.output / path if path is not None else _place_named(failure, place)
    if failure.errno in _FULL:
        return OutputError(
            f"there is no room on the disk for {where}",
            "Free some space and build again; the old site is as it was.",
        )
    if failure.errno in _FORBIDDEN:
        return OutputError(
            f"{where} may not be written",
            f"Allow writing in {place.parent}, or name another folder with --output.",
        )
    if failure.errno == errno.ENAMETOOLONG:
        return OutputError(
            f"the name of {where} is longer than this disk allows",
            "Shorten the id or the alias it is made from.",
        )
    if failure.errno == errno.EEXIST and path is not None:
        return OutputError(
            f"this disk cannot tell the name of {where} from another of the site",
            "Give the two entries ids that differ in more than capital letters.",
            clash=True,
        )
    reason = failure.strerror or type(failure).__name__
    return OutputError(
        f"{where} cannot be written: {reason}",
        "Mend that and build again; the old site is as it was.",
        clash=failure.errno in _CLASHES,
    )


def _place_named(failure: OSError, place: Place) -> Path:
    name = failure.filename
    return Path(os.fsdecode(name)) if isinstance(name, str | bytes) else place.output
