"""A use of a formulation as a line of a concordance: the phrase with the words round it."""

from __future__ import annotations

from site_builder.content.codes import direction
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.formulations import LocatedUse
from site_builder.site.edition import Edition
from site_builder.site.research_views import UseView
from site_builder.site.rows import speaker_view
from site_builder.site.urls import article_url, paragraph_url
from site_builder.site.views import Link, SpeakerView

CONTEXT = 90
"""Characters of context at either side."""
_ELLIPSIS = "…"


def use_view(edition: Edition, located: LocatedUse) -> UseView:
    """Return the line of one use; without words where these are withheld."""
    article, use, paragraph = located.article, located.use, located.paragraph
    voice = use.voice or "none"
    speakers = tuple(speaker_view(edition, one) for one in article.speakers)
    carrier = edition.link(FacetKind.CARRIER, article.carrier) if article.carrier else None
    if carrier and carrier.name in (link.name for one in speakers for link in _named(one)):
        carrier = None
    text = paragraph.text if paragraph else ""
    return UseView(
        url=paragraph_url(article.id, use.paragraph) if paragraph else article_url(article.id),
        date=edition.date(article.date),
        title=article.title,
        lang=article.language,
        dir=direction(article.language),
        before=end_of(text[: use.start], CONTEXT),
        phrase=text[use.start : use.end],
        after=start_of(text[use.end :], CONTEXT),
        paragraph=use.paragraph,
        voice=voice,
        voice_label=edition.interface.text(f"voice_{voice}"),
        verbatim=use.verbatim,
        speakers=speakers,
        carrier=carrier,
    )


def _named(speaker: SpeakerView) -> tuple[Link, ...]:
    """Return the name by which a line calls a speaker."""
    shown = speaker.person or (None if speaker.role else speaker.organisation)
    return (shown,) if shown else ()


def end_of(text: str, length: int) -> str:
    """Return the end of a text, at most `length` characters and cut between words."""
    if len(text) <= length:
        return text
    cut = text[-length:]
    space = cut.find(" ")
    return f"{_ELLIPSIS} {cut[space + 1 :]}" if space >= 0 else f"{_ELLIPSIS}{cut}"


def start_of(text: str, length: int) -> str:
    """Return the start of a text, at most `length` characters and cut between words."""
    if len(text) <= length:
        return text
    cut = text[:length]
    space = cut.rfind(" ")
    return f"{cut[:space]} {_ELLIPSIS}" if space > 0 else f"{cut}{_ELLIPSIS}"
