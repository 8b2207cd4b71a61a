"""Topics of a statement, proposed as tags from phrases that name them."""

# ruff: noqa: E501  (a line of a pattern is one rule)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from site_builder.content.model import Registers
from site_builder.importers.clipping import Guess
from site_builder.importers.lines import fold

TOPICS = """
cpec | China-Pakistan Economic Corridor; CPEC
belt-and-road | Belt and Road; Belt and Road Initiative; 一带一路; Один пояс; Ceinture et la Route
free-trade | free trade; free trade agreement; libre-échange; libre comercio; livre comércio; libero scambio; Freihandel; 自由贸易
trade | bilateral trade; trade relations; trade cooperation; economic and trade; commerce bilatéral; торгово-экономическ
sanctions | sanctions; sanciones; sanzioni; Sanktionen; санкци; عقوبات; تحریم; 制裁; sanções; yaptırım; sanksi
human-rights | human rights; droits de l'homme; derechos humanos; direitos humanos; diritti umani; Menschenrechte; прав человека; прав людини; حقوق الإنسان; انسانی حقوق; insan hakları; 人权
nuclear-weapons | nuclear weapons; nuclear test; denuclearization; denuclearisation; non-proliferation; nuclear programme; nuclear program; armes nucléaires; ядерн; Atomwaffen; armas nucleares; nükleer; نووي; هسته‌ای; 核武器; 核兵器
terrorism | terrorism; terrorist; terrorisme; terrorismo; Terrorismus; терроризм; الإرهاب; دہشت گردی; terörizm; 恐怖主义; terorisme
ceasefire | ceasefire; cease-fire; cessez-le-feu; alto el fuego; cessate il fuoco; Waffenruhe; перемири; وقف إطلاق النار; جنگ بندی; ateşkes; 停火; gencatan senjata
humanitarian-aid | humanitarian aid; humanitarian assistance; aide humanitaire; ayuda humanitaria; aiuti umanitari; humanitäre Hilfe; гуманитарн; مساعدات إنسانية; insani yardım; 人道主义援助
climate-change | climate change; changement climatique; cambio climático; mudanças climáticas; cambiamento climatico; Klimawandel; изменени климата; تغير المناخ; iklim değişikliği; 气候变化; perubahan iklim
artificial-intelligence | artificial intelligence; intelligence artificielle; inteligencia artificial; intelligenza artificiale; künstliche Intelligenz; искусственн интеллект; 人工智能
digital-economy | digital economy; économie numérique; economía digital; 数字经济
energy | oil and gas; gas pipeline; energy cooperation; energy security; gazoduc; gasoducto; газопровод
territorial-dispute | territorial dispute; territorial waters; sovereignty over; disputed islands; maritime boundary; offshore waters; territorial integrity; intégrité territoriale; integridad territorial; территориальн целостност
migration | migrants; refugees; réfugiés; refugiados; rifugiati; Flüchtlinge; беженц; لاجئين; mülteci; 难民
elections | presidential election; parliamentary elections; élections; elecciones; eleições
un-security-council | Security Council; Conseil de sécurité; Consejo de Seguridad; Совет Безопасности; Совбез; مجلس الأمن; 安理会; BM Güvenlik Konseyi; Sicherheitsrat
two-state-solution | two-state solution; solution à deux États; solución de dos Estados; حل الدولتين; 两国方案
death-penalty | death penalty; capital punishment; peine de mort; pena de muerte; pena di morte
consular | consular; diplomatic mission; embassy security; visa ban; consulaire
agriculture | agriculture; agricultural cooperation
science-and-technology | science and technology; scientific cooperation
military-exercises | military exercises; military drills; joint drills; manoeuvres militaires; ejercicios militares; военн учени; 军演
missiles | ballistic missile; missile test; missile launch; missile balistique; баллистическ ракет; 导弹
south-china-sea | South China Sea; mer de Chine méridionale; 南海
taiwan | Taiwan Strait; Taiwan question; one-China principle; 台海; 一个中国
"""


def find_topics(
    title: str, paragraphs: Sequence[str], language: str, registers: Registers | None
) -> tuple[Guess[str], ...]:
    """Return tag ids with the phrase that names each: the register's tags first, then ours."""
    del language  # one table serves all: phrases of different languages do not collide
    folded = f" {fold(title)} {' '.join(map(fold, paragraphs))} "
    found: list[tuple[int, Guess[str]]] = []
    seen: set[str] = set()
    for identifier, phrases in (*_of_registers(registers), *_table()):
        if identifier in seen:
            continue
        for phrase in phrases:
            at = phrase.find(folded)
            if at >= 0:
                seen.add(identifier)
                found.append((at, Guess(value=identifier, confidence=0.7, evidence=phrase.wording)))
                break
    return tuple(guess for _, guess in sorted(found, key=lambda item: (item[0], item[1].value)))[:8]


_NAMES = {
    "cpec": "China-Pakistan Economic Corridor",
    "un-security-council": "UN Security Council",
    "south-china-sea": "South China Sea",
    "taiwan": "Taiwan",
    "two-state-solution": "Two-state solution",
}


def topic_name(identifier: str) -> str:
    """Return a readable name for a tag's id."""
    return _NAMES.get(identifier) or identifier.replace("-", " ").capitalize()


@cache
def _table() -> tuple[tuple[str, tuple[_Phrase, ...]], ...]:
    entries = []
    for line in TOPICS.strip().splitlines():
        identifier, phrases = line.split("|")
        entries.append((identifier.strip(), tuple(_phrase(one) for one in phrases.split(";"))))
    return tuple(entries)


def _of_registers(registers: Registers | None) -> tuple[tuple[str, tuple[_Phrase, ...]], ...]:
    if registers is None:
        return ()
    return tuple(
        (tag.id, tuple(_phrase(one) for one in (tag.name, *tag.aliases, *tag.names.values())))
        for tag in registers.tags.values()
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A wording to look for in folded text."""

    wording: str
    words: tuple[str, ...]
    stems: bool
    """Whether each word may take an ending."""

    def find(self, folded: str) -> int:
        """Return where the phrase stands, or -1."""
        if not self.stems:
            return folded.find(f" {self.words[0]} ")
        if folded.find(self.words[0]) < 0:
            return -1
        match = re.search(r"\S* ".join(map(re.escape, self.words)), folded)
        return match.start() if match else -1


def _phrase(wording: str) -> _Phrase:
    wording = wording.strip()
    words = fold(wording).split()
    if any(char > "\u0400" for char in wording):
        return _Phrase(wording, tuple(words), True)
    return _Phrase(wording, (" ".join(words),), False)
