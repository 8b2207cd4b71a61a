"""Facet files: for each document, the values that results can be filtered by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.search.files import to_json

Value: TypeAlias = tuple[str, str]
"""Id and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of all documents."""

    values: tuple[Value, ...]
    """Those that any document has, sorted by name."""
    rows: tuple[tuple[int, ...], ...]
    """For each document the places of its values among them, ascending."""


def read_labels(text: str) -> tuple[Value, ...]:
    """Return the values that `facet_labels` wrote for one document."""
    return tuple((one, name) for one, name in json.loads(text))


def make_facet(labels: Sequence[tuple[Value, ...]]) -> Facet:
    """Return a facet from the values of each document."""
    return _renumbered(tuple(dict.fromkeys(one for row in labels for one in row)), labels)


def edit_facet(
    facet: Facet, removed: Sequence[int], added: Sequence[tuple[int, tuple[Value, ...]]]
) -> Facet:
    """Return a facet without some documents and with others.

    `removed` are numbers in the old order, ascending; `added` those in the new one, ascending,
    with their values. What is equal to `make_facet` of the new order.
    """
    rows = list(facet.rows)
    for number in reversed(removed):
        del rows[number]
    values = dict(zip(facet.values, range(len(facet.values)), strict=True))
    for number, labels in added:
        rows.insert(number, tuple(values.setdefault(one, len(values)) for one in labels))
    used = {place for row in rows for place in row}
    if len(used) == len(values) == len(facet.values):
        return Facet(values=facet.values, rows=tuple(tuple(sorted(row)) for row in rows))
    known = list(values)
    return _renumbered(
        tuple(known[place] for place in sorted(used)),
        [tuple(known[place] for place in row) for row in rows],
    )


def write_facet(facet: Facet) -> bytes:
    """Return the file of a facet; a single value stands without its list."""
    rows = ",".join(
        str(row[0]) if len(row) == 1 else f"[{','.join(map(str, row))}]" for row in facet.rows
    )
    return f'{{"values":{to_json(facet.values)},"documents":[{rows}]}}'.encode()


def read_facet(data: bytes) -> Facet:
    """Return what `write_facet` wrote."""
    found = json.loads(data)
    return Facet(
        values=tuple((one, name) for one, name in found["values"]),
        rows=tuple(tuple(row) if isinstance(row, list) else (row,) for row in found["documents"]),
    )


def _renumbered(values: Sequence[Value], labels: Sequence[tuple[Value, ...]]) -> Facet:
    ordered = tuple(sorted(values, key=lambda value: (value[1].casefold(), value)))
    numbers = {value: number for number, value in enumerate(ordered)}
    known: dict[tuple[Value, ...], tuple[int, ...]] = {}
    rows = []
    for row in labels:
        if row not in known:
            known[row] = tuple(sorted(numbers[value] for value in row))
        rows.append(known[row])
    return Facet(values=ordered, rows=tuple(rows))
