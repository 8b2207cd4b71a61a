"""The machine twins beside each article: JSON, Markdown, text, BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.model import Article, Status
from site_builder.output.files import OutputFile
from site_builder.site.bibliography import bibtex, csl_json, ris
from site_builder.site.edition import Edition
from site_builder.site.reading_copies import markdown_copy, plain_text, tombstone_copy
from site_builder.site.records import record
from site_builder.site.urls import article_url


def build_twins(edition: Edition) -> Iterator[OutputFile]:
    """Yield the twins of every article."""
    for article in edition.archive.articles:
        yield from article_twins(edition, article)


def article_twins(edition: Edition, article: Article) -> Iterator[OutputFile]:
    """Yield the twins of one article; a tombstone has one in Markdown alone."""
    stem = f"{article_url(article.id)}{article.id}"
    if article.status is Status.WITHDRAWN:
        yield OutputFile(f"{stem}.md", tombstone_copy(edition, article).encode())
        return
    made = record(edition, article)
    body, item = made.body, made.item
    yield OutputFile(f"{article_url(article.id)}index.json", f"{made.line}\n".encode())
    yield OutputFile(f"{stem}.md", markdown_copy(edition, article, body).encode())
    yield OutputFile(f"{stem}.txt", plain_text(edition, article, made).encode())
    yield OutputFile(f"{stem}.bib", bibtex(item).encode())
    yield OutputFile(f"{stem}.ris", ris(item).encode())
    yield OutputFile(f"{stem}.csl.json", csl_json(item).encode())
