"""Names of people in scripts with capitals, with the office printed beside them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from site_builder.importers.agencies import known_agency
from site_builder.importers.calendar_words import calendar_words, fold_word
from site_builder.importers.countries import find_countries
from site_builder.importers.gazetteer import known_place_at
from site_builder.importers.saying import saying_pattern
from site_builder.importers.tables.words import (
    ACRONYMS,
    BODIES,
    HONORIFICS,
    LOCAL_HONORIFICS,
    NO_PERSON,
    OFFICES,
)
from site_builder.importers.word_sets import word_set

_UPPER = "".join(
    chr(code) for code in range(0x41, 0x587) if chr(code).isupper() or chr(code).istitle()
).replace("\\", "")
_PARTICLE = (
    r"(?:al|el|bin|ibn|bint|ben|abu|abou|van|von|der|den|de|da|dos|do|du|del|della|di|la|le|ul|ur|"
    r"uz|zu|af|av|y|ter|ten|san|dela|op)"
)
_TOKEN = (
    rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*(?:-[{_UPPER}][\w’']+)?|"
    rf"(?:[aAeE][lnsdtr]-)?[{_UPPER}][\w’'‘`\-]*|(?:d|D|l|L|O)['’][{_UPPER}][\w\-]+)"
)
_RUN = re.compile(rf"(?<![\w’'-]){_TOKEN}(?: (?:{_PARTICLE}[ -]){{0,2}}{_TOKEN})*")
_PARTICLE_ONLY = re.compile(_PARTICLE)
_OPENS = re.compile(r"[.!?:;\n\ue000\"“”«»(]\s*$")
_PIECE = re.compile(rf"{_TOKEN}|{_PARTICLE}(?=[ -])")
_POSSESSIVE = re.compile(r"['’`](?:s|S|(?:n?[ıiuü]n|y?[ae]|[dt][ae]n?|y?[ıiuü]|n[ae]|l[ae]))?$")
"""An English genitive, or a Turkish case behind an apostrophe."""
_COMMON_OPENERS = word_set(
    """
    the a an in on at as for with by of from and but or if when while after before during since
    until under over both he she it they we i you his her their our its this that these those
    there here who what which where how why all any some many most more other another earlier
    later meanwhile however also asked responding commenting speaking talking addressing
    according regarding about besides moreover furthermore earlier today yesterday tomorrow
    according such no not only even despite amid among referring citing quoting answering noting
    stressing adding saying instead currently thus hence le la les un une il elle ce cette selon
    dans pour sur lors avec après avant ils nous en au aux mais et par ainsi el los las una uno
    su sus en con para por según tras durante pero y al del o os as um uma no na nos nas em com
    segundo após lo gli i dei della nel nella secondo dopo per con non si der die das ein eine
    er sie es in im am an auf zu bei mit nach von für wir und aber auch dies diese в на по с о
    об он она они как это при после для и но а что мы из до за от по его ее у ми він вона ві та
    bu bir ve o da ayrıca ini itu dan dia di ke pada menurut
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """One mention of a person."""

    start: int
    end: int
    tokens: tuple[str, ...]
    role: str | None
    """The office printed before or after the name."""
    country: str | None
    """Of the office, where a demonym or a country stands beside it."""
    possessive: bool
    """'Lund's': what follows belongs to the person and is not the person."""

    @property
    def name(self) -> str:
        """The name as printed."""
        return " ".join(self.tokens)


def find_names(text: str, language: str) -> tuple[NameMention, ...]:
    """Return the mentions of what look like people, left to right."""
    mentions: list[NameMention] = []
    for match in _RUN.finditer(text):
        mentions.extend(_people_in(text, match, language))
    return tuple(mentions)


def _people_in(text: str, match: re.Match[str], language: str) -> Iterable[NameMention]:
    pieces = [
        (piece[0], piece.start() + match.start(), piece.end() + match.start())
        for piece in _PIECE.finditer(match[0])
    ]
    run: list[tuple[str, int, int]] = []
    runs: list[tuple[list[tuple[str, int, int]], bool]] = []
    opener = match.start() == 0 or bool(
        _OPENS.search(text, max(0, match.start() - 3), match.start())
    )
    for index, piece in enumerate(pieces):
        word = _POSSESSIVE.sub("", piece[0])
        if _is_no_name(word, language, first=opener and index == 0) or (not run and _is_city(word)):
            if run:
                runs.append((run, True))
            run = []
        else:
            run.append((word, piece[1], piece[1] + len(word)))
            if len(word) < len(piece[0]):
                runs.append((run, False))
                run = []
    if run:
        runs.append((run, False))
    for whole, broken in runs:
        found = _trimmed(whole, language)
        if not found or (broken and _followed_by_body(text, found[-1][2], language)):
            continue
        if all(len(token) < 2 for token, _, _ in found):
            continue
        start, end = found[0][1], found[-1][2]
        role, country = _office_beside(text, start, end, language, single=len(found) == 1)
        yield NameMention(
            start=start,
            end=end,
            tokens=tuple(token for token, _, _ in found),
            role=role,
            country=country,
            possessive=bool(re.match(r"['’`](?:s\b|\s)", text[end : end + 2])),
        )


