"""Files and standard input as clippings, one after another; what cannot be read says why."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

import msgspec
from msgspec.structs import replace

from site_builder.content.model import Registers
from site_builder.importers.clipping import Clipping
from site_builder.importers.encoding import MAX_BYTES, UnreadableError, decode_bytes
from site_builder.importers.page import is_page, read_page
from site_builder.importers.register_index import RegisterIndex
from site_builder.importers.table import TableError, read_csv, read_json_lines
from site_builder.importers.wire import read_clipping

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".csv", ".tsv", ".jsonl", ".ndjson")
MAX_TABLE_BYTES = 2 * 1024 * 1024 * 1024
"""A compressed table may unfold to this many bytes."""


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A file to import, or standard input."""

    name: str
    """As given, for messages; '-' for standard input."""
    path: Path | None
    data: bytes | None = None
    """The bytes of standard input."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One clipping, or what is wrong with it."""

    where: str
    """'file' or 'file:line'."""
    clipping: Clipping | None = None
    problem: str | None = None
    sha256: str = ""
    """Of the whole original."""
    row: int | None = None
    identifier: str | None = None
    """The id that a table gives to the row."""


def expand_paths(paths: tuple[str, ...], standard_input: IO[bytes]) -> Iterator[Input | Item]:
    """Yield the inputs that paths name; a folder stands for the clippings below it, by name."""
    for name in paths:
        if name == "-":
            yield Input(name="-", path=None, data=standard_input.read(MAX_BYTES * 32))
            continue
        path = Path(name)
        if path.is_dir():
            found = [one for one in sorted(path.rglob("*")) if one.is_file() and _wanted(one)]
            yield from (Input(name=str(one), path=one) for one in found)
            if not found:
                yield Item(where=name, problem="there is no clipping in this folder")
        elif path.is_file():
            yield Input(name=name, path=path)
        else:
            yield Item(where=name, problem="there is no such file")


def _wanted(path: Path) -> bool:
    return path.name.removesuffix(".gz").lower().endswith(SUFFIXES) and not path.name.startswith(
        "."
    )


def kind_of(name: str) -> str:
    """Return 'json', 'csv' or 'text' by a file's name."""
    bare = name.lower().removesuffix(".gz")
    if bare.endswith((".jsonl", ".ndjson")):
        return "json"
    return "csv" if bare.endswith((".csv", ".tsv")) else "text"


def read_input(
    source: Input,
    mapping: Mapping[str, str],
    registers: Registers | None,
    index: RegisterIndex | None,
) -> Iterator[Item]:
    """Yield the clippings of one input."""
    try:
        sha256 = _digest(source)
        kind = kind_of(source.name)
        if kind == "text":
            yield replace(_read_text(source, registers, index), sha256=sha256)
            return
        with _opened(source) as stream:
            if kind == "json":
                rows = read_json_lines(stream, mapping)
            else:
                rows = read_csv(_table_text(stream), mapping)
            for row in rows:
                yield Item(
                    where=f"{source.name}:{row.line}",
                    clipping=row.clipping,
                    problem=row.problem,
                    sha256=sha256,
                    row=row.number,
                    identifier=row.identifier,
                )
    except (UnreadableError, TableError) as error:
        yield Item(where=f"{source.name}:1", problem=str(error))
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield Item(where=source.name, problem=f"the file cannot be read: {reason}")


def _read_text(source: Input, registers: Registers | None, index: RegisterIndex | None) -> Item:
    with _opened(source) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        size = source.path.stat().st_size if source.path else len(data)
        raise UnreadableError(
            f"the file is too large for a clipping ({max(size, len(data)) // 1_000_000} MB; "
            f"{MAX_BYTES // 1024**2} MB are allowed)"
        )
    decoded = decode_bytes(data)
    name = source.name.lower().removesuffix(".gz")
    if is_page(name, decoded.text):
        clipping = read_page(decoded.text, registers, index)
    else:
        clipping = read_clipping(decoded.text, registers, index)
    notes = []
    if decoded.encoding != "utf-8":
        notes.append(f"the file was read as {decoded.encoding}")
    if decoded.repaired:
        notes.append("wrongly decoded characters were repaired")
    return Item(
        where=source.name, clipping=replace(clipping, warnings=(*clipping.warnings, *notes))
    )


def _opened(source: Input) -> IO[bytes]:
    if source.path is None:
        return io.BytesIO(source.data or b"")
    if source.name.lower().endswith(".gz"):
        return gzip.open(source.path, "rb")  # type: ignore[return-value]
    return source.path.open("rb")


def _table_text(stream: IO[bytes]) -> str:
    data = stream.read(MAX_BYTES * 100 + 1)
    if len(data) > MAX_BYTES * 100:
        raise TableError("the table is larger than 200 MB; split it, or use JSON Lines")
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableError("this is a binary file, not a table")
    if not data.strip():
        raise TableError("the file is empty")
    for encoding in (
        ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _digest(source: Input) -> str:
    if source.path is None:
        return hashlib.sha256(source.data or b"").hexdigest()
    with source.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
