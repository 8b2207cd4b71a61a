"""Feeds, sitemap, robots and OpenSearch: what machines read first.

Atom follows RFC 4287, JSON Feed its version 1.1, sitemaps sitemaps.org 0.9, and OpenSearch
its version 1.1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec

from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article
from site_builder.indexes.facets import Facet, FacetKind
from site_builder.output.files import OutputFile
from site_builder.site.article_pages import last_change
from site_builder.site.edition import Edition
from site_builder.site.facet_pages import facet_feed
from site_builder.site.front_pages import site_feed
from site_builder.site.pages import AnyPage
from site_builder.site.rows import summary_text
from site_builder.site.urls import HOME, article_url, facet_url
from site_builder.site.views import FeedLink
from site_builder.site.xml_text import xml_attribute, xml_text

_encode = msgspec.json.Encoder().encode

SITEMAP_URLS = 50_000
"""Most addresses in one sitemap file, by the protocol."""


def archive_feed(edition: Edition) -> Iterator[OutputFile]:
    """Yield the feeds of the newest articles, with what may be shown of their texts.

    Whole texts stand here alone: an article is in some ten other feeds, and hosts limit the size
    of a site.
    """
    newest = _newest(edition, edition.listed)
    texts = [_entry(edition, article, whole=True) for article in newest]
    yield from feed_files(edition, HOME, site_feed(edition), texts)


def facet_feed_files(
    edition: Edition, facet: Facet, entries: dict[str, FeedEntry]
) -> Iterator[OutputFile]:
    """Yield the feeds of a tag, person or country; `entries` keeps those made so far by id."""
    chosen = []
    for article in _newest(edition, facet.articles):
        if article.id not in entries:
            entries[article.id] = _entry(edition, article, whole=False)
        chosen.append(entries[article.id])
    url = facet_url(facet.kind, facet.id)
    yield from feed_files(edition, url, facet_feed(edition, facet), chosen)


class FeedEntry(msgspec.Struct, frozen=True):
    """An entry as both kinds of feed give it, written once however many feeds hold it."""

    updated: str
    atom: str
    json: str


def _newest(edition: Edition, articles: Sequence[Article]) -> Sequence[Article]:
    return articles[: -edition.config.feed_entries - 1 : -1]


def feed_files(
    edition: Edition, page_url: str, link: FeedLink, entries: Sequence[FeedEntry]
) -> Iterator[OutputFile]:
    """Yield both kinds of a feed of the page at `page_url`, entries in the order given."""
    yield OutputFile(link.atom, _atom(edition, page_url, link, entries).encode())
    yield OutputFile(link.json, _json_feed(edition, page_url, link, entries).encode())


def _entry(edition: Edition, article: Article, *, whole: bool) -> FeedEntry:
    """Return an article's entry, with its disclosed text or with its summary alone.

    Its id does not depend on where the site lies.
    """
    base = edition.config.base_url
    url = base + article_url(article.id)
    published = timestamp(str(article.date))
    updated = timestamp(last_change(article))
    speakers = [
        edition.name(FacetKind.PERSON, one.person) if one.person else one.role or ""
        for one in article.speakers
    ]
    speakers = [name for name in speakers if name]
    tags = [edition.name(FacetKind.TAG, tag) for tag in article.tags]
    summary = summary_text(article)
    content = ""
    if whole:
        body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
        content = _absolute(body.html, base)
    authors = "".join([_author(name) for name in speakers])
    categories = "".join(map(_category, article.tags, tags))
    key = entry_id(edition, article)
    atom = (
        f"<entry xml:lang={xml_attribute(article.language)}>\n"
        f"<id>{xml_text(key)}</id>\n"
        f"<title>{xml_text(article.title)}</title>\n"
        f'<link rel="alternate" href={xml_attribute(url)}/>\n'
        f"<published>{published}</published>\n"
        f"<updated>{updated}</updated>\n"
        f"{authors or publisher_author(edition)}{categories}"
        + (f"<summary>{xml_text(summary)}</summary>\n" if summary else "")
        + (f'<content type="html">{xml_text(content)}</content>\n' if content else "")
        + "</entry>\n"
    )
    item = {
        "id": key,
        "url": url,
        "title": article.title,
        "language": article.language,
        "date_published": published,
        "date_modified": updated,
        "content_html": content or xml_text(summary or article.title),
        **({"summary": summary} if summary else {}),
        **({"authors": [{"name": name} for name in speakers]} if speakers else {}),
        **({"tags": tags} if tags else {}),
        **({"external_url": article.source_url} if article.source_url else {}),
    }
    return FeedEntry(updated, atom, _encode(item).decode())


@lru_cache(maxsize=10_000)
def _category(tag: str, name: str) -> str:
    return f"<category term={xml_attribute(tag)} label={xml_attribute(name)}/>\n"


@lru_cache(maxsize=10_000)
def _author(name: str) -> str:
    return f"<author><name>{xml_text(name)}</name></author>\n"


def publisher_author(edition: Edition) -> str:
    """Return who keeps the archive, as an Atom author."""
    # Atom wants an author; where nobody is named as speaker it is who keeps the archive.
    return _author(edition.config.publisher or edition.config.title)


def entry_id(edition: Edition, article: Article) -> str:
    """Return a tag URI (RFC 4151): it survives a move of the site if `authority` is set.

    The article's own date takes no part: it may be corrected, the id may not change.
    """
    return f"tag:{_authority(edition)},1970:{article.id}"


def _authority(edition: Edition) -> str:
    return edition.config.authority or _host(edition.config.base_url)


@lru_cache(maxsize=10)
def _host(base_url: str) -> str:
    return urlsplit(base_url).hostname or "archive.invalid"


def timestamp(date: str) -> str:
    """Return midnight UTC of a partial date's first day, as feeds want it."""
    return f"{(date + '-01-01')[:10] if len(date) == 4 else (date + '-01')[:10]}T00:00:00Z"


