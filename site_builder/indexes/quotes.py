"""Words in quotation marks, and direct quotations by article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from site_builder.content.model import Article, Body, Display, Kind, Paragraph, Voice
from site_builder.indexes.speakers import speaking_people

_CLOSING = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
    '"': '"”',
    "‘": "’",
    "‚": "‘’",
    "'": "'’",
}
"""What may close a quotation, by its opening mark."""

_OPENING = re.compile("[" + "".join(_CLOSING) + "]")
_DEEPEST = 8
"""Quotations within each other; where there are more, the marks are not paired at all."""
_SINGLE = frozenset("‘‚'")
"""Marks that are also apostrophes: an unclosed one opens nothing."""
_BOTH_WAYS = frozenset("”»›＂\"'")
"""Marks that open in one language or place and close in another: they open only where a word
may begin."""
_BEFORE_A_WORD = frozenset("([{—–-/:，。；：「『“„«‹‘")

_REPORTS = frozenset((Kind.WIRE_REPORT, Kind.READOUT))
"""Kinds of document that report what was said; every other kind reproduces it."""


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Characters of a text from `start` up to, and without, `end`."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Return whether the characters from `start` to `end` all lie inside."""
        return self.start <= start and end <= self.end


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """The speaker's own words in one paragraph, as far as the archive shows them."""

    article: Article
    paragraph: Paragraph
    """As it is disclosed, perhaps cut short."""
    span: Span
    """In the paragraph's text, without the quotation marks."""
    whole: bool
    """Whether it is the whole paragraph, so that nothing stands round it."""

    @property
    def text(self) -> str:
        """The words quoted."""
        return self.paragraph.text[self.span.start : self.span.end]


class QuotedWords(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A direct quotation apart from its article."""

    paragraph: Paragraph
    span: Span
    whole: bool


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Return the words in quotation marks of any style, outermost marks only, in order.

    A quotation that is still open where the text ends runs to its end, as in a speech that
    opens every paragraph with a mark and closes only the last.
    """
    spans = []
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENING.search(text, at):
        start = opening.end()
        at = start
        mark = opening[0]
        if mark in unclosed or not _opens(text, opening.start(), mark):
            continue
        end = _end_of_quotation(text, start, mark)
        if end is None:
            if mark in _SINGLE:
                # What closes none here closes none further on: no need to look again.
                unclosed.add(mark)
                continue
            end = len(text)
        span = _trimmed(text, start, end)
        if span.start < span.end:
            spans.append(span)
        at = end + 1
    return tuple(spans)


class QuotationIndex(msgspec.Struct, frozen=True, kw_only=True):
    """Every direct quotation, from disclosed text only."""

    all: tuple[Quotation, ...]
    """In the archive's order, and in the order of the text within an article."""
    by_person: Mapping[str, tuple[Quotation, ...]]
    """By the speaker's id, in the order of ids; a quotation from an entry with several speakers
    stands under each."""


def gather_quotations(
    articles: Iterable[Article], quoted: Mapping[str, Iterable[QuotedWords]]
) -> QuotationIndex:
    """Return the direct quotations of articles, given those of each by its id."""
    found = tuple(
        Quotation(article=article, paragraph=one.paragraph, span=one.span, whole=one.whole)
        for article in articles
        for one in quoted.get(article.id, ())
    )
    by_person: dict[str, list[Quotation]] = {}
    for quotation in found:
        for person in speaking_people(quotation.article):
            by_person.setdefault(person, []).append(quotation)
    return QuotationIndex(
        all=found,
        by_person=MappingProxyType({key: tuple(by_person[key]) for key in sorted(by_person)}),
    )


def quoted_words(article: Article, body: Body) -> tuple[QuotedWords, ...]:
    """Return the direct quotations of one article's disclosed body; a pure function of it."""
    return tuple(
        QuotedWords(paragraph=one.paragraph, span=one.span, whole=one.whole)
        for one in article_quotations(article, body)
    )


def article_quotations(article: Article, body: Body) -> Iterator[Quotation]:
    """Yield the direct quotations of an article's disclosed body.

    They stand in paragraphs of voice `direct`: the words in quotation marks, or the whole
    paragraph of a document that reproduces what was said (a speech, a letter) or has no marks
    at all. A summary is this archive's own prose, so there only the words in marks count.
    """
    reproduces = (
        article.display is not Display.SUMMARY
        and article.kind is not None
        and article.kind not in _REPORTS
    )
    for paragraph in body.paragraphs:
        if paragraph.voice is not Voice.DIRECT:
            continue
        spans = () if reproduces else quoted_spans(paragraph.text)
        for span in spans:
            yield Quotation(article=article, paragraph=paragraph, span=span, whole=False)
        if not spans and article.display is not Display.SUMMARY:
            span = Span(0, len(paragraph.text))
            yield Quotation(article=article, paragraph=paragraph, span=span, whole=True)


def _opens(text: str, place: int, mark: str) -> bool:
    """Return whether the mark at `place` opens a quotation."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _SINGLE:
        return _begins_a_word(before) and after.isalpha()
    if mark in _BOTH_WAYS:
        return _begins_a_word(before) and bool(after) and not after.isspace()
    return bool(after)


def _begins_a_word(before: str) -> bool:
    return not before or before.isspace() or before in _BEFORE_A_WORD


def _end_of_quotation(text: str, start: int, mark: str) -> int | None:
    """Return where the closing mark stands, or None where there is none.

    A mark that opens once more inside (« … « … » … ») is closed first, as long as there are
    closing marks enough.
    """
    closing = _CLOSING[mark]
    nests = mark not in closing and mark not in _SINGLE
    depth = 0
    first = None
    for place in range(start, len(text)):
        sign = text[place]
        if nests and sign == mark:
            depth += 1
            if depth > _DEEPEST:
                break
        elif sign in closing and not (mark in _SINGLE and _is_apostrophe(text, place, closing)):
            if first is None:
                first = place
            if depth == 0:
                return place
            depth -= 1
    return first


def _is_apostrophe(text: str, place: int, closing: str) -> bool:
    """Return whether a single mark belongs to a word: don’t, the peoples’ well-being."""
    after = text[place + 1 : place + 2]
    if after.isalnum():
        return True
    plural = text[place - 1 : place] == "s" and re.match(r" [a-z]", text[place + 1 : place + 3])
    return bool(plural) and any(
        text[later] in closing and not text[later + 1 : later + 2].isalnum()
        for later in range(place + 1, len(text))
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends (« ainsi »)."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
