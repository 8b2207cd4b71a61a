"""Hashes of every clause the archive shows, by which the browser finds a quotation.

The first digits of a clause's hash name a small file, which says in which entries the clause
stands. What is found so is then compared word for word with the entry's own text: a hash only
ever proposes.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from site_builder.output.files import OutputFile
from site_builder.site.clauses import KEY_BYTES, KEY_DIGITS
from site_builder.site.edition import Edition, Extent
from site_builder.site.export_rows import ExportRow, export_rows
from site_builder.site.records import records

INDEX = "verify/clauses/"
ALL = "all"
"""Name of the only file of a small archive."""
MAX_ENTRIES = 12
"""A clause that stands in more entries does not tell one from another."""
_PARAGRAPHS_PER_FILE = 200
"""Some five clauses a paragraph make a file of about 20 KB."""
_ENTRY_BITS = 32


class ShownText(msgspec.Struct, frozen=True, kw_only=True):
    """How much text the index is of."""

    entries: int
    """Articles that show any."""
    paragraphs: int
    digits: int
    """Hexadecimal digits that name a file of the index, 0 to 3."""


def shown_text(edition: Edition) -> ShownText:
    """Return how much text the site shows, and so into how many files its hashes go."""
    if edition.extents:
        return extent_of(one.paragraphs for one in edition.extents)
    return extent_of(len(one.body.paragraphs) for one in records(edition))


def extent_of(counts: Iterable[int]) -> ShownText:
    """Return the same, given how many paragraphs each article shows."""
    counts = tuple(counts)
    paragraphs = sum(counts)
    digits = 0
    while digits < 3 and paragraphs > _PARAGRAPHS_PER_FILE * 16**digits:
        digits += 1
    return ShownText(
        entries=sum(count > 0 for count in counts), paragraphs=paragraphs, digits=digits
    )


def build_quotation_index(
    edition: Edition,
    rows: Sequence[Extent | ExportRow] | None = None,
    changed: Iterable[bytes] | None = None,
) -> Iterator[OutputFile]:
    """Yield the hashes of all clauses; a file for every name, empty ones too.

    `rows` are all of the edition's, in its order, if they are at hand. `changed` holds the
    clauses of articles that came, went, or are not what they were or where they were, before
    and after: only the files in which one of these stands are given.
    """
    rows = tuple(export_rows(edition)) if rows is None else rows
    digits = extent_of(row.paragraphs for row in rows).digits
    names = range(16**digits)
    wanted = names if changed is None else _files_of(changed, digits)
    # An entry as JSON writes it, for no id needs to be looked at twice.
    ids = [json.dumps(row.id)[1:-1] for row in rows]
    width = KEY_DIGITS - digits
    for name, pairs in _by_file(rows, digits, wanted).items():
        lines = []
        for key, found in groupby(sorted(pairs), key=lambda pair: pair >> _ENTRY_BITS):
            entries = [ids[pair & 0xFFFFFFFF] for pair in found]
            if len(entries) <= MAX_ENTRIES:
                rest = key & (1 << 4 * width) - 1
                lines.append(f'"{rest:0{width}x}":"{" ".join(entries)}"')
        yield OutputFile(_path(name, digits), f"{{{','.join(lines)}}}\n".encode())


def index_paths(digits: int) -> tuple[str, ...]:
    """Return the paths of all files of an index, given how many digits name one."""
    return tuple(_path(name, digits) for name in range(16**digits))


def _path(name: int, digits: int) -> str:
    file = f"{name:0{digits}x}" if digits else ALL
    return f"{INDEX}{file}.json"


def _by_file(
    rows: Sequence[Extent | ExportRow], digits: int, wanted: Collection[int]
) -> dict[int, list[int]]:
    """Return, by file, each clause's hash and the number of its article as one number."""
    shift = 4 * (KEY_DIGITS - digits)
    files: dict[int, list[int]] = {name: [] for name in sorted(wanted)}
    every = len(files) == 16**digits
    for number, row in enumerate(rows):
        for key in _keys(row.clauses):
            if every or key >> shift in files:
                files[key >> shift].append(key << _ENTRY_BITS | number)
    return files


def _files_of(parts: Iterable[bytes], digits: int) -> set[int]:
    shift = 4 * (KEY_DIGITS - digits)
    return {key >> shift for part in parts for key in _keys(part)}


def _keys(part: bytes) -> array[int]:
    keys = array("I", part)
    assert keys.itemsize == KEY_BYTES  # noqa: S101  # on every platform of Python
    if sys.byteorder == "little":
        keys.byteswap()
    return keys
