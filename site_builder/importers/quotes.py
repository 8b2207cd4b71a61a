"""Direct quotations in a paragraph, in every common style of quotation marks."""

from __future__ import annotations

import re

import msgspec

_CLOSERS = {
    "“": '”"',
    "«": "»",
    "„": '“”"',
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"”“',
    "”": "“”",
    "‹": "›",
    "〝": "〟〞",
    "‟": "”",
    "《": "》",
    "``": "''",
}
_OPENERS = re.compile(r"``|‘‘|[“«„「『‘\"”‹〝‟]|(?<![^\s(\[,:;—–-])'(?=\w)|''|’’|‘‘")
LONGEST_SINGLE = 800
"""Characters in which a single mark must find its fellow; it may be an apostrophe after all."""
MIN_WORDS = 4
MIN_DENSE = 7
"""Characters that make four words' worth in scripts without spaces."""

_TITLE_NOUN = re.compile(
    r"\b(?:titled|entitled|themed?|themed? (?:of|as)|called|named|dubbed|known as|book|film|movie|"
    r"novel|song|article|report|documentary|exhibition|conference|forum|seminar|symposium|"
    r"programme|program|project|slogan|motto|under the (?:title|theme|slogan)|topic|operation|"
    r"intitulée?s?|thème|baptisée?|conférence|titulad[oa]|llamad[oa]|denominad[oa]|lema|"
    r"conferencia|foro|intitulad[oa]|tema|titolo|intitolat[oa]|dal titolo|tema|motto|titel|thema|"
    r"конференци\w*|форум\w*|названием|тему|теме|фильм\w*|книг\w*|стать\w*|проект\w*|программ\w*|"
    r"операци\w*|выставк\w*|операці\w*|темою|назвою|başlıklı|temalı|adlı|konulu|bertajuk|bertema|"
    r"berjudul|"
    r"بعنوان|تحت عنوان|شعار|مؤتمر|به عنوان|با عنوان|بعنوانِ|题为|主题为|名为|以)\s*[:：,]?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation inside a paragraph."""

    start: int
    """Offset of the first word, after the opening mark."""
    end: int
    """Offset after the last word or stop, before the closing mark."""
    text: str
    closed: bool
    """False where the mark is still open at the end of the paragraph."""
    spoken: bool
    """Whether it counts as somebody's exact words rather than a quoted term or a title."""


def find_quotes(paragraph: str, *, last: bool = False) -> tuple[Quote, ...]:
    """Return the quotations of a paragraph, outermost ones only, in order.

    `last` says that the text breaks off here: a quotation still open then is cut off and
    does not count as spoken.
    """
    quotes: list[Quote] = []
    at = 0
    while True:
        match = _OPENERS.search(paragraph, at)
        if match is None:
            return tuple(quotes)
        mark = match[0]
        start = match.end()
        if mark in ("'", "‘") and not _single_opens(paragraph, match.start()):
            at = start
            continue
        if mark in ('"', "”") and _looks_closing(paragraph, match.start()):
            at = start
            continue
        end, after = _close(paragraph, mark, start)
        if end is None:
            if mark in ("'", "‘", "''", "’’", "‘‘") or (
                mark == "”" and not _stands_open(paragraph, match.start())
            ):
                at = start
                continue
            end, after, closed = len(paragraph), len(paragraph), False
        else:
            closed = True
        text = paragraph[start:end].strip(" ")
        spoken = is_spoken(paragraph, match.start(), start, end) and (closed or not last)
        if text:
            quotes.append(Quote(start=start, end=end, text=text, closed=closed, spoken=spoken))
        at = max(after, start + 1)


def _close(paragraph: str, mark: str, start: int) -> tuple[int | None, int]:
    if mark == "``":
        end = paragraph.find("''", start)
        other = paragraph.find('"', start)
        if end < 0 or (0 <= other < end):
            end = other
            return (end, end + 1) if end >= 0 else (None, start)
        return end, end + 2
    if mark in ("''", "’’", "‘‘"):
        for closer in ("''", "’’", "‘‘"):
            end = paragraph.find(closer, start, start + LONGEST_SINGLE)
            if end >= 0:
                return end, end + 2
        return None, start
    if mark in ("'", "‘"):
        closers = "’'" if mark == "‘" else "'"
        for index in range(start, min(len(paragraph), start + LONGEST_SINGLE)):
            if paragraph[index] in closers and not paragraph[index + 1 : index + 2].isalnum():
                if (
                    paragraph[index - 1] == "s"
                    and re.match(r"[’'] [a-z]", paragraph[index : index + 3])
                    and re.search(rf"[{closers}](?!\w)", paragraph[index + 1 :])
                ):
                    continue
                return index, index + 1
        return None, start
    closers = _CLOSERS[mark]
    depth = 0
    for index in range(start, len(paragraph)):
        char = paragraph[index]
        if char == mark and mark not in '"”':
            depth += 1
        elif char in closers:
            if char == '"' and mark == '"' and _opens_inside(paragraph, index):
                continue
            if depth == 0:
                return index, index + 1
            depth -= 1
    if depth:  # an inner quotation was never closed; the first closing mark serves both
        for index in range(start, len(paragraph)):
            if paragraph[index] in closers:
                return index, index + 1
    return None, start


def _opens_inside(paragraph: str, index: int) -> bool:
    before, after = paragraph[index - 1], paragraph[index + 1 : index + 2]
    return (
        before in " ("
        and after.isalnum()
        and paragraph.count('"') % 2 == 0
        and paragraph[index - 2 : index - 1] not in ".,!?"
    )


def _single_opens(paragraph: str, index: int) -> bool:
    """Whether a single mark opens a quotation rather than stands for an apostrophe."""
    before = paragraph[index - 1 : index]
    return (not before or before in ' ("“:—–-') and paragraph[index + 1 : index + 2].isalnum()


def _looks_closing(paragraph: str, index: int) -> bool:
    """A straight mark after a word and before a space closes something opened elsewhere."""
    before, after = paragraph[index - 1 : index], paragraph[index + 1 : index + 2]
    return (
        bool(before)
        and not before.isspace()
        and before not in "([«:—–-،,：،"
        and (not after or after in " .,;:)!?،")
    )


def _stands_open(paragraph: str, index: int) -> bool:
    before, after = paragraph[index - 1 : index], paragraph[index + 1 : index + 2]
    return (not before or before in " :(") and bool(after) and not after.isspace()


def is_spoken(paragraph: str, opening: int, start: int, end: int) -> bool:
    """Whether a quotation holds exact words: four or more, or a whole utterance."""
    text = paragraph[start:end].strip()
    words = _WORD.findall(text)
    dense = sum("\u3040" <= char <= "\u9fff" or "\u0e00" <= char <= "\u0e7f" for char in text)
    if _TITLE_NOUN.search(paragraph[max(0, opening - 40) : opening]):
        return False
    if dense > len(text) * 0.3:
        return dense >= MIN_DENSE and (dense >= 12 or bool(re.search(r"[，。！？、；]", text)))
    if len(words) >= MIN_WORDS:
        return not _is_name_of_something(text, words)
    if not words:
        return False
    before = paragraph[:opening].rstrip()
    whole = text[-1] in ".!?," and (text[:1].isupper() or text[:1] > "\u0590")
    introduced = before.endswith((":", ",")) or not before or before[-1] in ".!?"
    return whole and introduced and (text[-1] in ".!?" or len(words) >= 3)


def _is_name_of_something(text: str, words: list[str]) -> bool:
    """Titles of works print most words with a capital and end without a stop."""
    if text[-1] in ".,!?":
        return False
    content = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in content)
    return len(content) >= 2 and capitals == len(content)


def mask_quotes(paragraph: str, quotes: tuple[Quote, ...]) -> str:
    """Return the paragraph with the words of quotations blanked out, offsets kept."""
    masked = list(paragraph)
    for quote in quotes:
        if quote.spoken or not quote.closed or len(_WORD.findall(quote.text)) > 2:
            for index in range(quote.start, quote.end):
                masked[index] = "\ue000"
    return "".join(masked)
