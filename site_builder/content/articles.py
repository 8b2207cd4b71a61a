"""One article's file → an Article: a pure function of its bytes, its path and the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

import msgspec

from site_builder.content.codes import is_language
from site_builder.content.front_matter import SplitSource, split_front_matter
from site_builder.content.markdown import parse_body
from site_builder.content.model import (
    Article,
    Display,
    ObservedDate,
    Provenance,
    RemovedLine,
    Revision,
    Speaker,
    Status,
    WholeText,
    Withdrawal,
)
from site_builder.content.schema import ID_PATTERN, ArticleFields
from site_builder.content.source_files import digest_of
from site_builder.content.source_text import decode_source
from site_builder.content.validation import validate
from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

_STEM = re.compile(rf"(?P<id>{ID_PATTERN})(?:\.(?P<language>[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]+)*))?")
# Names that Windows keeps for devices; a folder of that name cannot be checked out there.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


class ParsedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its own file gives it, before the registers are consulted."""

    article: Article
    display_given: bool
    """Whether the front matter sets `display`; else the carrier's default applies."""


def parse_article(
    path: str, data: bytes, *, language: str
) -> tuple[ParsedArticle | None, tuple[Diagnostic, ...]]:
    """Return the article in a file, or None, and every fault in it.

    `path` is below the archive's root; `language` is the site's, for articles that name none.
    """
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    faults = tuple(_check_stem(stem, path))
    text, found = decode_source(data, path)
    faults += found
    if not text:
        return None, faults or (_empty_file(path),)
    source, found = split_front_matter(text, path)
    faults += found
    if source is None:
        return None, faults
    fields, found = validate(ArticleFields, source.front_matter, path)
    faults += found
    body, found = parse_body(source.body, path, first_line=source.body_line)
    faults += found
    if fields is None:
        return None, faults
    faults += tuple(_check_fields(fields, stem, path, source, has_text=bool(body.paragraphs)))
    match = _STEM.fullmatch(stem)
    suffix = match["language"] if match else None
    article = Article(
        id=stem,
        title=fields.title,
        date=fields.date,
        location=SourceLocation(path=path),
        body=body,
        language=fields.language or suffix or language,
        display=fields.display or Display.FULL,
        status=fields.status,
        date_basis=fields.date_basis,
        published=fields.published,
        dates_observed=tuple(
            ObservedDate(text=one.text, role=one.role, date=one.date)
            for one in fields.dates_observed
        ),
        kind=fields.kind,
        speakers=tuple(
            Speaker(person=one.person, role=one.role, organisation=one.organisation)
            for one in fields.speakers
        ),
        principals=fields.principals,
        carrier=fields.carrier,
        via=fields.via,
        event=fields.event,
        asked_by=fields.asked_by,
        place=fields.place,
        countries=tuple(dict.fromkeys(fields.countries)),
        tags=tuple(dict.fromkeys(fields.tags)),
        translation_of=fields.translation_of or (match["id"] if match and suffix else None),
        carrier_categories=fields.carrier_categories,
        source_url=fields.source_url,
        archived_url=fields.archived_url,
        retrieved=fields.retrieved,
        rights=fields.rights,
        statement=fields.statement,
        summary=fields.summary,
        aliases=tuple(aliases := _alias_lines(fields, source)),
        alias_lines=tuple(aliases.values()),
        revisions=tuple(Revision(date=one.date, note=one.note) for one in fields.revisions),
        withdrawal=_withdrawal(fields),
        whole_text=_whole_text(fields),
        provenance=_provenance(fields),
        missing=MappingProxyType(dict(sorted(fields.missing.items()))),
        digest=digest_of(path, data),
    )
    return ParsedArticle(article=article, display_given=fields.display is not None), faults


def _alias_lines(fields: ArticleFields, source: SplitSource) -> dict[str, int]:
    """Return each alias, in order, with the first line on which it stands."""
    lines: dict[str, int] = {}
    for index, alias in enumerate(fields.aliases):
        lines.setdefault(alias, source.front_matter.line_of(("aliases", index)))
    return lines


def _withdrawal(fields: ArticleFields) -> Withdrawal | None:
    given = fields.withdrawal
    return Withdrawal(date=given.date, reason=given.reason) if given else None


def _whole_text(fields: ArticleFields) -> WholeText | None:
    given = fields.whole_text
    if given is None:
        return None
    return WholeText(words=given.words, paragraphs=given.paragraphs, cut=given.cut)


