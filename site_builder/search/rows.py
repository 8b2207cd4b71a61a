"""Rows of terms as the text of a file: '|' between rows, a space behind each term."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.search.shards import Row, ShardKind


def write_rows(rows: Sequence[Row]) -> str:
    """Return rows as text; no term holds a space, no row '|'."""
    return "|".join([f"{term} {text}" for term, text in rows])


def read_rows(text: str) -> list[Row]:
    """Return what `write_rows` was given."""
    return [(term, row) for term, _, row in (one.partition(" ") for one in text.split("|"))]


POSTINGS = ShardKind(
    folder="p", smallest=4_000, largest=10_000, one_in=12, write=write_rows, read=read_rows
)
PLACES = ShardKind(
    folder="w", smallest=4_000, largest=10_000, one_in=12, write=write_rows, read=read_rows
)
"""Under 4 KB a file when a server compresses it."""
