"""Statement makers in Chinese, Japanese and Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.importers.named_speaker import NamedSpeaker

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


def chinese_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people whose office stands before the name."""
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


def japanese_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people whose office stands behind the name and a particle behind that."""
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


def korean_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people whose office stands behind the name and a particle behind that."""
    for match in _KOREAN_NAMED.finditer(text):
        surname = re.escape(match["name"][0] + " " + match["role"].split()[-1])
        tail = text[match.end() : match.end() + 160] + "".join(
            text[again.end() : again.end() + 160] for again in re.finditer(surname, text)
        )
        said = bool(
            re.search("말했|밝혔|강조했|전했|설명했|덧붙|언급|답했|지적|촉구|평가|비난", tail)
        )
        yield NamedSpeaker(name=match["name"], role=match["role"], said=said, at=match.start())
