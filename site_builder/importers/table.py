"""Rows of CSV files and JSON Lines as clippings, by a mapping of columns."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

import msgspec

from site_builder.content.codes import country_codes
from site_builder.content.dates import PartialDate
from site_builder.content.model import Kind
from site_builder.content.source_text import FORBIDDEN
from site_builder.importers.clipping import Clipping, Guess, Utterer, VoicedParagraph
from site_builder.importers.encoding import mend_controls
from site_builder.importers.language import detect_language
from site_builder.importers.occasions import guess_kind

MAX_LINE = 16 * 1024 * 1024
FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "identifier", "uid"),
    "title": ("title", "headline", "title_descriptive", "subject"),
    "date": ("date", "date_said", "day"),
    "published": ("published", "published_date", "publication_date", "pubdate", "date_published"),
    "speaker": ("speaker", "speakers", "speaker_name"),
    "role": ("role", "speaker_role", "position"),
    "country": ("country", "countries", "country_code", "iso2"),
    "place": ("place", "city", "location"),
    "language": ("language", "lang"),
    "carrier": ("carrier", "source", "publisher", "agency", "outlet"),
    "url": ("url", "link", "source_url"),
    "kind": ("kind",),
    "text": ("text", "body", "content", "full_text", "speech"),
}
"""What a row may give, and the columns in which it is looked for, the first that is filled."""


class TableError(Exception):
    """The table as a whole cannot be read."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row, or what is wrong with it."""

    line: int
    """Line of the file on which the row starts."""
    number: int
    """Rows counted from 1."""
    clipping: Clipping | None
    identifier: str | None
    problem: str | None


def read_mapping(pairs: Sequence[str]) -> dict[str, str]:
    """Return field → column from 'field=column' texts; raises TableError for any other."""
    mapping = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or name not in FIELDS or not column:
            raise TableError(
                f'--map "{pair}" is not FIELD=COLUMN; the fields are {", ".join(FIELDS)}'
            )
        mapping[name] = column
    return mapping


