"""Statement makers in Persian and Urdu, which write Arabic letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.importers.caseless_arabic import ARABIC_WORD, TITLES
from site_builder.importers.countries import find_countries
from site_builder.importers.named_speaker import NamedSpeaker
from site_builder.importers.saying import saying_words
from site_builder.importers.word_sets import word_set

_URDU_NAME = r"(?P<name>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){1,3}?)"
_URDU_ROLE = (
    r"(?P<role>(?:(?:نائب|سابق|وفاقی|پاکستانی|بھارتی|چینی|امریکی|ایرانی|روسی|برطانوی|سعودی|ترک|"
    r"افغان|قائم مقام) )*(?:وزیر ?اعظم|وزیر ?خارجہ|وزیر (?:دفاع|داخلہ|خزانہ|اطلاعات)|"
    r"صدر(?: مملکت)?|ترجمان(?: (?:دفتر ?خارجہ|وزارت خارجہ|دفترخارجہ|وائٹ ہاؤس|محکمہ خارجہ|پاک فوج|"
    r"امریکی محکمہ خارجہ|چینی وزارت خارجہ))?|سفیر|سیکرٹری (?:جنرل|خارجہ)|سیکریٹری (?:جنرل|خارجہ)|"
    r"مندوب|چیئرمین|سربراہ|آرمی چیف|مشیر (?:خارجہ|قومی سلامتی)))"
)
_URDU = re.compile(rf"{_URDU_ROLE} {_URDU_NAME}(?= (?:نے|کا|کی|کے|سے|کو|اور|بھی|ہفتہ)(?!\w))")


def urdu_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people with an office whose name a postposition closes."""
    for match in _URDU.finditer(text):
        after = re.split(r"[\n۔]", text[match.end() : match.end() + 90])[0]
        said = bool(re.match(r" (?:نے|کا (?:مزید )?کہنا|کے مطابق|کا بیان)", after)) and bool(
            re.search(
                r"کہا|کہنا|بتایا|واضح|زور|اظہار|مطابق|اعلان|مذمت|خطاب|گفتگو|بیان|تاکید|کہ ", after
            )
        )
        tokens = match["name"].split()
        if any(token in ("دفتر", "خارجہ", "وزارت", "نے", "کی", "کے", "کا") for token in tokens):
            continue
        yield NamedSpeaker(name=match["name"], role=match["role"], said=said, at=match.start())


_PERSIAN_ROLE = (
    r"(?P<role>(?:سخنگوی|وزیر(?: امور)?|رئیس[‌ -]?جمهور(?:ی)?|رییس[‌ -]?جمهور(?:ی)?|معاون|سفیر|"
    r"نخست[‌ ]?وزیر|دبیرکل|دبیر|رئیس|رهبر|نماینده|فرمانده|مدیرکل)"
    r"(?: (?:وزارت|امور|خارجه|دفاع|خارجهٔ|ایران|کشورمان|جمهوری|اسلامی|سازمان|ملل|متحد|مجلس|شورای|"
    r"شورا|عالی|امنیت|ملی|دولت|کشور|آمریکا|روسیه|چین|ترکیه|پاکستان|عراق|افغانستان|سوریه|سیاسی|"
    r"انقلاب|آژانس|انرژی|اتمی|اتحادیه|اروپا|ما|و|سابق|پارلمانی))*)"
)
_PERSIAN_AFTER = re.compile(
    rf"{_PERSIAN_ROLE}[،, ]+(?P<name>(?!در|با|به|از|که|این|روز|امروز|هم|نیز|و |گفت|را)"
    r"[\u0600-\u06ff‌]+ [\u0600-\u06ff‌]+(?: (?:زاده|نژاد|پور|فر|عبداللهیان|بن \S+))?)(?=[،, ])"
)
_PERSIAN_BEFORE = re.compile(
    r"(?:^|[.،:«» \n])(?P<name>(?!در|با|به|از|که|این|آقای|گفت|روز)"
    rf"[\u0600-\u06ff‌]+ [\u0600-\u06ff‌]+)[»،, ]+{_PERSIAN_ROLE}"
)
_PERSIAN_STOP = word_set(
    """
    در با به از که این روز امروز دیروز هم نیز و گفت را تا بر برای آن خود یک پیش بین ضمن طی
    درباره شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه دیدار نشست سفر اظهار تاکید است وی
    کرد شد
    """
)


def persian_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people with an office."""
    verbs = saying_words("fa")
    for pattern in (_PERSIAN_BEFORE, _PERSIAN_AFTER):
        for match in pattern.finditer(text):
            tokens = [token for token in match["name"].split() if token not in TITLES]
            if len(tokens) < 2 or any(token in _PERSIAN_STOP or token in verbs for token in tokens):
                continue
            if any(
                mention.start == 0 for token in tokens for mention in find_countries(token, "fa")
            ):
                continue
            after = re.split(r"[.!؟\n]", text[match.end() : match.end() + 160])[0]
            said = any(word in verbs for word in ARABIC_WORD.findall(after))
            yield NamedSpeaker(
                name=" ".join(tokens), role=match["role"], said=said, at=match.start()
            )
