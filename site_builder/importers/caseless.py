"""Statement makers in scripts without capitals: Arabic, Persian, Urdu, Hindi, Han, kana, Hangul.

There a name shows itself by its neighbours: the office before or behind it and the verb or the
particle that closes the noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from site_builder.importers.countries import find_countries
from site_builder.importers.lines import WORD
from site_builder.importers.tables.words import OFFICES, SAYING
from site_builder.importers.word_sets import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSpeaker:
    """Somebody named as saying something."""

    name: str
    role: str | None
    said: bool
    """Whether a verb of saying goes with the name here."""
    at: int


def find_caseless_speakers(text: str, language: str) -> tuple[NamedSpeaker, ...]:
    """Return people with an office, or with a verb of saying, in text order."""
    reader = _READERS.get(language)
    return tuple(reader(text)) if reader else ()


_ARABIC_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff]+(?:[-‌][\u0621-\u06d3]+)*")
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
_TITLES = word_set(
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


def _arabic(text: str) -> Iterator[NamedSpeaker]:
    yield from _arabic_titled(text)
    verbs = _verbs("ar")
    words = [(match[0], match.start(), match.end()) for match in _ARABIC_WORD.finditer(text)]
    plain = [word for word, _, _ in words]
    said_after = {plain[index + 1] for index in range(len(plain) - 1) if plain[index] in verbs}
    for index, (word, start, _) in enumerate(words):
        bare = re.sub(r"^[وف](?=\S{4})", "", word)
        if bare not in _offices("ar"):
            continue
        at = index + 1
        while (
            at < min(len(words), index + 12) and _adjoins(text, words, at) and _of_office(plain[at])
        ):
            at += 1
        tokens: list[str] = []
        while at < len(words) and len(tokens) < 5 and _adjoins(text, words, at, commas=not tokens):
            token = plain[at]
            if token in _TITLES and not tokens:
                at += 1
                continue
            if (
                token in _ARABIC_STOP
                or token in verbs
                or (_of_office(token) and token != "بن" and not (tokens and token.startswith("ال")))  # noqa: S105
            ):
                break
            tokens.append(token)
            at += 1
            if token in said_after and len(tokens) > 1 and token not in ("بن", "آل", "أبو", "عبد"):
                break
        cut = 2
        for position, token in enumerate(tokens):
            if token in ("بن", "آل", "أبو", "عبد", "ابو", "بو"):
                cut = max(cut, position + 3 if position < 2 else position + 2)
            if token in said_after:
                cut = position + 1 if position else cut
        tokens = tokens[:cut]
        if len(tokens) < 2:
            continue
        before = plain[index - 1] if index and _adjoins(text, words, index) else ""
        following = plain[at] if at < len(plain) and _adjoins(text, words, at) else ""
        said = (
            before in verbs
            or following in verbs
            or bool({tokens[-1], tokens[0]} & said_after)
            or (index > 1 and plain[index - 2] in verbs)
        )
        role = (
            text[start : words[index][2]]
            + text[words[index][2] : text.find(tokens[0], words[index][2])]
        )
        yield NamedSpeaker(
            name=" ".join(tokens), role=role.strip(" ،,") or None, said=said, at=start
        )


_ARABIC_BEFORE = re.compile(
    r"(?:(?:صاحب السمو الملكي|صاحب السمو|معالي|سعادة|فخامة|دولة|سمو|جلالة)"
    r"(?: (?:السيد|الدكتور|الشيخ|الأمير|المهندس|الفريق|الملك))*|السيد|الدكتور) "
    r"(?P<name>[\u0621-\u064a]+(?: (?:بن|آل|عبد)? ?[\u0621-\u064a]+){1,4}?)"
    r"[،,]? (?=(?:نائب |مساعد )?(?P<role>(?:وزير|رئيس|المتحدث|سفير|أمين|الأمين|مندوب|المندوب|وكيل|"
    r"ولي)[^.،,\n]{0,40}?)(?: (?:أن|إن|في|على|خلال|اليوم|حرص|دعم)|[.،,\n]|$))"
)


def _arabic_titled(text: str) -> Iterator[NamedSpeaker]:
    """'أكد معالي الدكتور … وزير الخارجية': the name stands between honorific and office."""
    verbs = _verbs("ar")
    for match in _ARABIC_BEFORE.finditer(text):
        before = _ARABIC_WORD.findall(text[max(0, match.start() - 24) : match.start()])
        if any(_of_office(token) for token in match["name"].split() if token not in ("بن", "آل")):
            continue
        said = bool(before) and before[-1] in verbs
        yield NamedSpeaker(
            name=match["name"].strip(), role=match["role"].strip(), said=said, at=match.start()
        )


def _of_office(token: str) -> bool:
    if token in _ARABIC_ORG:
        return True
    return any(
        mention.start == 0 and mention.kind != "capital" for mention in find_countries(token, "ar")
    ) or token in _offices("ar")


def _adjoins(
    text: str, words: list[tuple[str, int, int]], at: int, *, commas: bool = False
) -> bool:
    gap = text[words[at - 1][2] : words[at][1]]
    return (not gap.strip() and "\n" not in gap) or (commas and gap.strip() in "،,")


_URDU_NAME = r"(?P<name>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){1,3}?)"
_URDU_ROLE = (
    r"(?P<role>(?:(?:نائب|سابق|وفاقی|پاکستانی|بھارتی|چینی|امریکی|ایرانی|روسی|برطانوی|سعودی|ترک|"
    r"افغان|قائم مقام) )*(?:وزیر ?اعظم|وزیر ?خارجہ|وزیر (?:دفاع|داخلہ|خزانہ|اطلاعات)|"
    r"صدر(?: مملکت)?|ترجمان(?: (?:دفتر ?خارجہ|وزارت خارجہ|دفترخارجہ|وائٹ ہاؤس|محکمہ خارجہ|پاک فوج|"
    r"امریکی محکمہ خارجہ|چینی وزارت خارجہ))?|سفیر|سیکرٹری (?:جنرل|خارجہ)|سیکریٹری (?:جنرل|خارجہ)|"
    r"مندوب|چیئرمین|سربراہ|آرمی چیف|مشیر (?:خارجہ|قومی سلامتی)))"
)
_URDU = re.compile(rf"{_URDU_ROLE} {_URDU_NAME}(?= (?:نے|کا|کی|کے|سے|کو|اور|بھی|ہفتہ)(?!\w))")


def _urdu(text: str) -> Iterator[NamedSpeaker]:
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


def _persian(text: str) -> Iterator[NamedSpeaker]:
    verbs = _verbs("fa")
    for pattern in (_PERSIAN_BEFORE, _PERSIAN_AFTER):
        for match in pattern.finditer(text):
            tokens = [token for token in match["name"].split() if token not in _TITLES]
            if len(tokens) < 2 or any(token in _PERSIAN_STOP or token in verbs for token in tokens):
                continue
            if any(
                mention.start == 0 for token in tokens for mention in find_countries(token, "fa")
            ):
                continue
            after = re.split(r"[.!؟\n]", text[match.end() : match.end() + 160])[0]
            said = any(word in verbs for word in _ARABIC_WORD.findall(after))
            yield NamedSpeaker(
                name=" ".join(tokens), role=match["role"], said=said, at=match.start()
            )


_HINDI = re.compile(
    r"(?P<role>(?:(?:विदेश|रक्षा|गृह|प्रधान|वित्त|पूर्व|उप|भारतीय|पाकिस्तानी|रूसी|चीनी|अमेरिकी) ?)*"
    r"(?:मंत्रालय के प्रवक्ता|मंत्री|प्रधानमंत्री|राष्ट्रपति|प्रवक्ता|सचिव|राजदूत|महासचिव|उपराष्ट्रपति)(?: डॉ\.?|"
    rf" डॉक्टर)?) (?P<name>(?:{WORD}\.? ){{0,3}}?{WORD})(?= ने(?!\w))"
)


def _hindi(text: str) -> Iterator[NamedSpeaker]:
    for match in _HINDI.finditer(text):
        after = re.split(r"[\n।]", text[match.end() : match.end() + 120])[0]
        if len(match["name"].split()) < 2:
            continue
        said = bool(re.search("कहा|बताया|जोर|दोहराया|जताई|आरोप|स्वागत", after))
        yield NamedSpeaker(name=match["name"], role=match["role"], said=said, at=match.start())


_BENGALI = re.compile(
    r"(?P<role>পররাষ্ট্রমন্ত্রী|প্রধানমন্ত্রী|রাষ্ট্রপতি|মুখপাত্র|রাষ্ট্রদূত|প্রেসিডেন্ট|মহাসচিব|প্রতিমন্ত্রী|"
    rf"উপদেষ্টা)(?: ড\.)? (?P<name>{WORD}(?: {WORD}){{1,3}}?)"
    r"(?= (?:বলেন|বলেছেন|জানান|জানিয়েছেন|আজ|গতকাল))"
)


def _bengali(text: str) -> Iterator[NamedSpeaker]:
    for match in _BENGALI.finditer(text):
        yield NamedSpeaker(name=match["name"], role=match["role"], said=True, at=match.start())


_CHINESE_ROLE = (
    r"(?P<role>(?:(?:中国|美国|俄罗斯|日本|韩国|英国|法国|德国|伊朗|巴基斯坦|印度|联合国|欧盟)?"
    r"(?:国务委员兼外长|国务委员兼外交部长|外交部副部长|外交部长|副外长|外长|外交部发言人|"
    r"外交部新闻司副司长|国防部发言人|商务部发言人|国台办发言人|外交部副发言人|国家主席|国务院总理|"
    r"国防部长|国务卿|驻[\u4e00-\u9fff]{1,6}大使|常驻联合国代表|秘书长|副总统|总统府发言人|"
    r"总统新闻秘书|总统|副总理|总理|首相|内阁官房长官|外相|主席|发言人|大使|部长|外交與國防|"
    r"外交部發言人|總統|國務卿|外交部長|外交與安全政策高級代表|外交与安全政策高级代表)))"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常"
    "武乔贺赖龚文习耿华汪赵毛戚蒙庞樊施岑丛傅張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭蘇盧蔣賈葉閻鍾習賴"
)
_CHINESE_VERBS = (
    "说|表示|称|指出|强调|宣布|认为|回应|答|重申|介绍|透露|呼吁|主持|会见|同|就|在|对|当天|当地|"
    "\\d|应|将|于|，|。|、|：|（|曾|还|也|与|和|說|稱|強調|認為|回應|昨|今|日前|率|出席|发表|批评|"
    "警告|要求"
)
_CHINESE_NAMED = re.compile(
    rf"{_CHINESE_ROLE}(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?|"
    rf"[\u4e00-\u9fff]{{2,8}}?(?:·[\u4e00-\u9fff]{{1,8}}?){{0,2}})(?={_CHINESE_VERBS})"
)
_NOT_HAN_NAMES = re.compile(
    r"^(?:发言|表示|指出|办公|答记|就|在|对|将|会|和|与|同|应|主持|例行|当天|今天|府|说|们|等|级|"
    r"及)|(?:政府|记者|会议|办公室)$"
)


def _chinese(text: str) -> Iterator[NamedSpeaker]:
    for match in _CHINESE_NAMED.finditer(text):
        name = match["name"]
        if _NOT_HAN_NAMES.search(name):
            continue
        after = text[match.end() : match.end() + 60].partition("\n")[0]
        said = bool(
            re.search(
                "说|表示|称|指出|强调|宣布|认为|回应|答|重申|说|說|稱|強調|批评|警告|呼吁", after
            )
        )
        yield NamedSpeaker(name=name, role=match["role"], said=said, at=match.start())


_JAPANESE_NAMED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?P<first>[\u30a0-\u30ffー・]{2,16}|[\u4e00-\u9fff]{2,5}?)"
    r"(?P<role>副?報道(?:官|局長)|外相|首相|外務相|大統領|官房長官|国務長官|事務総長|国家主席|"
    r"外務次官|大使|国防相|防衛相|総書記|外交部長|報道局長|外務省報道官)(?:は|が|も|（))"
)


def _japanese(text: str) -> Iterator[NamedSpeaker]:
    for match in _JAPANESE_NAMED.finditer(text):
        name = re.sub(
            r"^(?:中国|米国|日本|韓国|外務省|政府|同省|ロシア|ウクライナ|米|仏|独|英|露)の?",
            "",
            match["first"],
        )
        if len(name) < 2 or name.endswith(("省", "副", "国", "の")):
            continue
        said = bool(
            re.search(
                "述べ|語っ|表明|強調|話し|説明|批判|指摘|明らかに|発表|明言|訴え",
                text[match.end() : match.end() + 120],
            )
        )
        yield NamedSpeaker(name=name, role=match["role"], said=said, at=match.start())


_KOREAN_NAMED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,4}) (?P<role>(?:[가-힣]{1,10} ){0,2}(?:외교부 ?장관|외무상|"
    r"외무장관|장관|대변인|대통령|총리|주석|외무성 대변인|외교부장|국무장관|부부장|사무총장|대사|"
    r"차관|국무위원장|안보실장|부대변인))(?:은|는|이|가|도)(?![가-힣])"
)


def _korean(text: str) -> Iterator[NamedSpeaker]:
    for match in _KOREAN_NAMED.finditer(text):
        surname = re.escape(match["name"][0] + " " + match["role"].split()[-1])
        tail = text[match.end() : match.end() + 160] + "".join(
            text[again.end() : again.end() + 160] for again in re.finditer(surname, text)
        )
        said = bool(
            re.search("말했|밝혔|강조했|전했|설명했|덧붙|언급|답했|지적|촉구|평가|비난", tail)
        )
        yield NamedSpeaker(name=match["name"], role=match["role"], said=said, at=match.start())


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(SAYING[language].replace("\xa0", " ").split())


@cache
def _offices(language: str) -> frozenset[str]:
    return frozenset(OFFICES[language].split())


_READERS: dict[str, Callable[[str], Iterator[NamedSpeaker]]] = {
    "ar": _arabic,
    "ur": _urdu,
    "fa": _persian,
    "hi": _hindi,
    "bn": _bengali,
    "zh": _chinese,
    "ja": _japanese,
    "ko": _korean,
}
