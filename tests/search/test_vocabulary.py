"""The archive's terms, for near spellings."""

from __future__ import annotations

from pathlib import Path

from site_builder.search.shards import sort_key
from site_builder.search.vocabulary import backwards, read_terms, write_terms

from .node import run_in_node

TERMS = [
    "china",
    "chinese",
    "chin",
    "0",
    "中国",
    "中",
    "𠮷野",
    "𠮷家",
    "𠮸",
    "каша",
    "پاک",
    "long" * 20,
]

READ = """
import { createReader } from "./numbers.js";
import { readTerms } from "./vocabulary.js";
console.log(JSON.stringify(given.map((text) => readTerms(text, createReader))));
"""


def test_both_sides_read_every_term(tmp_path: Path):
    """Shared beginnings, other scripts and characters beyond the basic plane survive."""
    forward = sorted(TERMS, key=sort_key)
    turned = sorted(map(backwards, TERMS), key=sort_key)
    texts = [write_terms([(term, "") for term in terms]) for terms in (forward, turned)]

    assert [[term for term, _ in read_terms(text)] for text in texts] == [forward, turned]
    assert run_in_node(tmp_path, READ, texts) == [forward, turned]
