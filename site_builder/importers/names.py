"""Names of people in scripts with capitals, with the office printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from site_builder.importers.name_patterns import PARTICLE_ONLY, PIECE, POSSESSIVE, RUN
from site_builder.importers.name_words import is_city, is_no_name
from site_builder.importers.office_beside import office_beside
from site_builder.importers.office_words import body_words
from site_builder.importers.tables.words import NO_PERSON


class NameMention(msgspec.Struct, frozen=True, kw_only=True):
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


_Run = list[tuple[str, int, int]]
"""Words with where each starts and ends."""
_OPENS = re.compile(r"[.!?:;\n\ue000\"“”«»(]\s*$")


def find_names(text: str, language: str) -> tuple[NameMention, ...]:
    """Return the mentions of what look like people, left to right."""
    return tuple(
        mention
        for match in RUN.finditer(text)
        for run, broken in _runs(text, match, language)
        for mention in _person(text, run, language, broken=broken)
    )


def _runs(text: str, match: re.Match[str], language: str) -> Iterator[tuple[_Run, bool]]:
    """Yield words in capitals as far as they may be one name; True where another word broke off."""
    before = match.start()
    opener = before == 0 or bool(_OPENS.search(text, max(0, before - 3), before))
    run: _Run = []
    for index, piece in enumerate(PIECE.finditer(match[0])):
        word = POSSESSIVE.sub("", piece[0])
        if is_no_name(word, language, first=opener and index == 0) or (not run and is_city(word)):
            if run:
                yield run, True
            run = []
            continue
        start = before + piece.start()
        run.append((word, start, start + len(word)))
        if len(word) < len(piece[0]):
            yield run, False
            run = []
    if run:
        yield run, False


def _person(text: str, run: _Run, language: str, *, broken: bool) -> Iterator[NameMention]:
    """Yield the person whom a run of words names, if it names one."""
    found = _trimmed(run, language)
    if not found or (broken and _followed_by_body(text, found[-1][2], language)):
        return
    if all(len(token) < 2 for token, _, _ in found):
        return
    start, end = found[0][1], found[-1][2]
    role, country = office_beside(text, start, end, language, single=len(found) == 1)
    yield NameMention(
        start=start,
        end=end,
        tokens=tuple(token for token, _, _ in found),
        role=role,
        country=country,
        possessive=bool(re.match(r"['’`](?:s\b|\s)", text[end : end + 2])),
    )


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
    while start < end and PARTICLE_ONLY.fullmatch(run[start][0]):
        start += 1
    while start < end and PARTICLE_ONLY.fullmatch(run[end - 1][0]):
        end -= 1
    return run[start:end]


def _followed_by_body(text: str, end: int, language: str) -> bool:
    following = re.match(r"\s+([\w’'-]+)", text[end : end + 30])
    return (
        following is not None
        and following[1].casefold() in body_words(language)
        and following[1][0].isupper()
    )