def read_json_lines(stream: IO[bytes], mapping: Mapping[str, str]) -> Iterator[Row]:
    """Yield a Row for each line that is not blank."""
    number = 0
    line = 0
    while True:
        try:
            data = stream.readline(MAX_LINE + 1)
        except (OSError, EOFError) as error:
            yield _bad(line + 1, number + 1, f"the file breaks off: {error}")
            return
        if not data:
            return
        line += 1
        if not data.strip():
            continue
        number += 1
        if len(data) > MAX_LINE:
            yield _bad(line, number, "the line is longer than 16 MB")
            return
        try:
            record = json.loads(data.decode("utf-8-sig" if line == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            yield _bad(line, number, f"the line is not UTF-8 (byte {error.start + 1})")
            continue
        except (ValueError, RecursionError) as error:
            where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
            yield _bad(line, number, f"the line is not JSON{where}")
            continue
        if not isinstance(record, dict):
            yield _bad(line, number, "the line holds no JSON object")
            continue
        yield _row(record, mapping, line, number)


def read_csv(text: str, mapping: Mapping[str, str]) -> Iterator[Row]:
    """Yield a Row for each record; raises TableError where the columns cannot be used."""
    csv.field_size_limit(MAX_LINE)
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [name.strip().lstrip("\ufeff") for name in next(reader)]
    except (StopIteration, csv.Error) as error:
        raise TableError("the table has no first line with the names of its columns") from error
    _check_columns(header, mapping)
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield _bad(line, number, f"the row cannot be read: {error}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if len(cells) != len(header):
            yield _bad(
                line, number, f"the row has {len(cells)} cells, the first line {len(header)}"
            )
            continue
        yield _row(dict(zip(header, cells, strict=True)), mapping, line, number)


def _check_columns(header: Sequence[str], mapping: Mapping[str, str]) -> None:
    for name, column in mapping.items():
        if column not in header:
            raise TableError(
                f'there is no column "{column}" for {name}; there are {", ".join(header)}'
            )
    for name in ("text", "date"):
        if name not in mapping and not any(column in header for column in FIELDS[name]):
            raise TableError(
                f"no column gives the {name}; there are {', '.join(header)}. "
                f"Name it with --map {name}=COLUMN"
            )


_FORMULA = re.compile(
    r"[=@][A-Za-z(+\-]|[=+\-@]\s*(?:cmd|HYPERLINK|IMPORT\w+|WEBSERVICE)\b|[=+\-@].*\|.*!",
    re.IGNORECASE,
)


def _row(record: Mapping[str, Any], mapping: Mapping[str, str], line: int, number: int) -> Row:
    values = {name: _value(record, name, mapping) for name in FIELDS}
    for name, value in values.items():
        if _FORMULA.match(value):
            return _bad(line, number, f"the {name} is a spreadsheet formula, not text")
    if not values["text"].strip():
        return _bad(line, number, "the row has no text")
    date, problem = _date(values["date"] or values["published"])
    if problem:
        return _bad(line, number, problem)
    return Row(
        line=line,
        number=number,
        clipping=_clipping(values, date),
        identifier=values["id"] or None,
        problem=None,
    )


def _value(record: Mapping[str, Any], name: str, mapping: Mapping[str, str]) -> str:
    columns = (mapping[name],) if name in mapping else FIELDS[name]
    for column in columns:
        value = record.get(column)
        if value is None or value == "":
            continue
        if isinstance(value, list):
            value = "; ".join(str(one) for one in value)
        return FORBIDDEN.sub("", mend_controls(str(value).replace("\r\n", "\n")))
    return ""


def _date(text: str) -> tuple[str, str | None]:
    text = text.strip()
    if not text:
        return "", "the row has no date"
    bare = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text)
    try:
        return str(PartialDate.parse(bare)), None
    except ValueError:
        pass
    from site_builder.importers.dates import find_dates

    found = find_dates(text, "en")
    if len(found) == 1 and found[0].iso:
        return found[0].iso, None
    return (
        "",
        f'"{text[:60]}" is not a date that can be read in one way only; write it as 2024-09-24',
    )


def _clipping(values: Mapping[str, str], date: str) -> Clipping:
    def given(name: str) -> Guess[str] | None:
        value = " ".join(values[name].split())
        return Guess(value=value, confidence=1.0, evidence=f"column {name}") if value else None

    paragraphs = tuple(
        VoicedParagraph(text=" ".join(part.split()), voice=None)
        for part in re.split(r"\n\s*\n", values["text"].replace("\r\n", "\n"))
        if part.strip()
    )
    published = values["published"] and _date(values["published"])[0]
    countries = tuple(
        Guess(value=code, confidence=1.0, evidence="column country")
        for code in dict.fromkeys(re.findall(r"[A-Z]{2}(?![A-Za-z])", values["country"]))
        if code in country_codes()
    )
    language = given("language") or detect_language(values["text"])
    url = values["url"] if values["url"].startswith(("http://", "https://")) else None
    kind = values["kind"] if values["kind"] in set(Kind) else None
    title = given("title")
    speakers = tuple(_speakers(values))
    warnings = [] if speakers else ["no speaker is given"]
    return Clipping(
        title=title,
        published=Guess(value=published, confidence=1.0, evidence="column published")
        if published
        else None,
        date=Guess(value=date, confidence=1.0, evidence="column date"),
        place=_place(given("place")),
        carrier=given("carrier"),
        speakers=speakers,
        countries=countries,
        language=language,
        kind=kind or guess_kind(title.value if title else "", "", wire=False),
        source_url=url,
        paragraphs=paragraphs,
        warnings=tuple(warnings),
    )


def _place(place: Guess[str] | None) -> Guess[str] | None:
    """A place of many words is somebody's office that slipped into the column."""
    if place is None or "," in place.value or len(place.value.split()) > 4:
        return None
    return place


def _speakers(values: Mapping[str, str]) -> Iterator[Guess[Utterer]]:
    names = [name.strip() for name in values["speaker"].split(";") if name.strip()]
    role = " ".join(values["role"].split()) or None
    for name in names:
        yield Guess(
            value=Utterer(name=" ".join(name.split()), role=role if len(names) == 1 else None),
            confidence=1.0,
            evidence="column speaker",
        )
    if not names and role:
        yield Guess(value=Utterer(name=None, role=role), confidence=1.0, evidence="column role")


def _bad(line: int, number: int, problem: str) -> Row:
    return Row(line=line, number=number, clipping=None, identifier=None, problem=problem)
