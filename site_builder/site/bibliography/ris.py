"""RIS: one tag a line, as EndNote, Mendeley and most library catalogues read it.

Source: the RIS Format Specifications of Research Information Systems. A value never holds a
line break, so that a title which looks like a tag stays a title.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography.item import BibliographicItem, Shape, one_line

_TYPES = {Shape.NEWS: "NEWS", Shape.WEB: "ELEC", Shape.DOCUMENT: "GEN"}


def ris(item: BibliographicItem) -> str:
    """Return the item as one record."""
    lines = (f"{tag}  - {one_line(value)}" for tag, value in _fields(item) if value)
    # The specification ends a line with CR LF; every reader takes both.
    return "\r\n".join((*lines, "ER  - ", ""))


def _fields(item: BibliographicItem) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[item.shape]
    yield "ID", item.id
    yield "TI", item.cited_title
    yield "T2", item.container
    if item.shape is Shape.WEB:
        yield "PB", item.container
    for name in item.contributors:
        yield "A4", name
    yield "PY", f"{item.issued.year:04d}"
    yield "DA", _date(item.issued)
    yield "M3", item.genre
    yield "DB", item.archive
    yield "AN", item.id
    yield "UR", item.url
    yield "LA", item.language
    yield "AB", item.abstract
    for word in item.keywords:
        yield "KW", word
    for note in item.notes:
        yield "N1", note


def _date(date: PartialDate) -> str:
    """Return YYYY/MM/DD/ with the unknown parts empty."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
