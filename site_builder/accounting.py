"""Nothing lost on the way: every article is found again in all that a build publishes.

What was written is read back and held against the archive:

| article | page | search | feeds, newest first | sitemap |
| --- | --- | --- | --- | --- |
| published | yes | yes | yes | yes |
| translation | yes | yes | its original is there | yes |
| draft, where drafts are asked for | yes | yes | yes | no |
| withdrawn | its tombstone | no | no | no |

A difference is a fault of this program and never of the archive. Nothing is published then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from html import unescape

import msgspec

from site_builder.content.model import Article, Status
from site_builder.diagnostics import Diagnostic, SourceLocation, error
from site_builder.indexes.facets import Facet
from site_builder.search.inventory import indexed_urls
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import facet_feed
from site_builder.site.feeds import entry_id
from site_builder.site.front_pages import site_feed
from site_builder.site.leavings import shown_articles
from site_builder.site.pages import AnyPage
from site_builder.site.text_languages import is_canonical
from site_builder.site.urls import article_url, language_folder, output_path
from site_builder.site.views import FeedLink

Read = Callable[[str], bytes]
"""Gives a file of the new site by its path."""

_NAMED = 12
"""Articles named in an error, at most."""
_HINT = (
    "This is a fault of site-builder, not of the archive: please report it. Until it is mended,"
    " build --no-cache may help."
)
_SITEMAP = "sitemap.xml"
_CONTENT = SourceLocation(path="content")
_LOCATION = re.compile(rb"<loc>([^<]*)</loc>")
_ENTRY = re.compile(rb"<entry[^>]*>\s*<id>([^<]*)</id>")


class _Item(msgspec.Struct):
    id: str


class _Feed(msgspec.Struct):
    items: list[_Item]


_read_feed = msgspec.json.Decoder(_Feed).decode


def account_sources(
    files: Iterable[str], articles: Iterable[Article], drafts: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """Return an error if an article's file was read and is in no list, or the other way round.

    `files` are the paths of articles' files, `articles` those of the archive, `drafts` the paths
    of those left out because they are drafts.
    """
    kept = [one.location.path for one in articles]
    return tuple(_differences("the archive", files, [*kept, *drafts], {}))


def account_site(
    edition: Edition,
    pages: Iterable[AnyPage],
    files: Collection[str],
    read: Read,
    feeds: Iterable[Facet],
) -> tuple[Diagnostic, ...]:
    """Return an error for each part of the new site that does not hold what it should.

    `files` are the paths of its pages, `pages` what was planned, `feeds` the facets whose feeds
    were made anew.
    """
    articles = edition.archive.articles
    sources = {article_url(one.id): one.location for one in articles}
    folders = ("", *(language_folder(one) for one in edition.config.languages))
    of_articles = {folder + url: where for folder in folders for url, where in sources.items()}
    urls = {*of_articles, *(page.address for page in pages)}
    written = (url for url in urls if output_path(url) in files)
    faults = [*_differences("the pages", urls, written, of_articles)]
    try:
        shown = [article_url(one.id) for one in shown_articles(edition)]
        faults += _differences("the search index", shown, indexed_urls(read), sources)
        for link, listed in _feeds(edition, feeds):
            faults += _account_feed(edition, link, listed, read)
        if edition.config.base_url:
            faults += _account_sitemap(edition, pages, read, sources)
    except (OSError, msgspec.MsgspecError) as fault:
        faults.append(error(_CONTENT, "accounting", f"the new site cannot be read: {fault}", _HINT))
    return tuple(faults)


def _feeds(
    edition: Edition, facets: Iterable[Facet]
) -> Iterator[tuple[FeedLink, tuple[Article, ...]]]:
    yield site_feed(edition), edition.listed
    for facet in facets:
        yield facet_feed(edition, facet), facet.articles


def _account_feed(
    edition: Edition, link: FeedLink, listed: tuple[Article, ...], read: Read
) -> Iterator[Diagnostic]:
    newest = listed[-edition.config.feed_entries :]
    wanted = {entry_id(edition, one): one.location for one in newest}
    atom = [unescape(one.decode()) for one in _ENTRY.findall(read(link.atom))]
    yield from _differences(f"the feed {link.atom}", wanted, atom, wanted)
    json = [one.id for one in _read_feed(read(link.json)).items]
    yield from _differences(f"the feed {link.json}", wanted, json, wanted)


def _account_sitemap(
    edition: Edition,
    pages: Iterable[AnyPage],
    read: Read,
    sources: Mapping[str, SourceLocation],
) -> Iterator[Diagnostic]:
    base = edition.config.base_url
    found = [unescape(one.decode()).removeprefix(base) for one in _LOCATION.findall(read(_SITEMAP))]
    if all(one.endswith(".xml") for one in found):
        found = [
            unescape(one.decode()).removeprefix(base)
            for name in found
            for one in _LOCATION.findall(read(name))
        ]
    others = {page.address for page in pages if page.listed} - sources.keys()
    published = (
        article_url(one.id)
        for one in edition.archive.articles
        if one.status is Status.PUBLISHED and is_canonical(edition, one)
    )
    yield from _differences("the sitemap", [*published, *others], found, sources)


def _differences(
    where: str, wanted: Iterable[str], found: Iterable[str], sources: Mapping[str, SourceLocation]
) -> Iterator[Diagnostic]:
    """Yield an error for what is missing and one for what is too much; both may stand twice."""
    wanted, found = sorted(wanted), sorted(found)
    if wanted == found:
        return
    should, does = Counter(wanted), Counter(found)
    missing, strange = should - does, does - should
    total = should.total()
    for count, said, names in (
        (missing.total(), f"of {total:,} {{}} missing in {where}", missing),
        (strange.total(), f"{{}} in {where} that should not be", strange),
    ):
        if count:
            told = f"{count:,} {said.format('is' if count == 1 else 'are')}: {_named(names)}"
            place = next((sources[one] for one in sorted(names) if one in sources), _CONTENT)
            yield error(place, "accounting", told, _HINT)


def _named(names: Collection[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(sorted(names)[:_NAMED]) + more
