"""What a result shows and what results are filtered by.

Documents are known by their number, counted from 0 in the archive's order. A block describes
some neighbouring documents in a list; a text file holds the passages of one; a facet file says
for each document which values it has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_builder.output.files import OutputFile
from site_builder.search.documents import Label, SearchDocument
from site_builder.search.files import ROOT, digest, to_json

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


def text_file(document: SearchDocument) -> tuple[str, str]:
    """Return the name and the JSON of the file of a document's passages, '' where it has none."""
    if not document.passages:
        return "", ""
    text = to_json([[one.number, one.text, one.voice] for one in document.passages])
    return digest(text.encode()), text


def describe(document: SearchDocument, text_name: str, lengths: Sequence[int]) -> str:
    """Return what a result shows of a document, in JSON; `text_name` leads to its passages.

    `lengths` tell how many terms each field holds, for the ranking of those that long posting
    lists leave undecided: these are the ones that are shown.
    """
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
        "text": text_name,
    }
    kept = {key: value for key, value in described.items() if value}
    return to_json({**kept, "lengths": lengths})


def facet_labels(document: SearchDocument) -> tuple[str, ...]:
    """Return for each of FACETS a document's values as a list of [id, name], in JSON."""
    return tuple(
        to_json(list(dict.fromkeys((one.id, one.name) for one in labels_of(document) if one.id)))
        for labels_of in _LABELS.values()
    )


def month_blocks(month: int, descriptions: Sequence[str]) -> tuple[list[OutputFile], str]:
    """Return the blocks of a month, and the mark that tells them from those of other builds.

    They are 'd/<month>-0.json', 'd/<month>-1.json' and so on, asked for with the mark.
    """
    blocks = [
        OutputFile(path, f"[{','.join(descriptions[at : at + BLOCK])}]".encode())
        for path, at in zip(
            block_paths(month, len(descriptions)), range(0, len(descriptions), BLOCK), strict=True
        )
    ]
    return blocks, digest(b"".join(block.data for block in blocks))[:6]


def block_paths(month: int, size: int) -> list[str]:
    """Return the paths of the blocks of a month that holds `size` documents."""
    return [f"{ROOT}d/{month}-{number}.json" for number in range(-(-size // BLOCK))]
