"""Facet files: for each document, the values that results can be filtered by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from site_builder.search.files import to_json

Value: TypeAlias = tuple[str, str]
"""Id and name."""


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """The values of all documents."""

    values: tuple[Value, ...]
    """Those that any document has, sorted by name."""
    rows: tuple[str, ...]
    """For each document the places of its values among them, ascending, as JSON: a single one
    stands without a list."""


def make_facet(labels: Sequence[str]) -> Facet:
    """Return a facet from what `facet_labels` wrote for each document."""
    return _numbered({text: _read_labels(text) for text in set(labels)}, labels)


def edit_facet(facet: Facet, removed: Sequence[int], added: Sequence[tuple[int, str]]) -> Facet:
    """Return a facet without some documents and with others: as `make_facet` would make it.

    `removed` are numbers in the old order, ascending; `added` those in the new one, ascending,
    with what `facet_labels` wrote.
    """
    rows = list(facet.rows)
    for number in reversed(removed):
        del rows[number]
    for number, labels in added:
        rows.insert(number, labels)
    new = {labels for _, labels in added}
    known = {row: _values(facet, row) for row in set(rows) - new}
    return _numbered(known | {labels: _read_labels(labels) for labels in new}, rows)


def write_facet(facet: Facet) -> bytes:
    """Return the file of a facet."""
    return f'{{"values":{to_json(facet.values)},"documents":[{",".join(facet.rows)}]}}'.encode()


def read_facet(data: bytes) -> Facet:
    """Return what `write_facet` wrote."""
    head, _, rows = data.decode().rpartition('],"documents":[')
    values = msgspec.json.decode(f"{head}]}}")["values"]
    return Facet(
        values=tuple((one, name) for one, name in values),
        rows=tuple(_ROW.findall(rows[:-2])),
    )


_ROW = re.compile(r"[0-9]+|\[[^]]*\]")


def _numbered(known: dict[str, tuple[Value, ...]], labels: Sequence[str]) -> Facet:
    """`known` gives the values that each of the labels stands for."""
    distinct = dict.fromkeys(value for values in known.values() for value in values)
    ordered = tuple(sorted(distinct, key=lambda value: (value[1].casefold(), value)))
    numbers = {value: str(number) for number, value in enumerate(ordered)}
    rows = {text: _row(numbers[value] for value in values) for text, values in known.items()}
    return Facet(values=ordered, rows=tuple(map(rows.__getitem__, labels)))


def _row(places: Iterable[str]) -> str:
    found = sorted(places, key=int)
    return found[0] if len(found) == 1 else f"[{','.join(found)}]"


def _read_labels(text: str) -> tuple[Value, ...]:
    return tuple((one, name) for one, name in msgspec.json.decode(text))


def _values(facet: Facet, row: str) -> tuple[Value, ...]:
    found = msgspec.json.decode(row)
    return tuple(facet.values[place] for place in (found if isinstance(found, list) else [found]))
