"""Statement makers in Hindi and Bengali."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.importers.lines import WORD
from site_builder.importers.named_speaker import NamedSpeaker

_HINDI = re.compile(
    r"(?P<role>(?:(?:विदेश|रक्षा|गृह|प्रधान|वित्त|पूर्व|उप|भारतीय|पाकिस्तानी|रूसी|चीनी|अमेरिकी) ?)*"
    r"(?:मंत्रालय के प्रवक्ता|मंत्री|प्रधानमंत्री|राष्ट्रपति|प्रवक्ता|सचिव|राजदूत|महासचिव|उपराष्ट्रपति)(?: डॉ\.?|"
    rf" डॉक्टर)?) (?P<name>(?:{WORD}\.? ){{0,3}}?{WORD})(?= ने(?!\w))"
)


def hindi_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people with an office whose name the ergative 'ने' closes."""
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


def bengali_speakers(text: str) -> Iterator[NamedSpeaker]:
    """Yield people with an office whose name a verb or a day closes."""
    for match in _BENGALI.finditer(text):
        yield NamedSpeaker(name=match["name"], role=match["role"], said=True, at=match.start())
