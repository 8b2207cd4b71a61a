"""An original and its translation, aligned: which paragraphs of the two say the same.

Translators split paragraphs and join them, leave some out and add notes. What is long in one
language is long in the other, which tells most of it (Gale and Church 1993); numbers, and names
and abbreviations that both texts write alike, tell the rest (Simard, Foster and Isabelle 1992).
The alignment is the cheapest way through both texts, in their order.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

_DRIFT = 15
"""Paragraphs by which the texts may run apart for a while, beside the difference of the whole."""
_CELLS = 60_000
"""Pairs of places looked at, at most; in longer texts, places near the same share of each."""
_PRIORS = (
    (1, 1, 0.92),
    (2, 1, 0.025),
    (1, 2, 0.025),
    (3, 1, 0.005),
    (1, 3, 0.005),
    (2, 2, 0.004),
    (1, 0, 0.01),
    (0, 1, 0.01),
)
"""How often so many paragraphs of the original are so many of the translation."""
_VARIANCE = 12.0
"""Of a translation's length, for each character: Gale and Church give 6.8 for sentences of two
related languages; paragraphs of unrelated ones differ more."""
_RATIOS = (0.7, 1.45)
"""Between which translations of a whole text are longer than it."""
_ALONE = 2.0
"""Cost of a paragraph without a counterpart, beside that of being rare."""
_ALONE_AGAIN = -3.5
"""The same right after another one: who leaves out one leaves out more."""
_LATE_START = 1.0
"""Of each paragraph before the translation begins: most that are not whole break off."""
_MOST_FOR_LENGTH = 25.0
_MOST_FOR_WORDS = 8.0
_MOST_FOR_STRANGE = 2
"""Of numbers without a counterpart, which may only be written as words there."""
_OTHER_KIND = 6.0
_OTHER_VOICE = 0.7

# Compiled when first used: they take milliseconds, and most builds have no need of them.
_NUMBER = r"\d+(?:[.,\u066b\u066c]\d+)*"
_HAN_NUMBER = r"[〇零一二三四五六七八九]{2,}"
_HAN_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_WORD = r"[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{3,}"
_HAN_OR_KANA = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_HANGUL = r"[\uac00-\ud7af]"

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of paragraphs of the original, and of the translation, that stand for one another;
either side may be empty."""


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph or heading of a text."""

    text: str
    heading: bool = False
    voice: str = ""
    """Whose words it holds, or '' where nobody has said."""


def align_translation(original: Sequence[Unit], translation: Sequence[Unit]) -> tuple[Bead, ...]:
    """Return the beads, in order; every unit of both texts stands in one of them."""
    if not original or not translation:
        return (*(((at,), ()) for at in range(len(original))), *_rest(len(translation)))
    texts = _Texts(original, translation)
    # Of a part's translation the totals tell nothing: there lengths are compared as they are.
    ways = [_way(texts, ratio) for ratio in dict.fromkeys((texts.ratio, 1.0))]
    return min(ways, key=lambda way: way[0])[1]


def _rest(count: int) -> Iterator[Bead]:
    yield from (((), (at,)) for at in range(count))


class _Texts:
    """Two texts as they are compared."""

    def __init__(self, original: Sequence[Unit], translation: Sequence[Unit]) -> None:
        self.units = (original, translation)
        self.lengths = tuple([_length(one.text) for one in side] for side in self.units)
        ratio = sum(self.lengths[1]) / sum(self.lengths[0])
        self.ratio = min(max(ratio, _RATIOS[0]), _RATIOS[1])
        words = tuple([_words(one.text) for one in side] for side in self.units)
        common = set().union(*words[0]) & set().union(*words[1])
        self.words = tuple([one & common for one in side] for side in words)
        self.strange = tuple(
            [sum(word[0].isdecimal() for word in one - common) for one in side] for side in words
        )
        """How many numbers of each unit stand nowhere in the other text."""
        counts = Counter(word for side in self.words for one in side for word in one)
        every = len(original) + len(translation)
        self.weights = {word: math.log(every / count) for word, count in counts.items()}


def _way(texts: _Texts, ratio: float) -> tuple[float, tuple[Bead, ...]]:
    """Return the cheapest way and its cost; a translation is `ratio` times as long."""
    height, width = (len(side) for side in texts.units)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    priors = [(down, across, -math.log(prior)) for down, across, prior in _PRIORS]
    for at in range(height + 1):
        for place in _band(at, height, width):
            for down, across, prior in priors:
                before = best.get((at - down, place - across))
                if before is None:
                    continue
                cost = before[0] + prior
                here = best.get((at, place))
                # Words that two sides share make a bead cheaper by no more than this.
                if here is not None and cost - _MOST_FOR_WORDS - _OTHER_VOICE >= here[0]:
                    continue
                cost += _cost(texts, ratio, (at - down, at), (place - across, place))
                if not (down and across):
                    cost += _ALONE_AGAIN if before[1:] == (down, across) else _ALONE
                if not place:
                    cost += _LATE_START
                if here is None or cost < here[0]:
                    best[at, place] = (cost, down, across)
    beads = []
    at, place = height, width
    while at or place:
        _, down, across = best[at, place]
        beads.append((tuple(range(at - down, at)), tuple(range(place - across, place))))
        at, place = at - down, place - across
    return best[height, width][0], tuple(reversed(beads))


def _band(at: int, height: int, width: int) -> range:
    """Return which places of the translation are looked at beside a place of the original."""
    more = width - height
    first, last = at + min(more, 0) - _DRIFT, at + max(more, 0) + _DRIFT
    if height * (last - first) > _CELLS:
        # The next place's band begins where this one ends, however steep the way is.
        half = max(_CELLS // (2 * height), _DRIFT, width // height + 1)
        first, last = at * width // height - half, at * width // height + half
    return range(max(first, 0), min(last, width) + 1)


def _cost(texts: _Texts, ratio: float, one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return what it costs to say that two stretches stand for one another."""
    here, there = texts.units[0][slice(*one)], texts.units[1][slice(*other)]
    cost = _words_cost(texts, one, other)
    if not here or not there:
        return cost
    strange = sum(texts.strange[0][slice(*one)]) + sum(texts.strange[1][slice(*other)])
    cost += min(strange, _MOST_FOR_STRANGE)
    first, second = sum(texts.lengths[0][slice(*one)]), sum(texts.lengths[1][slice(*other)]) / ratio
    cost += _length_cost(first, second)
    if len({unit.heading for unit in (*here, *there)}) > 1 or (here[0].heading and len(here) > 1):
        cost += _OTHER_KIND
    voices = {unit.voice for unit in here}, {unit.voice for unit in there}
    if "" not in voices[0] | voices[1]:
        cost += _OTHER_VOICE if voices[0] != voices[1] else -_OTHER_VOICE
    return cost


