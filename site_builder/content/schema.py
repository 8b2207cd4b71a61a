"""The front matter's and the registers' fields: their types, limits and meaning.

These classes are the door: what passes is typed and clean, what does not is reported by
validation.py. They are also the source of the JSON Schema that editors read.
"""

from __future__ import annotations

import os
import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from site_builder.content.archive_format import FORMAT
from site_builder.content.codes import country_codes, is_language
from site_builder.content.colours import PAPER, TEXT_CONTRAST, TINT, contrast
from site_builder.content.dates import PartialDate
from site_builder.content.model import Display, Kind, Status

# Whatever else is installed has no say in what an archive may hold; and pydantic would look for its
# plugins in every package there is.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_CARRIER_KINDS = r"wire|newspaper|broadcaster|website|official"


def reject(message: str, hint: str) -> PydanticCustomError:
    """Return the error a validator raises: a clause, and the next step."""
    return PydanticCustomError("archive", "{message}", {"message": message, "hint": hint})


def _fold(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise reject("this is not a date", "Write it as 2024-09-24, 2024-09 or 2024.")
    try:
        return PartialDate.parse(value.strip())
    except ValueError as fault:
        raise reject(str(fault), _date_hint(value)) from None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _date_hint(text: str) -> str:
    """Return the next step, with the date itself where it can be told from English."""
    words = re.findall(r"[a-z]+|[0-9]+", text.lower())
    month = next((_MONTHS.index(w[:3]) + 1 for w in words if w[:3] in _MONTHS), 0)
    years = [w for w in words if w.isdigit() and len(w) == 4]
    days = [int(w) for w in words if w.isdigit() and len(w) <= 2 and 1 <= int(w) <= 31]
    if month and len(years) == 1 and len(days) == 1:
        try:
            date = PartialDate.parse(f"{years[0]}-{month:02d}-{days[0]:02d}")
        except ValueError:
            pass
        else:
            return f"Write it as {date}, {str(date)[:7]} or {date.year}."
    return "Write it as 2024-09-24, 2024-09 or 2024."


def _country(value: str) -> str:
    code = value.upper()
    if code not in country_codes():
        raise reject(
            f'"{value}" is not a country code', "Write the two-letter ISO 3166 code, such as CN."
        )
    return code


def _language(value: str) -> str:
    if not is_language(value):
        raise reject(
            f'"{value}" is not a language tag', "Write a BCP 47 tag, such as en, ur or zh-Hans."
        )
    return value


def web_address(value: str) -> str:
    """Return an http or https address as it is; raises PydanticCustomError for anything else."""
    hint = "Write an address that starts with https:// or http://, or leave the field out."
    if re.search(r"[\s<>\"\\^`{|}]", value):
        raise reject(f'"{value}" is not a web address', hint)
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise reject(f'"{value}" is not a web address', hint) from None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise reject(f'"{value}" is not a web address', hint)
    return value


def site_address(value: str) -> str:
    """Return the address of a site's root as it is; raises PydanticCustomError for others."""
    parts = urlsplit(web_address(value))
    if parts.query or parts.fragment or value.endswith(("?", "#")):
        raise reject(
            f'"{value}" is not the address of a site',
            "Write it without '?' and '#', such as https://example.org/archive/.",
        )
    return value


def accent_colour(value: str) -> str:
    """Return a colour that can be read on light paper, small; raises PydanticCustomError."""
    return _readable(value, 0, "light", "Choose a darker colour; dark screens get a lighter one.")


def dark_accent_colour(value: str) -> str:
    """Return a colour that can be read on dark paper, small; raises PydanticCustomError."""
    return _readable(value, 1, "dark", "Choose a lighter colour, or leave the field out.")


def _readable(value: str, scheme: int, name: str, hint: str) -> str:
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", value) is None:
        raise reject(f'"{value}" is not a colour', "Write it in quotes, such as '#1f4e8c'.")
    found = min(contrast(value, paper[scheme]) for paper in (PAPER, TINT))
    if found < TEXT_CONTRAST:
        raise reject(
            f'"{value}" cannot be read well on {name} paper: its contrast is {found:.1f}, and '
            f"WCAG asks {TEXT_CONTRAST}",
            hint,
        )
    return value.lower()


def font_families(value: str) -> str:
    """Return names of families with a comma between them; raises PydanticCustomError."""
    if re.fullmatch(r"[\w .+-]+(?:,[\w .+-]+)*", value) is None:
        raise reject(
            f'"{value}" is not a list of families of letters',
            "Write their names without quotes, such as Charter, Georgia, serif.",
        )
    return value


def _inside_path(value: str) -> str:
    """Return a path below the site's root without its leading slash."""
    parts = value.split("/")
    if (
        not value.startswith("/")
        or value.startswith("//")
        or re.search(r"[\s<>\"\\:?#%\x00-\x1f]", value)
        or any(part.startswith(".") for part in parts)
        or len(value.encode()) > 200
        or not value.strip("/")
    ):
        raise reject(
            f'"{value}" is not a path of this site', "Write it from the root, such as /old/name/."
        )
    return "/".join(part for part in parts if part) + ("/" if value.endswith("/") else "")


MAX_ITEMS = 500
"""Items of one list; each may have to be told, looked up and shown."""

Text = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=20_000)]
Line = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=1_000)]
Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=120)]
ArticleId = Annotated[
    str, StringConstraints(pattern=rf"^{ID_PATTERN}(?:\.[A-Za-z-]+)?$", max_length=140)
]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(_language)]
Address = Annotated[
    str, AfterValidator(web_address), WithJsonSchema({"type": "string", "format": "uri"})
]
InsidePath = Annotated[str, AfterValidator(_inside_path)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]


