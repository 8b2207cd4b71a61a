"""The day of publication and the day the statement was made."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from site_builder.content.dates import PartialDate
from site_builder.content.model import ObservedDate
from site_builder.importers.clipping import Guess
from site_builder.importers.dates import (
    FoundDate,
    find_dates,
    find_weekdays,
    resolve_weekday,
    settle_by_weekday,
)
from site_builder.importers.head_dates import HeadDate


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """When it was published and said."""

    published: Guess[str] | None
    said: Guess[str] | None
    observed: tuple[ObservedDate, ...]
    warnings: tuple[str, ...]


_TODAY = {
    "en": "today", "fr": "aujourd'hui aujourd’hui", "es": "hoy", "pt": "hoje", "it": "oggi",
    "de": "heute",
    "ru": "сегодня", "uk": "сьогодні", "ar": "اليوم", "tr": "bugün",
    "fa": "امروز", "zh": "今天 今日", "id": "hari\xa0ini", "ur": "آج",
}  # fmt: skip


def date_clipping(
    dateline_date: FoundDate | None,
    head_dates: Sequence[HeadDate],
    tail_dates: Sequence[tuple[FoundDate, int]],
    prefix_date: FoundDate | None,
    paragraphs: Sequence[str],
    language: str,
) -> Publication:
    """Weigh every date seen; conflicts become warnings and are never guessed away."""
    observed: list[ObservedDate] = []
    warnings: list[str] = []
    if any(head.found.readings for head in head_dates):
        lead = " ".join(paragraphs[:2])
        weekdays = [weekday for _, weekday, _ in find_weekdays(lead, language)]
        head_dates = [
            replace(head, found=settle_by_weekday(head.found, weekdays)) for head in head_dates
        ]
    if dateline_date is not None:
        observed.append(_observed(dateline_date, "dateline"))
    published, evidence, clocks = _choose(dateline_date, head_dates, prefix_date, tail_dates)
    for head in head_dates:
        role = (
            "export-stamp"
            if head in clocks or head.role == "copy"
            else ("published" if head.role == "published" else "header")
        )
        observed.append(_observed(head.found, role, head.printed))
    if prefix_date is not None:
        observed.append(_observed(prefix_date, "header"))
    observed += [_observed(one, "footer") for one, _ in tail_dates]
    guess: Guess[str] | None = None
    if published is not None and published.iso:
        guess = Guess(value=published.iso, confidence=0.9, evidence=evidence)
        for head in head_dates:
            other = head.found.iso
            if other and other != published.iso and (head in clocks or head.role == "copy"):
                warnings.append(
                    f'the date "{head.printed}" disagrees with the publication date '
                    f"{published.iso}; it is kept as the stamp of a copy"
                )
            elif other and other != published.iso and _days_apart(other, published.iso) > 2:
                warnings.append(
                    f'the date "{head.found.text}" disagrees with the publication date '
                    f"{published.iso}"
                )
        if (
            dateline_date is not None
            and dateline_date.iso
            and _days_apart(dateline_date.iso, published.iso) > 2
        ):
            warnings.append(
                f'the dateline\'s date "{dateline_date.text}" disagrees with the publication '
                f"date {published.iso}"
            )
    elif dateline_date is not None and not dateline_date.year:
        warnings.append(f'the dateline\'s date "{dateline_date.text}" has no year')
    elif any(head.role == "copy" for head in head_dates) or clocks:
        warnings.append("only the date of a copy is printed; the day of publication is not known")
    warnings += [
        f'the date "{head.found.text}" can be read in two ways'
        for head in head_dates
        if head.found.year and not head.found.month
    ]
    said = _said(guess, dateline_date, paragraphs, language, warnings)
    return Publication(
        published=guess,
        said=said,
        observed=tuple(dict.fromkeys(observed)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _observed(one: FoundDate, role: str, printed: str | None = None) -> ObservedDate:
    day = PartialDate.parse(one.iso) if one.iso else None
    return ObservedDate(text=printed or one.text, role=role, date=day)


def _choose(
    dateline_date: FoundDate | None,
    head_dates: Sequence[HeadDate],
    prefix_date: FoundDate | None,
    tail_dates: Sequence[tuple[FoundDate, int]],
) -> tuple[FoundDate | None, str, tuple[HeadDate, ...]]:
    """Return the date of publication, its evidence, and the dates that a page's clock shows."""
    usable = [head for head in head_dates if head.role != "copy" and head.found.iso]
    labelled = [head for head in usable if head.role == "published"]
    plain = [head for head in usable if head.role == "line"]
    below = [head for head in plain if head.position == "below title"]
    clocks: tuple[HeadDate, ...] = ()
    if len({head.found.iso for head in plain}) > 1:
        matching = [
            head
            for head in plain
            if dateline_date is not None
            and (head.found.month, head.found.day) == (dateline_date.month, dateline_date.day)
        ]
        best = (
            matching[0]
            if matching
            else (below[0] if below else min(plain, key=lambda one: one.found.iso or ""))
        )
        clocks = tuple(
            head
            for head in plain
            if head is not best and (head.found.iso or "") > (best.found.iso or "")
        )
        plain = [best]
    if labelled:
        same = [head for head in labelled if dateline_date and head.found.iso == dateline_date.iso]
        chosen = (same or labelled)[0]
        return chosen.found, f'labelled "{chosen.found.text}"', clocks
    if prefix_date is not None and prefix_date.iso:
        return prefix_date, f'header "{prefix_date.text}"', clocks
    if dateline_date is not None and dateline_date.iso:
        return dateline_date, f'dateline "{dateline_date.text}"', clocks
    if plain:
        return plain[0].found, f'header "{plain[0].found.text}"', clocks
    tails = [one for one, _ in tail_dates if one.iso]
    if tails and not usable:
        return tails[0], f'footer "{tails[0].text}"', clocks
    return None, "", clocks


