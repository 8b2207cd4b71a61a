"""What an archive holds, as frozen values.

An article is one publication of a statement by one carrier. Everything it names
(people, organisations, carriers, places, events, tags) is an id into a register.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import msgspec

from site_builder.content.dates import PartialDate
from site_builder.content.words import first_words
from site_builder.diagnostics import SourceLocation


def read_only(mapping: dict[str, str]) -> MappingProxyType[str, str]:
    """Return a mapping that cannot be changed through the value returned."""
    return MappingProxyType(mapping)


# Read-only mappings travel between processes as the dictionaries they show.
copyreg.pickle(MappingProxyType, lambda mapping: (read_only, (dict(mapping),)))


class Voice(StrEnum):
    """Whose words a paragraph holds."""

    DIRECT = "direct"
    """The speaker's own words."""
    PARAPHRASE = "paraphrase"
    """The carrier, or this archive's summary, reports the speaker."""
    JOINT = "joint"
    """Agreed by several principals."""
    BACKGROUND = "background"
    """The carrier's own context; not the speaker at all."""


class Kind(StrEnum):
    """What sort of document an article is."""

    BRIEFING = "briefing"
    COMMUNIQUE = "communique"
    INTERVIEW = "interview"
    JOINT_STATEMENT = "joint-statement"
    LETTER = "letter"
    OP_ED = "op-ed"
    READOUT = "readout"
    RESOLUTION = "resolution"
    SPEECH = "speech"
    STATEMENT = "statement"
    WIRE_REPORT = "wire-report"


class Display(StrEnum):
    """How much of an article's text leaves the build."""

    FULL = "full"
    EXCERPT = "excerpt"
    """The first paragraphs only."""
    SUMMARY = "summary"
    """The text is the archive's own summary of a text that it does not reproduce."""
    METADATA = "metadata"
    """No text at all."""


class Status(StrEnum):
    """Whether an article is shown."""

    PUBLISHED = "published"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    """Replaced by a tombstone that gives the reason."""


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One numbered paragraph of an article."""

    number: int
    """Counted from 1; the paragraph's address is '#p' and this number."""
    text: str
    """The words without markup, white space folded to single spaces."""
    html: str
    """The paragraph's sanitised inner HTML."""
    voice: Voice | None
    """None where no curator has said whose words these are."""
    sha256: str
    """Of `text` in UTF-8, 64 lower-case hexadecimal digits."""


OPENING_WORDS = 40


def opening_words(paragraphs: Sequence[Paragraph]) -> str:
    """Return the beginning of a text, without what only introduces it."""
    if not paragraphs:
        return ""
    # 'The following is attributable to the spokesperson:' says nothing of what follows.
    texts = (paragraph.text for paragraph in paragraphs)
    first = next((text for text in texts if not text.endswith((":", "："))), paragraphs[0].text)
    cut = first_words(first, OPENING_WORDS)
    return first if len(cut) == len(first) else cut.rstrip(",;:–—- ") + " …"


