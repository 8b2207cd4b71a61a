"""The files under `content/` → an Archive, or every fault in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_builder.config import SiteConfig, SiteTexts
from site_builder.content.archive_format import newer_format
from site_builder.content.articles import ParsedArticle, parse_article
from site_builder.content.front_matter import split_front_matter
from site_builder.content.markdown import parse_body
from site_builder.content.model import Archive, Article, Carrier, Registers, Status, TextPage
from site_builder.content.references import LineOf, check_references
from site_builder.content.registers import parse_registers
from site_builder.content.schema import ID_PATTERN, SiteFields, TextPageFields
from site_builder.content.source_files import (
    SourceFile,
    SourceFiles,
    below,
    read_source_files,
)
from site_builder.content.source_text import decode_source
from site_builder.content.strict_yaml import Path as YamlPath
from site_builder.content.strict_yaml import Value, YamlDocument, parse_yaml
from site_builder.content.validation import validate
from site_builder.diagnostics import Diagnostic, SourceLocation, error

Read = tuple[Article | None, tuple[Diagnostic, ...]]
Parse = Callable[[Sequence["SourceFile"], SiteConfig, Registers], Iterable[Read]]
"""Reads article files, given the settings and the registers; results in the files' order."""

_PAGE_NAME = re.compile(ID_PATTERN)


