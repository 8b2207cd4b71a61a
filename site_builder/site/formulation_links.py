"""In an article, every use of a formulation leads to the formulation's page."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import escape

from site_builder.content.model import Article, Body
from site_builder.site.edition import Edition
from site_builder.site.phrase_links import PhraseLink, link_phrases
from site_builder.site.urls import article_url, formulation_url, way_to_root


def with_formulation_links(edition: Edition, article: Article, body: Body) -> Body:
    """Return the article's disclosed body with its uses of formulations as links."""
    uses = edition.formulations.by_article.get(article.id, ())
    if not uses or not body.paragraphs:
        return body
    whole = {paragraph.number: paragraph.text for paragraph in article.body.paragraphs}
    shown = {paragraph.number: paragraph.text for paragraph in body.paragraphs}
    root = way_to_root(article_url(article.id))
    links = (
        PhraseLink(
            paragraph=use.paragraph,
            start=use.start,
            end=use.end,
            tag=_opening_tag(edition, root, use.formulation),
        )
        for use in uses
        # A paragraph cut short holds only what stands before its cut.
        if whole[use.paragraph][: use.end] == shown.get(use.paragraph, "")[: use.end]
    )
    return replace(body, html=link_phrases(body, links))


def _opening_tag(edition: Edition, root: str, formulation_id: str) -> str:
    name = edition.archive.registers.formulations[formulation_id].name
    title = escape(edition.interface.plain("formulation_link", name=name))
    url = formulation_url(formulation_id)
    return f'<a class="formulation" href="{root}{url}" title="{title}">'
