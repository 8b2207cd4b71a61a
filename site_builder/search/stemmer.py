"""English stems, equal to those of lunr.js.

The algorithm is M. F. Porter's (Program 14 (3), 1980, 130-137) in the reading of lunr.js 2.3.9,
which differs from lunr.py's in what becomes of a final y ('norway' stays, 'try' becomes 'tri').
An index whose stems differ from the browser's silently finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"

_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]")
_MEASURE_OVER_0 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_MEASURE_IS_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?\\Z")
_MEASURE_OVER_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]\\Z")
_DOUBLED = re.compile(r"([^aeiouylsz])\1\Z")

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def _longest_ending(endings: Iterable[str]) -> re.Pattern[str]:
    """Find the longest of the endings before which at least one letter stands."""
    return re.compile(f"(?<=.)(?:{'|'.join(endings)})\\Z")


_ENDS_IN_STEP_2 = _longest_ending(_STEP_2)
_ENDS_IN_STEP_3 = _longest_ending(_STEP_3)
_ENDS_IN_STEP_4 = _longest_ending(_STEP_4)


def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    if len(word) < 3:
        return word
    initial_y = word[0] == "y"
    if initial_y:
        word = f"Y{word[1:]}"
    word = _strip_participle(_strip_plural(word))
    if word[-1] == "y" and len(word) > 2 and word[-2] not in "aeiou":
        word = f"{word[:-1]}i"
    word = _replace(word, _STEP_2, _ENDS_IN_STEP_2)
    word = _replace(word, _STEP_3, _ENDS_IN_STEP_3)
    word = _strip_final_e(_strip_suffix(word))
    return f"y{word[1:]}" if initial_y else word


def _strip_plural(word: str) -> str:
    if word.endswith(("sses", "ies")) and len(word) > _length_of(word, "sses", "ies"):
        return word[:-2]
    if word[-1] == "s" and word[-2] != "s" and len(word) > 2:
        return word[:-1]
    return word


def _length_of(word: str, *suffixes: str) -> int:
    return next(len(suffix) for suffix in suffixes if word.endswith(suffix))


def _strip_participle(word: str) -> str:
    if word.endswith("eed") and len(word) > 3:
        return word[:-1] if _MEASURE_OVER_0.match(word[:-3]) else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix) and len(word) > len(suffix):
            root = word[: -len(suffix)]
            return _mend(root) if _HAS_VOWEL.match(root) else word
    return word


def _mend(root: str) -> str:
    """Give back the e of 'hop(e)ing', take the second letter of 'hopp(ing)'."""
    if root.endswith(("at", "bl", "iz")):
        return f"{root}e"
    if _DOUBLED.search(root):
        return root[:-1]
    return f"{root}e" if _SHORT.match(root) else root


def _replace(word: str, endings: dict[str, str], pattern: re.Pattern[str]) -> str:
    found = pattern.search(word)
    if found and _MEASURE_OVER_0.match(word[: found.start()]):
        return word[: found.start()] + endings[found[0]]
    return word


def _strip_suffix(word: str) -> str:
    found = _ENDS_IN_STEP_4.search(word)
    length = len(found[0]) if found else 0
    if not found and word.endswith(("sion", "tion")) and len(word) > 4:
        length = 3
    if length and _MEASURE_OVER_1.match(word[:-length]):
        return word[:-length]
    return word


def _strip_final_e(word: str) -> str:
    root = word[:-1]
    if (
        word[-1:] == "e"
        and root
        and (_MEASURE_OVER_1.match(root) or (_MEASURE_IS_1.match(root) and not _SHORT.match(root)))
    ):
        word = root
    if word.endswith("ll") and _MEASURE_OVER_1.match(word):
        word = word[:-1]
    return word
