"""What the pages about data and verifying show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.views import Link, PageData


class DataFileView(Struct, frozen=True, kw_only=True):
    """A file of the data page."""

    name: str
    url: str
    """'' where it is cut into parts."""
    format: str
    description: str


class DataPartView(Struct, frozen=True, kw_only=True):
    """A part of an archive's data that is cut by years."""

    name: str
    entries: str
    """How many, as a number."""
    files: tuple[Link, ...]
    """As JSON Lines, CSV and SQLite."""


class ColumnView(Struct, frozen=True, kw_only=True):
    """A column of the table of statements."""

    name: str
    type: str
    description: str


class DataView(Struct, frozen=True, kw_only=True):
    """data.html"""

    count: int
    translations: int
    """How many of the entries are translations."""
    withdrawn: int
    span: str
    snapshot: str
    """64 hexadecimal digits."""
    citation: str
    """How to cite the data."""
    files: tuple[DataFileView, ...]
    parts: tuple[DataPartView, ...]
    """By years; empty where each form is one file."""
    offline: str
    """Address of the whole site as one file, or ''."""
    fetch: str
    """A command that downloads all parts of one form; '' without parts, or an address."""
    columns: tuple[ColumnView, ...]
    rights: str
    data: PageData


class VerifyView(Struct, frozen=True, kw_only=True):
    """verify.html"""

    index: str
    """Where the hashes lie, below the root, with a closing slash."""
    digits: int
    """How many hexadecimal digits of a hash name its file."""
    count: int
    """Entries whose text can be searched."""
    paragraphs: int
