"""Chicago (notes and bibliography), APA and MLA for the three shapes of items.

A CSL processor takes 55 ms for an item in Python, and its styles 89 MB; an archive needs three
shapes in three styles. The rules are those of the styles `chicago-notes-bibliography` (18th
edition), `apa` (7th) and `modern-language-association` (9th) of the CSL project, and a test
holds the two equal, with two differences meant: a title keeps the capitals that the carrier
wrote, and in MLA a supplied title stands without brackets and quotation marks, as the MLA
Handbook wants it (5.28) and CSL cannot say.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
from markupsafe import Markup

from site_builder.content.dates import PartialDate
from site_builder.site.bibliography.item import BibliographicItem, Shape
from site_builder.site.escaping import escaped

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MLA_MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July"),
    *("Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
_ENDS_SENTENCE = re.compile(r"[.?!]['’\"”]*\Z")
_STRAIGHT_OPENING = re.compile(r"(?<![^\s(\[—–-])\"(?=\S)")


class FormattedCitation(msgspec.Struct, frozen=True, kw_only=True):
    """A citation up to its address, the address, and what closes it.

    A citation of one paragraph puts `locator` between `html` and the address, and '#p3' at the
    address's end.
    """

    html: Markup
    url: str
    end: str
    locator: str
    """With {number} in it; ends like `html`."""
    text: str
    """The whole citation without markup."""


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A citation style."""

    id: str
    name: str
    """A proper name, the same in every language."""


CHICAGO = Style(id="chicago", name="Chicago")
APA = Style(id="apa", name="APA")
MLA = Style(id="mla", name="MLA")
STYLES = (CHICAGO, APA, MLA)


def format_citation(item: BibliographicItem, style: Style) -> FormattedCitation:
    """Return the item as an entry of a bibliography in a style."""
    return _RULES[style.id](item)


def _chicago(item: BibliographicItem) -> FormattedCitation:
    sentences = [_quoted(item.cited_title, ".")]
    if item.shape is not Shape.DOCUMENT:
        sentences.insert(0, _sentence(item.container))
    if item.genre:
        sentences.append(_sentence(item.genre))
    if item.shape is not Shape.NEWS and item.contributors:
        sentences.append(_sentence(f"With {_and_list(item.contributors)}"))
    sentences.append(_sentence(_american_date(item.issued)))
    sentences.append(_sentence(item.archive))
    italic = item.container if item.shape is Shape.NEWS else None
    return _finish([], italic, sentences, item.url, end=".", locator="Para. {number}. ")


def _apa(item: BibliographicItem) -> FormattedCitation:
    year = f"{item.issued.year}"
    if item.issued.month:
        year += f", {_MONTHS[item.issued.month - 1]}"
        year += f" {item.issued.day}" if item.issued.day else ""
    title = item.cited_title
    stop = "" if _ends_sentence(title) else "."
    sentences = [f"{title}{stop} ({year})."]
    if item.genre:
        sentences.append(f"[{item.genre}].")
    before: list[str] = []
    italic = title
    if item.shape is Shape.NEWS:
        before, italic, sentences = sentences, item.container, [_sentence(item.container)]
    sentences.append(_sentence(item.archive))
    if item.shape is Shape.WEB:
        sentences.append(_sentence(item.container))
    return _finish(before, italic, sentences, item.url, end="", locator="Para. {number}. ")


def _mla(item: BibliographicItem) -> FormattedCitation:
    before = [_sentence(item.title) if item.supplied else _quoted(item.title, ".")]
    if item.genre:
        before.append(_sentence(item.genre))
    italic = None if item.shape is Shape.DOCUMENT else item.container
    parts = [] if italic is None else [italic]
    if item.contributors:
        names = item.contributors
        listed = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
        parts.append(f"{'with' if parts else 'With'} {listed}")
    parts.append(_mla_date(item.issued))
    parts.append(item.archive)
    last = ", ".join(parts)
    last = f"{last}," if item.url else _sentence(last)
    return _finish(before, italic, [last], item.url, end=".", locator="par. {number}, ")


_RULES: dict[str, Callable[[BibliographicItem], FormattedCitation]] = {
    CHICAGO.id: _chicago,
    APA.id: _apa,
    MLA.id: _mla,
}


def _finish(
    before: list[str],
    italic: str | None,
    sentences: list[str],
    url: str,
    *,
    end: str,
    locator: str,
) -> FormattedCitation:
    """Return a citation; of `sentences` the beginning, `italic`, is set in italics."""
    plain = " ".join((*before, *sentences)) + (" " if url else "")
    if italic is None:
        html = escaped(plain)
    else:
        start = sum(len(sentence) + 1 for sentence in before)
        stop = start + len(italic)
        html = f"{escaped(plain[:start])}<i>{escaped(italic)}</i>{escaped(plain[stop:])}"
    end = end if url else ""
    return FormattedCitation(
        html=Markup(html),  # noqa: S704  # escaped just above
        url=url,
        end=end,
        locator=locator,
        text=f"{plain}{url}{end}",
    )


def _sentence(text: str) -> str:
    """Return text that ends as a sentence does."""
    return text if _ends_sentence(text) else f"{text}."


def _ends_sentence(text: str) -> bool:
    return _ENDS_SENTENCE.search(text) is not None


def _quoted(title: str, stop: str) -> str:
    """Return a title in quotation marks, those inside it made single, the stop inside."""
    inner = title
    if '"' in inner:
        inner = _STRAIGHT_OPENING.sub("‘", inner).replace('"', "’")
    inner = inner.replace("“", "‘").replace("”", "’")
    return f"“{inner}{'' if _ends_sentence(title) else stop}”"


def _and_list(names: tuple[str, ...]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _american_date(date: PartialDate) -> str:
    if date.day:
        return f"{_MONTHS[date.month - 1]} {date.day}, {date.year}"
    return f"{_MONTHS[date.month - 1]} {date.year}" if date.month else str(date.year)


def _mla_date(date: PartialDate) -> str:
    parts = (
        str(date.day) if date.day else "",
        _MLA_MONTHS[date.month - 1] if date.month else "",
        str(date.year),
    )
    return " ".join(part for part in parts if part)
