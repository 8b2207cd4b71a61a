"""Statement makers in Arabic: an office, the name behind it, and a verb of saying beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from site_builder.importers.countries import find_countries
from site_builder.importers.named_speaker import NamedSpeaker
from site_builder.importers.saying import saying_words
from site_builder.importers.tables.words import OFFICES
from site_builder.importers.word_sets import word_set

ARABIC_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff]+(?:[-‌][\u0621-\u06d3]+)*")
_ARABIC_STOP = word_set(
    """
    في من على إلى الى عن أن ان إن التي الذي مع خلال بعد قبل عقب اليوم أمس امس كلمة كلمته لقاء
    اجتماع اجتماعا خلال أنه انه إنه بأن بان لدى بين و أو ثم حيث كما الأحد الاثنين الإثنين
    الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت مساء صباح ظهر الذى التى هذا هذه ذلك قد لقد لا
    لم لن ما عبر حول ضد نحو تجاه رسالة اتصالا هاتفيا مباحثات جلسة نظيره نظيرته نظيريه وزير وزيرة
    رئيس السفير سفير المتحدث باسم بمناسبة عقد بحث التقى استقبل دعم موقف بلاده رفض تصريح تصريحات
    مؤتمر مقابلة حديث بيان أهمية ضرورة كل جميع سعادة معالي السيد الدكتور د دولة فخامة جلالة سمو
    سموه السيدة صاحب
    """
)
TITLES = word_set(
    """
    الدكتور د السيد السيدة سعادة معالي فخامة جلالة سمو الشيخ المهندس الفريق اللواء العميد الأمير
    جناب حجت الاسلام دکتر آقای سید
    """
)
_ARABIC_ORG = word_set(
    """
    وزارة الخارجية الدفاع الداخلية المالية الاقتصاد الحكومة الوزراء الدولة الجمهورية المجلس مجلس
    الأمة الأمم المتحدة العام العامة الاتحاد الأوروبي الأمن القومي الرسمي الرسمية باسم لشؤون
    للشؤون شؤون الإعلام التعاون الدولي الدولية الجامعة العربية لجامعة الدول التنفيذي الأعلى
    الشورى النواب البرلمان الشعب المكتب السياسي لحركة حركة حزب اللجنة المركزية السابق الحالي
    المكلف الجديد بوزارة بالوزارة رئاسة هيئة منظمة البيت الأبيض الخاص الأممي الأول العهد التجارة
    الصحة الطاقة النفط والمغتربين والتعاون الإقليمي والهجرة المصريين بالخارج بالإنابة بن
    الخارجيه والأمنية والسياسة للسياسة المفوضية الاتحاديه الروسي والدولي الجنرال ووزير نائب
    مساعد الدائم لدى المتحدة الإسلامية
    """
)
_OFFICES = frozenset(OFFICES["ar"].split())
_SON = "بن"
_OF_FAMILY = (_SON, "آل")
_COMPOUND_NAMES = (*_OF_FAMILY, "أبو", "عبد")
"""Words that begin a compound name, so that the name goes on behind them."""
_JOINED_NAMES = (*_COMPOUND_NAMES, "ابو", "بو")
_CONJUNCTION = re.compile(r"^[وف](?=\S{4})")


class _Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a text."""

    text: str
    plain: Sequence[str]
    spans: Sequence[tuple[int, int]]
    verbs: frozenset[str]
    """Verbs of saying."""
    sayers: frozenset[str]
    """Words behind a verb of saying."""

    def adjoins(self, at: int, *, commas: bool = False) -> bool:
        """Return whether nothing, or perhaps a comma, stands between a word and the one before."""
        gap = self.text[self.spans[at - 1][1] : self.spans[at][0]]
        return (not gap.strip() and "\n" not in gap) or (commas and gap.strip() in "،,")


