"""An original and its translation side by side, a page for each translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from site_builder.content.codes import direction, language_name
from site_builder.content.disclosure import disclosed_body
from site_builder.content.model import Article, Body, Display, Status
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.parallel_text import Unit, align_translation
from site_builder.site.body_links import to_shared_files
from site_builder.site.edition import Edition
from site_builder.site.pages import LaterPage, Page, crumbs
from site_builder.site.parallel_views import (
    ParallelColumn,
    ParallelRow,
    ParallelUnit,
    ParallelView,
)
from site_builder.site.site_languages import own_name
from site_builder.site.text_languages import is_parallel, text_languages, versions
from site_builder.site.urls import HOME, article_url, paragraph_url, parallel_url, way_to_root
from site_builder.site.views import PageMeta

_PART = re.compile(
    r'<(?:p|li)(?: data-voice="[a-z]+")? id="p(?P<number>[0-9]+)">'
    r'|<h(?P<level>[2-6]) id="section-[0-9]+">(?P<heading>.*?)</h[2-6]>'
    r"|<pre>(?P<code>.*?)</pre>"
    r"|(?P<quote></?blockquote>)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")(\.\./\.\./|#)')


def plan_parallel(edition: Edition) -> Iterator[LaterPage]:
    """Yield a page for each translation that can be set beside its original."""
    for original_id, translations in edition.translations.items():
        original = edition.by_id.get(original_id)
        if original is None or original.status is Status.WITHDRAWN:
            continue
        for translation in translations:
            if is_parallel(original, translation):
                row = edition.keys.row
                rows = [row(one) for one in versions(edition, original)]
                where = str(edition.timeline_url(original.date))
                yield LaterPage(
                    url=parallel_url(translation.id),
                    key=edition.keys.page("parallel", translation.id, where, rows),
                    make=partial(_parallel_page, edition, original, translation),
                    source=translation.location,
                    # Each text has a page of its own for search engines to show.
                    listed=False,
                )


def _parallel_page(edition: Edition, original: Article, translation: Article) -> Page:
    interface = edition.interface
    columns = (_column(edition, original), _column(edition, translation))
    view = ParallelView(
        date=edition.date(original.date, in_timeline=True),
        original=columns[0],
        translation=columns[1],
        rows=tuple(_rows(edition, original, translation)),
        languages=text_languages(edition, original),
        summaries=original.display is Display.SUMMARY,
        complete=all(column.shown == column.paragraphs for column in columns),
    )
    meta = PageMeta(
        url=parallel_url(translation.id),
        title=interface.plain(
            "parallel_title",
            title=original.title,
            original=columns[0].name,
            translation=columns[1].name,
        ),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs(
            (interface.text("nav_home"), HOME), (original.title, article_url(original.id))
        ),
        noindex=True,
        section="timeline",
    )
    return Page(
        url=meta.url, template="parallel.html", meta=meta, view=view, source=translation.location
    )


def _column(edition: Edition, article: Article) -> ParallelColumn:
    body = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    return ParallelColumn(
        url=article_url(article.id),
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        own_name=own_name(article.language),
        name=language_name(article.language, edition.interface.language),
        carrier=edition.link(FacetKind.CARRIER, article.carrier) if article.carrier else None,
        shown=len(body.paragraphs),
        paragraphs=article.body.paragraph_count,
    )


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """A unit to show, and what it says for finding its counterpart."""

    unit: Unit
    view: ParallelUnit


def _rows(edition: Edition, original: Article, translation: Article) -> Iterator[ParallelRow]:
    """Yield the rows in which anything is shown; whole texts are aligned, whatever is shown."""
    here, there = (tuple(_parts(edition, one)) for one in (original, translation))
    for bead in align_translation([one.unit for one in here], [one.unit for one in there]):
        row = ParallelRow(original=_shown(here, bead[0]), translation=_shown(there, bead[1]))
        if any(unit.body_html for unit in (*row.original, *row.translation)):
            yield row


def _shown(parts: Sequence[_Part], places: Sequence[int]) -> tuple[ParallelUnit, ...]:
    """Return the units at some places; of headings and the like only those that are shown."""
    views = (parts[at].view for at in places)
    return tuple(view for view in views if view.body_html or view.number)


def _parts(edition: Edition, article: Article) -> Iterator[_Part]:
    body = article.body.loaded()
    disclosed = disclosed_body(article, excerpt_words=edition.config.excerpt_words)
    whole = article.display is not Display.EXCERPT
    quoted = False
    for match in _PART.finditer(body.html):
        if match["quote"]:
            quoted = not match["quote"].startswith("</")
        elif match["number"]:
            number = int(match["number"])
            yield _paragraph(edition, article, body, disclosed, number, quoted=quoted)
        else:
            html = match["heading"] or f"<code>{match['code']}</code>"
            level = int(match["level"] or 0)
            yield _Part(
                unit=Unit(text=_TAG.sub("", html), heading=bool(level)),
                view=ParallelUnit(
                    number=0,
                    url="",
                    level=level,
                    voice="",
                    quoted=quoted,
                    body_html=_from_here(to_shared_files(edition, html), article.id)
                    if whole
                    else "",
                ),
            )


def _paragraph(
    edition: Edition, article: Article, body: Body, disclosed: Body, number: int, *, quoted: bool
) -> _Part:
    paragraph = body.paragraphs[number - 1]
    shown = disclosed.paragraphs[number - 1] if number <= len(disclosed.paragraphs) else None
    return _Part(
        unit=Unit(text=paragraph.text, voice=paragraph.voice or ""),
        view=ParallelUnit(
            number=number,
            url=paragraph_url(article.id, number) if shown else "",
            level=0,
            voice=(shown.voice or "") if shown else "",
            quoted=quoted,
            body_html=_from_here(to_shared_files(edition, shown.html), article.id) if shown else "",
        ),
    )


def _from_here(html: str, article_id: str) -> str:
    """Return an article's HTML with addresses that are right one folder below its page."""
    root = way_to_root(parallel_url(article_id))

    def moved(match: re.Match[str]) -> str:
        way = f"{root}{article_url(article_id)}#" if match[2] == "#" else root
        return match[1] + way

    return _ADDRESS.sub(moved, html)