class Heading(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A heading inside a body, for the outline of a long article."""

    level: int
    """2 to 6."""
    text: str
    anchor: str
    """Its element's id, unique in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An article's text, parsed.

    A dataclass, unlike other values: a text that lies in the store stands in for it.
    """

    html: str
    """Sanitised; paragraphs carry the ids p1, p2 …"""
    paragraphs: tuple[Paragraph, ...] = ()
    headings: tuple[Heading, ...] = ()
    words: int = 0
    """Words in all paragraphs, counted in full whatever `display` shows."""

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs there are."""
        return len(self.paragraphs)

    @property
    def opening(self) -> str:
        """The first words that say something of the text, cut after `OPENING_WORDS`."""
        return opening_words(self.paragraphs)

    def loaded(self) -> Body:
        """Return the body itself, where this one stands for it."""
        return self


class Speaker(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Who speaks in an article, in the role held at that time.

    At least one of the three is given: an unnamed spokesperson has a role only.
    """

    person: str | None = None
    role: str | None = None
    organisation: str | None = None


class ObservedDate(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A date as it stands in the source, word for word, with what it seems to date."""

    text: str
    role: str
    date: PartialDate | None = None


class Revision(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A dated correction made by this archive."""

    date: PartialDate
    note: str


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Why and when an entry was taken out."""

    date: PartialDate
    reason: str


class RemovedLine(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A line of the original that the importer left out."""

    line: int
    text: str
    rule: str


class Provenance(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Where an article's text comes from."""

    file: str | None = None
    """Path of the untouched original below the archive's root."""
    sha256: str | None = None
    importer: str | None = None
    removed: tuple[RemovedLine, ...] = ()


class WholeText(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """How long a text is of which the archive holds a part, or nothing."""

    words: int
    paragraphs: int
    cut: bool = False
    """Whether the last paragraph that it holds breaks off."""


class Article(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One publication: its description and its text."""

    id: str
    """The file's stem; permanent, and the address."""
    title: str
    date: PartialDate
    """The day it was said."""
    location: SourceLocation
    body: Body
    """The whole text. What may be shown of it is `disclosed_body` of disclosure.py."""
    language: str
    """BCP 47."""
    display: Display = Display.FULL
    status: Status = Status.PUBLISHED
    date_basis: str | None = None
    published: PartialDate | None = None
    """The day the carrier published it."""
    dates_observed: tuple[ObservedDate, ...] = ()
    kind: Kind | None = None
    speakers: tuple[Speaker, ...] = ()
    principals: tuple[str, ...] = ()
    """People whose acts are reported through the speaker."""
    carrier: str | None = None
    via: tuple[str, ...] = ()
    """Carriers behind the carrier, nearest first."""
    event: str | None = None
    asked_by: str | None = None
    """Carrier whose correspondent asked."""
    place: str | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, upper case, the principal ones, main first."""
    tags: tuple[str, ...] = ()
    translation_of: str | None = None
    carrier_categories: tuple[str, ...] = ()
    source_url: str | None = None
    archived_url: str | None = None
    retrieved: PartialDate | None = None
    rights: str | None = None
    statement: str | None = None
    """Id shared by all carriages of one utterance."""
    summary: str | None = None
    aliases: tuple[str, ...] = ()
    """Old paths below the site's root that lead here, without a leading slash."""
    alias_lines: tuple[int, ...] = ()
    """The line of the article's file on which each alias stands."""
    revisions: tuple[Revision, ...] = ()
    withdrawal: Withdrawal | None = None
    whole_text: WholeText | None = None
    """Given where `body` is not all of the text, but all that may be shown of it."""
    provenance: Provenance | None = None
    missing: Mapping[str, str]
    """Why a field is empty, by the field's name."""
    digest: bytes = b""
    """Of the file that it was read from, path and bytes; empty where it was not read."""

    @property
    def words(self) -> int:
        """How many words the whole text has."""
        return self.whole_text.words if self.whole_text else self.body.words

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs the whole text has."""
        return self.whole_text.paragraphs if self.whole_text else self.body.paragraph_count


class RegisterEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What every register says of an entry."""

    id: str
    name: str
    names: Mapping[str, str]
    """The name in other languages, by BCP 47 tag."""
    aliases: tuple[str, ...] = ()
    description: str | None = None
    wikidata: str | None = None
    location: SourceLocation


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office somebody holds or held."""

    title: str
    organisation: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


class Person(RegisterEntry, frozen=True, kw_only=True):
    """Somebody who speaks or is spoken of."""

    roles: tuple[Role, ...] = ()
    country: str | None = None


class Organisation(RegisterEntry, frozen=True, kw_only=True):
    """A ministry, mission, government or international body."""

    country: str | None = None
    url: str | None = None


class Carrier(RegisterEntry, frozen=True, kw_only=True):
    """Who publishes: a wire, a newspaper, a ministry's own site."""

    kind: str = "wire"
    """'wire', 'newspaper', 'broadcaster', 'website', or 'official' for an issuing body."""
    country: str | None = None
    url: str | None = None
    display: Display = Display.EXCERPT
    rights: str | None = None


class Place(RegisterEntry, frozen=True, kw_only=True):
    """A dateline's city."""

    country: str | None = None


class Event(RegisterEntry, frozen=True, kw_only=True):
    """An occasion at which statements were made."""

    kind: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: str | None = None
    countries: tuple[str, ...] = ()


class Tag(RegisterEntry, frozen=True, kw_only=True):
    """A topic."""


class Formulation(RegisterEntry, frozen=True, kw_only=True):
    """An official set phrase; `name` is its usual wording."""

    variants: tuple[str, ...] = ()


class Registers(msgspec.Struct, frozen=True, kw_only=True):
    """The authority files, each a mapping from id to entry in the order of ids."""

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    carriers: Mapping[str, Carrier]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    tags: Mapping[str, Tag]
    formulations: Mapping[str, Formulation]


class TextPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the archive's own prose, such as 'about'."""

    id: str
    language: str = ""
    """A further language of the site that it is for; '' for the main one."""
    title: str
    body: Body
    location: SourceLocation


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """Everything under `content/`, checked."""

    articles: tuple[Article, ...]
    """Sorted by date, then id; drafts only where asked for; withdrawn ones included."""
    registers: Registers
    pages: tuple[TextPage, ...] = ()
