"""Whose words a paragraph holds, proposed for a curator to confirm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.content.model import Voice
from site_builder.importers.quotes import Quote

_JOINT = re.compile(
    r"\b(?:the two (?:sides|leaders|countries|ministers|presidents|parties)|"
    r"both (?:sides|leaders|countries|parties|ministers|presidents)|the (?:sides|parties)|they|"
    r"the leaders|the ministers)\s+(?:also\s+|further\s+|jointly\s+)?(?:agreed|reaffirmed|"
    r"discussed|stressed|decided|exchanged|reviewed|noted|expressed|signed|reiterated|underlined|"
    r"pledged|welcomed|emphasi[sz]ed)\b"
    r"|\bagreed (?:to|that|on)\b.{0,200}\b(?:both|two) (?:sides|countries|leaders)|"
    r"^(?:The )?(?:President|Prime Minister)[^,.]{3,60} and (?:President|Prime Minister|Chancellor|"
    r"King)[^,.]{3,60} agreed\b"
    r"|\bles deux (?:parties|pays|ministres|dirigeants|présidents)\s+(?:ont|sont)|"
    r"\b(?:ambas|las dos) partes|\b(?:os dois|ambos os) (?:países|lados|ministros)|\ble due parti|"
    r"\bbeide (?:seiten|minister|länder)\b|\bстороны (?:обсудили|договорились|подтвердили|"
    r"отметили|выразили)|\bسторони\b|\bالجانبان\b|\bالطرفان\b|دونوں (?:رہنماؤں|فریقین|ممالک)|双方|"
    r"両国は|양측은|iki taraf|kedua (?:pihak|menteri|negara)|двe стране",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"^(?:it (?:may|should|must|is|can) (?:be )?(?:also )?(?:to be )?(?:mentioned|recalled|noted|"
    r"remembered|worth)\b|it is (?:pertinent|worth)|earlier[, ]|meanwhile[, ]|"
    r"last (?:week|month|year)[, ]|on (?:mon|tues|wednes|thurs|fri|satur|sun)day[, ]|"
    r"in (?:19|20)\d\d[, ]|since (?:19|20)\d\d|as a reminder|background|"
    r"the (?:conflict|dispute|war) (?:began|started|erupted)|"
    r"pour rappel|rappelons|cabe (?:recordar|señalar)|vale (?:lembrar|recordar)|ricordiamo|"
    r"zur erinnerung|напомним|ранее |как сообщалось|нагадаємо|раніше |hatırlan|sebelumnya,|"
    r"يذكر أن|يُذكر أن|وكان(?:ت)? |جدير بالذكر|والجدير|یاد رہے|خیال رہے|واضح رہے|گفتنی است|据了解|"
    r"此前|もともと|이에 앞서)",
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
