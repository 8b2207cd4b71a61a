"""Russian stems, so that a word is found in its other cases.

After M. F. Porter's Russian algorithm (snowballstem.org), for words of Russian letters alone, with
е for ё as the analyser folds it. `static/js/search/russian.js` is this again, line by line; a test
feeds both the same words.
"""

from __future__ import annotations

import re

RUSSIAN = re.compile("[\u0430-\u044f]{3,}\\Z")
"""Words that `stem_russian` takes: three Russian letters or more."""

_FIRST_VOWEL = re.compile("[аеиоуыэюя]")
_SECOND_REGION = re.compile("[аеиоуыэюя]+[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя]")

_AFTER_A = "+"
"""Endings marked so stand only behind а or я, which stays."""


def _endings(words: str) -> list[str]:
    return words.split()


_GERUND = _endings("+в +вши +вшись ив ивши ившись ыв ывши ывшись")
_REFLEXIVE = _endings("ся сь")
_ADJECTIVE = _endings(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
)
_PARTICIPLE = _endings("+ем +нн +вш +ющ +щ ивш ывш ующ")
_VERB = _endings(
    "+ла +на +ете +йте +ли +й +л +ем +н +ло +но +ет +ют +ны +ть +ешь +нно ила ыла ена ейте уйте "
    "ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"
)
_NOUN = _endings(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию "
    "ью ю ия ья я"
)
_SUPERLATIVE = _endings("ейш ейше")
_DERIVED = _endings("ост ость")


def stem_russian(word: str) -> str:
    """Return the stem of a word that RUSSIAN matches."""
    vowel = _FIRST_VOWEL.search(word)
    if vowel is None:
        return word
    head, rest = word[: vowel.end()], word[vowel.end() :]
    second = _SECOND_REGION.match(word, vowel.start())
    shorter = _strip(rest, _GERUND)
    if shorter == rest:
        shorter = _strip_inflection(_strip(rest, _REFLEXIVE))
    rest = shorter.removesuffix("и")
    if second and len(_strip(rest, _DERIVED)) + len(head) >= second.end():
        rest = _strip(rest, _DERIVED)
    return head + _tidy(rest)


def _strip_inflection(rest: str) -> str:
    shorter = _strip(rest, _ADJECTIVE)
    if shorter != rest:
        return _strip(shorter, _PARTICIPLE)
    shorter = _strip(rest, _VERB)
    return shorter if shorter != rest else _strip(rest, _NOUN)


def _tidy(rest: str) -> str:
    shorter = _strip(rest, _SUPERLATIVE)
    if shorter.endswith("нн"):
        return shorter[:-1]
    return shorter.removesuffix("ь")


def _strip(rest: str, endings: list[str]) -> str:
    """Take the longest of the endings off."""
    longest = ""
    for marked in endings:
        ending = marked.removeprefix(_AFTER_A)
        if len(ending) <= len(longest) or not rest.endswith(ending):
            continue
        if ending == marked or rest[: -len(ending)].endswith(("а", "я")):
            longest = ending
    return rest[: len(rest) - len(longest)]
