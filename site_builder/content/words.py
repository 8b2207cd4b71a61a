"""Counting and cutting words in any script."""

from __future__ import annotations

import re

# Han, kana and hangul are counted by the character, as word processors do: there are no spaces.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_HAS_CJK = re.compile(f"[{_CJK}]")
# Compiled when first used: that takes milliseconds, and most builds have no need of it.
_WORD = rf"[{_CJK}]|[^\s{_CJK}]+"


def count_words(text: str) -> int:
    """Return the number of words, each Chinese, Japanese or Korean character being one."""
    if text.isascii() or _HAS_CJK.search(text) is None:
        return len(text.split())
    return len(re.findall(_WORD, text))


def first_words(text: str, words: int) -> str:
    """Return `text` up to the end of its `words`-th word; all of it where it has no more."""
    if words <= 0:
        return ""
    for number, match in enumerate(re.finditer(_WORD, text), start=1):
        if number == words:
            return text[: match.end()]
    return text
