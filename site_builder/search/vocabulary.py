"""All terms in one file, for near spellings only."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.output.files import OutputFile
from site_builder.search.numbers import CODES
from site_builder.search.results import named_file


def build_vocabulary(terms: Sequence[str]) -> OutputFile:
    """Return the sorted terms, each as the UTF-16 units it shares with the last and the rest.

    Terms hold no space; the number of shared units stands as text (see numbers.py) before the
    rest, and a space between terms.
    """
    parts = []
    before = b""
    for term in terms:
        units = term.encode("utf-16-be")
        shared = 0
        while (
            shared < min(len(before), len(units))
            and before[shared : shared + 2] == units[shared : shared + 2]
        ):
            shared += 2
        if 0xD800 <= int.from_bytes(units[shared - 2 : shared] or b"\0\0") < 0xDC00:
            shared -= 2  # not between the halves of one character
        parts.append(CODES[shared // 2] + units[shared:].decode("utf-16-be"))
        before = units
    return named_file("v", " ".join(parts))
