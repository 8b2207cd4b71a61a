"""A text and its translations: the switch between them, and which is for whom."""

from __future__ import annotations

from site_builder.content.codes import direction, language_name
from site_builder.content.model import Article, Display, Status
from site_builder.site.edition import Edition
from site_builder.site.urls import article_url, parallel_url
from site_builder.site.views import Alternate, TextLanguage

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


def own_name(tag: str) -> str:
    """Return a language's name as its readers write it at the start of a line: 'Français'."""
    name = language_name(tag, tag)
    return name[:1].upper() + name[1:]


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
    """Return which version is for readers of which language; nothing where there is only one.

    The same on the page of each version, which names itself among them, as Google wants it.
    """
    found = [one for one in versions(edition, article) if one.status is Status.PUBLISHED]
    if article.status is not Status.PUBLISHED or len(found) < 2:
        return ()
    by_language: dict[str, Article] = {}
    for one in found:
        by_language.setdefault(one.language, one)
    return (
        *(Alternate(lang=tag, url=article_url(one.id)) for tag, one in by_language.items()),
        Alternate(lang=X_DEFAULT, url=article_url(found[0].id)),
    )