_Run = list[tuple[str, int, int]]


def _trimmed(run: _Run, language: str) -> _Run:
    """Return a run without particles at its edges; nothing where it names no person."""
    if any(token.casefold() in NO_PERSON for token, _, _ in run):
        return []
    if language == "de" and any(token in ("der", "des", "die", "den") for token, _, _ in run):
        return []
    if language in ("id", "ms"):
        cut = next((at for at, one in enumerate(run) if one[0] in ("di", "ke", "da")), len(run))
        run = run[:cut]
    start, end = 0, len(run)
    while start < end and _PARTICLE_ONLY.fullmatch(run[start][0]):
        start += 1
    while start < end and _PARTICLE_ONLY.fullmatch(run[end - 1][0]):
        end -= 1
    return run[start:end]


@cache
def _is_no_name(word: str, language: str, *, first: bool) -> bool:
    folded = word.casefold().strip(".")
    if word.isupper() and 1 < len(word) <= 6 and "." not in word:
        return len(word) > 2 or word in ACRONYMS
    if (
        folded in LOCAL_HONORIFICS.get(language, ())
        or folded in HONORIFICS
        or is_office(word, language)
        or folded in _bodies(language)
    ):
        return True
    if first and folded in _COMMON_OPENERS:
        return True
    if folded in _COMMON_OPENERS and len(folded) > 3:
        return True
    if fold_word(word) in _calendar(language) and len(word) > 2:
        return True
    if any(
        part in _bodies(language) or is_office(part, language)
        for part in folded.split("-")
        if len(part) > 3
    ):
        return True
    if any(
        mention.start == 0 and mention.kind != "capital" and mention.end >= len(word) - 1
        for mention in find_countries(word, language)
    ):
        return True
    if folded in NO_PERSON:
        return True
    return (
        known_agency(word) is not None
        and len(word) > 2
        and folded
        not in ("turan", "nova", "beta", "dawn", "maan", "fana", "trend", "report", "dire")
    )


@cache
def _is_city(word: str) -> bool:
    known = known_place_at(word, 0)
    return known is not None and len(known[0]) == len(word) and word.casefold() not in (
        "lima", "victoria", "male", "sofia", "santiago", "georgetown", "kingston",
        "aden", "milan", "salem",
    )  # fmt: skip


@cache
def _calendar(language: str) -> frozenset[str]:
    words = calendar_words(language)
    return frozenset(word for word in (*words.months, *words.weekdays) if len(word) > 3) - {
        "may",
        "mar",
        "jan",
        "april",
        "june",
        "august",
        "avril",
        "mai",
        "sun",
        "abril",
        "sat",
        "mon",
    }


@cache
def _bodies(language: str) -> frozenset[str]:
    return frozenset((BODIES.get(language, "") + " " + BODIES["en"]).casefold().split())


@cache
def _offices(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    base = {"hr": "sr", "bs": "sr"}.get(language, language)
    words = (OFFICES.get(base, "") + " " + OFFICES["en"]).casefold().split()
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )


@cache
def is_office(word: str, language: str) -> bool:
    """Return whether a word names an office ('minister', 'представитель')."""
    exact, stems = _offices(language)
    folded = sys.intern(word.casefold().strip(".,"))
    if folded in exact or (folded.removesuffix("s") in exact and len(folded) > 4):
        return True
    if language in _COMPOUNDING and len(folded) > 8 and _COMPOUND_OFFICE.search(folded):
        return True
    return any(folded.startswith(stem) and len(folded) - len(stem) <= 6 for stem in stems)


_COMPOUNDING = word_set(
    """
    de nl sv da no nb fi et hu
    """
)
_COMPOUND_OFFICE = re.compile(
    r"(?:minister(?:in|s)?|präsident(?:in)?|sprecher(?:in)?|kanzler(?:in)?|sekretär(?:in)?|"
    r"botschafter(?:in)?|beauftragte[rn]?|chef(?:in)?|kommissar(?:in)?|abgeordnete[rn]?|"
    r"woordvoerder|secretaris|voorzitter|talesperson|talesman|sekreterare|ordförande|ambassadör|"
    r"talsmand|talsmann|talsperson|sekretær|ministeren|ministern|presidenten|ministeri|presidentti|"
    r"elnök|miniszter|szóvivő|titkár)$"
)


def _followed_by_body(text: str, end: int, language: str) -> bool:
    following = re.match(r"\s+([\w’'-]+)", text[end : end + 30])
    return (
        following is not None
        and following[1].casefold() in _bodies(language)
        and following[1][0].isupper()
    )


