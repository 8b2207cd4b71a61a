"""The whole archive as data: JSON Lines, CSV, SQLite, a Frictionless package and checksums.

A large archive's data lies in parts (`data_parts.py`), and only those are made again of which an
entry came, went or changed. The same archive gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from site_builder.output.files import OutputFile
from site_builder.site.data_package import (
    CSV,
    JSON_LINES,
    Fact,
    PartFacts,
    dataset_facts,
    package_files,
)
from site_builder.site.data_parts import Part, data_parts, part_file
from site_builder.site.edition import Edition
from site_builder.site.export_rows import ExportRow, csv_head, export_rows
from site_builder.site.keys import digest
from site_builder.site.leavings import shown_articles
from site_builder.site.records import records, snapshot
from site_builder.site.sqlite_export import merge_script, sqlite_bytes
from site_builder.site.urls import DATA

SQLITE = "archive.sqlite"
SCRIPT = "archive.sql"
CHECKSUMS = "SHA256SUMS"

Rows = Callable[[int, int], Sequence[ExportRow]]
"""Gives the export rows of some articles by their places among those shown."""


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """The files of data/, as far as they are not as an earlier build left them."""

    files: Iterator[OutputFile]
    """Made while they are taken: together they hold all texts several times."""
    kept: tuple[str, ...]
    """Paths of files that stay as they are."""
    state: Callable[[], bytes]
    """Returns what the next build wants as `former`, once all files were taken."""


def parts_of(edition: Edition) -> tuple[Part, ...]:
    """Return the parts of an edition's data."""
    sizes = (
        [one.size for one in edition.extents]
        if edition.extents
        else [len(one.line.encode()) + 1 for one in records(edition)]
    )
    dates = (one.date for one in shown_articles(edition))
    return data_parts(tuple(zip(dates, sizes, strict=True)), edition.config.data)


def build_dataset(edition: Edition) -> Iterator[OutputFile]:
    """Yield the files of data/, made from nothing.

    What `display` and `status` withhold is in none of them.
    """
    rows = tuple(export_rows(edition))
    yield from update_dataset(edition, lambda start, end: rows[start:end]).files


def update_dataset(
    edition: Edition, rows: Rows, keys: Sequence[bytes] = (), former: bytes | None = None
) -> Dataset:
    """Return what has to be written so that data/ is the edition's.

    `keys` stand for all that the rows hold, in their order; `former` is the state that the last
    build left, if its files lie where it wrote them.
    """
    before = _unpacked(former)
    about = {**dataset_facts(edition), "snapshot": snapshot(edition)}
    known: list[tuple[Part, bytes, PartFacts | None]] = []
    for part in parts_of(edition):
        # A single part tells of the whole archive, down to its snapshot.
        key = digest(
            part.name, "" if part.name else about["snapshot"], *keys[part.start : part.end]
        )
        facts = before.get(part.name) if keys else None
        known.append((part, key, facts if facts is not None and facts.key == key else None))
    made: list[PartFacts] = []
    return Dataset(
        files=_files(edition, rows, about, known, made),
        kept=tuple(DATA + one.name for _, _, facts in known if facts for one in facts.files),
        state=lambda: _encode(made),
    )


def _files(
    edition: Edition,
    rows: Rows,
    about: Mapping[str, str],
    known: Sequence[tuple[Part, bytes, PartFacts | None]],
    made: list[PartFacts],
) -> Iterator[OutputFile]:
    """Yield what must be written; `made` takes what is then known of each part."""
    for part, key, facts in known:
        if facts is None:
            told = []
            for file in _part_files(part, rows(part.start, part.end), about):
                told.append(_fact(file))
                yield file
            made.append(
                PartFacts(part=part.name, key=key, rows=part.end - part.start, files=tuple(told))
            )
        else:
            made.append(facts)
    single = list(package_files(edition, about["snapshot"], made))
    if made[0].part:
        databases = [one.files[-1].name for one in made]
        single.append(OutputFile(DATA + SCRIPT, merge_script(databases, about)))
    sums = [*(fact for one in made for fact in one.files), *(_fact(one) for one in single)]
    yield from (*single, _checksums(sums))


def _part_files(
    part: Part, rows: Sequence[ExportRow], about: Mapping[str, str]
) -> Iterator[OutputFile]:
    if part.name:
        about = {name: value for name, value in about.items() if name != "snapshot"}
        about["part"] = part.name

    def file(name: str, data: bytes) -> OutputFile:
        return OutputFile(DATA + part_file(name, part), data)

    # One after another: each may hold the text of the whole archive.
    yield file(JSON_LINES, b"".join([row.line for row in rows]))
    yield file(CSV, b"".join([csv_head(), *(row.csv for row in rows)]))
    yield file(SQLITE, sqlite_bytes(rows, about))


def _fact(file: OutputFile) -> Fact:
    return Fact(
        name=file.path.removeprefix(DATA),
        size=len(file.data),
        sha256=hashlib.sha256(file.data).hexdigest(),
    )


def _checksums(facts: Iterable[Fact]) -> OutputFile:
    lines = (f"{one.sha256}  {one.name}\n" for one in sorted(facts, key=lambda one: one.name))
    return OutputFile(DATA + CHECKSUMS, "".join(lines).encode())


def _unpacked(state: bytes | None) -> dict[str, PartFacts]:
    try:
        return {one.part: one for one in _decode(state or b"")}
    except msgspec.MsgspecError:
        return {}


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[PartFacts]).decode
