"""Fields as other generators, and archives before format 1, spell them.

Only what can be told for certain is here: another name for the same thing, or a value that can
be read in one way. Sources: the documented front matter of Jekyll, Hugo, Pelican and Eleventy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from site_builder.content.dates import PartialDate
from site_builder.content.model import Display, Kind, Status
from site_builder.content.strict_yaml import Value

Convert = Callable[[Value], Value]
"""Gives a value as the format has it; raises ValueError where it cannot be told for certain."""


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """What an older or foreign field is now."""

    name: str
    convert: Convert
    drop: bool = False
    """Whether the field goes where its value becomes empty."""


def _same(value: Value) -> Value:
    return value


def _text(value: Value) -> Value:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("one text is wanted")
    return value


def _address(value: Value) -> Value:
    if not isinstance(value, str) or re.fullmatch(r"https?://\S+", value) is None:
        raise ValueError("it is not an address")
    return value


def _list(value: Value) -> Value:
    """A list of texts, out of one that is written with commas as well."""
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("it is not a list of texts")
    return value


def _codes(value: Value) -> Value:
    codes = _list(value)
    assert isinstance(codes, list)  # noqa: S101  # by _list
    if not all(isinstance(one, str) and re.fullmatch(r"[A-Za-z]{2}", one) for one in codes):
        raise ValueError("a country is not written as its two letters")
    return codes


def _ids(value: Value) -> Value:
    ids = _list(value)
    assert isinstance(ids, list)  # noqa: S101  # by _list
    if not all(isinstance(one, str) and re.fullmatch(r"[a-z0-9-]+", one) for one in ids):
        raise ValueError("it names something by other than its id")
    return ids


def _paths(value: Value) -> Value:
    """Old addresses, from the site's root."""
    paths = [value] if isinstance(value, str) else value
    if not isinstance(paths, list) or not all(isinstance(one, str) for one in paths):
        raise ValueError("it is not a list of paths")
    return [one if str(one).startswith("/") else f"/{one}" for one in paths]


