"""How an article is cited: its bibliographic description, and the view of the cite box."""

from __future__ import annotations

from site_builder.content.model import Article, Body, Display
from site_builder.indexes.facets import FacetKind
from site_builder.site.article_views import CitationView, CiteView, ParagraphView
from site_builder.site.bibliography import (
    STYLES,
    BibliographicItem,
    Shape,
)
from site_builder.site.bibliography.item import one_line
from site_builder.site.edition import Edition, Record
from site_builder.site.urls import VERIFY, article_url
from site_builder.site.views import Link

TWINS = (
    ("BibTeX", "{id}.bib", "application/x-bibtex"),
    ("RIS", "{id}.ris", "application/x-research-info-systems"),
    ("CSL-JSON", "{id}.csl.json", "application/vnd.citationstyles.csl+json"),
    ("JSON", "index.json", "application/json"),
    ("Markdown", "{id}.md", "text/markdown"),
    ("Text", "{id}.txt", "text/plain"),
)
"""Format, file name beside the article's page, and media type of each machine twin."""


def bibliographic_item(edition: Edition, article: Article) -> BibliographicItem:
    """Return what one cites: the carrier's publication, found in this archive.

    The speaker contributes, the archive is never the author. An entry that summarises a
    publication carries a supplied title and says whose summary it is.
    """
    config, interface = edition.config, edition.interface
    supplied = article.display is Display.SUMMARY
    page = f"{config.base_url}{article_url(article.id)}" if config.base_url else ""
    notes = []
    if article.published and article.published != article.date:
        notes.append(interface.plain("cite_note_said", date=str(article.date)))
    if article.source_url and page:
        notes.append(interface.plain("cite_note_source", url=article.source_url))
    if article.archived_url:
        notes.append(interface.plain("cite_note_archived", url=article.archived_url))
    return BibliographicItem(
        id=article.id,
        shape=_shape(edition, article),
        title=one_line(article.title),
        supplied=supplied,
        genre=interface.plain("cite_genre_summary", archive=config.title) if supplied else "",
        container=one_line(edition.name(FacetKind.CARRIER, article.carrier))
        if article.carrier
        else "",
        contributors=speaker_names(edition, article),
        issued=article.published or article.date,
        said=article.date,
        archive=config.title,
        url=page or article.source_url or "",
        source_url=article.source_url or "",
        language=article.language,
        abstract=one_line(article.summary or ""),
        keywords=tuple(one_line(edition.name(FacetKind.TAG, tag)) for tag in article.tags),
        notes=tuple(notes),
    )


def speaker_names(edition: Edition, article: Article) -> tuple[str, ...]:
    """Return who speaks, each once: a person's name, else the organisation's, else a role."""
    names: dict[str, None] = {}
    for speaker in article.speakers:
        if speaker.person:
            names[one_line(edition.name(FacetKind.PERSON, speaker.person))] = None
        elif speaker.organisation:
            names[one_line(edition.name(FacetKind.ORGANISATION, speaker.organisation))] = None
        elif speaker.role:
            names[one_line(speaker.role)] = None
    return tuple(names)


def cite_view(edition: Edition, record: Record) -> CiteView:
    """Return the cite box of an article's page."""
    way = edition.way_beside(article_url(record.id))
    return CiteView(
        citations=tuple(
            CitationView(
                id=style.id,
                name=style.name,
                html=one.html,
                url=one.url,
                end=one.end,
                locator=one.locator,
            )
            for style, one in zip(STYLES, record.citations, strict=True)
        ),
        twins=tuple(
            Link(name=name, url=way + file.format(id=record.id)) for name, file, _ in TWINS
        ),
        paragraphs=record.paragraphs,
        verify=f"{VERIFY}?in={record.id}" if record.paragraphs else "",
        speakers=edition.interface.text("list_separator").join(record.item.contributors),
    )


def paragraph_views(edition: Edition, article: Article, body: Body) -> tuple[ParagraphView, ...]:
    """Return the paragraphs that the page shows, with the hashes of those it shows whole."""
    # Only an excerpt may end within a paragraph.
    cut = article.display is Display.EXCERPT
    whole = {one.number: one.text for one in article.body.loaded().paragraphs} if cut else {}
    if article.whole_text and article.whole_text.cut:
        whole.pop(len(whole), None)
    return tuple(
        ParagraphView(
            number=one.number,
            voice=one.voice or "",
            voice_label=edition.interface.text(f"voice_{one.voice}") if one.voice else "",
            # The hash of a paragraph that is cut would be of words that are withheld.
            sha256=one.sha256 if not cut or whole.get(one.number) == one.text else "",
        )
        for one in body.paragraphs
    )


def _shape(edition: Edition, article: Article) -> Shape:
    if not article.carrier:
        return Shape.DOCUMENT
    carrier = edition.archive.registers.carriers.get(article.carrier)
    return Shape.WEB if carrier and carrier.kind == "official" else Shape.NEWS