class LoadedArchive(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the archive, its settings, and what is wrong with either."""

    archive: Archive
    config: SiteConfig
    diagnostics: tuple[Diagnostic, ...]


def parse_articles(
    files: Sequence[SourceFile], config: SiteConfig, registers: Registers
) -> Iterator[Read]:
    """Parse article files one after another in this process."""
    for file in files:
        parsed, faults = parse_article(
            file.path, file.data, language=config.articles_language or config.language
        )
        yield None if parsed is None else settle(parsed, registers.carriers), faults


def load_archive(
    root: Path,
    *,
    drafts: bool = False,
    parse: Parse = parse_articles,
    sources: SourceFiles | None = None,
) -> LoadedArchive:
    """Read `content/` under `root`; drafts are left out unless asked for.

    `sources` are its files where they were read already. Where the diagnostics hold an error,
    the archive is what could be read, for looking at only.
    """
    read = read_source_files(root) if sources is None else sources
    files, faults = read.files, read.faults
    config, found = _parse_config(files.get("content/site.yaml"))
    faults += found
    if any(one.code == "format" for one in found):
        # Whatever else seems wrong may be right in that format.
        registers, _, _ = parse_registers({})
        archive = Archive(articles=(), registers=registers)
        return LoadedArchive(archive=archive, config=config, diagnostics=found)
    registers, written, found = parse_registers(
        {file.path: file.data for file in below(files.values(), "content/registers/", ".yaml")}
    )
    faults += found
    pages, found = _parse_pages(below(files.values(), "content/pages/", ".md"), config)
    faults += found
    article_files = below(files.values(), "content/articles/", ".md")
    settled = []
    told: list[Diagnostic] = []
    for one, found in parse(article_files, config, registers):
        told += found
        if one is not None:
            settled.append(one)
    faults += (*told, *_check_ids(article_files))
    stems = {file.path.rsplit("/", 1)[-1].removesuffix(".md") for file in article_files}
    locate = _Locator(files)
    faults += check_references(settled, registers, written, locate, files=stems)
    articles = tuple(
        sorted(
            (one for one in settled if drafts or one.status is not Status.DRAFT),
            key=lambda one: (one.date, one.id),
        )
    )
    faults += tuple(_check_draft_originals(articles, settled, locate))
    archive = Archive(articles=articles, registers=registers, pages=pages)
    return LoadedArchive(archive=archive, config=config, diagnostics=faults)


def _parse_config(file: SourceFile | None) -> tuple[SiteConfig, tuple[Diagnostic, ...]]:
    if file is None:
        return SiteConfig(), ()
    text, faults = decode_source(file.data, file.path)
    document, found = parse_yaml(text, file.path)
    faults += found
    if document is None or document.value is None:
        return SiteConfig(), faults
    newer = newer_format(document, file.path)
    if newer is not None:
        return SiteConfig(), (*faults, newer)
    fields, found = validate(SiteFields, document, file.path)
    faults += found
    if fields is None:
        return SiteConfig(), faults
    given = {name: value for name, value in fields if value is not None and name != "format"}
    if given.get("base_url"):
        given["base_url"] = given["base_url"].rstrip("/") + "/"
    texts = given.pop("texts", {})
    config = SiteConfig(**given)
    main = config.language.casefold()
    further = {tag.casefold(): tag for tag in config.languages}
    config = replace(
        config,
        languages=tuple(tag for key, tag in further.items() if key != main),
        texts=tuple(
            SiteTexts(language=tag, **{name: value for name, value in one if value is not None})
            for tag, one in sorted(texts.items())
        ),
    )
    faults += tuple(_check_texts(config, document, file.path))
    return config, faults


def _check_texts(config: SiteConfig, document: YamlDocument, path: str) -> Iterator[Diagnostic]:
    """Yield an error for texts in a language that the site does not have."""
    for one in config.texts:
        if one.language not in config.languages:
            yield error(
                SourceLocation(path=path, line=document.line_of(("texts", one.language))),
                "texts",
                f'the site has no further language "{one.language}"',
                "Add it to languages, or remove its texts; those in the main language stand above.",
            )


def _parse_pages(
    files: Iterable[SourceFile], config: SiteConfig
) -> tuple[tuple[TextPage, ...], tuple[Diagnostic, ...]]:
    pages: list[TextPage] = []
    faults: tuple[Diagnostic, ...] = ()
    for file in files:
        text, found = decode_source(file.data, file.path)
        faults += found
        source, found = split_front_matter(text, file.path) if not found or text else (None, ())
        faults += found
        if source is None:
            continue
        fields, found = validate(TextPageFields, source.front_matter, file.path)
        faults += found
        body, found = parse_body(source.body, file.path, first_line=source.body_line, to_root="../")
        faults += found
        stem = file.path.rsplit("/", 1)[-1].removesuffix(".md")
        name, dot, language = stem.partition(".")
        faults += tuple(_check_page_name(file.path, name))
        if dot and language not in config.languages:
            faults += (_unknown_version(file.path, language),)
        if fields is not None:
            pages.append(
                TextPage(
                    id=name,
                    language=language,
                    title=fields.title,
                    body=body,
                    location=SourceLocation(path=file.path),
                )
            )
    whole = {page.id for page in pages if not page.language}
    faults += tuple(_lacking(page) for page in pages if page.id not in whole)
    return tuple(pages), faults


def _unknown_version(path: str, language: str) -> Diagnostic:
    return error(
        SourceLocation(path=path),
        "file-name",
        f'"{language}" is no further language of the site',
        "Add it to languages in site.yaml, or name the file with small letters, digits and"
        " hyphens only, such as about.md.",
    )


def _lacking(page: TextPage) -> Diagnostic:
    return error(
        page.location,
        "file-name",
        f"there is no {page.id}.md of which this could be the version in another language",
        "Add it, or correct the name of this file.",
    )


def _check_page_name(path: str, stem: str) -> Iterator[Diagnostic]:
    if _PAGE_NAME.fullmatch(stem) is None or len(stem) > 120:
        yield error(
            SourceLocation(path=path),
            "file-name",
            f'"{stem}.md" cannot be an address',
            "Name it with small letters, digits and hyphens only, such as about.md.",
        )


def _check_ids(sources: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """Yield an error for each file whose id another file has, in any spelling of its letters."""
    first: dict[str, str] = {}
    for file in sources:
        stem = file.path.rsplit("/", 1)[-1].removesuffix(".md")
        key = unicodedata.normalize("NFC", stem).casefold()
        if key in first:
            yield error(
                SourceLocation(path=file.path),
                "id",
                f'the id "{stem}" is taken by {first[key]}',
                "Rename one of the two files; the name is the article's permanent address.",
            )
        else:
            first[key] = file.path


def settle(parsed: ParsedArticle, carriers: Mapping[str, Carrier]) -> Article:
    """Return the article with what it leaves to its carrier's entry."""
    article = parsed.article
    carrier = carriers.get(article.carrier or "")
    if carrier is None:
        return article
    display = article.display if parsed.display_given else carrier.display
    rights = article.rights or carrier.rights
    if display is article.display and rights == article.rights:
        return article
    return replace(article, display=display, rights=rights)


def _check_draft_originals(
    articles: Iterable[Article], settled: Iterable[Article], locate: LineOf
) -> Iterator[Diagnostic]:
    """Yield an error for each published translation whose original is a draft left out."""
    shown = {article.id for article in articles}
    known = {article.id for article in settled}
    for article in articles:
        original = article.translation_of
        if original is not None and original in known and original not in shown:
            yield error(
                locate(article, "translation_of", original),
                "translation_of",
                f'its original "{original}" is a draft and is not published',
                "Publish the original, or make the translation a draft too.",
            )


class _Locator:
    """Finds lines in article files again, only when a fault must be placed."""

    def __init__(self, files: Mapping[str, SourceFile]) -> None:
        self._files = files

    def __call__(self, article: Article, field: str, value: str) -> SourceLocation:
        path = article.location.path
        text, _ = decode_source(self._files[path].data, path)
        source, _ = split_front_matter(text, path)
        if source is None or not isinstance(source.front_matter.value, dict):
            return article.location
        place = _find(source.front_matter.value.get(field), value, (field,))
        return SourceLocation(path=path, line=source.front_matter.line_of(place or (field,)))


def _find(within: Value, value: str, place: YamlPath) -> YamlPath | None:
    """Return the way to the first text that equals `value`."""
    if within == value:
        return place
    inner: Iterable[tuple[str | int, Value]] = ()
    if isinstance(within, dict):
        inner = within.items()
    elif isinstance(within, list):
        inner = enumerate(within)
    found = (_find(one, value, (*place, step)) for step, one in inner)
    return next((way for way in found if way is not None), None)