_STAMP = re.compile(
    r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
    r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?\s*"
    r"(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def _day(value: Value) -> Value:
    """The day of a date written with slashes, short, or with a time of day, as it stands there."""
    if isinstance(value, str) and (match := _STAMP.fullmatch(value.strip())):
        year, month, day = match.groups()
        return str(PartialDate.parse(f"{year}-{int(month):02d}-{int(day):02d}"))
    return str(PartialDate.parse(value.strip() if isinstance(value, str) else ""))


def _one_of(choices: type[Display | Kind | Status]) -> Convert:
    def convert(value: Value) -> Value:
        """The choice that is meant, in whatever capitals and with whatever between its words."""
        text = re.sub(r"[\s_-]+", "-", value.strip().lower()) if isinstance(value, str) else ""
        for choice in choices:
            if text in (str(choice), str(choice).replace("-", "")):
                return str(choice)
        raise ValueError("it is none of the choices")

    return convert


def _when(truth: str, result: str) -> Convert:
    def convert(value: Value) -> Value:
        """`result` where the value is `truth`, and nothing where it is the contrary."""
        text = value.lower() if isinstance(value, str) else ""
        if text not in {"true", "false", "yes", "no"}:
            raise ValueError("it is neither true nor false")
        return result if (text in {"true", "yes"}) == (truth == "true") else None

    return convert


def _published(value: Value) -> Value:
    return _when("false", "draft")(value)


def _speakers(value: Value) -> Value:
    ids = _ids(value)
    assert isinstance(ids, list)  # noqa: S101  # by _ids
    return [{"person": one} for one in ids]


def _wikidata(value: Value) -> Value:
    match = re.fullmatch(
        r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?[Qq]([1-9][0-9]*)",
        value.strip() if isinstance(value, str) else "",
    )
    if match is None:
        raise ValueError("it is not an item of Wikidata")
    return f"Q{match[1]}"


def _to(name: str, convert: Convert = _same, *, drop: bool = False) -> Spelling:
    return Spelling(name=name, convert=convert, drop=drop)


ARTICLE: Mapping[str, Spelling] = MappingProxyType(
    {
        "lang": _to("language", _text),
        "locale": _to("language", _text),
        "description": _to("summary", _text),
        "excerpt": _to("summary", _text),
        "abstract": _to("summary", _text),
        "category": _to("carrier_categories", _list),
        "categories": _to("carrier_categories", _list),
        "country": _to("countries", _codes),
        "speaker": _to("speakers", _speakers),
        "tag": _to("tags", _ids),
        "alias": _to("aliases", _paths),
        "redirect_from": _to("aliases", _paths),
        "source": _to("source_url", _address),
        "original_url": _to("source_url", _address),
        "external_url": _to("source_url", _address),
        "archive_url": _to("archived_url", _address),
        "accessed": _to("retrieved", _day),
        "license": _to("rights", _text),
        "copyright": _to("rights", _text),
        "draft": _to("status", _when("true", "draft"), drop=True),
        # Fields of the format itself, in other spellings of their values.
        "published": _to("status", _published, drop=True),
        "date": _to("date", _day),
        "retrieved": _to("retrieved", _day),
        "kind": _to("kind", _one_of(Kind)),
        "display": _to("display", _one_of(Display)),
        "status": _to("status", _one_of(Status)),
        "countries": _to("countries", _codes),
        "tags": _to("tags", _ids),
        "via": _to("via", _ids),
        "principals": _to("principals", _ids),
        "carrier_categories": _to("carrier_categories", _list),
        "aliases": _to("aliases", _paths),
    }
)
"""By a field's name in an article's front matter."""

ENTRY: Mapping[str, Spelling] = MappingProxyType(
    {
        "alias": _to("aliases", _list),
        "also_known_as": _to("aliases", _list),
        "title": _to("name", _text),
        "label": _to("name", _text),
        "labels": _to("names"),
        "website": _to("url", _address),
        "homepage": _to("url", _address),
        "wikidata": _to("wikidata", _wikidata),
        "wikidata_id": _to("wikidata", _wikidata),
        "aliases": _to("aliases", _list),
        "variants": _to("variants", _list),
        "variant": _to("variants", _list),
    }
)
"""By a field's name in an entry of a register."""

SITE: Mapping[str, Spelling] = MappingProxyType(
    {
        "lang": _to("language", _text),
        "locale": _to("language", _text),
        "url": _to("base_url", _address),
        "baseurl": _to("base_url", _address),
        "baseURL": _to("base_url", _address),
        "siteurl": _to("base_url", _address),
        "name": _to("title", _text),
        "sitename": _to("title", _text),
        "tagline": _to("description", _text),
        "email": _to("contact", _text),
        "copyright": _to("rights", _text),
        "repo": _to("repository", _address),
        "repo_url": _to("repository", _address),
        "paginate": _to("per_page", _text),
    }
)
"""By a field's name in site.yaml."""


def migrated(name: str, value: Value, spellings: Mapping[str, Spelling]) -> tuple[str, Value]:
    """Return a field as the format has it: itself where nothing is to be changed.

    A value of None says that the field goes. Raises ValueError, with the reason, where the field
    is an older one and its value cannot be told for certain.
    """
    spelling = spellings.get(name)
    if spelling is None or value is None:
        return name, value
    if name == "published" and not _is_truth(value):
        # The format's own field of that name is the day of publication.
        return name, _stamp_or_same(value)
    try:
        new = spelling.convert(value)
    except ValueError:
        if spelling.name == name:
            return name, value  # a fault of its own, which the build tells
        raise
    return spelling.name, new


def _is_truth(value: Value) -> bool:
    return isinstance(value, str) and value.lower() in {"true", "false", "yes", "no"}


def _stamp_or_same(value: Value) -> Value:
    try:
        return _day(value)
    except ValueError:
        return value
