"""Where official set phrases are used, in whose voice, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from site_builder.content.disclosure import ELLIPSIS
from site_builder.content.model import (
    Article,
    Body,
    Display,
    Formulation,
    Paragraph,
    Voice,
)
from site_builder.indexes.phrases import PhraseFinder
from site_builder.indexes.quotes import quoted_spans

QUIET_FROM = 3.0
"""Uses that a formulation's earlier rate lets one expect since its last one, from which it has
gone quiet. If the rate still held, that many would be missed by chance once in twenty times."""


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """One use of a formulation in an article's full text."""

    formulation: str
    paragraph: int
    """Its number."""
    start: int
    """Offset in the paragraph's text."""
    end: int
    voice: Voice | None
    verbatim: bool
    """Whether these are somebody's exact words, as far as the archive can tell."""


class SeenUse(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A use, and the words round it where they may be shown."""

    use: Use
    paragraph: Paragraph | None
    """As it is disclosed; None where the use stands in text that `display` withholds."""


class LocatedUse(msgspec.Struct, frozen=True, kw_only=True):
    """A use with its article, and the words round it where they may be shown."""

    article: Article
    use: Use
    paragraph: Paragraph | None
    """As it is disclosed; None where the use stands in text that `display` withholds."""


class FormulationUses(msgspec.Struct, frozen=True, kw_only=True):
    """Every use of one formulation in listed articles."""

    formulation: Formulation
    uses: tuple[LocatedUse, ...]
    """In the archive's order, and in the order of the text within an article."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that use it, each once, in the archive's order."""
        return distinct_articles(self.uses)


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """How long a formulation has not been used, measured in articles."""

    last: LocatedUse
    since: int
    """Listed articles dated after its last use."""
    expected: float
    """How many of those would use it at the rate at which articles up to then did."""

    @property
    def quiet(self) -> bool:
        """Whether the silence is longer than chance explains."""
        return self.expected >= QUIET_FROM


class FormulationIndex(msgspec.Struct, frozen=True, kw_only=True):
    """The uses of every formulation of the register."""

    formulations: Mapping[str, FormulationUses]
    """By id, in the order of ids; also those that nothing uses."""
    by_article: Mapping[str, tuple[Use, ...]]
    """An article's id → its uses in full, in the order of the text; only articles that have
    any, translations included, which no count holds."""


def gather_formulations(
    listed: Sequence[Article],
    formulations: Mapping[str, Formulation],
    seen: Mapping[str, Sequence[SeenUse]],
) -> FormulationIndex:
    """Return the uses of the register's formulations, given those of each article by its id."""
    gathered: dict[str, list[LocatedUse]] = {key: [] for key in formulations}
    for article in listed:
        for one in seen.get(article.id, ()):
            gathered[one.use.formulation].append(
                LocatedUse(article=article, use=one.use, paragraph=one.paragraph)
            )
    by_article = {key: tuple(one.use for one in found) for key, found in seen.items() if found}
    return FormulationIndex(
        formulations=MappingProxyType(
            {
                key: FormulationUses(formulation=formulations[key], uses=tuple(gathered[key]))
                for key in formulations
            }
        ),
        by_article=MappingProxyType(by_article),
    )


def phrase_finder(formulations: Iterable[Formulation]) -> PhraseFinder:
    """Return a finder of every wording of the formulations."""
    return PhraseFinder(
        (wording, formulation.id)
        for formulation in formulations
        for wording in wordings(formulation)
    )


def wordings(formulation: Formulation) -> tuple[str, ...]:
    """Return the wordings that count as uses: the name in every language, variants, spellings."""
    return (
        formulation.name,
        *formulation.variants,
        *formulation.aliases,
        *formulation.names.values(),
    )


def article_uses(body: Body, display: Display, finder: PhraseFinder) -> tuple[Use, ...]:
    """Return the uses in one text; a pure function of it and the register."""
    return tuple(
        Use(
            formulation=match.key,
            paragraph=paragraph.number,
            start=match.start,
            end=match.end,
            voice=paragraph.voice,
            verbatim=_is_verbatim(paragraph, display, match.start, match.end),
        )
        for paragraph in body.paragraphs
        for match in finder.find(paragraph.text)
    )


def seen_uses(article: Article, shown: Body, finder: PhraseFinder) -> tuple[SeenUse, ...]:
    """Return the uses in one article, with what `shown`, its disclosed text, shows of them."""
    body = article.body.loaded()
    uses = article_uses(body, article.display, finder)
    return tuple(_located(shown, body, uses)) if uses else ()


def distinct_articles(uses: Iterable[LocatedUse]) -> tuple[Article, ...]:
    """Return the articles of uses, each once, in their order."""
    return tuple({located.article.id: located.article for located in uses}.values())


def silence_since(found: FormulationUses, listed: Sequence[Article]) -> Silence | None:
    """Return how long a formulation has been silent; None where it was never used."""
    if not found.uses:
        return None
    last = found.uses[-1]
    since = sum(article.date > last.article.date for article in listed)
    rate = len(found.articles) / (len(listed) - since)
    return Silence(last=last, since=since, expected=rate * since)


def _is_verbatim(paragraph: Paragraph, display: Display, start: int, end: int) -> bool:
    """Return whether a use counts as exact words.

    It does in a paragraph of voice `direct` and inside quotation marks, but for background,
    which is nobody's statement. A summary is this archive's prose with set phrases in marks,
    so there it takes both: the voice says whose words the marks hold.
    """
    if paragraph.voice is Voice.BACKGROUND:
        return False
    direct = paragraph.voice is Voice.DIRECT
    if display is Display.SUMMARY:
        return direct and _in_marks(paragraph.text, start, end)
    return direct or _in_marks(paragraph.text, start, end)


def _in_marks(text: str, start: int, end: int) -> bool:
    return any(span.holds(start, end) for span in quoted_spans(text))


def _located(shown: Body, body: Body, uses: tuple[Use, ...]) -> Iterator[SeenUse]:
    paragraphs = {paragraph.number: paragraph for paragraph in shown.paragraphs}
    whole = {paragraph.number: paragraph.text for paragraph in body.paragraphs}
    for use in uses:
        paragraph = paragraphs.get(use.paragraph)
        if paragraph is not None and _is_cut(paragraph.text, whole[use.paragraph], use.end):
            paragraph = None
        yield SeenUse(use=use, paragraph=paragraph)


def _is_cut(shown: str, whole: str, end: int) -> bool:
    """Return whether a paragraph that is shown in part breaks off before a phrase's end."""
    return shown != whole and end > len(shown.removesuffix(ELLIPSIS))
