"""A text and its translations: the switch between them, and which is for whom."""

from __future__ import annotations

from site_builder.content.codes import direction, language_name
from site_builder.content.model import Article, Display, Status
from site_builder.site.article_views import TextLanguage
from site_builder.site.edition import Edition
from site_builder.site.site_languages import best_folder, own_name, site_languages
from site_builder.site.urls import article_url, parallel_url
from site_builder.site.views import Alternate

X_DEFAULT = "x-default"
"""For readers of any other language (Google, Localized versions of your pages)."""


def versions(edition: Edition, article: Article) -> tuple[Article, ...]:
    """Return the shown versions of one publication, the original first, then by language."""
    original_id = article.translation_of or article.id
    original = edition.by_id.get(original_id)
    found = (*((original,) if original else ()), *edition.translations.get(original_id, ()))
    return tuple(one for one in found if one.status is not Status.WITHDRAWN)


def text_languages(edition: Edition, article: Article) -> tuple[TextLanguage, ...]:
    """Return the languages in which an article is here, itself among them; none if it is alone."""
    found = versions(edition, article)
    if len(found) < 2:
        return ()
    return tuple(
        TextLanguage(
            url=article_url(one.id),
            lang=one.language,
            dir=direction(one.language),
            own_name=own_name(one.language),
            name=language_name(one.language, edition.interface.language),
            is_original=one.translation_of is None,
            current=one.id == article.id,
            parallel_url=_parallel_url(article, one),
        )
        for one in found
    )


def _parallel_url(article: Article, other: Article) -> str:
    """Return where two versions stand side by side, or '' where they do not."""
    original, translation = (article, other) if article.translation_of is None else (other, article)
    return parallel_url(translation.id) if is_parallel(original, translation) else ""


def is_parallel(original: Article, translation: Article) -> bool:
    """Whether two articles are an original and its translation, and both show their text.

    A summary beside a whole text would put paragraphs together that have nothing in common.
    """
    shows = (original.display, translation.display)
    return (
        translation.translation_of == original.id
        and Display.METADATA not in shows
        and (shows[0] is Display.SUMMARY) == (shows[1] is Display.SUMMARY)
        and min(original.body.paragraph_count, translation.body.paragraph_count) > 0
    )


def alternates(edition: Edition, article: Article) -> tuple[Alternate, ...]:
    """Return which page is for readers of which language; nothing where there is only one.

    The same on all of these pages, each of which names itself among them, as Google wants it.
    Readers for whom there is no text in their language are given the original.
    """
    if article.status is not Status.PUBLISHED or not is_canonical(edition, article):
        return ()
    pages = _pages_by_language(edition, article)
    if len(pages) < 2 or edition.folder + article_url(article.id) not in pages.values():
        return ()
    original = _published(edition, article)[0]
    # In the main language if that page is among them.
    first = article_url(original.id)
    default = first if first in pages.values() else pages[original.language]
    return (
        *(Alternate(lang=tag, url=address) for tag, address in pages.items()),
        Alternate(lang=X_DEFAULT, url=default),
    )


def is_canonical(edition: Edition, article: Article) -> bool:
    """Whether an article's page in this edition is one that search engines should show."""
    return canonical_address(edition, article) == edition.folder + article_url(article.id)


def canonical_address(edition: Edition, article: Article) -> str:
    """Return the page that search engines should show for an article's page in this edition.

    It is below the site's root: that page itself, but where the text's readers have an interface
    in their language, and those of the interface a text in theirs.
    """
    own = edition.folder + article_url(article.id)
    if not edition.config.languages or article.status is not Status.PUBLISHED:
        return own
    pages = _pages_by_language(edition, article)
    if own in pages.values():
        return own
    best = best_folder(site_languages(edition.config), article.language)
    return best + article_url(article.id)


def _published(edition: Edition, article: Article) -> tuple[Article, ...]:
    found = versions(edition, article)
    return tuple(one for one in found if one.status is Status.PUBLISHED)


def _pages_by_language(edition: Edition, article: Article) -> dict[str, str]:
    """Return the best page for readers of each language: of its texts and of the interface."""
    published = _published(edition, article)
    languages = site_languages(edition.config)
    pages: dict[str, str] = {}
    for one in published:
        address = best_folder(languages, one.language) + article_url(one.id)
        pages.setdefault(one.language, address)
    served = {best_folder(languages, tag) for tag in pages} if languages else {""}
    for language in languages:
        if language.folder not in served:
            pages[language.lang] = language.folder + article_url(published[0].id)
    return pages
