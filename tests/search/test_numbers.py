"""Numbers as short text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.search.numbers import decode, encode

from .node import run_in_node

READ = """
import { createReader } from "./numbers.js";
const reader = createReader(given);
const found = [];
while (!reader.done()) found.push(reader.next());
console.log(JSON.stringify(found));
"""


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_numbers_are_read_as_they_were_written(numbers):
    """Decoding undoes encoding."""
    assert decode(encode(numbers)) == numbers


def test_the_browser_reads_the_same_numbers(tmp_path: Path):
    """Every length of text is read, up to eight letters."""
    numbers = [0, 1, 31, 32, 33, 1023, 1024, 10**6, 2**31, 2**39 + 5]

    assert run_in_node(tmp_path, READ, encode(numbers)) == numbers
