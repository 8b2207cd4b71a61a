"""Every id that an article or an entry names must stand in its register."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from site_builder.content.model import Article, Registers
from site_builder.content.registers import Written
from site_builder.content.validation import nearest
from site_builder.diagnostics import Diagnostic, SourceLocation, error, note

LineOf = Callable[[Article, str, str], SourceLocation]
"""Finds the line on which an article's file gives a field (by its name) a value."""


def check_references(
    articles: Iterable[Article],
    registers: Registers,
    written: Written,
    locate: LineOf,
    *,
    files: Container[str],
) -> tuple[Diagnostic, ...]:
    """Return an error for each id that leads nowhere, and a note for each unused entry.

    `files` holds the ids of all article files, those with faults of their own included: what is
    told once where it stands is not told again by whoever names it.
    """
    articles = tuple(articles)
    faults: list[Diagnostic] = []
    used: dict[str, set[str]] = {}
    for article in articles:
        for register, name, value in named_ids(article):
            used.setdefault(register, set()).add(value)
            known = written[register]
            if known is not None and value not in known:
                where = locate(article, name, value)
                faults.append(_unknown(value, register, known, name, where))
    faults.extend(_check_translations(articles, locate, files))
    for register, value, location in _ids_in_registers(registers):
        used.setdefault(register, set()).add(value)
        known = written[register]
        if known is not None and value not in known:
            faults.append(_unknown(value, register, known, register, location))
    faults.extend(_unused(registers, used))
    return tuple(faults)


def named_ids(article: Article) -> Iterator[tuple[str, str, str]]:
    """Yield (register, field, id) for each id in the article's front matter."""
    for speaker in article.speakers:
        if speaker.person:
            yield "people", "speakers", speaker.person
        if speaker.organisation:
            yield "organisations", "speakers", speaker.organisation
    for principal in article.principals:
        yield "people", "principals", principal
    if article.carrier:
        yield "carriers", "carrier", article.carrier
    for carrier in article.via:
        yield "carriers", "via", carrier
    if article.asked_by:
        yield "carriers", "asked_by", article.asked_by
    if article.event:
        yield "events", "event", article.event
    if article.place:
        yield "places", "place", article.place
    for tag in article.tags:
        yield "tags", "tags", tag


def _ids_in_registers(registers: Registers) -> Iterator[tuple[str, str, SourceLocation]]:
    for person in registers.people.values():
        for role in person.roles:
            if role.organisation:
                yield "organisations", role.organisation, person.location
    for event in registers.events.values():
        if event.place:
            yield "places", event.place, event.location


def _check_translations(
    articles: tuple[Article, ...], locate: LineOf, files: Container[str]
) -> Iterator[Diagnostic]:
    by_id = {article.id: article for article in articles}
    for article in articles:
        if article.translation_of is None:
            continue
        where = locate(article, "translation_of", article.translation_of)
        original = by_id.get(article.translation_of)
        if original is None and article.translation_of in files:
            continue
        if original is None:
            originals = [one.id for one in articles if one.translation_of is None]
            near = nearest(article.translation_of, originals)
            yield error(
                where,
                "translation_of",
                f'there is no article "{article.translation_of}"',
                f"Did you mean {near}?" if near else "Write the id of the original article.",
            )
        elif original.translation_of is not None:
            yield error(
                where,
                "translation_of",
                f'"{original.id}" is itself a translation',
                f"Write the id of the original: {original.translation_of}.",
            )
        elif original.language == article.language:
            yield error(
                where,
                "language",
                f'the translation is in the language of its original, "{article.language}"',
                "Correct the language of one of the two.",
            )


def _unknown(
    value: str, register: str, known: Iterable[str], code: str, where: SourceLocation
) -> Diagnostic:
    near = nearest(value, sorted(known))
    add = f"add it to content/registers/{register}.yaml"
    hint = f"Did you mean {near}? If not, {add}." if near else f"{add[0].upper()}{add[1:]}."
    return error(where, code, f'"{value}" is not in the register of {register}', hint)


def _unused(registers: Registers, used: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    for register in ("people", "organisations", "carriers", "places", "events", "tags"):
        for entry in getattr(registers, register).values():
            if entry.id not in used.get(register, ()):
                yield note(entry.location, "unused", f'nothing uses "{entry.id}" of the {register}')
