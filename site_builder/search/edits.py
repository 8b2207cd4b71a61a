"""What changed documents do to the rows of their terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from site_builder.search.analysis import Analysis
from site_builder.search.postings import Added, ListEdit, Records

TermEdits = Mapping[str, Mapping[int, ListEdit]]
"""By term and field."""


def edits_of(
    removed: Iterable[tuple[int, Analysis]], added: Iterable[tuple[int, Analysis]]
) -> TermEdits:
    """Return the edits that take documents, given by slot, out of the index and put others in.

    Slots ascend in both. A field that a document has as its predecessor in the slot had it is
    left out.
    """
    gone = dict(removed)
    new = dict(added)
    removals: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    additions: defaultdict[tuple[str, int], list[Added]] = defaultdict(list)
    for slot, analysis in gone.items():
        other = new.get(slot)
        for field, found in enumerate(analysis.fields):
            if found.terms and not (other and other.fields[field] == found):
                for term in found.terms.split(" "):
                    removals[term, field].append(slot)
    for slot, analysis in new.items():
        other = gone.get(slot)
        for field, found in enumerate(analysis.fields):
            if found.terms and not (other and other.fields[field] == found):
                records = Records(slot, analysis.lengths[field])
                for term, count, places in zip(
                    found.terms.split(" "), found.counts, found.places.split(" "), strict=True
                ):
                    posting = Added(slot=slot, record=records[count], places=places)
                    additions[term, field].append(posting)
    edits: defaultdict[str, dict[int, ListEdit]] = defaultdict(dict)
    for term, field in removals.keys() | additions.keys():
        edits[term][field] = ListEdit(
            removed=tuple(removals.get((term, field), ())),
            added=tuple(additions.get((term, field), ())),
        )
    return edits
