"""Finding set phrases in running text, many phrases in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

HYPHENS = "\\-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'\u02bc\u2018\u2019\u201b\uff07"
QUOTATION_MARKS = '"\u00ab\u00bb\u201c-\u201f\uff02'
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that do not part words by spaces."""

_GAP = r"[\s-]+"
_BREAK = re.compile(_GAP)
_HYPHEN = re.compile(f"[{HYPHENS}]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_MARK = re.compile(f"[{QUOTATION_MARKS}]")
_SPACED_EDGE = re.compile(rf"[^\W{UNSPACED}]")


class Match(msgspec.Struct, frozen=True, order=True):
    """A phrase found in a text: characters `start` up to, and without, `end`."""

    start: int
    end: int
    key: str
    """Of the phrase."""


class PhraseFinder:
    """Finds phrases whatever their case, hyphens, quotation marks and white space.

    The phrases become one regular expression in the shape of a trie, so that a text is read
    once however many there are. A phrase begins and ends with whole words, where its script
    parts words by spaces.
    """

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        """`wordings` are (wording, key) pairs; of equal wordings the first counts."""
        self._keys: dict[tuple[str, ...], str] = {}
        for wording, key in wordings:
            words = fold_words(wording)
            if words:
                self._keys.setdefault(words, key)
        self._patterns = tuple(_compile(self._keys))

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the phrases in a text, in order, none overlapping.

        Where two overlap the longer one stands, and of equals the first.
        """
        folded = _folded(text)
        found = []
        for pattern in self._patterns:
            for match in pattern.finditer(folded):
                start, end = match.span(1)
                key = self._keys[tuple(_BREAK.split(folded[start:end]))]
                found.append(Match(start, end, key))
        return _longest(found) if len(found) > 1 else tuple(found)


def fold_words(wording: str) -> tuple[str, ...]:
    """Return a phrase's words as they are compared: two wordings are equal if these are."""
    return tuple(word for word in _BREAK.split(_folded(wording)) if word)


def _folded(text: str) -> str:
    """Return the text as it is compared, character by character, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    if lowered.isascii():
        return lowered
    return _MARK.sub('"', _APOSTROPHE.sub("'", _HYPHEN.sub("-", lowered)))


def _longest(found: list[Match]) -> tuple[Match, ...]:
    chosen: list[Match] = []
    for match in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(match.end <= other.start or other.end <= match.start for other in chosen):
            chosen.append(match)
    return tuple(sorted(chosen))


_Trie = dict[str, "_Trie"]
_END = ""
"""Key of a trie's node at which a phrase may end."""


def _compile(phrases: Iterable[tuple[str, ...]]) -> Iterator[re.Pattern[str]]:
    """Yield a pattern for phrases that begin at a word's start, and one for all others.

    Each looks ahead only, so that a phrase is found also inside another one.
    """
    spaced: _Trie = {}
    unspaced: _Trie = {}
    for words in phrases:
        node = spaced if _SPACED_EDGE.match(words[0]) else unspaced
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = {}
    # A word of a script with spaces begins and ends where no other letter of one stands.
    letter = rf"[^\W{UNSPACED}]"
    end = rf"(?:(?<=[{UNSPACED}])|(?!{letter}))"
    for trie, start in ((spaced, f"(?<!{letter})"), (unspaced, "")):
        if trie:
            # The first characters alone rule nearly every place out.
            first = "".join(sorted({re.escape(word[0]) for word in trie}))
            yield re.compile(f"(?=[{first}]){start}(?=({_branches(trie)}){end})")


def _branches(trie: _Trie) -> str:
    """Return a pattern for a trie's words, longer phrases first."""
    words = sorted(trie.keys() - {_END}, key=lambda one: (-len(one), one))
    parts = [_branch(word, trie[word]) for word in words]
    return "(?:" + "|".join(parts) + ")" if len(parts) != 1 else parts[0]


def _branch(word: str, rest: _Trie) -> str:
    """Return a pattern for a word and what may follow it."""
    pattern = re.escape(word)
    further = {key: node for key, node in rest.items() if key != _END}
    if not further:
        return pattern
    onward = f"{_GAP}{_branches(further)}"
    if _END in rest:
        return f"{pattern}(?:{onward})?"
    return pattern + onward
