"""Links put round words of a paragraph's finished HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

import msgspec

from site_builder.content.model import Body, Paragraph

_TOKEN = re.compile(r"<[^>]*>|&[^\s;<]+;|[^<&]|[<&]")


class PhraseLink(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a paragraph's text that lead somewhere."""

    paragraph: int
    """Its number."""
    start: int
    """Offset in the paragraph's text."""
    end: int
    tag: str
    """The opening tag to put before the words, `<a …>`."""


def link_phrases(body: Body, links: Iterable[PhraseLink]) -> str:
    """Return the body's HTML with links round phrases.

    Words that already stand in a link keep that one; where other markup begins or ends within
    a phrase, each part becomes a link of its own.
    """
    by_paragraph: dict[int, list[PhraseLink]] = {}
    for link in links:
        by_paragraph.setdefault(link.paragraph, []).append(link)
    parts = []
    done = 0
    for paragraph in body.paragraphs:
        if paragraph.number in by_paragraph:
            # The id cannot stand in the text itself, where '>' is written '&gt;'.
            place = body.html.index(f' id="p{paragraph.number}">', done)
            start = body.html.index(paragraph.html, place)
            parts.append(body.html[done:start])
            parts.append(_link(paragraph, by_paragraph[paragraph.number]))
            done = start + len(paragraph.html)
    return "".join((*parts, body.html[done:]))


def _link(paragraph: Paragraph, links: list[PhraseLink]) -> str:
    markup = paragraph.html
    if len(markup) == len(paragraph.text) and "<" not in markup and "&" not in markup:
        runs = [(link.start, link.end, link.tag) for link in links]
        return _wrap(markup, runs)
    pieces = list(_pieces(markup))
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.markup))
    runs = [
        (starts[first], starts[last + 1], link.tag)
        for link in links
        for first, last in _runs(pieces, link.start, link.end)
    ]
    return _wrap(markup, runs)


def _wrap(markup: str, runs: list[tuple[int, int, str]]) -> str:
    """Put each run, from its start to its end, into its tag."""
    parts: list[str] = []
    done = 0
    for start, end, tag in sorted(runs):
        parts += (markup[done:start], tag, markup[start:end], "</a>")
        done = end
    return "".join((*parts, markup[done:]))


class _Piece(msgspec.Struct, frozen=True):
    """A tag, an entity or a character, with the offset in the text that it shows as."""

    markup: str
    place: int | None
    """None for a tag, and for white space that folds into the space before it."""
    linked: bool
    """Whether it stands in a link."""


def _pieces(markup: str) -> Iterator[_Piece]:
    """Yield a paragraph's HTML in pieces, each with its offset in `Paragraph.text`."""
    place = 0
    space = True  # white space at the start is dropped
    depth = 0
    for match in _TOKEN.finditer(markup):
        sign = match[0]
        if sign.startswith("<") and len(sign) > 1 and sign != "<br>":
            depth += sign.startswith(("<a ", "<a>")) - sign.startswith("</a>")
            yield _Piece(sign, None, depth > 0)
            continue
        shown = " " if sign == "<br>" else html.unescape(sign)
        if shown.isspace():
            if space:
                yield _Piece(sign, None, depth > 0)
                continue
            space = True
        else:
            space = False
        yield _Piece(sign, place, depth > 0)
        place += 1 if space else len(shown)


def _runs(pieces: list[_Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each run of pieces that shows the text's characters
    from `start` to `end` without a tag in between."""
    first = last = None
    for index, piece in enumerate(pieces):
        inside = piece.place is not None and start <= piece.place < end and not piece.linked
        if inside and piece.markup != "<br>":
            first = index if first is None else first
            last = index
        elif piece.markup.startswith("<") and len(piece.markup) > 1 and first is not None:
            assert last is not None  # noqa: S101
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last