class Fields(BaseModel):
    """Named fields, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SpeakerFields(Fields):
    person: Id | None = Field(None, description="Id of an entry of people.yaml.")
    role: Line | None = Field(None, description="The role held at that time.")
    organisation: Id | None = Field(None, description="Id of an entry of organisations.yaml.")


class ObservedDateFields(Fields):
    text: Line = Field(description="The date as it stands in the source, word for word.")
    role: Line = Field(description="What it seems to date: dateline, published, export-stamp …")
    date: Date | None = Field(None, description="Its reading.")


class RevisionFields(Fields):
    date: Date = Field(description="The day of the correction.")
    note: Text = Field(description="What was corrected.")


class WithdrawalFields(Fields):
    date: Date = Field(description="The day the entry was withdrawn.")
    reason: Text = Field(description="Why; readers see this.")


class WholeTextFields(Fields):
    words: int = Field(ge=0, description="Words of the whole text.")
    paragraphs: int = Field(ge=0, description="Paragraphs of the whole text.")
    cut: bool = Field(False, description="Whether the last paragraph given breaks off.")


class RemovedLineFields(Fields):
    line: int = Field(ge=1)
    text: str
    rule: Line


class ProvenanceFields(Fields):
    file: Line | None = Field(None, description="Path of the untouched original.")
    sha256: Sha256 | None = None
    importer: Line | None = None
    removed: tuple[RemovedLineFields, ...] = ()


class ArticleFields(Fields):
    """Front matter of an article."""

    title: Line = Field(description="The title, as the carrier gives it.")
    date: Date = Field(description="The day it was said: YYYY, YYYY-MM or YYYY-MM-DD.")
    date_basis: Text | None = Field(None, description="How that day is known.")
    published: Date | None = Field(None, description="The day the carrier published it.")
    dates_observed: tuple[ObservedDateFields, ...] = Field(
        (), max_length=MAX_ITEMS, description="Every date seen in the source."
    )
    kind: Kind | None = Field(None, description="What sort of document it is.")
    speakers: tuple[SpeakerFields, ...] = Field((), max_length=MAX_ITEMS, description="Who speaks.")
    principals: tuple[Id, ...] = Field(
        (),
        max_length=MAX_ITEMS,
        description="Ids of people whose acts are reported through the speaker.",
    )
    carrier: Id | None = Field(None, description="Id of the outlet.")
    via: tuple[Id, ...] = Field(
        (), max_length=MAX_ITEMS, description="Ids of the carriers behind it, nearest first."
    )
    event: Id | None = Field(None, description="Id of the occasion.")
    asked_by: Id | None = Field(None, description="Id of the carrier whose correspondent asked.")
    place: Id | None = Field(None, description="Id of the dateline's place.")
    countries: tuple[Country, ...] = Field(
        (), max_length=MAX_ITEMS, description="ISO 3166-1 alpha-2 codes, the main one first."
    )
    tags: tuple[Id, ...] = Field((), max_length=MAX_ITEMS, description="Ids of topics.")
    language: Language | None = Field(None, description="BCP 47 tag.")
    translation_of: ArticleId | None = Field(None, description="Id of the original article.")
    carrier_categories: tuple[Line, ...] = Field(
        (), max_length=MAX_ITEMS, description="How the carrier filed it."
    )
    source_url: Address | None = Field(None, description="Where the carrier published it.")
    archived_url: Address | None = Field(None, description="An archived copy of it.")
    retrieved: Date | None = Field(None, description="The day the source was captured.")
    rights: Text | None = Field(None, description="Whose text it is and on what terms.")
    display: Display | None = Field(None, description="How much of the text is published.")
    statement: Id | None = Field(
        None, description="Id shared by all articles that carry the same utterance."
    )
    summary: Text | None = Field(None, description="One or two sentences.")
    aliases: tuple[InsidePath, ...] = Field(
        (), max_length=MAX_ITEMS, description="Old paths that lead here."
    )
    status: Status = Field(Status.PUBLISHED, description="published, draft or withdrawn.")
    withdrawal: WithdrawalFields | None = Field(None, description="When and why it was withdrawn.")
    revisions: tuple[RevisionFields, ...] = Field(
        (), max_length=MAX_ITEMS, description="Dated corrections."
    )
    whole_text: WholeTextFields | None = Field(
        None, description="How long the text is, where only the part to be shown is given."
    )
    provenance: ProvenanceFields | None = Field(None, description="Written by the importer.")
    missing: dict[str, Line] = Field(
        default_factory=dict, description="Why a field is empty, by the field's name."
    )


class EntryFields(Fields):
    """What every register entry may say."""

    name: Line = Field(description="The usual name.")
    names: dict[Language, Line] = Field(
        default_factory=dict, description="The name in other languages, by language tag."
    )
    aliases: tuple[Line, ...] = Field((), description="Other spellings.")
    description: Text | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = None


class RoleFields(Fields):
    title: Line
    organisation: Id | None = None
    start: Date | None = None
    end: Date | None = None


class PersonFields(EntryFields):
    roles: tuple[RoleFields, ...] = ()
    country: Country | None = None


class OrganisationFields(EntryFields):
    country: Country | None = None
    url: Address | None = None


class CarrierFields(EntryFields):
    kind: Annotated[str, StringConstraints(pattern=rf"^(?:{_CARRIER_KINDS})$")] = "wire"
    country: Country | None = None
    url: Address | None = None
    display: Display | None = None
    rights: Text | None = None


class PlaceFields(EntryFields):
    country: Country | None = None


class EventFields(EntryFields):
    kind: Line | None = None
    start: Date | None = None
    end: Date | None = None
    place: Id | None = None
    countries: tuple[Country, ...] = ()


class TagFields(EntryFields):
    pass


class FormulationFields(EntryFields):
    variants: tuple[Line, ...] = ()


class TextPageFields(Fields):
    title: Line


class SiteTextFields(Fields):
    title: Line | None = None
    description: Text | None = None
    publisher: Line | None = None
    rights: Text | None = None
    masthead: Line | None = None
    footer: Text | None = None


class SiteFields(Fields):
    """site.yaml"""

    format: int = Field(
        FORMAT, ge=1, le=FORMAT, description="Version of the content format; migrate writes it."
    )
    title: Line = Field("An archive of statements", description="The site's name.")
    description: Text | None = Field(None, description="One or two sentences for readers.")
    base_url: Annotated[str, AfterValidator(site_address)] | None = Field(
        None, description="Address of the published site, such as https://example.org/archive/."
    )
    language: Language = "en"
    languages: tuple[Language, ...] = Field(
        (),
        max_length=MAX_ITEMS,
        description="All languages of the interface; those beside the main one lie under /fr/ …",
    )
    texts: dict[Language, SiteTextFields] = Field(
        default_factory=dict,
        description="title, description, publisher … in further languages, by language tag.",
    )
    articles_language: Language | None = Field(
        None, description="Language of articles that name none, if not the interface's."
    )
    publisher: Line | None = Field(None, description="Who keeps the archive.")
    repository: Address | None = Field(None, description="Address of the source repository.")
    branch: Line = "main"
    contact: Line | None = None
    rights: Text | None = Field(None, description="Terms of the archive's own texts.")
    authority: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")] | None = Field(
        None, description="Domain name used in the permanent ids of feed entries."
    )
    masthead: Line | None = Field(None, description="A shorter title for the head of each page.")
    footer: Text | None = Field(None, description="One more paragraph at the foot of each page.")
    accent: Annotated[str, AfterValidator(accent_colour)] | None = Field(
        None, description="Colour of links and marks, such as '#1f4e8c'."
    )
    accent_dark: Annotated[str, AfterValidator(dark_accent_colour)] | None = Field(
        None, description="The same for dark screens; derived from accent where it is left out."
    )
    serif: Annotated[str, AfterValidator(font_families)] | None = Field(
        None, description="Families of letters for Latin text, such as Charter, Georgia."
    )
    sans: Annotated[str, AfterValidator(font_families)] | None = Field(
        None, description="Families of letters for labels."
    )
    per_page: int = Field(50, ge=5, le=500)
    feed_entries: int = Field(40, ge=1, le=500)
    excerpt_words: int = Field(80, ge=1, le=1_000)
    search: Annotated[str, StringConstraints(pattern=r"^(?:classic|shards)$")] = Field(
        "shards",
        description="shards; or classic, which adds Lunr's whole index as one file for others.",
    )
    data: Annotated[str, StringConstraints(pattern=r"^(?:auto|parts|whole)$")] = Field(
        "auto",
        description="whole: the archive's data as one file of each form; parts: by years; auto: "
        "by years where it is large.",
    )
    cards: Annotated[str, StringConstraints(pattern=r"^(?:none|site|articles)$")] | None = Field(
        None,
        description="Pictures for those who share a page: none; site, one of the whole site; "
        "articles, one of each article as well. Needs site-builder[cards].",
    )
    offline_copy: Address | None = Field(
        None, description="Address of the offline copy, where one is published."
    )
    history: bool = Field(
        True, description="Whether pages show how git says that their entry changed."
    )
