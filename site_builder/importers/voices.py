"""Whose words a paragraph holds, proposed for a curator to confirm."""

# ruff: noqa: E501  (a line of a pattern is one rule)
from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.content.model import Voice
from site_builder.importers.quotes import Quote

_JOINT = re.compile(
    r"\b(?:the two (?:sides|leaders|countries|ministers|presidents|parties)|both (?:sides|leaders|countries|parties|ministers|presidents)|the (?:sides|parties)|they|the leaders|the ministers)\s+(?:also\s+|further\s+|jointly\s+)?(?:agreed|reaffirmed|discussed|stressed|decided|exchanged|reviewed|noted|expressed|signed|reiterated|underlined|pledged|welcomed|emphasi[sz]ed)\b"
    r"|\bagreed (?:to|that|on)\b.{0,200}\b(?:both|two) (?:sides|countries|leaders)|^(?:The )?(?:President|Prime Minister)[^,.]{3,60} and (?:President|Prime Minister|Chancellor|King)[^,.]{3,60} agreed\b"
    r"|\bles deux (?:parties|pays|ministres|dirigeants|présidents)\s+(?:ont|sont)|\b(?:ambas|las dos) partes|\b(?:os dois|ambos os) (?:países|lados|ministros)|\ble due parti|\bbeide (?:seiten|minister|länder)\b|\bстороны (?:обсудили|договорились|подтвердили|отметили|выразили)|\bسторони\b|\bالجانبان\b|\bالطرفان\b|دونوں (?:رہنماؤں|فریقین|ممالک)|双方|両国は|양측은|iki taraf|kedua (?:pihak|menteri|negara)|двe стране",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"^(?:it (?:may|should|must|is|can) (?:be )?(?:also )?(?:to be )?(?:mentioned|recalled|noted|remembered|worth)\b|it is (?:pertinent|worth)|earlier[, ]|meanwhile[, ]|last (?:week|month|year)[, ]|on (?:mon|tues|wednes|thurs|fri|satur|sun)day[, ]|in (?:19|20)\d\d[, ]|since (?:19|20)\d\d|as a reminder|background|the (?:conflict|dispute|war) (?:began|started|erupted)|"
    r"pour rappel|rappelons|cabe (?:recordar|señalar)|vale (?:lembrar|recordar)|ricordiamo|zur erinnerung|напомним|ранее |как сообщалось|нагадаємо|раніше |hatırlan|sebelumnya,|يذكر أن|يُذكر أن|وكان(?:ت)? |جدير بالذكر|والجدير|یاد رہے|خیال رہے|واضح رہے|گفتنی است|据了解|此前|もともと|이에 앞서)",
    re.IGNORECASE,
)


def propose_voices(
    paragraphs: Sequence[str],
    quotes: Sequence[Sequence[Quote]],
    said_in: frozenset[int],
) -> tuple[Voice | None, ...]:
    """Return a voice for each paragraph; None where nothing tells."""
    voices: list[Voice | None] = []
    for index, paragraph in enumerate(paragraphs):
        quoted = sum(quote.end - quote.start for quote in quotes[index] if quote.spoken)
        opens = bool(quotes[index]) and quotes[index][0].spoken and quotes[index][0].start <= 2
        if quoted > (0.35 if opens else 0.5) * len(paragraph):
            voices.append(Voice.DIRECT)
        elif _JOINT.search(paragraph):
            voices.append(Voice.JOINT)
        elif _BACKGROUND.search(paragraph):
            voices.append(Voice.BACKGROUND)
        elif quoted or index in said_in:
            voices.append(Voice.PARAPHRASE)
        else:
            voices.append(None)
    return tuple(voices)
