"""A dateline, the line it is looked for in, and what of it has been read so far."""

from __future__ import annotations

from typing import Literal

import msgspec

from site_builder.importers.dates import FoundDate, find_dates

MAX_HEAD = 170
"""Characters in which a dateline must end."""


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """A line's dateline and what is left of the line."""

    place: str | None
    date: FoundDate | None
    agencies: tuple[str, ...]
    text: str
    """The dateline as printed."""
    rest: str
    """What follows on the same line; may be empty."""
    confidence: float


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A line whose opening is read, with what is looked up in it once."""

    line: str
    """The whole line."""
    head: str
    """Its first characters, in which a dateline must end."""
    dates: tuple[FoundDate, ...]
    """The dates of the head, in order."""
    language: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place read in a dateline."""

    name: str
    """As printed."""
    shown_by: Literal["table", "capitals", "neighbours"]
    """What makes it a place: our tables, its capital letters, or a date or an agency behind it."""

    @property
    def known(self) -> bool:
        """Whether our tables have it."""
        return self.shown_by == "table"

    @property
    def in_capitals(self) -> bool:
        """Whether it is printed in capitals, whatever shows that it is a place."""
        return self.name.upper() == self.name != self.name.lower()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the parts read so far have given; every part gives a new one."""

    at: int = 0
    """Where the next part begins."""
    place: Place | None = None
    date: FoundDate | None = None
    agencies: tuple[str, ...] = ()
    """As printed, in order; may hold one twice."""
    credited: bool = False
    """Whether an agency stands where only agencies stand: in a bracket, or joined to its city."""
    ended: bool = False
    """Whether a mark stands behind the last part that may end a dateline."""
    last: Literal["place", "region", "date", "agency"] | None = None
    """What the last part was; labels, reporters and times do not count."""

    @property
    def anything(self) -> bool:
        """Whether a place, a date or an agency has been read."""
        return self.place is not None or self.date is not None or bool(self.agencies)


NOTHING = Found()
"""What has been read before the first part."""


def may_be_over(opening: Opening, found: Found) -> bool:
    """Return whether a mark that may end a dateline stands right before the next part."""
    mark = opening.head[: found.at].rstrip()[-1:]
    return found.ended and not mark.isalnum() and mark not in ",،"


def opening_of(line: str, language: str) -> Opening:
    """Return the opening of a line with its dates."""
    head = line[:MAX_HEAD]
    return Opening(line=line, head=head, dates=find_dates(head, language), language=language)
