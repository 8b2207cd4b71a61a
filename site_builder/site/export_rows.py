"""One article as the exports of the whole archive hold it: a plain value, made once.

What is made for one article can be kept from build to build; an export then only joins.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from site_builder.content.model import Article, Status
from site_builder.site.clauses import clause_part
from site_builder.site.columns import COLUMNS, Cell, row_of
from site_builder.site.edition import Edition
from site_builder.site.records import FIELD_TYPES, record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# A table's row needs no paragraphs, by far the longest part of a line.
_Described = msgspec.defstruct(
    "_Described", [(name, Any) for name in FIELD_TYPES if name != "paragraphs"]
)
_decode = msgspec.json.Decoder(_Described).decode


class ExportRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An article in every export, as far as `display` and `status` let it."""

    id: str
    sha256: str
    """The record's."""
    line: bytes
    """The record as a line of JSON, with its end."""
    cells: tuple[Cell, ...]
    """The row of the table of statements, as COLUMNS has it."""
    csv: bytes
    """The same as a line of CSV, with its end."""
    paragraphs: int
    """How many are shown."""
    clauses: bytes
    """What `clause_part` makes of them."""


def export_rows(edition: Edition) -> Iterator[ExportRow]:
    """Yield a row for each article that is not withdrawn, in the archive's order."""
    for article in edition.archive.articles:
        if article.status is not Status.WITHDRAWN:
            yield export_row(edition, article)


def export_row(edition: Edition, article: Article) -> ExportRow:
    """Return what the exports hold of one article that is not withdrawn."""
    made = record(edition, article)
    line = f"{made.line}\n".encode()
    cells = row_of(msgspec.structs.asdict(_decode(line)))
    return ExportRow(
        id=made.id,
        sha256=made.sha256,
        line=line,
        cells=cells,
        csv=csv_line(cells),
        paragraphs=len(made.body.paragraphs),
        clauses=clause_part(made.body),
    )


def csv_head() -> bytes:
    """Return the line with the names of the columns."""
    return csv_line(tuple(column.name for column in COLUMNS))


def csv_line(cells: tuple[Cell, ...]) -> bytes:
    """Return a line of the table of statements; no cell of it is a formula to any spreadsheet.

    A text that begins as formulas do has an apostrophe put before it. Sources: RFC 4180, and the
    OWASP advice on formulas in CSV.
    """
    line: str = _write_row([_safe(cell) for cell in cells])
    return line.encode()


class _Given:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


_write_row: Callable[[Iterable[Cell]], Any] = csv.writer(_Given(), lineterminator="\r\n").writerow


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