def _role_start(words: list[re.Match[str]], near: list[int], floor: int, language: str) -> int:
    """Return where the phrase of an office starts: capitals, demonyms and bodies before it."""
    first = near[-1]
    while first > 0 and (first - 1 in near or _extends(words[first - 1][0], language)):
        if words[first].start() - words[first - 1].end() > 1:
            break
        first -= 1
        if words[first].start() < floor:
            return words[first + 1].start()
    return max(floor, words[first].start())


@cache
def _extends(word: str, language: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    folded = bare.casefold()
    if folded in _COMMON_OPENERS or folded in ("not", "that", "his", "her"):
        return folded in ("of", "de", "des", "du", "der", "for")
    if bare[:1].isupper() or folded in _bodies(language) or is_office(bare, language):
        return True
    return folded in (
        "deputy",
        "acting",
        "special",
        "senior",
        "former",
        "official",
        "top",
        "chief",
        "permanent",
        "официальный",
        "официального",
        "первый",
        "foreign",
    ) or any(mention.start == 0 for mention in find_countries(bare, language))


_BEFORE_NAME = re.compile(r"(?<!\w)(?:MM?|Mr|Mrs|Ms|Mme|Dr|Prof|Sr|Sra|H\.E|H\.H|Sig|Gen)\.?\s+$")
_END_HONORIFIC = re.compile(
    r"\s+(?:Dr|Mr|Mrs|Ms|Prof|Gen|Datuk|Seri|Dato['’]?|Tan|Sri|Tun|H\.E|Sayyid|Sir|Shri)\.?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"[^.;:!?\"“”«»\ue000()]{0,110}$")
_APPOSITION = re.compile(
    r"\s*,\s*((?:[^.;:!?\"“”«»\ue000,()]|(?<=[A-Z])\.){3,110}?)(?:,|\s[–—-]\s)"
)
_WORDS = re.compile(r"[\w’'.-]+")
_SAID = re.compile(r"\b(?:said|says|told|added|stated|noted|sprach|sagte|dijo|disse|a déclaré)\b")
_BOUND = re.compile(
    r",|\b(?:said|says|and|but|that|with|by|to|from|by|when|while|after|before|between|as|on|in|"
    r"at|met|told|et|y|e|und|и|а|com|con|mit|avec|con|par|por|von|da|dal|с|что|по|à|au|al|"
    r"del telefono)\s",
    re.IGNORECASE,
)


def _office_beside(
    text: str, start: int, end: int, language: str, *, single: bool
) -> tuple[str | None, str | None]:
    """Return the office printed before the name, or after it in apposition, and its country."""
    honorific = _BEFORE_NAME.search(text, max(0, start - 14), start)
    edge = honorific.start() if honorific else start
    left_match = _LEFT.search(text, max(0, edge - 110), edge)
    left = left_match[0] if left_match else ""
    words = list(_WORDS.finditer(left))
    near = [
        index
        for index, word in enumerate(words[-12:], max(0, len(words) - 12))
        if is_office(_POSSESSIVE.sub("", word[0]), language)
    ]
    if near and len(left) - words[near[-1]].end() < 75:
        bounds = [match.end() for match in _BOUND.finditer(left, 0, words[near[0]].start())]
        floor = bounds[-1] if bounds else 0
        said = [match.end() for match in saying_pattern(language).finditer(left, floor)]
        floor = said[-1] if said else floor
        phrase = left[_role_start(words, near, floor, language) :].strip(" ,-–—")
        between = left[words[near[-1]].end() :].rstrip(" ,")
        if "," in between or (between and (single or saying_pattern(language).search(between))):
            return None, None
        if not re.search(r"\b(?:said|that|told|and|with|to|in|on|who)\b", between):
            phrase = re.sub(
                r"^(?:the|a|an|of|de|du|des|le|la|l['’]|el|il|lo|o|der|die|das|den|dem|visiting|"
                r"his|her|seinem|ihrem)\s+",
                "",
                phrase,
                flags=re.IGNORECASE,
            )
            phrase = _END_HONORIFIC.sub("", phrase.rstrip(" ,"))
            return phrase or None, _country_in(phrase, language)
    after = _APPOSITION.match(text, end)
    if (
        after
        and not _SAID.search(after[1])
        and any(is_office(word, language) for word in _WORDS.findall(after[1])[:14])
    ):
        phrase = re.sub(
            r"^(?:the|a|an|le|la|el|il|o|der|die|das)\s+", "", after[1].strip(), flags=re.IGNORECASE
        )
        return phrase, _country_in(phrase, language)
    return None, None


def _country_in(phrase: str, language: str) -> str | None:
    for mention in find_countries(phrase, language):
        return mention.country
    return None
