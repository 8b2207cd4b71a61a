"""Strings to hold the two analysers against each other: made up, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

SCRIPTS = (
    (0x20, 0x7F), (0xA0, 0x250), (0x250, 0x370), (0x370, 0x400), (0x400, 0x530),
    (0x530, 0x600), (0x600, 0x780), (0x8A0, 0x980), (0x900, 0xE00), (0xE00, 0x1200),
    (0x1780, 0x1820), (0x1AB0, 0x1B00), (0x1C80, 0x1D00), (0x1D00, 0x1F00), (0x1F00, 0x2000),
    (0x2000, 0x2100), (0x2100, 0x2200), (0x2460, 0x2500), (0x2C60, 0x2E00), (0x3000, 0x3400),
    (0x4E00, 0x4F00), (0xA640, 0xA830), (0xAC00, 0xAD00), (0xF900, 0xFB00), (0xFB00, 0xFE00),
    (0xFE00, 0x10000), (0x1D400, 0x1D800), (0x1E000, 0x1EA00), (0x1F100, 0x1F700),
    (0x20000, 0x20100), (0x2F800, 0x2FA20), (0xE0000, 0xE0200),
)  # fmt: skip

PIECES = (
    "U.S.", "e.g", "Norway's", "l’accord", "N'Djamena", "Xi’an", "ʿAli", "1,000", "12,345,678",
    "2,5", "5G", "COVID-19", "don’t", "qu'il", "co\u00adoperation", "naïve", "Ångström", "ẞ",
    "İstanbul", "ΣΊΣΥΦΟΣ", "ёлка", "й", "й", "за́мок", "ئ", "الصين", "والسلام", "پاکستان",
    "کے", "كتاب", "می‌خواهم", "مُحَمَّد", "中华人民共和国", "日本語テスト", "ﾃｽﾄ", "한국어",
    "ภาษาไทย", "हिन्दी", "१२३", "٣٤", "ﬁnance", "①", "½", "x²", "™", "㎏", "ﷺ", "𝐂𝐡𝐢𝐧𝐚", "𠮷野家",
    "שָׁלוֹם", "צה״ל", "a.b.cd", "..", "''", "’s", "s’", "ŉ", "ǆ", "\u0345", "ᾳ", "\u1e9e",
)  # fmt: skip


def random_strings(count: int, seed: int = 4) -> Iterator[str]:
    """Yield strings of every script, of set pieces, and of both run together."""
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(_piece(chance) for _ in range(chance.randint(1, 6)))


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(PIECES)
    if kind < 0.5:
        return chance.choice(" -'’.,\u00a0\u200c\u2009\n\t–\"")
    if kind < 0.55:
        return "".join(_anything(chance) for _ in range(3))
    low, high = chance.choice(SCRIPTS)
    return "".join(chr(chance.randrange(low, high)) for _ in range(chance.randint(1, 8)))


def _anything(chance: random.Random) -> str:
    code = chance.randrange(0x110000 - 0x800)
    return chr(code if code < 0xD800 else code + 0x800)
