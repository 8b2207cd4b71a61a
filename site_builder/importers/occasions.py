"""The occasion of a statement, the principals it reports on, and the kind of document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.importers.clipping import Guess, Occasion
from site_builder.importers.names import find_names

_OCCASIONS = (
    (
        "press-conference",
        (
            r"(?:regular|daily|weekly|routine|monthly|joint)?\s*(?:press|news|media)"
            r"\s+(?:briefing|conference)|(?:regular|weekly|daily|routine)\s+(?:\w+\s+)?briefing|"
            r"point (?:de )?presse|conférence de presse|conferencia de prensa|rueda de prensa|"
            r"entrevista coletiva|coletiva de imprensa|conferência de imprensa|conferenza stampa|"
            r"pressekonferenz|пресс-конференци\w*|брифинг\w*|прес-конференці\w*|брифінг\w*|"
            r"basın toplantısı\w*|konferensi pers|jumpa pers|مؤتمر صحفي|المؤتمر الصحفي|"
            r"ہفتہ وار (?:پریس )?بریفنگ|نشست خبری|例行记者会|记者会|記者会見|브리핑|प्रेस वार्ता"
        ),
    ),
    (
        "call",
        (
            r"(?:telephone|phone) (?:call|conversation|talks?)|entretien téléphonique|"
            r"conversación telefónica|telefonata|colloquio telefonico|telefongespräch|"
            r"телефонн\w+ разговор\w*|телефонн\w+ розмов\w*|telefon görüşmesi|اتصال(?:ا)? هاتفي|"
            r"ٹیلی فون|گفتگوی تلفنی|通电话|電話会談|통화"
        ),
    ),
    (
        "summit",
        (
            r"\b(?:summit|sommet|cumbre|cúpula|vertice|gipfel|саммит\w*|саміт\w*|zirve\w*|قمة|"
            r"القمة|اجلاس سران|峰会|首脳会議|정상회의)\b"
        ),
    ),
    (
        "visit",
        (
            r"\b(?:state |official |working |recent |first )*visit to\b|"
            r"visite (?:officielle|d['’]état)|visita (?:oficial|ufficiale|de estado)|"
            r"(?:offiziell|staats)besuch\w*|визит\w* в|ziyaret\w*|kunjungan|زيارة|دورے|سفر|访问|"
            r"訪問|방문"
        ),
    ),
    (
        "interview",
        (
            r"\bin an? (?:\w+ ){0,2}interview\b|entretien accordé|en una entrevista|"
            r"in un['’]intervista|in einem interview|в интервью|в інтерв['’]ю|röportaj\w*|"
            r"wawancara|في مقابلة|انٹرویو|مصاحبه|采访|インタビュー|인터뷰"
        ),
    ),
    (
        "speech",
        (
            r"\bin (?:a|his|her|the) (?:\w+ ){0,2}(?:speech|address|remarks)\b|"
            r"dans (?:un|son) discours|en su discurso|em discurso|nel suo discorso|in einer rede|"
            r"в своем выступлении|konuşma\w*|pidato|كلمته|خطاب\w*"
        ),
    ),
    (
        "meeting",
        (
            r"\b(?:met with|held talks|meeting with|talks with)\b|s['’]est entretenu|se reunió|"
            r"reuniu-se|ha incontrato|traf sich|встретил\w* с|провел\w* переговоры|зустрі\w+ з|"
            r"görüştü|bertemu|التقى|استقبل|بحث مع|ملاقات|دیدار|会见|会談|회담"
        ),
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _OCCASIONS)
_ASKED = re.compile(
    r"\b(?:question|query|queries)\b[^.;]{0,40}?\b(?:asked|put|raised|posed)?\s*(?:by|from|of)"
    r"\s+(?:an?\s+|the\s+)?(?P<name>[A-Z][\w./&’' -]{1,30}?)(?:['’]s)?\s+(?:correspondent|reporter|"
    r"journalist)|\basked by (?:an?\s+|the\s+)?(?P<name2>[A-Z][\w./&’' -]{1,30}?)(?:['’]s)?"
    r"\s+(?:correspondent|reporter|journalist)|(?P<name3>新华社|中央社|路透社|法新社|总台央视|"
    r"共同社|彭博社)记者"
)
_VISITOR = re.compile(
    r"(?P<who>(?:[A-Z][\w’'-]+ ){2,6})(?:['’]s )?(?:recent |upcoming |official |state |first |"
    r"two-day |three-day |four-day )*visit to (?:the )?(?P<where>[A-Z]\w+(?: [A-Z]\w+)?)|"
    r"visit (?:of|by) (?:the )?(?P<who2>[A-Z][^,.;]{3,50}?) to (?:the )?"
    r"(?P<where2>[A-Z]\w+(?: [A-Z]\w+)?)"
)


def find_occasion(paragraphs: Sequence[str], language: str) -> Guess[Occasion] | None:
    """Return the occasion that the first paragraphs name."""
    opening = "\n".join(paragraphs[:4])
    asked = _ASKED.search(opening)
    asked_by = next((one.strip() for one in asked.groups() if one), None) if asked else None
    best: tuple[int, str, re.Match[str]] | None = None
    for kind, pattern in _COMPILED:
        match = pattern.search(opening)
        if match is None:
            continue
        rank = match.start() + (400 if kind in ("meeting", "visit", "speech") else 0)
        if kind == "press-conference":
            rank -= 1000
        if best is None or rank < best[0]:
            best = (rank, kind, match)
    if best is None:
        if asked_by is None:
            return None
        return Guess(
            value=Occasion(name="Press conference", kind="press-conference", asked_by=asked_by),
            confidence=0.6,
            evidence=asked[0] if asked else "",
        )
    _, kind, match = best
    name = " ".join(match[0].split()).strip()
    if (
        language == "en"
        and kind == "press-conference"
        and re.search("regular|daily|weekly|routine", name, re.IGNORECASE)
    ):
        name = "regular press conference"
    if kind == "visit" and language == "en":
        visitor = _VISITOR.search(opening)
        if visitor:
            who = re.sub(r"['’]s$", "", (visitor["who"] or visitor["who2"] or "").strip())
            name = f"Visit of {who} to {visitor['where'] or visitor['where2']}"
    return Guess(
        value=Occasion(name=name, kind=kind, asked_by=asked_by),
        confidence=0.7 if kind in ("press-conference", "call", "visit") else 0.55,
        evidence=match[0].strip(),
    )


_HEADS = re.compile(
    r"\b(?:president|prime minister|premier|king|emir|crown prince|chancellor|queen|sultan|"
    r"supreme leader|président|premier ministre|presidente|primer ministro|primo ministro|"
    r"präsident|bundeskanzler\w*|ministerpräsident|президент\w*|премьер\w*)\b",
    re.IGNORECASE,
)


def find_principals(
    paragraphs: Sequence[str], language: str, speakers: set[str | None]
) -> tuple[Guess[str], ...]:
    """Return the heads of state or government named with their office who do not speak here."""
    found: dict[str, Guess[str]] = {}
    surnames: set[str] = {name.split()[-1] for name in speakers if name}
    for index, paragraph in enumerate(paragraphs[:6]):
        for mention in find_names(paragraph, language):
            if mention.role is None or len(mention.tokens) < 2 or not _HEADS.search(mention.role):
                continue
            if re.search(
                r"\b(?:vice|deputy|former|ex|spokes\w+|adviser|advisor|assistant)\b",
                mention.role,
                re.IGNORECASE,
            ):
                continue
            if mention.name in speakers or mention.tokens[-1] in surnames:
                continue
            surnames.add(mention.tokens[-1])
            found.setdefault(
                mention.name,
                Guess(
                    value=mention.name,
                    confidence=0.7,
                    evidence=f"{mention.role} (paragraph {index + 1})",
                ),
            )
    return tuple(found.values())[:4]


_KINDS = (
    (
        "joint-statement",
        (
            r"joint (?:statement|communiqu|declaration)|déclaration conjointe|"
            r"declaración conjunta|dichiarazione congiunta|gemeinsame erklärung|"
            r"совместное заявление|بيان مشترك|مشترکہ اعلامیہ|联合声明|共同声明|공동성명"
        ),
    ),
    ("communique", r"communiqu[ée]|comunicado|comunicato|kommuniqué|коммюнике|إعلان ختامي|公报"),
    ("resolution", r"\bresolution \d|résolution \d|резолюци\w+ \d"),
    ("readout", r"\breadout\b"),
    (
        "speech",
        (
            r"\b(?:speech by|address by|remarks by|statement by .{3,60} at the|"
            r"full text of .{3,40} speech)\b"
        ),
    ),
    ("letter", r"^(?:open )?letter (?:from|to|dated)\b"),
    ("interview", r"\binterview (?:with|of)\b|:\s*interview$"),
    ("statement", r"\bpress statement\b|\bissues? (?:press )?statement\b|statement of\b"),
)


_KIND_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def guess_kind(title: str, lead: str, *, wire: bool) -> str | None:
    """Return the kind of document from its headline and its lead."""
    for kind, pattern in _KIND_PATTERNS:
        if pattern.search(title):
            return kind
    if re.search(
        r"released the following (?:press )?statement|issued the following", lead, re.IGNORECASE
    ):
        return "statement"
    return "wire-report" if wire else None
