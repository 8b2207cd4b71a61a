"""Posting lists as text, written in two ways and read in the browser."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.search import collect
from site_builder.search.analysis import FIELDS, analyse_document, read_analysis
from site_builder.search.collect import Collector, TermRows
from site_builder.search.counts import Counts, write_counts
from site_builder.search.lengths import Lengths, write_lengths
from site_builder.search.levels import LEVELS, STEPS, Levels, fine_of, level_of, write_levels
from site_builder.search.numbers import ALPHABET, encode
from site_builder.search.postings import ListKind
from site_builder.search.shards import sort_key
from site_builder.search.slots import edit_slots, read_slots, write_slots

from .archive import document
from .node import run_in_node

READ = """
import { readRow } from "./postings.js";
console.log(JSON.stringify(given.rows.map((row) =>
  readRow(row, 6, { numberOf: (slot) => slot, firstOf: (month) => month * 2 ** given.bits }))));
"""

BITS = 5
slot_sets = st.sets(st.integers(0, 400), min_size=1, max_size=120)


def write_list(slots: list[int], counts: list[int], lengths: list[int]) -> str:
    return f"{write_slots(slots, BITS)}.{write_counts(counts)}.{write_lengths(lengths)}"


@given(slot_sets)
def test_slots_are_read_as_they_were_written(slots):
    """Whether they are written one by one or month by month."""
    assert read_slots(write_slots(sorted(slots), BITS), BITS) == sorted(slots)


@given(slot_sets, st.sets(st.integers(0, 400), max_size=9), st.data())
def test_edited_slots_are_those_written_at_once(slots, others, data):
    """And it is told how many were before each."""
    removed = sorted(data.draw(st.sets(st.sampled_from(sorted(slots)), max_size=9)))
    added = sorted(others - slots | set(removed[:1]))
    left = sorted(slots - set(removed) | set(added))

    edit = edit_slots(write_slots(sorted(slots), BITS), removed, added, BITS)

    assert edit.text == (write_slots(left, BITS) if left else "")
    assert edit.removed == [sorted(slots).index(slot) for slot in removed]
    assert edit.added == [sum(one < slot for one in slots) for slot in added]
    assert edit.size == len(slots)


@pytest.mark.parametrize("slots", [[1], [1, 2, 3, 4], [40, 41, 42, 43]])
def test_a_slot_that_is_not_there_cannot_be_removed(slots):
    """Rather that than an index with holes."""
    with pytest.raises(KeyError):
        edit_slots(write_slots(slots, BITS), [7], [], BITS)


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=40), st.data())
def test_edited_counts_are_those_written_at_once(counts, data):
    """Small ones share letters, large ones follow; sums are known without reading all."""
    edited = Counts(write_counts(counts), len(counts))
    at = data.draw(st.integers(0, len(counts) - 1))
    new = data.draw(st.integers(1, 20))

    assert edited.before(at) == sum(counts[:at])
    edited.remove(at)
    edited.insert(at, new)
    edited.insert(0, 9)
    assert edited.text() == write_counts([9, *counts[:at], new, *counts[at + 1 :]])


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=20), st.integers(0, 5000), st.data())
def test_edited_lengths_are_those_written_at_once(lengths, new, data):
    """Four columns come and go with the lengths that need them."""
    edited = Lengths(write_lengths(lengths), len(lengths))
    at = data.draw(st.integers(0, len(lengths) - 1))

    edited.remove(at)
    edited.insert(at, new)
    assert edited.text() == write_lengths([*lengths[:at], new, *lengths[at + 1 :]])


@given(
    st.lists(st.tuples(st.integers(0, 200_000), st.integers(1, 9)), min_size=1, max_size=20),
    st.tuples(st.integers(0, 5000), st.integers(1, 9)),
    st.data(),
)
def test_edited_levels_are_those_written_at_once(found, new, data):
    """With second letters for those documents alone that hold the term often."""
    lengths, times = [length for length, _ in found], [count for _, count in found]
    counts = Counts(write_counts(times), len(times))
    edited = Levels(write_levels(lengths, times), counts)
    at = data.draw(st.integers(0, len(lengths) - 1))

    edited.remove(at)
    counts.remove(at)
    edited.insert(at, *new)
    counts.insert(at, new[1])
    lengths[at], times[at] = new
    assert edited.text() == write_levels(lengths, times)
    assert counts.numbers() == times
    assert Lengths(write_lengths(lengths), len(lengths)).numbers() == lengths


def test_a_level_is_a_letter():
    """And each begins where the one before ends."""
    assert len(LEVELS) == len(STEPS) == 64
    assert sorted(set(LEVELS)) == list(LEVELS)


@pytest.mark.parametrize("length", [0, 7, 8, 200, 511, 512, 4000, 131_071, 200_000])
def test_two_letters_bound_a_length(length):
    """Exactly where it is below 512."""
    level = level_of(length)
    least = LEVELS[level] + ALPHABET.index(chr(fine_of(length, level))) * STEPS[level]

    assert least <= length
    assert length < least + STEPS[level] or length > 130_000
    assert STEPS[level] == 1 or length >= 512


def test_the_browser_reads_the_same_lists(tmp_path: Path):
    """Sparse and dense, narrow and wide, with lengths and without."""
    chance = random.Random(8)
    expected = []
    rows = []
    for size, most in ((1, 5000), (40, 5000), (300, 400), (200, 320), (90, 95)):
        slots = sorted(chance.sample(range(most), size))
        counts = [chance.choice((1, 1, 1, 2, 7, 8, 9, 70)) for _ in slots]
        lengths = [chance.randrange(1, 5000 if size == 40 else 4000) for _ in slots]
        text = write_list(slots, counts, lengths)
        rows += [f"5{text}", f"0{text.rpartition('.')[0]}.{write_levels(lengths, counts)}"]
        found = {"documents": slots, "counts": counts, "lengths": lengths, "longest": None}
        bounds = [bounds_of(length, count) for length, count in zip(lengths, counts, strict=True)]
        coarse = {"lengths": [low for low, _ in bounds], "longest": [high for _, high in bounds]}
        expected += [[None] * 5 + [found], [{**found, **coarse}, *[None] * 5]]

    assert run_in_node(tmp_path, READ, {"rows": rows, "bits": BITS}) == expected


def bounds_of(length: int, count: int) -> tuple[int, int]:
    level = level_of(length)
    least = LEVELS[level]
    if count < 4:
        return least, [*LEVELS, 64**4][level + 1] - 1
    least += (length - least) // STEPS[level] * STEPS[level]
    return least, least + STEPS[level] - 1


words = st.lists(
    st.sampled_from(["peace", "war", "treaty", "envoy", "norway", "key", "中国外交部", "мир", "of"])
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 3), words, words), max_size=30),
    st.sampled_from([1, 7, 500]),
    st.sampled_from([2, 1024]),
)
def test_all_lists_written_together_are_those_written_one_by_one(texts, at_once, coarse):
    """Arrays of millions of postings give the letters that single ones do."""
    analyses = [
        read_analysis(
            analyse_document(document(1, " ".join(title), " ".join(text) * (1 + 5 * long)))
        )
        for long, title, text in texts
    ]
    slots = [place * 3 for place in range(len(analyses))]
    collector = Collector(ListKind(bits=BITS, coarse_from=coarse))
    for slot, analysis in zip(slots, analyses, strict=True):
        collector.add(slot, analysis.fields, analysis.lengths)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collect, "AT_ONCE", at_once)
        together = list(collector.rows())

    assert together == list(one_by_one(slots, analyses, coarse))


def one_by_one(slots, analyses, coarse):
    found = defaultdict(lambda: defaultdict(list))
    for slot, analysis in zip(slots, analyses, strict=True):
        for field, name in enumerate(FIELDS):
            places = analysis.places(name)
            for term, count in analysis.counts()[name].items():
                posting = (slot, count, analysis.lengths[field], places[term])
                found[term][field].append(posting)
    for term in sorted(found, key=sort_key):
        lists = []
        where = []
        for field, postings in sorted(found[term].items()):
            columns = [list(column) for column in zip(*postings, strict=True)]
            text = write_list(*columns[:3])
            if len(postings) >= coarse:
                text = f"{text.rpartition('.')[0]}.{write_levels(columns[2], columns[1])}"
            lists.append(f"{field}{text}")
            gaps = (
                encode([places[0], *(b - a for a, b in pairwise(places))]) for places in columns[3]
            )
            where.append(f"{field}{''.join(gaps)}")
        yield TermRows(term=term, postings=" ".join(lists), places=" ".join(where))
