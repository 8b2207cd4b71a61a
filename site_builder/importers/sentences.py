"""Where sentences end, in scripts with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_SENTENCE = 1_500

_SENTENCE_END = re.compile(
    r"(?<![A-ZА-Я])(?<!\b[A-Z][a-z])(?<!\bMr)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bMrs)"
    r"[.!?;。](?=[\s\"”»’)]|$)(?!\s+[a-zа-я])|\n"
)


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of sentences; one without end is cut, so that work stays in proportion."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(start, match.end())
        start = match.end()
    if start < len(text):
        yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        yield start, start + LONGEST_SENTENCE
        start += LONGEST_SENTENCE
    yield start, end
