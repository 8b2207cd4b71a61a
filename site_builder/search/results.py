"""What a result shows and what results are filtered by.

Documents are known by their number, counted from 0 in the archive's order. A block describes
some neighbouring documents in a list; a text file holds the passages of one; a facet file says
for each document which values it has.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from site_builder.output.files import OutputFile
from site_builder.search.calendar import Calendar
from site_builder.search.documents import Label, SearchDocument

BLOCK = 5
"""Documents described in one file."""

VOICES = ("direct", "paraphrase", "joint", "background")

_LABELS: dict[str, Callable[[SearchDocument], tuple[Label, ...]]] = {
    "speaker": lambda document: document.speakers,
    "country": lambda document: document.countries,
    "tag": lambda document: document.tags,
    "carrier": lambda document: (document.carrier,) if document.carrier else (),
    "language": lambda document: (document.language,),
    "voice": lambda document: tuple(
        Label(id=voice, name=voice)
        for voice in VOICES
        if any(passage.voice == voice for passage in document.passages)
    ),
}

FACETS = tuple(_LABELS)
"""What results can be filtered by, besides the year."""


def build_blocks(
    documents: Sequence[SearchDocument], calendar: Calendar
) -> tuple[tuple[OutputFile, ...], list[str]]:
    """Return the blocks and texts, and for each month what tells its blocks from older ones.

    The blocks of a month are 'd/<month>-0.json', 'd/<month>-1.json' and so on.
    """
    texts = [_text_file(document) for document in documents]
    blocks = []
    marks = []
    for month, first, count in calendar.firsts():
        made = [
            OutputFile(
                f"search/d/{month}-{(start - first) // BLOCK}.json",
                to_json(
                    [
                        _description(documents[number], texts[number])
                        for number in range(start, min(start + BLOCK, first + count))
                    ]
                ),
            )
            for start in range(first, first + count, BLOCK)
        ]
        blocks += made
        marks.append(digest(b"".join(block.data for block in made))[:6])
    return (*(text for text in texts if text), *blocks), marks


def build_facets(
    documents: Sequence[SearchDocument],
) -> tuple[tuple[OutputFile, ...], dict[str, list[str | int]]]:
    """Return a file for each facet that anything has; by facet, its name and its values' number."""
    files = []
    described: dict[str, list[str | int]] = {}
    for facet, labels_of in _LABELS.items():
        rows = [labels_of(document) for document in documents]
        if any(rows):
            values = _facet(rows)
            files.append(named_file("f", values))
            described[facet] = [file_name(files[-1]), len(values["values"])]
    return tuple(files), described


def named_file(folder: str, value: Any) -> OutputFile:
    """Return JSON under a name that is made from its content."""
    data = to_json(value)
    return OutputFile(f"search/{folder}/{digest(data)}.json", data)


def file_name(file: OutputFile) -> str:
    """Return a named file's name without folder and ending."""
    return file.path.rpartition("/")[2].removesuffix(".json")


def digest(data: bytes) -> str:
    """Return what tells a file's content from any other's, in 12 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:12]


def to_json(value: Any) -> bytes:
    """Return compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _text_file(document: SearchDocument) -> OutputFile | None:
    if not document.passages:
        return None
    return named_file("t", [[one.number, one.text, one.voice] for one in document.passages])


def _description(document: SearchDocument, text: OutputFile | None) -> dict[str, Any]:
    described = {
        "url": document.url,
        "title": document.title,
        "date": document.date,
        "when": document.date_text,
        "lang": document.language.id,
        "language": document.language.name,
        "dir": "" if document.dir == "ltr" else document.dir,
        "kind": document.kind,
        "place": document.place,
        "speakers": [speaker.name for speaker in document.speakers],
        "carrier": document.carrier.name if document.carrier else "",
        "summary": document.summary,
        "text": file_name(text) if text else "",
    }
    return {key: value for key, value in described.items() if value}


def _facet(rows: Sequence[tuple[Label, ...]]) -> dict[str, Any]:
    names = {label.id: label.name for row in rows for label in row if label.id}
    values = sorted(names.items(), key=lambda value: (value[1].casefold(), value[0]))
    numbers = {value: number for number, (value, _) in enumerate(values)}
    return {
        "values": [list(value) for value in values],
        "documents": [_compact([numbers[one.id] for one in row if one.id]) for row in rows],
    }


def _compact(numbers: list[int]) -> int | list[int]:
    """A single value stands without its list; most facets have one."""
    distinct = sorted(set(numbers))
    return distinct[0] if len(distinct) == 1 else distinct
