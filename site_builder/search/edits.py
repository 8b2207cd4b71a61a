"""What changed documents do to the rows of their terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.search.analysis import FIELDS, Analysis, read_count
from site_builder.search.postings import ListEdit, Posting

TermEdits = Mapping[str, Mapping[int, ListEdit]]
"""By term and field."""


def edits_of(
    removed: Iterable[tuple[int, Analysis]], added: Iterable[tuple[int, Analysis]]
) -> TermEdits:
    """Return the edits that take documents, given by slot, out of the index and put others in.

    Slots ascend in both. A field that a document has as its predecessor in the slot had it is
    left out.
    """
    gone, come = dict(removed), dict(added)
    edits: defaultdict[str, dict[int, ListEdit]] = defaultdict(dict)
    for field in range(len(FIELDS)):
        same = {
            slot
            for slot in gone.keys() & come.keys()
            if gone[slot].fields[field] == come[slot].fields[field]
        }
        out = _by_term(gone, field, same)
        into = _by_term(come, field, same)
        for term in out.keys() | into.keys():
            edits[term][field] = ListEdit(
                removed=tuple(out.get(term, ())), added=tuple(into.get(term, ()))
            )
    return edits


def _by_term(
    analyses: Mapping[int, Analysis], field: int, same: set[int]
) -> dict[str, list[Posting]]:
    found: defaultdict[str, list[Posting]] = defaultdict(list)
    for slot, analysis in analyses.items():
        if slot not in same:
            for term, posting in _postings(analysis, field, slot):
                found[term].append(posting)
    return found


def _postings(analysis: Analysis, field: int, slot: int) -> Iterator[tuple[str, Posting]]:
    columns = analysis.fields[field]
    if not columns.terms:
        return
    length = analysis.lengths[field]
    for term, letter, places in zip(
        columns.terms.split(" "), columns.counts, columns.places.split(" "), strict=True
    ):
        count = read_count(letter)
        yield term, Posting(slot=slot, count=count, length=length, places=places)
