"""The feed of corrections and withdrawals, newest first: one entry for each."""

from __future__ import annotations

import json
from collections.abc import Iterator

from site_builder.output.files import OutputFile
from site_builder.site.correction_pages import Correction, correction_feed, corrections
from site_builder.site.edition import Edition
from site_builder.site.feeds import (
    FeedEntry,
    entry_id,
    feed_files,
    publisher_author,
    timestamp,
)
from site_builder.site.urls import CORRECTIONS, article_url
from site_builder.site.xml_text import xml_attribute, xml_text


def build_correction_feed(edition: Edition) -> Iterator[OutputFile]:
    """Yield the feeds of the newest corrections; none holds a word of an article's text."""
    newest = corrections(edition)[: edition.config.feed_entries]
    entries = [_entry(edition, one) for one in newest]
    yield from feed_files(edition, CORRECTIONS, correction_feed(edition), entries)


def _entry(edition: Edition, correction: Correction) -> FeedEntry:
    article = correction.article
    url = edition.config.base_url + article_url(article.id)
    kind = "withdrawal" if correction.withdrawn else f"correction-{correction.number}"
    key = f"{entry_id(edition, article)}/{kind}"
    string = "history_withdrawn_title" if correction.withdrawn else "history_corrected_title"
    title = edition.interface.plain(string, title=article.title)
    when = timestamp(str(correction.date))
    content = f"<p>{xml_text(correction.note)}</p>"
    language = edition.interface.language
    atom = (
        f"<entry xml:lang={xml_attribute(language)}>\n"
        f"<id>{xml_text(key)}</id>\n"
        f"<title>{xml_text(title)}</title>\n"
        f'<link rel="alternate" href={xml_attribute(url)}/>\n'
        f"<published>{when}</published>\n"
        f"<updated>{when}</updated>\n"
        f"{publisher_author(edition)}"
        f'<content type="html">{xml_text(content)}</content>\n'
        "</entry>\n"
    )
    item = {
        "id": key,
        "url": url,
        "title": title,
        "language": language,
        "date_published": when,
        "date_modified": when,
        "content_html": content,
    }
    return FeedEntry(when, atom, json.dumps(item, ensure_ascii=False, separators=(",", ":")))
