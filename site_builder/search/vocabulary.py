"""The archive's terms alone, for near spellings.

Twice: in their own order, and spelt backwards. Of two words that differ in one letter either the
beginnings are equal or the endings, so a near spelling needs a file or two of each.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.search.numbers import CODES, split_number
from site_builder.search.shards import Row, ShardKind, sort_key


def write_terms(rows: Sequence[Row]) -> str:
    """Return sorted terms, each as the UTF-16 units it shares with the last and the rest.

    Terms hold no space; the number of shared units stands as text (see numbers.py) before the
    rest, and a space between terms.
    """
    parts = []
    before = ""
    for term, _ in rows:
        shared = _shared(before, term)
        units = shared if term.isascii() else len(sort_key(term[:shared])) // 2
        parts.append(CODES[units] + term[shared:])
        before = term
    return " ".join(parts)


def read_terms(text: str) -> list[Row]:
    """Return the rows that `write_terms` was given, which are terms alone."""
    rows = []
    before = b""
    for part in text.split(" "):
        number, rest = split_number(part)
        before = before[: 2 * number] + sort_key(rest)
        rows.append((before.decode("utf-16-be"), ""))
    return rows


def backwards(term: str) -> str:
    """Return a term with its characters in the opposite order."""
    return term[::-1]


def _shared(one: str, other: str) -> int:
    """How many characters two terms have in common at their beginnings."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


TERMS = ShardKind(
    folder="v", smallest=6_000, largest=24_000, one_in=200, write=write_terms, read=read_terms
)
"""In order, and, with every term backwards, in the same folder."""
