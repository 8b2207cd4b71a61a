"""Articles made for one test."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from site_builder.content.dates import PartialDate
from site_builder.content.model import Article, Body, Paragraph, Speaker
from site_builder.content.words import count_words
from site_builder.diagnostics import SourceLocation


def article_of(name: str, date: str, *paragraphs: str, **fields: Any) -> Article:
    """An article with a text; `people` names who speaks."""
    people = fields.pop("people", ())
    return Article(
        id=name,
        title=f"Title of {name}",
        date=PartialDate.parse(date),
        location=SourceLocation(path=f"content/articles/{name}.md"),
        body=Body(
            html="",
            paragraphs=tuple(
                Paragraph(number=number, text=text, html=text, voice=None, sha256="")
                for number, text in enumerate(paragraphs, start=1)
            ),
            words=sum(map(count_words, paragraphs)),
        ),
        language="en",
        speakers=tuple(Speaker(person=person) for person in people),
        missing=MappingProxyType({}),
        **fields,
    )
