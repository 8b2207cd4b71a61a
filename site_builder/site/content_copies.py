"""What an archive consists of besides its articles, as files of the content format.

With the Markdown beside each article's page they are enough to make the archive again
(`site_builder/restore.py`), without the repository that it was built from. Entries of registers
that nothing published names stay out: they may belong to drafts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from site_builder.config import SiteConfig, SiteTexts
from site_builder.content.archive_format import FORMAT
from site_builder.content.model import RegisterEntry, Registers, Role, Status, TextPage
from site_builder.content.references import named_ids
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.html_to_markdown import markdown_body
from site_builder.site.urls import DATA

COPIES = f"{DATA}content/"
"""Where they lie; below it they have the paths that they have below content/."""
STATIC_LIST = f"{COPIES}static.txt"
"""Names the files of static/ that lie in the site under their own paths."""

_quote = json.JSONEncoder(ensure_ascii=False).encode


def copies_key(edition: Edition, static: Iterable[str]) -> bytes:
    """Return what stands for all that the copies say."""
    used = {name: sorted(ids) for name, ids in _used(edition).items()}
    pages = [(page.id, page.language, page.title, page.body.html) for page in edition.archive.pages]
    return edition.keys.listing((), "content", [*used.items()], pages, [*static])


def content_copies(edition: Edition, static: Iterable[str]) -> Iterator[OutputFile]:
    """Yield site.yaml, the registers and the archive's own texts.

    `static` are the paths of its own files that lie in the site as they are.
    """
    yield _file("site.yaml", _settings(edition.config))
    used = _used(edition)
    for register in Registers.__struct_fields__:
        entries: Mapping[str, RegisterEntry] = getattr(edition.archive.registers, register)
        wanted = [one for one in entries.values() if one.id in used[register]]
        if wanted:
            yield _file(f"registers/{register}.yaml", _register(wanted))
    for page in edition.archive.pages:
        language = f".{page.language}" if page.language else ""
        yield OutputFile(f"{COPIES}pages/{page.id}{language}.md", _text_page(page).encode())
    yield OutputFile(STATIC_LIST, "".join(f"{path}\n" for path in sorted(static)).encode())


def _file(name: str, lines: Iterable[str]) -> OutputFile:
    return OutputFile(COPIES + name, "".join(f"{line}\n" for line in lines).encode())


def _used(edition: Edition) -> dict[str, set[str]]:
    """Return the ids of each register that something published names."""
    archive = edition.archive
    used: dict[str, set[str]] = {name: set() for name in Registers.__struct_fields__}
    # Whether a text uses it or not, each formulation has its page.
    used["formulations"].update(archive.registers.formulations)
    for article in archive.articles:
        if article.status is not Status.WITHDRAWN:
            for register, _, key in named_ids(article):
                used[register].add(key)
    for person in used["people"]:
        entry = archive.registers.people[person]
        used["organisations"].update(one.organisation for one in entry.roles if one.organisation)
    for event in used["events"]:
        place = archive.registers.events[event].place
        used["places"].update([place] if place else [])
    return used


def _settings(config: SiteConfig) -> Iterator[str]:
    yield f"format: {FORMAT}"
    plain = SiteConfig()
    for field in SiteConfig.__struct_fields__:
        value = getattr(config, field)
        if value == getattr(plain, field):
            continue
        if field == "texts":
            yield "texts:"
            for one in config.texts:
                yield from _site_texts(one)
        elif isinstance(value, tuple):
            yield f"{field}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{field}: {_scalar(value)}"


def _site_texts(texts: SiteTexts) -> Iterator[str]:
    yield f"  {texts.language}:"
    for field in texts.__struct_fields__:
        value = getattr(texts, field)
        if value and field != "language":
            yield f"    {field}: {_scalar(value)}"


def _register(entries: Iterable[RegisterEntry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.id}:"
        for field in entry.__struct_fields__:
            value = getattr(entry, field)
            if field in {"id", "location"} or value is None or value in ((), {}):
                continue
            yield from _field(field, value)


def _field(name: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"  {name}:"
        yield from (f"    {key}: {_scalar(one)}" for key, one in value.items())
    elif isinstance(value, tuple):
        yield f"  {name}:"
        for one in value:
            if isinstance(one, Role):
                yield from _role(one)
            else:
                yield f"    - {_scalar(one)}"
    else:
        yield f"  {name}: {_scalar(value)}"


def _role(role: Role) -> Iterator[str]:
    yield f"    - title: {_scalar(role.title)}"
    for name in ("organisation", "start", "end"):
        if value := getattr(role, name):
            yield f"      {name}: {_scalar(value)}"


def _text_page(page: TextPage) -> str:
    return f"---\ntitle: {_scalar(page.title)}\n---\n\n{markdown_body(page.body, '../')}"


def _scalar(value: object) -> str:
    """Return a value quoted as JSON does it, which YAML reads as it stands."""
    return _quote(value if isinstance(value, bool | int) else str(value))
