"""The headline: which line above the story it is, and which lines say the same again."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from site_builder.importers.agencies import is_outlet_line
from site_builder.importers.clipping import Guess
from site_builder.importers.lines import Line, fold, is_dense

MAX_TITLE_WORDS = 22
MAX_TITLE_CHARACTERS = 165
LEAST_SCORE = 0.3
"""Below this no line is taken for a headline."""


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """What the lines that no other rule explains give."""

    title: Guess[str] | None
    line: Line | None
    """The line of the headline."""
    outlet: Line | None
    """The line that names the site or paper."""


def choose_headline(candidates: Sequence[Line], lead: str, *, datelined: bool) -> Headline:
    """Return the headline among the lines above a story, whose first paragraph is `lead`."""
    outlet = next((line for line in candidates[:3] if is_outlet_line(line.text)), None)
    rest = [line for line in candidates if line is not outlet and not _is_slug(line.text)]
    folded = [fold(line.text) for line in rest]
    folded_lead = fold(lead)
    best: tuple[float, Line] | None = None
    for index, line in enumerate(rest):
        repeated = any(repeats(later, folded[index]) for later in folded[index + 1 :])
        if not _may_be_title(line.text, folded[index], folded_lead, repeated=repeated):
            continue
        score = _score(line.text, index, repeated=repeated)
        if best is None or score > best[0]:
            best = (score, line)
    if best is None or best[0] < LEAST_SCORE:
        return Headline(title=None, line=None, outlet=outlet)
    score, line = best
    confidence = min(0.99, 0.6 + 0.1 * score + (0.1 if datelined else 0.0))
    evidence = f"line {line.number}" + (", printed again below" if score > 3 else "")
    title = Guess(value=line.text, confidence=confidence, evidence=evidence)
    return Headline(title=title, line=line, outlet=outlet)


_SLUG = re.compile(
    r"(?:[A-Z][A-Za-z]+-){1,}[A-Za-z-]+(?:,.*)?|(?:[A-Z]{2,}[-/ ]?){1,5}/?(?:[A-Z-]+)?"
)


def _is_slug(text: str) -> bool:
    return len(text) < 60 and bool(_SLUG.fullmatch(text)) and ("-" in text or "/" in text)


_CAPITAL_LABEL = re.compile(r"(?:MR|MS|MRS|DR)?\.? ?[A-Z][A-Z .]{2,30}: [A-Z]")
"""'SPOKESPERSON: We condemn …' opens a transcript; it is no headline."""


def _may_be_title(text: str, folded: str, folded_lead: str, *, repeated: bool) -> bool:
    length = _length(text)
    if length > MAX_TITLE_WORDS or len(text) > MAX_TITLE_CHARACTERS:
        return False
    if _CAPITAL_LABEL.match(text) or not folded:
        return False
    return repeated or length <= 14 or not says_again(folded, folded_lead)


def _length(text: str) -> float:
    """Return the number of words, or a quarter of the characters where there are no spaces."""
    words = len(text.split())
    return len(text) / 4 if words <= 4 and is_dense(text) else words


_LISTED = ("-", "•", "*", "(")
_LEAD_MARK = re.compile(r"\(\w+ LD\)|\(LEAD\)|\((?:URGENT|Yonhap)")
"""Marks of a wire before a headline."""


def _score(text: str, index: int, *, repeated: bool) -> float:
    """Return how much the form of a line, the `index`-th that may be one, speaks for a headline."""
    length = _length(text)
    score = 3.0 if repeated else 0.0
    score += 1.5 if length >= 5 else {4: 1.2, 3: 0.8, 2: 0.1}.get(int(length), -1.0)
    if text.endswith((".", "。", "؟")) and not text.endswith("...") and length > 9:
        score -= 1.2
    score -= min(0.15 * index, 0.6)
    if text.startswith(_LISTED) and not repeated and not _LEAD_MARK.match(text):
        score -= 1.0
    if text.endswith((":", ",")) and not repeated:
        score -= 0.8
    return score


def repeats(folded: str, title: str) -> bool:
    """Whether a line prints the headline again, perhaps with a label before or after."""
    if not folded or not title:
        return False
    if folded == title:
        return True
    longer, shorter = (folded, title) if len(folded) >= len(title) else (title, folded)
    return (
        len(shorter) > 24
        and len(longer) - len(shorter) < 26
        and (longer.endswith(shorter) or longer.startswith(shorter))
    )


def says_again(folded: str, lead: str) -> bool:
    """Whether a line says again what the lead says: at least nine words in ten of it."""
    if not folded or not lead:
        return False
    if lead.startswith(folded) or folded in lead:
        return True
    words = folded.split()
    lead_words = set(lead.split())
    return len(words) > 7 and sum(word in lead_words for word in words) >= 0.9 * len(words)
