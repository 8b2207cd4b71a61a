"""Credits to news agencies: the table looked up, and the places in a text where credits stand."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from site_builder.importers.tables.agencies import AGENCIES, AMBIGUOUS


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """A known carrier."""

    id: str
    country: str
    kind: str
    name: str


@cache
def agencies_by_name() -> dict[str, Agency]:
    """Return every printed name, folded, with its agency; the first line of the table wins."""
    table: dict[str, Agency] = {}
    for line in AGENCIES.strip().splitlines():
        head, *names = (part.strip() for part in line.split("|"))
        identifier, country, kind = head.split()
        agency = Agency(id=identifier, country=country, kind=kind, name=names[0])
        for name in names:
            table.setdefault(name.casefold(), agency)
    return table


def known_agency(name: str) -> Agency | None:
    """Return the agency of a printed name, whatever its case, or None."""
    return agencies_by_name().get(name.strip(" .,:;/()[]{}«»\"'").casefold())


@cache
def _names_pattern() -> re.Pattern[str]:
    names = sorted(
        {
            part.strip()
            for line in AGENCIES.strip().splitlines()
            for part in line.split("|")[1:]
            if part.strip()
        },
        key=lambda name: (-len(name), name),
    )
    return re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)


def agency_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the known agency name that begins at `start`, as printed, and where it ends."""
    match = _names_pattern().match(text, start)
    if match is None:
        return None
    end = match.end()
    if end < len(text) and _joined(text[end - 1], text[end]):
        return None
    return match[0], end


def _joined(last: str, following: str) -> bool:
    """Whether a name goes on as a longer word; scripts without spaces never do."""
    if last >= "\u3040":
        return False
    return following.isalnum() or following in "_@"


_SOURCE_LINE = re.compile(
    r"^(?:[\w.\- ]{0,40}\|\s*)?(?:sources?|quelle|fuente|fonte|fonti|fonte original|источник|"
    r"джерело|kaynak|sumber|المصدر|منبع|ذریعہ|بشکریہ|来源|來源|出典|출처|"
    r"nguồn|credit|courtesy|via|with inputs? from|agencies?|originally published (?:by|on|in)|"
    r"from|par|por|von|di)\s*[:：\-–|]\s*(?P<names>[^|]{2,60}?)\s*(?:\||$)",
    re.IGNORECASE,
)
_INPUTS = re.compile(
    r"\(?\s*with (?:additional )?(?:inputs?|reporting|agency inputs?) (?:from|by)"
    r"\s+(?P<names>[^().]{2,60})\)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^[(\[/（【]\s*(?P<names>[^()\[\]（）【】]{2,40}?)\s*[)\]/）】][.:]?$")
_AT_END = re.compile(
    r"(?:^|[\s.。!?”\"»])(?:[(（\[/]|[–—\-]{1,2}\s?)\s*(?P<names>[^\s()（）\[\]–—.][^()（）\[\]–—."
    r"]{0,38}?(?:\.[A-Za-z]{2,3})?)\s*[)）\]/]?\.?\s*(?:\((?:photo|file|end|fin|foto)"
    r"[^)]{0,30}\))?\s*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|(?<!\w)c\.)\s*(?:(?:19|20)\d\d[\s,–-]*){"
    r"0,2}(?P<names>[^\d.,|–-](?:[^.,|]|\.(?=\w|\s[A-Z]\.|\sTimes)){1,50})",
    re.IGNORECASE,
)


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """An agency or an outlet credited outside the dateline."""

    names: tuple[str, ...]
    publisher: str | None
    evidence: str


def credit_of_line(text: str) -> Credit | None:
    """Return the credit that a line of its own gives ('Source: APP/DND', '(Xinhua)')."""
    if len(text) > 120:
        return None
    for pattern in (_SOURCE_LINE, _INPUTS, _BRACKETED):
        match = pattern.search(text)
        if match:
            names = _split_names(match["names"])
            sure = pattern is _SOURCE_LINE and re.match(r"(?:.*\|)?\s*[Ss]ource|.*[:：]", text)
            names = tuple(name for name in names if known_agency(name) or (sure and _outlet(name)))
            if names:
                return Credit(names=names, publisher=_before_pipe(text), evidence=text)
    if len(text) <= 40 and known_agency(text) and text.strip(" .") not in AMBIGUOUS:
        return Credit(names=(text.strip(" .|"),), publisher=None, evidence=text)
    return None


def credit_at_end(paragraph: str) -> Credit | None:
    """Return the known agency with which a paragraph closes ('… region. – KUNA')."""
    tail = paragraph[-90:]
    match = _AT_END.search(tail)
    if match is None:
        return None
    names = tuple(name for name in _split_names(match["names"]) if known_agency(name))
    return Credit(names=names, publisher=None, evidence=match[0].strip()) if names else None


