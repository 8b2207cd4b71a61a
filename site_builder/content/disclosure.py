"""How much of an article's text may leave the build.

Everything that shows, indexes or exports text takes it from here, so that what `display` and
`status` withhold is withheld everywhere.
"""

from __future__ import annotations

import html

from msgspec.structs import replace

from site_builder.content.model import Article, Body, Display, Paragraph, Status
from site_builder.content.words import count_words, first_words

ELLIPSIS = " …"


def disclosed_body(article: Article, *, excerpt_words: int) -> Body:
    """Return the part of the body that may be published, possibly none of it.

    An excerpt is the first `excerpt_words` words, never more than half of the text, and cut
    within a paragraph where it must be.
    """
    if article.status is Status.WITHDRAWN or article.display is Display.METADATA:
        return Body(html="")
    if article.display is Display.EXCERPT:
        if article.whole_text:
            # It is the excerpt already, and would become shorter with each copy of the archive.
            return _excerpt(article.body.loaded(), article.body.words)
        return _excerpt(article.body.loaded(), min(excerpt_words, article.body.words // 2))
    return article.body.loaded()


def _excerpt(body: Body, words: int) -> Body:
    paragraphs: list[Paragraph] = []
    left = words
    for paragraph in body.paragraphs:
        if left <= 0:
            break
        length = count_words(paragraph.text)
        paragraphs.append(_cut(paragraph, left) if length > left else paragraph)
        left -= length
    markup = "".join(
        f'<p{_voice(paragraph)} id="p{paragraph.number}">{paragraph.html}</p>\n'
        for paragraph in paragraphs
    )
    return Body(html=markup, paragraphs=tuple(paragraphs), words=words - max(left, 0))


def _cut(paragraph: Paragraph, words: int) -> Paragraph:
    text = first_words(paragraph.text, words) + ELLIPSIS
    return replace(paragraph, text=text, html=html.escape(text, quote=False))


def _voice(paragraph: Paragraph) -> str:
    return f' data-voice="{paragraph.voice}"' if paragraph.voice else ""
