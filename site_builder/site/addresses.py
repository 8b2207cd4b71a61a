"""No two files of a site under one path, whatever part of the program made them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error
from site_builder.output.files import OutputFile


def refuse_clashes(
    files: Iterable[OutputFile], owners: Mapping[str, SourceLocation]
) -> Iterator[OutputFile]:
    """Yield the files; after the last one raise BuildError if any two could not lie side by side.

    Two files clash if their paths differ at most in the case of letters or in how accents are
    composed, or if one's path is a folder of the other's. `owners` holds, by path, the files a
    curator can change.
    """
    paths: dict[str, str] = {}
    folders: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for file in files:
        key = unicodedata.normalize("NFC", file.path).casefold()
        above = _folders(key)
        other = paths.get(key) or folders.get(key)
        other = other or next((paths[one] for one in above if one in paths), None)
        if other is not None:
            faults.append(_clash(file.path, other, owners))
            continue
        paths[key] = file.path
        for folder in above:
            folders.setdefault(folder, file.path)
        yield file
    if faults:
        raise BuildError(faults)


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


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
