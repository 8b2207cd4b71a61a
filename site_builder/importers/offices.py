"""An office as printed, taken apart: the title somebody holds, and the body they speak for."""

from __future__ import annotations

import re

import msgspec

from site_builder.importers.countries import find_countries


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A role with its organisation."""

    title: str
    """What is left of the role without country and body ('spokesperson')."""
    organisation: str | None
    """Id, such as 'cn-mfa'; None where the role names no body we know of."""
    organisation_name: str | None
    country: str | None


_BODIES = (
    (
        "mfa",
        "Ministry of Foreign Affairs",
        (
            r"(?:ministry of (?:foreign|external) affairs|(?:foreign|external) affairs ministry|"
            r"foreign ministry|foreign office|\bmofa\b|\bmfa\b|\bmea\b|\bfo\b|"
            r"ministère (?:\w+ )?des affaires étrangères|ministerio de (?:relaciones|asuntos)"
            r" exteriores|cancillería|ministério d[ao]s (?:relações exteriores|"
            r"negócios estrangeiros)|itamaraty|ministero degli (?:affari )?esteri|farnesina|"
            r"außenministeriums?|auswärtigen? amt\w*|мид\b|министерств\w+ иностранных дел|мзс\b|"
            r"міністерств\w+ закордонних справ|وزارة الخارجية|دفتر ?خارجہ|وزارت خارجہ|"
            r"وزارت (?:امور )?خارجه|外交部|外务省|外務省|외교부|외무성|dışişleri bakanlığı|"
            r"kementerian luar negeri|kemlu|विदेश मंत्रालय)"
        ),
    ),
    (
        "defence",
        "Ministry of Defence",
        (
            r"(?:(?:ministry of )?(?:national )?defen[cs]e(?: ministry)?(?= spokes| ministry|$)|"
            r"defen[cs]e ministry|ministry of defen[cs]e|минобороны|министерств\w+ обороны|"
            r"وزارة الدفاع|国防部|국방부)"
        ),
    ),
    ("state", "Department of State", r"(?:state department|department of state)"),
    (
        "presidency",
        "Office of the President",
        r"(?:presidential (?:office|administration)|kremlin|white house|blue house)",
    ),
)
_FOREIGN_MINISTER = re.compile(
    r"\bforeign minister\b|\bminister (?:of|for) (?:foreign|external) affairs\b|"
    r"\bexternal affairs minister\b|ministre (?:\w+ )?des affaires étrangères|"
    r"ministro de (?:relaciones|asuntos) exteriores|\bcanciller\b|"
    r"ministro d[ao]s (?:relações|negócios)|ministro degli (?:affari )?esteri|außenminister|"
    r"министр\w* иностранных дел|міністр\w* закордонних справ|وزير الخارجية|وزیر ?خارجہ|"
    r"وزیر (?:امور )?خارجه|外交部长|外长|外相|dışişleri bakanı|menteri luar negeri|विदेश मंत्री",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(?:(?:of|for|at|de la|de|du|des|del|der|the)\s+)+|(?:\s+(?:of|for|at|de la|de|du|des|del|"
    r"der|the))+$"
)
_SPACE = re.compile(r"\s+")


def read_office(role: str, language: str, home: str | None) -> Office:
    """Return the office that `role` names. `home` is the country where the text names none."""
    mentions = find_countries(role, language)
    country = mentions[0].country if mentions else home
    for suffix, name, pattern in _BODIES:
        match = re.search(pattern, role, re.IGNORECASE)
        if match is None:
            continue
        left = role[: match.start()] + " " + role[match.end() :]
        title = _without_countries(left, language)
        return Office(
            title=title or role,
            organisation=f"{country.lower()}-{suffix}" if country else None,
            organisation_name=name,
            country=country,
        )
    title = _without_countries(role, language)
    if _FOREIGN_MINISTER.search(role):
        return Office(
            title=title or role,
            organisation=f"{country.lower()}-mfa" if country else None,
            organisation_name="Ministry of Foreign Affairs",
            country=country,
        )
    return Office(title=role, organisation=None, organisation_name=None, country=country)


def _without_countries(role: str, language: str) -> str:
    for mention in reversed(find_countries(role, language)):
        role = role[: mention.start] + " " + role[mention.end :]
    role = _SPACE.sub(" ", re.sub(r"(?:^|\s)['’]s?(?=\s|$)", " ", role)).strip(" ,-–’'")
    return _DANGLING.sub("", role).strip(" ,-–’'")