def _provenance(fields: ArticleFields) -> Provenance | None:
    given = fields.provenance
    if given is None:
        return None
    return Provenance(
        file=given.file,
        sha256=given.sha256,
        importer=given.importer,
        removed=tuple(
            RemovedLine(line=one.line, text=one.text, rule=one.rule) for one in given.removed
        ),
    )


def _empty_file(path: str) -> Diagnostic:
    return error(
        SourceLocation(path=path),
        "front-matter",
        "the file is empty",
        "Write the front matter and the text, or delete the file.",
    )


def _check_stem(stem: str, path: str) -> Iterator[Diagnostic]:
    where = SourceLocation(path=path)
    suffix = stem.partition(".")[2]
    if _STEM.fullmatch(stem) is None or len(stem) > 140:
        slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:100].rstrip("-")
        yield error(
            where,
            "file-name",
            f'"{stem}.md" cannot be an address',
            f"Rename it to {slug or '2024-09-24-speaker-topic'}.md: small letters, digits, -.",
        )
    elif suffix and not is_language(suffix):
        yield error(
            where,
            "file-name",
            f'"{suffix}" in the file\'s name is not a language tag',
            "Name a translation after its language, such as ID.ur.md; an id has no dot.",
        )
    elif _RESERVED.fullmatch(stem):
        yield error(
            where,
            "file-name",
            f'"{stem}" is a name that Windows does not allow',
            "Give the file a longer name.",
        )


def _check_fields(
    fields: ArticleFields, stem: str, path: str, source: SplitSource, *, has_text: bool
) -> Iterator[Diagnostic]:
    """Yield what is wrong between fields that are each right."""

    def at(*place: str | int) -> SourceLocation:
        return SourceLocation(path=path, line=source.front_matter.line_of(place))

    for index, speaker in enumerate(fields.speakers):
        if not (speaker.person or speaker.role or speaker.organisation):
            yield error(
                at("speakers", index),
                "speakers",
                "this speaker has no person, role or organisation",
                "Give at least one of them.",
            )
    if fields.status is Status.WITHDRAWN and fields.withdrawal is None:
        yield error(
            at("status"),
            "withdrawal",
            "a withdrawn entry needs a day and a reason",
            "Add 'withdrawal: {date: 2024-09-24, reason: …}'; readers will see it.",
        )
    if fields.status is not Status.WITHDRAWN and fields.withdrawal is not None:
        yield error(
            at("withdrawal"),
            "withdrawal",
            "the entry has a withdrawal but its status is not withdrawn",
            "Write 'status: withdrawn', or remove the withdrawal.",
        )
    if fields.whole_text and fields.display not in (Display.EXCERPT, Display.METADATA):
        yield error(
            at("whole_text"),
            "whole_text",
            "only an excerpt can say how long the whole text is",
            "Write 'display: excerpt' as well, or 'display: metadata', or remove this.",
        )
    if fields.published and _ends_before(str(fields.published), str(fields.date)):
        yield warning(
            at("published"),
            "published",
            f"published {fields.published}, before it was said ({fields.date})",
            "Check both days; if the source says so, note it in 'dates_observed'.",
        )
    suffix = stem.partition(".")[2]
    if suffix and fields.language and fields.language.lower() != suffix.lower():
        yield error(
            at("language"),
            "language",
            f'the file\'s name says "{suffix}", the field "{fields.language}"',
            "Make the two agree.",
        )
    if suffix and fields.translation_of and fields.translation_of != stem.partition(".")[0]:
        yield error(
            at("translation_of"),
            "translation_of",
            f'the file\'s name says it translates "{stem.partition(".")[0]}"',
            "Make the two agree, or remove this line.",
        )
    if not has_text and fields.status is Status.PUBLISHED and fields.display != Display.METADATA:
        yield warning(
            SourceLocation(path=path, line=source.body_line),
            "body",
            "there is no text below the front matter",
            "Add the text, or write 'display: metadata'.",
        )
    folder = path.split("/")[-2] if path.count("/") > 2 else ""
    if folder.isdigit() and int(folder) != fields.date.year:
        yield warning(
            at("date"),
            "folder",
            f"the file lies in the folder {folder}, its date is in {fields.date.year}",
            f"Move it to content/articles/{fields.date.year}/.",
        )


def _ends_before(one: str, other: str) -> bool:
    """Whether a partial date lies wholly before another."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
