"""All terms in one file."""

from __future__ import annotations

import json
from pathlib import Path

from site_builder.search.postings import sort_key
from site_builder.search.vocabulary import build_vocabulary

from .node import run_in_node

READ = """
import { readVocabulary } from "./vocabulary.js";
console.log(JSON.stringify(readVocabulary(given)));
"""


def test_the_browser_reads_every_term(tmp_path: Path):
    """Shared beginnings, other scripts and characters beyond the basic plane survive."""
    terms = sorted(
        ["china", "chinese", "chin", "0", "中国", "中", "𠮷野", "𠮷家", "𠮸", "каша", "پاک"],
        key=sort_key,
    )

    assert run_in_node(tmp_path, READ, json.loads(build_vocabulary(terms).data)) == terms
