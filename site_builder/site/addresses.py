"""No two files of a site under one path, whatever part of the program made them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error


def refuse_clashes(
    files: Iterable[str], owners: Callable[[], Mapping[str, SourceLocation]]
) -> None:
    """Raise BuildError if any two of the site's paths could not lie side by side.

    Two files clash if their paths differ at most in the case of letters or in how accents are
    composed, or if one's path is a folder of the other's. `owners` returns, by path, the files
    a curator can change.
    """
    files = tuple(files)
    keys = [_key(path) for path in files]
    different = set(keys)
    if len(different) < len(keys) or not different.isdisjoint(_folders(different)):
        raise BuildError(_clashes(files, owners()))


def _key(path: str) -> str:
    """Return what two paths share that differ in the case of letters or in accents alone."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()


def _folders(keys: Iterable[str]) -> set[str]:
    """Return all folders, however deep, in which some files lie."""
    folders: set[str] = set()
    for key in keys:
        above = key.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return folders


def _clashes(files: Iterable[str], owners: Mapping[str, SourceLocation]) -> Iterator[Diagnostic]:
    paths: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in files:
        key = _key(path)
        other = paths.get(key) or folders.get(key) or _above(key, paths)
        if other is not None:
            yield _clash(path, other, owners)
            continue
        paths[key] = path
        folders |= dict.fromkeys(_folders([key]) - folders.keys(), path)


def _above(key: str, paths: Mapping[str, str]) -> str | None:
    """Return the path of a file that would have to be a folder."""
    above = key.rpartition("/")[0]
    while above:
        if above in paths:
            return paths[above]
        above = above.rpartition("/")[0]
    return None


def _clash(path: str, other: str, owners: Mapping[str, SourceLocation]) -> Diagnostic:
    # A static file is the easiest to rename; a page's address may be on paper already.
    known = [(owners[one].path, one) for one in (path, other) if one in owners]
    static = [one for source, one in known if source.startswith("static/")]
    own = (static or [one for _, one in known] or [path])[0]
    taken = other if own == path else path
    return error(
        owners.get(own, SourceLocation(path="content")),
        "address",
        f'its path "{own}" is taken by "{taken}", which is a file of the site too',
        "Rename it, or remove the alias that asks for this path.",
    )
