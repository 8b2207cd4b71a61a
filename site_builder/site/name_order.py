"""The order of names, and the letters under which they stand.

Letters are ordered as Unicode has them, without case and accents, which is how most languages
order their own. Where a language's alphabet is another, it is told here, as CLDR's collation for
that language has it. Chinese names stand in the order of their signs: theirs by sound would take
a dictionary.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType

_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
)
"""Letters with a stroke and joined ones, which Unicode does not take apart."""
_AFTER = "\U0010ffff"
"""Stands after every letter."""
_URDU = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے"
_ARABIC_FOR = {"ك": "ک", "ي": "ی", "ى": "ی", "ه": "ہ", "ة": "ہ"}
"""Letters for which Urdu writes its own."""
_FIRST = 0x600
"""Signs before all Arabic letters of Unicode, of which names have none."""
_PLACES = {letter: chr(_FIRST + at) for at, letter in enumerate(_URDU)}
_TAILORED = MappingProxyType(
    {
        "es": {"ñ": f"n{_AFTER}"},
        "ru": {"й": f"и{_AFTER}"},
        "ur": _PLACES | {other: _PLACES[letter] for other, letter in _ARABIC_FOR.items()},
    }
)
"""What stands for letters of a language that are not where Unicode has them."""


def sort_key(name: str, language: str = "") -> str:
    """Return what names are sorted by in a language: letters without case or accents."""
    tailored = _TAILORED.get(language.partition("-")[0].lower())
    if tailored is None:
        return _folded(name)
    composed = unicodedata.normalize("NFKC", name).casefold()
    letters = (one if one in tailored else _folded(one) for one in composed)
    return "".join([tailored.get(one, one) for letter in letters for one in letter])


def initial_of(name: str, language: str = "") -> str:
    """Return the letter under which a name stands; '#' for what begins with none."""
    first = unicodedata.normalize("NFKC", name).casefold()[:1]
    tailored = _TAILORED.get(language.partition("-")[0].lower(), {})
    initial = _ARABIC_FOR.get(first, first) if first in tailored else _folded(name)[:1]
    return initial.upper() if initial.isalpha() else "#"


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return plain.translate(_PLAIN)
