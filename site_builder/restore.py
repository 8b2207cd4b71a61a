"""A built site → the archive that it was built from, as far as the site tells it.

Read are the Markdown beside each article's page and the copies under data/content/. What a site
does not tell is not made up: drafts, what `display` and withdrawals withhold, entries of registers
that only these name, comments, the originals and lines that the importer kept, own templates,
styles and scripts, and the history that git knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from site_builder.content.front_matter import split_front_matter
from site_builder.output.files import OutputFile
from site_builder.site.content_copies import COPIES, STATIC_LIST

_ARTICLE = re.compile(r"articles/(?P<id>[^/]+)/(?P=id)\.md")
_ASTRAY = re.compile(r"//|/\.\.?/|[\\:\0]")
_YEAR = re.compile(r"[0-9]{4}")

Read = Callable[[str], bytes]
"""Gives a file of the site by its path."""


class RestoredArchive(msgspec.Struct, frozen=True, kw_only=True):
    """Files of an archive, by their paths below its root."""

    files: tuple[OutputFile, ...]
    articles: int
    missing: tuple[str, ...]
    """Files under static/ that the site lists and has not."""


class NotASiteError(Exception):
    """The files are not those of a site from which an archive can be made."""


def restore_archive(paths: Iterable[str], read: Read) -> RestoredArchive:
    """Return the archive that a site was built from; `paths` are those of all its files.

    Raises NotASiteError where the site has no copies of settings and registers, or a path leads
    elsewhere.
    """
    there = set(paths)
    for path in sorted(there):
        if _ASTRAY.search(f"/{path}/"):
            raise NotASiteError(f"{path!r} is not a path of a site")
    if f"{COPIES}site.yaml" not in there:
        raise NotASiteError(f"there is no {COPIES}site.yaml")
    listed = read(STATIC_LIST).decode("utf-8").splitlines() if STATIC_LIST in there else []
    articles = tuple(_articles(sorted(there), read))
    copies = (
        OutputFile(f"content/{path.removeprefix(COPIES)}", read(path))
        for path in sorted(there)
        if path.startswith(COPIES) and path != STATIC_LIST
    )
    static = (OutputFile(f"static/{path}", read(path)) for path in listed if path in there)
    return RestoredArchive(
        files=(*copies, *articles, *static),
        articles=len(articles),
        missing=tuple(path for path in listed if path not in there),
    )


def _articles(paths: Iterable[str], read: Read) -> Iterator[OutputFile]:
    for path in paths:
        match = _ARTICLE.fullmatch(path)
        if match is not None:
            data = read(path)
            year = _year(data.decode("utf-8", "replace"), path)
            yield OutputFile(f"content/articles/{year}/{match['id']}.md", data)


def _year(text: str, path: str) -> str:
    """Return the folder of an article: the year of its date."""
    source, _ = split_front_matter(text, path)
    fields = source.front_matter.value if source else None
    date = fields.get("date") if isinstance(fields, dict) else None
    match = _YEAR.match(date) if isinstance(date, str) else None
    if match is None:
        raise NotASiteError(f"{path} has no date")
    return match[0]
