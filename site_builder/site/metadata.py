"""What an article's head tells catalogues: Dublin Core, Highwire, Zotero and Open Graph.

Sources: DCMI Metadata Terms (legacy names in HTML, DC-HTML 2008), the inclusion guidelines of
Google Scholar for Highwire names, Zotero's Embedded Metadata translator, and ogp.me. The
carrier is the publication and the speaker a contributor; no name says that the archive wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.codes import country_name
from site_builder.content.dates import PartialDate
from site_builder.content.model import Article
from site_builder.indexes.facets import FacetKind
from site_builder.site.bibliography import BibliographicItem, Shape
from site_builder.site.citations import TWINS
from site_builder.site.edition import Edition, Record
from site_builder.site.json_ld import article_json_ld
from site_builder.site.urls import article_url
from site_builder.site.views import PageData

_SCHEMAS = (
    ("schema.DC", "http://purl.org/dc/elements/1.1/"),
    ("schema.DCTERMS", "http://purl.org/dc/terms/"),
)
_ZOTERO_TYPES = {
    Shape.NEWS: "newspaperArticle",
    Shape.WEB: "webpage",
    Shape.DOCUMENT: "document",
}


def article_data(edition: Edition, article: Article, record: Record) -> PageData:
    """Return what the head of an article's page says to machines."""
    item = record.item
    way = edition.way_beside(article_url(article.id))
    twins = (("alternate", media, way + name.format(id=article.id)) for _, name, media in TWINS)
    return PageData(
        links=(*((relation, "", address) for relation, address in _SCHEMAS), *twins),
        names=tuple((name, value) for name, value in _names(edition, article, item) if value),
        properties=tuple(_properties(edition, article)),
        json_ld=article_json_ld(edition, article, record.body, item),
    )


def _names(
    edition: Edition, article: Article, item: BibliographicItem
) -> Iterator[tuple[str, str]]:
    config = edition.config
    yield "DC.title", item.cited_title
    for name in item.contributors:
        yield "DC.contributor", name
    yield "DC.publisher", item.container
    yield "DC.date", str(item.issued)
    if item.said != item.issued:
        yield "DCTERMS.created", str(item.said)
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    yield "DC.identifier", item.url
    yield "DC.language", article.language
    for word in item.keywords:
        yield "DC.subject", word
    for code in article.countries:
        yield "DC.coverage", country_name(code, edition.interface.language)
    yield "DC.source", article.source_url or ""
    yield "DC.rights", article.rights or ""
    yield "DCTERMS.abstract", item.abstract
    yield "DCTERMS.isPartOf", config.title
    yield "z:itemType", _ZOTERO_TYPES[item.shape]
    yield "citation_title", item.cited_title
    yield "citation_publication_date", _slashed(item.issued)
    # Zotero reads it as the name of the publication, whatever the type of the item.
    yield "citation_journal_title", item.container
    yield "citation_language", article.language
    if config.base_url:
        page = config.base_url + article_url(article.id)
        yield "citation_abstract_html_url", page
        yield "citation_public_url", page
    yield "citation_keywords", "; ".join(item.keywords)


def _properties(edition: Edition, article: Article) -> Iterator[tuple[str, str]]:
    yield "article:published_time", str(article.published or article.date)
    if article.revisions:
        yield "article:modified_time", str(max(one.date for one in article.revisions))
    for tag in article.tags:
        yield "article:tag", edition.name(FacetKind.TAG, tag)


def _slashed(date: PartialDate) -> str:
    return str(date).replace("-", "/")