def arabic_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people with an office, or with a verb of saying."""
    yield from _titled(text)
    words = _words_of(text)
    for index, word in enumerate(words.plain):
        if _CONJUNCTION.sub("", word) in _OFFICES:
            named = _behind_office(words, index)
            if named is not None:
                yield named


_ARABIC_BEFORE = re.compile(
    r"(?:(?:صاحب السمو الملكي|صاحب السمو|معالي|سعادة|فخامة|دولة|سمو|جلالة)"
    r"(?: (?:السيد|الدكتور|الشيخ|الأمير|المهندس|الفريق|الملك))*|السيد|الدكتور) "
    r"(?P<name>[\u0621-\u064a]+(?: (?:بن|آل|عبد)? ?[\u0621-\u064a]+){1,4}?)"
    r"[،,]? (?=(?:نائب |مساعد )?(?P<role>(?:وزير|رئيس|المتحدث|سفير|أمين|الأمين|مندوب|المندوب|وكيل|"
    r"ولي)[^.،,\n]{0,40}?)(?: (?:أن|إن|في|على|خلال|اليوم|حرص|دعم)|[.،,\n]|$))"
)


def _titled(text: str) -> Iterator[NamedSpeaker]:
    """'أكد معالي الدكتور … وزير الخارجية': the name stands between honorific and office."""
    verbs = saying_words("ar")
    for match in _ARABIC_BEFORE.finditer(text):
        before = ARABIC_WORD.findall(text[max(0, match.start() - 24) : match.start()])
        if any(_of_office(token) for token in match["name"].split() if token not in _OF_FAMILY):
            continue
        said = bool(before) and before[-1] in verbs
        yield NamedSpeaker(
            name=match["name"].strip(), role=match["role"].strip(), said=said, at=match.start()
        )


def _words_of(text: str) -> _Words:
    matches = list(ARABIC_WORD.finditer(text))
    plain = [match[0] for match in matches]
    verbs = saying_words("ar")
    return _Words(
        text=text,
        plain=plain,
        spans=[match.span() for match in matches],
        verbs=verbs,
        sayers=frozenset(after for word, after in pairwise(plain) if word in verbs),
    )


def _behind_office(words: _Words, index: int) -> NamedSpeaker | None:
    """Return the person whose name follows the office at `index`."""
    plain, text = words.plain, words.text
    tokens, at = _name_at(words, _past_office(words, index))
    name = _without_rest(tokens, words.sayers)
    if len(name) < 2:
        return None
    before = plain[index - 1] if index and words.adjoins(index) else ""
    following = plain[at] if at < len(plain) and words.adjoins(at) else ""
    said = (
        before in words.verbs
        or following in words.verbs
        or bool({name[-1], name[0]} & words.sayers)
        or (index > 1 and plain[index - 2] in words.verbs)
    )
    start, end = words.spans[index]
    role = text[start : text.find(name[0], end)]
    return NamedSpeaker(name=" ".join(name), role=role.strip(" ،,") or None, said=said, at=start)


def _past_office(words: _Words, index: int) -> int:
    """Return the index of the first word behind an office and what it is of."""
    at = index + 1
    while (
        at < min(len(words.plain), index + 12) and words.adjoins(at) and _of_office(words.plain[at])
    ):
        at += 1
    return at


def _name_at(words: _Words, at: int) -> tuple[list[str], int]:
    """Return at most five words that may be a name, and the index behind them."""
    tokens: list[str] = []
    while at < len(words.plain) and len(tokens) < 5 and words.adjoins(at, commas=not tokens):
        token = words.plain[at]
        if token not in TITLES or tokens:
            if _ends_name(token, words.verbs, first=not tokens):
                break
            tokens.append(token)
        at += 1
        if token in words.sayers and len(tokens) > 1 and token not in _COMPOUND_NAMES:
            break
    return tokens, at


def _ends_name(token: str, verbs: frozenset[str], *, first: bool) -> bool:
    if token in _ARABIC_STOP or token in verbs:
        return True
    return token != _SON and (first or not token.startswith("ال")) and _of_office(token)


def _without_rest(tokens: list[str], sayers: frozenset[str]) -> list[str]:
    """Return a name of two words, or more where they belong together."""
    size = 2
    for position, token in enumerate(tokens):
        if token in _JOINED_NAMES:
            size = max(size, position + 3 if position < 2 else position + 2)
        if token in sayers:
            size = position + 1 if position else size
    return tokens[:size]


def _of_office(token: str) -> bool:
    if token in _ARABIC_ORG:
        return True
    return (
        any(
            mention.start == 0 and mention.kind != "capital"
            for mention in find_countries(token, "ar")
        )
        or token in _OFFICES
    )