def _said(
    published: Guess[str] | None,
    dateline_date: FoundDate | None,
    paragraphs: Sequence[str],
    language: str,
    warnings: list[str],
) -> Guess[str] | None:
    if published is None:
        return _said_in_lead(paragraphs, language)
    basis = published.value
    for paragraph in paragraphs[:3]:
        weekdays = find_weekdays(paragraph, language)
        today = next(
            (
                word
                for word in _TODAY.get(language, "").split()
                if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", paragraph, re.IGNORECASE)
            ),
            None,
        )
        if weekdays:
            word, weekday, _ = weekdays[0]
            day = resolve_weekday(basis, weekday)
            if day is None:
                if len(weekdays) == 1:
                    warnings.append(f'"{word}" does not agree with the publication date {basis}')
                break
            return Guess(
                value=day,
                confidence=0.9,
                evidence=f'weekday "{word}" before {basis}'
                if day != basis
                else f'weekday "{word}" matches {basis}',
            )
        if today:
            return Guess(value=basis, confidence=0.85, evidence=f'"{today}" and {basis}')
    if dateline_date is not None and dateline_date.iso:
        return Guess(value=dateline_date.iso, confidence=0.7, evidence="dateline")
    if dateline_date is not None and dateline_date.month and len(basis) == 10:
        year = int(basis[:4])
        candidate = f"{year:04d}-{dateline_date.month:02d}-{dateline_date.day:02d}"
        if candidate > basis:
            warnings.append(
                f'the dateline\'s day "{dateline_date.text}" lies after the publication date '
                f"{basis}"
            )
            return Guess(value=basis, confidence=0.5, evidence="day of publication")
        return Guess(value=candidate, confidence=0.65, evidence="dateline and header")
    return Guess(value=basis, confidence=0.5, evidence="day of publication")


def _said_in_lead(paragraphs: Sequence[str], language: str) -> Guess[str] | None:
    """The lead's own date ('Jakarta, Rabu (20/11/2013)'), where it names one and no more."""
    found = [one for one in find_dates(paragraphs[0], language) if one.iso] if paragraphs else []
    if len(found) != 1 or len(found[0].iso or "") < 10:
        return None
    return Guess(
        value=found[0].iso or "", confidence=0.55, evidence=f'"{found[0].text}" in the lead'
    )


def _days_apart(one: str, other: str) -> int:
    if len(one) < 10 or len(other) < 10:
        return 0
    from datetime import date

    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