def _absolute(markup: str, base: str) -> str:
    """Return HTML whose links into the site start at its address, for readers elsewhere."""
    return markup.replace('="../../', f'="{base}')


def _atom(edition: Edition, page_url: str, link: FeedLink, entries: Sequence[FeedEntry]) -> str:
    config = edition.config
    updated = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    own = xml_attribute(config.base_url + link.atom)
    page = xml_attribute(config.base_url + page_url)
    feed_id = f"tag:{_authority(edition)},1970:{link.atom}"
    subtitle = (
        f"<subtitle>{xml_text(config.description)}</subtitle>\n" if config.description else ""
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={xml_attribute(config.language)}>\n'
        f"<id>{xml_text(feed_id)}</id>\n"
        f"<title>{xml_text(link.title)}</title>\n{subtitle}"
        f'<link rel="self" type="application/atom+xml" href={own}/>\n'
        f'<link rel="alternate" type="text/html" href={page}/>\n'
        f"<updated>{updated}</updated>\n"
        f"{publisher_author(edition)}"
        f"<generator>Site Builder</generator>\n"
        f"{''.join([entry.atom for entry in entries])}</feed>\n"
    )


def _json_feed(
    edition: Edition, page_url: str, link: FeedLink, entries: Sequence[FeedEntry]
) -> str:
    config = edition.config
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": link.title,
        "home_page_url": config.base_url + page_url,
        "feed_url": config.base_url + link.json,
        **({"description": config.description} if config.description else {}),
        "language": config.language,
    }
    start = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
    items = ",\n".join([entry.json for entry in entries])
    return f'{start},"items":[\n{items}\n]}}\n'


def build_sitemap(edition: Edition, pages: Iterable[AnyPage]) -> Iterator[OutputFile]:
    """Yield the sitemap of the pages that search engines may show.

    The protocol wants absolute addresses, so there is none without `base_url`.
    """
    base = edition.config.base_url
    if not base:
        return
    lines = [
        f"<url><loc>{xml_text(base + page.address)}</loc>"
        + (f"<lastmod>{page.modified}</lastmod>" if page.modified else "")
        + "</url>\n"
        for page in pages
        if page.listed
    ]
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    parts = [lines[at : at + SITEMAP_URLS] for at in range(0, len(lines), SITEMAP_URLS)]
    if len(parts) == 1:
        text = f"{head}<urlset {space}>\n{''.join(parts[0])}</urlset>\n"
        yield OutputFile("sitemap.xml", text.encode())
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        text = f"{head}<urlset {space}>\n{''.join(part)}</urlset>\n"
        yield OutputFile(name, text.encode())
    index = "".join(f"<sitemap><loc>{xml_text(base + name)}</loc></sitemap>\n" for name in names)
    text = f"{head}<sitemapindex {space}>\n{index}</sitemapindex>\n"
    yield OutputFile("sitemap.xml", text.encode())


def build_robots(edition: Edition) -> OutputFile:
    """Return robots.txt: everything may be read; where the sitemap lies."""
    base = edition.config.base_url
    sitemap = f"\nSitemap: {base}sitemap.xml\n" if base else ""
    return OutputFile("robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode())


def build_opensearch(edition: Edition) -> Iterator[OutputFile]:
    """Yield the description with which a browser adds the archive to its search engines.

    The format wants an absolute address, so there is none without `base_url`.
    """
    config = edition.config
    if not config.base_url:
        return
    template = f"{config.base_url}search/?q={{searchTerms}}"
    # OpenSearch allows 16 characters for the short name and 1,024 for the description.
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{xml_text(config.title[:16].strip())}</ShortName>\n"
        f"<Description>{xml_text((config.description or config.title)[:1024])}</Description>\n"
        f"<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template={xml_attribute(template)}/>\n'
        "</OpenSearchDescription>\n"
    )
    yield OutputFile("opensearch.xml", text.encode())
