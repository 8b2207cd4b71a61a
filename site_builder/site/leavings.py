"""What an article's page leaves for the exports and the search index of the whole archive."""

from __future__ import annotations

import msgspec

from site_builder.content.model import Article, Status
from site_builder.site.edition import Edition, Extent
from site_builder.site.export_rows import ExportRow, export_row


class Leavings(msgspec.Struct, frozen=True, kw_only=True):
    """Of one article, each part packed for the store."""

    row: bytes
    extent: bytes
    analysis: bytes


def shown_articles(edition: Edition) -> tuple[Article, ...]:
    """Return the articles that exports and search hold, in the archive's order."""
    return tuple(one for one in edition.archive.articles if one.status is not Status.WITHDRAWN)


def leavings_of(edition: Edition, article: Article, analysis: bytes) -> bytes:
    """Return what an article leaves, packed; `analysis` is what search made of it."""
    row = export_row(edition, article)
    extent = Extent(
        id=row.id,
        sha256=row.sha256,
        size=len(row.line),
        paragraphs=row.paragraphs,
        clauses=row.clauses,
    )
    # Its parts were made for the page and its twins as well; nobody needs them any more.
    edition.records.pop(article.id, None)
    return _encode(Leavings(row=_encode(row), extent=_encode(extent), analysis=analysis))


def unpack_leavings(data: bytes) -> Leavings:
    """Return what `leavings_of` packed."""
    return _LEAVINGS.decode(data)


def unpack_row(data: bytes) -> ExportRow:
    """Return an article's row of the exports."""
    return _ROWS.decode(data)


def unpack_extent(data: bytes) -> Extent:
    """Return an article's extent."""
    return _EXTENTS.decode(data)


_encode = msgspec.msgpack.Encoder().encode
_LEAVINGS = msgspec.msgpack.Decoder(Leavings)
_ROWS = msgspec.msgpack.Decoder(ExportRow)
_EXTENTS = msgspec.msgpack.Decoder(Extent)
