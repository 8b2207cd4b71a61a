"""Statement makers in scripts without capitals: Arabic, Persian, Urdu, Hindi, Han, kana, Hangul.

There a name shows itself by its neighbours: the office before or behind it and the verb or the
particle that closes the noun phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_builder.importers.caseless_arabic import arabic_speakers
from site_builder.importers.caseless_cjk import (
    chinese_speakers,
    japanese_speakers,
    korean_speakers,
)
from site_builder.importers.caseless_indic import bengali_speakers, hindi_speakers
from site_builder.importers.caseless_persian import persian_speakers, urdu_speakers
from site_builder.importers.named_speaker import NamedSpeaker

_READERS: dict[str, Callable[[str], Iterator[NamedSpeaker]]] = {
    "ar": arabic_speakers,
    "ur": urdu_speakers,
    "fa": persian_speakers,
    "hi": hindi_speakers,
    "bn": bengali_speakers,
    "zh": chinese_speakers,
    "ja": japanese_speakers,
    "ko": korean_speakers,
}
CASELESS = frozenset(_READERS)
"""Languages of these scripts that are read."""


def find_caseless_speakers(text: str, language: str) -> tuple[NamedSpeaker, ...]:
    """Return people with an office, or with a verb of saying, in text order."""
    reader = _READERS.get(language)
    return tuple(reader(text)) if reader else ()
