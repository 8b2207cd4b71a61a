"""The language of a clipping: by script, then letters, then common words.

Only where these leave two Latin languages close together is the statistical model of py3langid
asked: it takes a second to load.
"""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import re
from collections import Counter
from functools import cache

from site_builder.importers.clipping import Guess
from site_builder.importers.lines import WORD
from site_builder.importers.tables.stop_words import STOP_WORDS

_SCRIPTS = (
    ("Arabic", "\u0600", "\u06ff"),
    ("Cyrillic", "\u0400", "\u052f"),
    ("Latin", "A", "\u024f"),
    ("Kana", "\u3041", "\u30ff"),
    ("Han", "\u4e00", "\u9fff"),
    ("Hangul", "\uac00", "\ud7af"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Armenian", "\u0530", "\u058f"),
    ("Georgian", "\u10a0", "\u10ff"),
    ("Bengali", "\u0980", "\u09ff"),
    ("Gurmukhi", "\u0a00", "\u0a7f"),
    ("Gujarati", "\u0a80", "\u0aff"),
    ("Tamil", "\u0b80", "\u0bff"),
    ("Telugu", "\u0c00", "\u0c7f"),
    ("Kannada", "\u0c80", "\u0cff"),
    ("Malayalam", "\u0d00", "\u0d7f"),
    ("Sinhala", "\u0d80", "\u0dff"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Lao", "\u0e80", "\u0eff"),
    ("Myanmar", "\u1000", "\u109f"),
    ("Ethiopic", "\u1200", "\u137f"),
    ("Khmer", "\u1780", "\u17ff"),
)
_ONE_LANGUAGE = {
    "Hangul": "ko", "Greek": "el", "Hebrew": "he", "Armenian": "hy", "Georgian": "ka",
    "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu", "Tamil": "ta", "Telugu": "te",
    "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo",
    "Myanmar": "my", "Ethiopic": "am", "Khmer": "km", "Kana": "ja",
}  # fmt: skip
_LETTERS = {
    "Arabic": (
        ("ps", "ښځډړۍټ"), ("ckb", "ەێۆڕڵ"), ("ur", "ےںٹڈڑہھ"), ("ug", "ۇۋې"), ("fa", "گچپژیک"),
    ),
    "Cyrillic": (
        ("uk", "їєґ"), ("be", "ў"), ("sr", "ђћљњ"), ("mk", "ѓќѕ"), ("kk", "әғқңұһ"), ("tg", "ӣӯҷ"),
        ("mn", "өү"),
    ),
}  # fmt: skip
_DEFAULT = {"Arabic": "ar", "Cyrillic": "ru", "Han": "zh"}
_WORD = re.compile(rf"{WORD}(?:['’][^\W\d_]+)?")


def detect_language(text: str) -> Guess[str] | None:
    """Return the ISO 639-1 code of the text's main language; None for a text without letters."""
    sample = text[:6000]
    script = _main_script(sample)
    if script is None:
        return None
    if script in _ONE_LANGUAGE:
        return Guess(value=_ONE_LANGUAGE[script], confidence=0.99, evidence=f"{script} script")
    if script == "Han":
        return Guess(value="zh", confidence=0.95, evidence="Han script without kana")
    by_letters = _by_letters(sample, script)
    if by_letters:
        return by_letters
    return _by_words(sample, script)


def _main_script(sample: str) -> str | None:
    counts: Counter[str] = Counter()
    for char in set(sample):
        if not char.isalpha():
            continue
        for name, first, last in _SCRIPTS:
            if first <= char <= last:
                counts[name] += sample.count(char)
                break
    if not counts:
        return None
    if counts["Kana"] > 0.1 * (counts["Han"] + counts["Kana"]) and counts["Kana"] > 5:
        counts["Kana"] += counts.pop("Han", 0)
    for dense in ("Han", "Kana", "Hangul"):
        counts[dense] *= 3
    return max(sorted(counts), key=lambda name: counts[name])


def _by_letters(sample: str, script: str) -> Guess[str] | None:
    letters = sum(map(str.isalpha, sample))
    for language, marks in _LETTERS.get(script, ()):
        share = sum(sample.count(mark) + sample.count(mark.upper()) for mark in marks) / letters
        if share > (0.012 if language != "fa" else 0.05):
            return Guess(value=language, confidence=0.95, evidence=f"letters {marks}")
    if script == "Cyrillic" and sample.count("і") > letters * 0.02:
        return Guess(value="uk", confidence=0.9, evidence="letter і")
    if script == "Cyrillic" and sum(map(sample.count, "ыэёЫЭ")) > letters * 0.004:
        return Guess(value="ru", confidence=0.95, evidence="letters ы, э")
    if script == "Arabic":
        return Guess(value="ar", confidence=0.95, evidence="Arabic script")
    return None


def _by_words(sample: str, script: str) -> Guess[str]:
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = Counter(words)
    scores = {
        language: sum(counts[word] for word in stop_words) / (len(words) or 1)
        for language, stop_words in _stop_words(script).items()
    }
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else ranked[0]
    if scores[best] > 0.08 and scores[best] > 1.35 * scores[second]:
        return Guess(value=best, confidence=0.97, evidence=f"common words ({scores[best]:.0%})")
    if script != "Latin":
        value = best if scores[best] > 0 else _DEFAULT.get(script, "und")
        return Guess(value=value, confidence=0.8, evidence=f"{script} script")
    import py3langid  # type: ignore[import-untyped]

    language = str(py3langid.classify(sample)[0])
    language = {"nb": "no", "nn": "no", "hr": "hr", "bs": "bs"}.get(language, language)
    if language not in (best, second) and scores[best] > 0.12:
        language = best
    return Guess(value=language, confidence=0.7, evidence="letter statistics")


@cache
def _stop_words(script: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in STOP_WORDS[script].items()}
