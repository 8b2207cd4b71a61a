"""Hashes of every clause the archive shows, by which the browser finds a quotation.

A reader's quotation is cut into clauses at the same marks; each clause is reduced to its
letters and digits, so that quotation marks, dashes, capitals and white space do not matter
here; the first digits of its SHA-256 name a small file, which says in which entries the clause
stands. What is found so is then compared word for word with the entry's own text: a hash only
ever proposes. static/js/verify.js does the same, and a test holds the two equal.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.content.model import Body
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.records import records

INDEX = "verify/clauses/"
ALL = "all"
"""Name of the only file of a small archive."""
KEY_DIGITS = 8
"""Hexadecimal digits of a clause's hash that are kept, those of the file's name included."""
MIN_LETTERS = 12
"""A shorter clause says too little; Chinese, Japanese and Korean ones need a third of it."""
MAX_ENTRIES = 12
"""A clause that stands in more entries does not tell one from another."""
_TIGHT = (",", ":")
_PARAGRAPHS_PER_FILE = 200
"""Some five clauses a paragraph make a file of about 20 KB."""

_MARKS = re.compile(r"[.,;:!?…\"“”„«»‹›()\[\]{}–—。，、；：！？؟۔،؛「」『』《》\n]+")
_NOT_LETTERS = re.compile(r"(?:[^\w\n]|_)+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """How much text the index is of."""

    entries: int
    """Articles that show any."""
    paragraphs: int
    digits: int
    """Hexadecimal digits that name a file of the index, 0 to 3."""


def shown_text(edition: Edition) -> ShownText:
    """Return how much text the site shows, and so into how many files its hashes go."""
    counts = [len(body.paragraphs) for _, body in _bodies(edition)]
    paragraphs = sum(counts)
    digits = 0
    while digits < 3 and paragraphs > _PARAGRAPHS_PER_FILE * 16**digits:
        digits += 1
    return ShownText(
        entries=sum(count > 0 for count in counts), paragraphs=paragraphs, digits=digits
    )


def build_quotation_index(edition: Edition) -> Iterator[OutputFile]:
    """Yield the hashes of all clauses; a file for every name, empty ones too."""
    digits = shown_text(edition).digits
    # Ids in one text, not in lists: a hundred thousand lists keep the garbage collector busy.
    found: dict[str, str] = {}
    for article_id, body in _bodies(edition):
        text = "\n".join(one.text for one in body.paragraphs)
        for key in set(clause_keys(text)):
            before = found.get(key)
            if before is None:
                found[key] = article_id
            elif before.count(" ") < MAX_ENTRIES:
                found[key] = f"{before} {article_id}"
    names = [f"{number:0{digits}x}" if digits else ALL for number in range(16**digits)]
    files: dict[str, dict[str, str]] = {name: {} for name in names}
    for key in sorted(found):
        ids = found[key]
        if ids.count(" ") < MAX_ENTRIES:
            files[key[:digits] or ALL][key[digits:]] = ids
    for name, hashes in files.items():
        yield OutputFile(
            f"{INDEX}{name}.json", f"{json.dumps(hashes, separators=_TIGHT)}\n".encode()
        )


def clause_keys(text: str) -> Iterator[str]:
    """Yield the first digits of the hash of each clause that is long enough."""
    for clause in clauses(text):
        yield hashlib.sha256(clause.encode()).hexdigest()[:KEY_DIGITS]


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a text, each reduced to its letters and digits in lower case."""
    marked = _MARKS.sub("\n", unicodedata.normalize("NFKC", text).lower())
    # Spaces, by far the most of what is not a letter, go fastest without an expression.
    for letters in _NOT_LETTERS.sub("", marked.replace(" ", "")).split("\n"):
        if len(letters) >= MIN_LETTERS or (
            len(letters) * 3 >= MIN_LETTERS and _CJK.search(letters)
        ):
            yield letters


def _bodies(edition: Edition) -> Iterator[tuple[str, Body]]:
    return ((one.id, one.body) for one in records(edition))
