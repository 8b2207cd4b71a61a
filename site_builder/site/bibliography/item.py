"""What a reference manager needs to know of an entry, whatever the format."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from site_builder.content.dates import PartialDate


class Shape(StrEnum):
    """What sort of publication an entry describes, by the names of CSL."""

    NEWS = "article-newspaper"
    """Carried by a wire, a newspaper, a broadcaster or a website."""
    WEB = "webpage"
    """Published by the body that speaks."""
    DOCUMENT = "document"
    """No carrier is known."""


class BibliographicItem(msgspec.Struct, frozen=True, kw_only=True):
    """A publication as one cites it. The archive is where it is found, never its author."""

    id: str
    shape: Shape
    title: str
    """On one line."""
    supplied: bool
    """Whether the title is the archive's own, as above its summary of a publication."""
    genre: str = ""
    """What stands in the archive, where that is not the publication itself."""
    container: str = ""
    """The carrier's name; '' for a document."""
    contributors: tuple[str, ...] = ()
    """Who speaks, by name."""
    issued: PartialDate
    """The day the carrier published it, else the day it was said."""
    said: PartialDate
    archive: str
    url: str = ""
    """Of the entry, or of the source where the site's own address is not known."""
    source_url: str = ""
    language: str
    """BCP 47."""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences for the formats that have no field for what they say."""

    @property
    def cited_title(self) -> str:
        """The title, a supplied one in square brackets."""
        return f"[{self.title}]" if self.supplied else self.title


def one_line(text: str) -> str:
    """Return text with every run of white space, line breaks of any kind included, as a space."""
    return " ".join(text.split())
