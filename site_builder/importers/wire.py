"""Read a plain-text clipping: text in, a Clipping out, every field with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.content.model import Registers, RemovedLine
from site_builder.importers.agencies import agency_told, known_agency
from site_builder.importers.capitals import has_lost_capitals, restore_capitals
from site_builder.importers.clipping import Clipping, Guess, Occasion, VoicedParagraph
from site_builder.importers.head import Head, read_head
from site_builder.importers.language import detect_language
from site_builder.importers.lines import Line, split_lines
from site_builder.importers.occasions import find_occasion, find_principals, guess_kind
from site_builder.importers.principal_countries import rank_countries
from site_builder.importers.publication import date_clipping
from site_builder.importers.quotes import find_quotes, mask_quotes
from site_builder.importers.register_index import RegisterIndex
from site_builder.importers.register_matching import match_formulations, match_speakers
from site_builder.importers.speakers import find_speakers
from site_builder.importers.story import Story, cut_story
from site_builder.importers.topics import find_topics
from site_builder.importers.voices import propose_voices


def read_clipping(
    text: str, registers: Registers | None = None, index: RegisterIndex | None = None
) -> Clipping:
    """Return what the text shows.

    `registers` list the archive's formulations and tags; `index` knows its people.
    """
    lines = split_lines(text)
    language = _language(lines)
    code = language.value if language else "und"
    story = cut_story(lines, code)
    lead = story.paragraphs[0] if story.paragraphs else ""
    head = read_head(story.head, code, lead, datelined=story.dateline is not None)
    standfirsts = tuple(one for one in head.standfirsts if one != (head.title and head.title.value))
    paragraphs = (*standfirsts, *story.paragraphs) if not lead or standfirsts else story.paragraphs
    quotes = tuple(
        find_quotes(paragraph, last=index == len(paragraphs) - 1)
        for index, paragraph in enumerate(paragraphs)
    )
    masked = [mask_quotes(one, found) for one, found in zip(paragraphs, quotes, strict=True)]
    title = head.title.value if head.title else ""
    if has_lost_capitals(masked):
        masked = list(restore_capitals(masked, code))
    speakers = find_speakers(masked, (title, *head.lines), code)
    named = match_speakers(speakers.named, index)
    dates = date_clipping(
        story.dateline.date if story.dateline else None,
        head.dates,
        story.tail_dates,
        story.prefix_date,
        paragraphs,
        code,
    )
    event = find_occasion(masked, code)
    carrier, via = _carriage(head, story, paragraphs)
    via = _with_asker(carrier, via, event)
    place = _place(story)
    offices = [
        one.value.country for one in (*named, *speakers.unnamed) if one.value.country is not None
    ]
    warnings = [*dates.warnings]
    if head.dead_link is not None:
        warnings.append(f'the link "{head.dead_link}" leads nowhere; source_url is empty')
    if head.title is None:
        warnings.append("no headline is printed")
    if not named and not speakers.unnamed:
        warnings.append("no speaker was found")
    if dates.published is None and not dates.warnings:
        warnings.append("no date of publication is printed")
    return Clipping(
        title=head.title,
        published=dates.published,
        date=dates.said,
        dates_observed=dates.observed,
        place=place,
        carrier=carrier,
        via=via,
        speakers=named,
        unnamed=speakers.unnamed,
        principals=find_principals(masked, code, {one.value.name for one in named}),
        event=event,
        countries=rank_countries(title, paragraphs, place.value if place else None, offices, code),
        tags=find_topics(title, paragraphs, code, registers),
        language=language,
        kind=guess_kind(title, lead, wire=carrier is not None),
        carrier_categories=head.categories,
        source_url=head.source_url,
        quotes=tuple(one.text for found in quotes for one in found if one.spoken),
        formulations=match_formulations(paragraphs, registers),
        paragraphs=tuple(
            VoicedParagraph(text=one, voice=voice)
            for one, voice in zip(
                paragraphs, propose_voices(paragraphs, quotes, speakers.said_in), strict=True
            )
        ),
        removed=_in_line_order((*head.removed, *story.removed)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _language(lines: Sequence[Line]) -> Guess[str] | None:
    """The language of the prose: page furniture is often in another one."""
    prose = [line.text for line in lines if len(line.text) > 60]
    return detect_language("\n".join(prose or [line.text for line in lines]))


def _place(story: Story) -> Guess[str] | None:
    dateline = story.dateline
    if dateline is None or dateline.place is None:
        return None
    return Guess(value=dateline.place, confidence=dateline.confidence, evidence=dateline.text)


def _carriage(
    head: Head, story: Story, paragraphs: Sequence[str]
) -> tuple[Guess[str] | None, tuple[Guess[str], ...]]:
    """Return the outlet and the chain behind it, nearest first."""
    chain: list[Guess[str]] = []
    if story.dateline is not None:
        chain += [
            Guess(value=name, confidence=0.95, evidence=story.dateline.text)
            for name in story.dateline.agencies
        ]
    chain += [Guess(value=name, confidence=0.9, evidence=name) for name in head.agencies]
    for credit in story.credits:
        chain += [
            Guess(value=name, confidence=0.85, evidence=credit.evidence) for name in credit.names
        ]
    if story.copyright is not None:
        chain += [
            Guess(value=name, confidence=0.7, evidence=story.copyright.evidence)
            for name in story.copyright.names
        ]
    if not chain:
        # Only in the lead is it the story's own source; further down others are quoted.
        told = agency_told(paragraphs[0]) if paragraphs else None
        if told:
            chain.append(Guess(value=told[0], confidence=0.6, evidence=told[1]))
    unique: dict[str, Guess[str]] = {}
    for one in chain:
        agency = known_agency(one.value)
        unique.setdefault(agency.id if agency else one.value.casefold(), one)
    ordered = tuple(unique.values())
    publisher = head.publisher
    if publisher:
        agency = known_agency(publisher)
        if agency is not None and agency.id in unique:
            own = unique.pop(agency.id)
            return own, tuple(unique.values())
        outlet = Guess(value=publisher, confidence=0.8, evidence=publisher)
        return outlet, ordered
    return (ordered[0], ordered[1:]) if ordered else (None, ())


def _with_asker(
    carrier: Guess[str] | None, via: tuple[Guess[str], ...], event: Guess[Occasion] | None
) -> tuple[Guess[str], ...]:
    """An outlet that tells what an agency's correspondent asked has the report from that agency."""
    asked = event.value.asked_by if event else None
    asker = known_agency(asked) if asked else None
    own = known_agency(carrier.value) if carrier else None
    if asked is None or asker is None or via or asker.kind != "wire":
        return via
    if own is not None and (own.id == asker.id or own.kind == "wire"):
        return via
    return (Guess(value=asked, confidence=0.6, evidence=f"asked by the {asked} correspondent"),)


def _in_line_order(removed: Sequence[RemovedLine]) -> tuple[RemovedLine, ...]:
    return tuple(sorted(removed, key=lambda one: one.line))