def credit_of_copyright(text: str) -> Credit | None:
    """Return the known agency that a copyright line names."""
    match = _COPYRIGHT.search(text)
    if match is None:
        return None
    found = next(
        (
            (name, known_agency(name))
            for name in re.split(r"\s[-–|]\s|\s{2,}", match["names"].strip())
            if known_agency(name)
        ),
        None,
    )
    return Credit(names=(found[0].strip(),), publisher=None, evidence=text) if found else None


_TOLD = re.compile(
    r"\b(?:told(?: this to)?|in an interview (?:with|to)|interview (?:with|to)|speaking to|"
    r"said (?:this )?(?:to|in a comment to)|(?:confirm|declar|afirm|asegur|inform|explic|dij)"
    r"\w{1,4} (?:hoy )?(?:a|à|ao)|"
    r"a (?:déclaré|dit|confié|indiqué|confirmé|précisé|affirmé) à (?:l['’]agence )?|"
    r"ha (?:detto|dichiarato|riferito|spiegato) (?:a|ad|all['’]agenzia)|"
    r"sagte (?:der (?:Nachrichtenagentur )?)?|рассказал\w{0,2}|сообщил\w{0,2}|заявил\w{0,2}|"
    r"повідоми\w{1,3}|kata\w* kepada|"
    r"(?:fal|disse|afirm|declar|confirm)\w* (?:hoje )?(?:à|ao)(?: agência)?|talking to|"
    r"exclusively to|correspondent of|reports?,? citing|quoted by|сообщает|передает|передаёт|"
    r"повідомляє|informa|rapporte|riporta|laut|agency|"
    r"selon|d['’]après|según|segundo|secondo|citado por|citée? par|بحسب|وفق|وفقا ل|به گزارش|"
    r"نقلا عن|据)\s+(?:the\s+|l['’]agence\s+(?:de presse\s+)?(?:\w+\s+)?|"
    r"la agencia\s+(?:de noticias\s+)?|a agência\s+|l['’]agenzia\s+(?:di stampa\s+)?|"
    r"(?:корреспонденту\s+)?(?:агентств[ау]\s+)?|وكالة\s+(?:أنباء\s+)?|خبرگزاری\s+)?",
    re.IGNORECASE,
)


def agency_told(text: str) -> tuple[str, str] | None:
    """Return (name, evidence) of the agency to which the speaker spoke, told in running text.

    Names that are also common words do not count here.
    """
    for match in _TOLD.finditer(text):
        found = agency_at(text, match.end())
        if found and (text[match.end()].isupper() or text[match.end()] > "\u0370"):
            name, end = found
            known = known_agency(name)
            if known and known.kind == "wire" and (name not in AMBIGUOUS or len(name) > 3):
                return name, text[match.start() : end]
    return None


def _split_names(names: str) -> tuple[str, ...]:
    whole = names.strip(" .,:;–—-")
    if known_agency(whole):
        return (whole,)
    parts = re.split(r"\s*[/,&+]\s*|\s+(?:and|und|et|y|e|и|و)\s+|\s[-–]\s", whole)
    return tuple(dict.fromkeys(part.strip(" .-–") for part in parts if len(part.strip()) > 1))


def _outlet(name: str) -> bool:
    return (
        bool(re.fullmatch(r"[A-ZА-ЯÀ-Þ][\w.’'&]*(?:\s[\w.’'&]+){0,4}", name)) or name[:1] > "\u0590"
    )


def _before_pipe(text: str) -> str | None:
    if "|" not in text:
        return None
    head = text.partition("|")[0].strip()
    return head if 2 < len(head) <= 40 and ":" not in head else None


_SITE = re.compile(r"^(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){1,2}$", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:online|news|radio|tv|television|press|times|daily|post|herald|gazette|tribune|agency|"
    r"agencia|agence|agenzia|agência|"
    r"journal|magazine|observer|telegraph|standard|monitor|review|today|weekly|express|chronicle|"
    r"diario|periódico|jornal|giornale|zeitung|"
    r"haber|gazetesi|ajansı|kantor berita|новости|газета|агентство|радио|صحيفة|جريدة|وكالة|قناة|"
    r"خبرگزاری|نیوز|日报|新闻网|网|新聞|뉴스|일보)\b",
    re.IGNORECASE,
)


def is_outlet_line(text: str) -> bool:
    """Return whether a head line is the name of the site or paper and nothing more."""
    if len(text) > 45:
        return False
    if _SITE.match(text) or known_agency(text):
        return True
    words = text.split()
    return len(words) <= 4 and bool(_OUTLET_WORD.search(text)) and text[:1].isupper()
