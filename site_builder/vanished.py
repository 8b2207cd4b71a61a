"""Addresses that the former site had and the new one would not: links to them would break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_builder.diagnostics import Diagnostic, SourceLocation, error, note

SHARE = 100
"""One page in so many may vanish without being asked about."""
FEW = 10
"""So many pages may vanish even of a small site."""
_NAMED = 12
"""Addresses named in an error, at most."""
_PART_OF_A_LIST = re.compile(r"(?:^|/)page/[0-9]+/index\.html$")
_WHERE = SourceLocation(path="content")


def vanished(former: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of former pages, given by their files, that no page has now.

    An alias and the page of a withdrawn entry are pages. The second and later pages of a list
    come and go with its length, and do not count.
    """
    pages = {path for path in former if path.endswith(".html")}
    gone = sorted(path for path in pages - set(now) if not _PART_OF_A_LIST.search(path))
    return tuple(f"/{path.removesuffix('index.html')}" for path in gone)


def vanished_diagnostics(
    gone: Sequence[str], pages: int, *, allowed: bool
) -> tuple[Diagnostic, ...]:
    """Return an error if more addresses would vanish than happens by the way, else notes.

    `pages` is how many the former site had. With `allowed` there are notes only.
    """
    if allowed or len(gone) <= max(pages // SHARE, FEW):
        return tuple(note(_WHERE, "vanished", f"the address {one} is gone") for one in gone)
    named = ", ".join(gone[:_NAMED])
    more = f" and {len(gone) - _NAMED:,} more" if len(gone) > _NAMED else ""
    return (
        error(
            _WHERE,
            "vanished",
            f"{len(gone):,} of {pages:,} addresses of the site would vanish: {named}{more}",
            "Give moved entries an alias, withdraw entries instead of deleting them, or build "
            "with --allow-vanished.",
        ),
    )
