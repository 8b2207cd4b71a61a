"""Who says what: for every term the documents that hold it, as text.

A posting list has three parts with a full stop between them. The first says for each document, in
the archive's order, how many months it is further than the last one ('~' and a number, left out
where it is the same month) and how many places further in that month; the second, how often the
term stands there; the third, how many terms the field holds in all. From these the browser
computes Lunr's scores: those change with the whole archive, these numbers do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.search.calendar import Calendar
from site_builder.search.numbers import CODES
from site_builder.search.terms import FIELDS, DocumentTerms, FieldTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """All that is known of one term."""

    term: str
    postings: tuple[str, ...]
    """A posting list for each of FIELDS, '' where the term does not stand in it."""
    places: tuple[str, ...]
    """For each of FIELDS, the places in one document after another, each as DocumentTerms has
    them; the posting list says how many belong to which document."""


def collect_postings(analysed: Sequence[DocumentTerms], calendar: Calendar) -> Iterator[TermEntry]:
    """Yield every term of the archive in the order of its UTF-16 units, as JavaScript sorts."""
    found = [_collect(terms.fields[place] for terms in analysed) for place in range(len(FIELDS))]
    lengths = [
        [CODES[sum(terms.fields[place].counts)] for terms in analysed]
        for place in range(len(FIELDS))
    ]
    months, places = calendar.months, calendar.places()
    for term in sorted(set().union(*found), key=sort_key):
        lists = [by_term.get(term, _EMPTY) for by_term in found]
        yield TermEntry(
            term=term,
            postings=tuple(
                _encode(numbers, counts, length, months, places) if numbers else ""
                for (numbers, counts, _), length in zip(lists, lengths, strict=True)
            ),
            places=tuple("".join(gaps) for _, _, gaps in lists),
        )


def sort_key(term: str) -> bytes:
    """Order terms as JavaScript orders strings, by UTF-16 units: lunr.js insists on it."""
    return term.encode("utf-16-be")


_Lists = tuple[list[int], list[int], list[str]]
"""Document numbers, counts and gaps of one term in one field."""

_EMPTY: _Lists = ([], [], [])


def _collect(documents: Iterable[FieldTerms]) -> dict[str, _Lists]:
    found: dict[str, _Lists] = {}
    for number, columns in enumerate(documents):
        for term, count, gaps in zip(*columns, strict=True):
            lists = found.get(term)
            if lists is None:
                found[term] = ([number], [count], [gaps])
            else:
                lists[0].append(number)
                lists[1].append(count)
                lists[2].append(gaps)
    return found


def _encode(
    numbers: list[int],
    counts: list[int],
    lengths: list[str],
    months: tuple[int, ...],
    places: list[int],
) -> str:
    steps = []
    month, place = 0, -1
    for number in numbers:
        if months[number] != month:
            steps.append(f"~{CODES[months[number] - month]}")
            month, place = months[number], -1
        steps.append(CODES[places[number] - place - 1])
        place = places[number]
    held = "".join(map(CODES.__getitem__, counts))
    return f"{''.join(steps)}.{held}.{''.join(map(lengths.__getitem__, numbers))}"
