"""The feed of direct quotations, newest first: one entry for each quotation."""

from __future__ import annotations

import json
from collections.abc import Iterator

from site_builder.indexes.facets import FacetKind
from site_builder.indexes.quotes import Quotation
from site_builder.output.files import OutputFile
from site_builder.site.article_pages import last_change
from site_builder.site.concordance import start_of
from site_builder.site.edition import Edition
from site_builder.site.feeds import (
    FeedEntry,
    entry_id,
    feed_files,
    publisher_author,
    timestamp,
)
from site_builder.site.quote_pages import quotation_view, quote_feed
from site_builder.site.urls import QUOTES, paragraph_url
from site_builder.site.xml_text import xml_attribute, xml_text

_TITLE = 120
"""Characters of the quotation in an entry's title."""


def build_quote_feed(edition: Edition) -> Iterator[OutputFile]:
    """Yield the feeds of the newest direct quotations; only disclosed words are in them."""
    newest = edition.quotations.all[: -edition.config.feed_entries - 1 : -1]
    entries = [_entry(edition, quotation) for quotation in newest]
    yield from feed_files(edition, QUOTES, quote_feed(edition), entries)


def _entry(edition: Edition, quotation: Quotation) -> FeedEntry:
    """Return an entry; its place in the text tells it from others of the paragraph."""
    article, paragraph = quotation.article, quotation.paragraph
    url = edition.config.base_url + paragraph_url(article.id, paragraph.number)
    key = f"{entry_id(edition, article)}/p{paragraph.number}/{quotation.span.start}"
    speakers = [name for name in _speakers(edition, quotation) if name]
    title = ": ".join(
        part
        for part in (
            edition.interface.text("list_separator").join(speakers),
            start_of(quotation.text, _TITLE),
        )
        if part
    )
    content = _content(edition, quotation, url)
    published, updated = timestamp(str(article.date)), timestamp(last_change(article))
    authors = "".join(f"<author><name>{xml_text(name)}</name></author>\n" for name in speakers)
    atom = (
        f"<entry xml:lang={xml_attribute(article.language)}>\n"
        f"<id>{xml_text(key)}</id>\n"
        f"<title>{xml_text(title)}</title>\n"
        f'<link rel="alternate" href={xml_attribute(url)}/>\n'
        f"<published>{published}</published>\n"
        f"<updated>{updated}</updated>\n"
        f"{authors or publisher_author(edition)}"
        f'<content type="html">{xml_text(content)}</content>\n'
        "</entry>\n"
    )
    item = {
        "id": key,
        "url": url,
        "title": title,
        "language": article.language,
        "date_published": published,
        "date_modified": updated,
        "content_html": content,
        **({"authors": [{"name": name} for name in speakers]} if speakers else {}),
    }
    return FeedEntry(updated, atom, json.dumps(item, ensure_ascii=False, separators=(",", ":")))


def _speakers(edition: Edition, quotation: Quotation) -> Iterator[str]:
    for speaker in quotation.article.speakers:
        yield (
            edition.name(FacetKind.PERSON, speaker.person) if speaker.person else speaker.role or ""
        )


def _content(edition: Edition, quotation: Quotation, url: str) -> str:
    """Return the quotation, the sentence round it and its source as HTML."""
    view = quotation_view(edition, quotation)
    quoted = f"<blockquote cite={xml_attribute(url)}><p>{xml_text(view.text)}</p></blockquote>"
    context = ""
    if not view.whole:
        before, phrase, after = map(xml_text, (view.before, view.in_context, view.after))
        context = f"<p>{before}<b>{phrase}</b>{after}</p>"
    notes = ""
    if view.shared:
        notes += f"<p>{xml_text(edition.interface.text('quote_shared'))}</p>"
    if view.summary:
        notes += f"<p>{xml_text(edition.interface.text('quote_summary_note'))}</p>"
    link = f"<a href={xml_attribute(url)}>{xml_text(view.title)}</a>"
    source = f"<p>{link}, {xml_text(view.date.text)}</p>"
    return quoted + context + source + notes
