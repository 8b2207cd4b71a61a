"""The archive's own prose: 'about' and whatever else its keepers write."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.content.codes import direction
from site_builder.content.markdown import parse_body
from site_builder.content.model import TextPage
from site_builder.diagnostics import SourceLocation
from site_builder.site.article_pages import numbered_html
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, page_meta
from site_builder.site.views import HeadingView, TextPageView

ABOUT = "about"


def prose(edition: Edition) -> tuple[TextPage, ...]:
    """Return the archive's own pages, 'about' first, in the edition's language where there are."""
    written = edition.archive.pages
    own = edition.interface.language if edition.folder else ""
    versions = {page.id: page for page in written if own and page.language == own}
    pages = [versions.get(page.id, page) for page in written if not page.language]
    if all(page.id != ABOUT for page in pages):
        pages.append(_about(edition))
    return tuple(sorted(pages, key=lambda page: (page.id != ABOUT, page.id)))


def plan_prose(edition: Edition) -> Iterator[Page]:
    """Yield a page for each text under content/pages/, and one about the archive in any case."""
    for page in prose(edition):
        language = _language(edition, page)
        view = TextPageView(
            title=page.title,
            lang=language,
            dir=direction(language) if language else "",
            body_html=numbered_html(edition, page.body),
            headings=tuple(
                HeadingView(level=one.level, text=one.text, anchor=one.anchor)
                for one in page.body.headings
            ),
        )
        first = page.body.paragraphs[0].text if page.body.paragraphs else ""
        meta = page_meta(edition, f"{page.id}/", page.title, first[:200], section=page.id)
        yield Page(
            url=meta.url, template="text_page.html", meta=meta, view=view, source=page.location
        )


def _language(edition: Edition, page: TextPage) -> str:
    """Return the language of a page where it is not the edition's, else ''."""
    other = edition.folder and not page.language and page.location.path.endswith(".md")
    return edition.config.language if other else ""


def _about(edition: Edition) -> TextPage:
    """Return a page made of the settings, for an archive that has not written its own yet."""
    config, interface = edition.config, edition.interface
    path = "content/site.yaml"
    given = (
        config.description or interface.plain("about_title", title=config.title),
        interface.plain("footer_publisher", publisher=config.publisher) if config.publisher else "",
        config.rights,
        interface.text("about_voices"),
    )
    body, _ = parse_body("\n\n".join(text for text in given if text), path, to_root="../")
    return TextPage(
        id=ABOUT,
        title=interface.text("nav_about"),
        body=body,
        location=SourceLocation(path=path),
    )