def _length_cost(first: float, second: float) -> float:
    deviation = abs(first - second) / math.sqrt(_VARIANCE * (first + second) / 2)
    chance = math.erfc(deviation / math.sqrt(2))
    return min(-math.log(chance), _MOST_FOR_LENGTH) if chance else _MOST_FOR_LENGTH


def _words_cost(texts: _Texts, one: tuple[int, int], other: tuple[int, int]) -> float:
    here: set[str] = set().union(*texts.words[0][slice(*one)])
    there: set[str] = set().union(*texts.words[1][slice(*other)])
    if not here and not there:
        return 0.0
    weights = texts.weights
    # Sorted: sums of the same numbers in another order may differ in their last digit.
    both = sum(weights[word] for word in sorted(here & there))
    single = sum(weights[word] for word in sorted(here ^ there))
    return max(min(single / 2 - both, _MOST_FOR_WORDS), -_MOST_FOR_WORDS)


@lru_cache(maxsize=20_000)
def _length(text: str) -> int:
    """Return a text's length as if it were written with letters: a Han sign is 3.5 of them."""
    return (
        1
        + len(text)
        + 5 * len(re.findall(_HAN_OR_KANA, text)) // 2
        + len(re.findall(_HANGUL, text))
    )


def _words(text: str) -> set[str]:
    """Return what translators leave as it is: numbers, and names in the letters of both texts."""
    found = {_number(match[0]) for match in re.finditer(_NUMBER, text)}
    found |= {match[0].translate(_HAN_FIGURES) for match in re.finditer(_HAN_NUMBER, text)}
    return found | {_folded(match[0]) for match in re.finditer(_WORD, text)}


def _number(text: str) -> str:
    """Return a number in Western figures, without the marks that group them."""
    figures = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else "." for sign in text
    ).split(".")
    grouped = all(len(part) == 3 for part in figures[1:])
    return ("" if grouped else ".").join(figures)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
