"""A body in Markdown → sanitised HTML with numbered paragraphs, each with its voice.

Prose in archives is nearly always plain paragraphs. Those are converted here directly, about
thirty times faster than Python-Markdown, which takes whatever else a body holds; a property
test holds the two equal. HTML in a body is text: it is shown, never obeyed.
"""

from __future__ import annotations

import hashlib
import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

import nh3

from site_builder.content.markdown_converter import (
    Fault,
    converter,
    read_address,
    tidy,
)
from site_builder.content.markdown_work import TooMuchWorkError
from site_builder.content.model import Body, Heading, Paragraph, Voice
from site_builder.content.voices import VOICE_LINE, read_voice, voice_fault
from site_builder.content.words import count_words
from site_builder.diagnostics import Diagnostic, SourceLocation, error

MAX_BODY_BYTES = 1_500_000
MAX_PARAGRAPHS = 20_000
# Python-Markdown's time grows with the square of these; prose stays far below.
MAX_BRACKETS = 1_000
MAX_MARKERS = 10_000
MAX_LINES = 40_000
MAX_NESTING = 20

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# What could mean anything but words to Markdown, in a block, at the start of a block's line,
# or at a line's end (two spaces are a line break).
_MARKUP = re.compile(r"[*_`<\\{}]|&(?:#|\w+;)|!\[|\]\(|\][ ]?\[|[ ]{2}\n|\t")
# Without one of these nothing of that is there: one look at each character, not at many choices.
_SIGNS = re.compile(r"[*_`<\\{}&!\]\t]")
_LINE_MARKUP = re.compile(r"[ ]{4}|[ ]{0,3}(?:[#>+=-]|[0-9]+[.)])")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\[\]]*\]:", re.MULTILINE)
_NESTING = re.compile(r"(?:[ \t]|>|[-+*](?=\s)|[0-9]+[.)](?=\s))+")
_ESCAPED = re.compile(r"\\(.)")
_TAG = re.compile(r"<[^>]*>")
_NUMBERED = re.compile(
    r'<(p|li)(?: data-voice="([a-z]+)")? id="p([0-9]+)">(.*?)'
    r"(?=</\1>|<(?:[ou]l|p|blockquote|pre|h[2-6]|hr)[ >])",
    re.DOTALL,
)
_HEADING = re.compile(r'<h([2-6]) id="(section-[0-9]+)">(.*?)</h\1>', re.DOTALL)

_ATTRIBUTES = {
    "p": {"id", "data-voice"},
    "li": {"id", "data-voice"},
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
_TAGS = frozenset(("ul", "blockquote", "em", "strong", "code", "pre", "br", "hr", *_ATTRIBUTES))


def parse_body(
    text: str, path: str, *, first_line: int = 1, to_root: str = "../../"
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Return the body and its faults.

    `first_line` is the line of the file on which `text` starts; `to_root` is the way from the
    body's page to the site's root, put before addresses that start with '/'.
    """
    size = len(text) if text.isascii() else len(text.encode())
    if size > MAX_BODY_BYTES:
        measure = (size, MAX_BODY_BYTES, "bytes")
        return Body(html=""), tuple(_oversize([measure], path, first_line))
    blocks = list(_blocks(text))
    if len(blocks) > MAX_PARAGRAPHS:
        measure = (len(blocks), MAX_PARAGRAPHS, "paragraphs")
        return Body(html=""), tuple(_oversize([measure], path, first_line))
    if _is_plain(text, blocks):
        return _plain_body(blocks, path, first_line)
    faults = tuple(_check_markup(text, path, first_line))
    if faults:
        return Body(html=""), faults
    return _converted_body(text, path, first_line, to_root)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield each block with the number of line breaks before it."""
    line = 0
    start = 0
    for gap in _BLANK_LINES.finditer(text + "\n\n"):
        block = text[start : gap.start()]
        if block.strip():
            yield line + _leading_breaks(block), block.strip("\n")
        line += block.count("\n") + gap[0].count("\n")
        start = gap.end()


def _leading_breaks(block: str) -> int:
    return len(block) - len(block.lstrip("\n"))


def _is_plain(text: str, blocks: list[tuple[int, str]]) -> bool:
    if "]:" in text and _REFERENCE.search(text):
        return False
    for _, block in blocks:
        prose = VOICE_LINE.sub("", block) if block.endswith("}") else block
        if not prose.strip() or any(map(_LINE_MARKUP.match, prose.split("\n"))):
            return False
        if (_SIGNS.search(prose) or "  \n" in prose) and _MARKUP.search(prose):
            return False
    return True


def _plain_body(
    blocks: list[tuple[int, str]], path: str, first_line: int
) -> tuple[Body, tuple[Diagnostic, ...]]:
    faults: list[Diagnostic] = []
    paragraphs = []
    parts = []
    for number, (offset, block) in enumerate(blocks, start=1):
        voice = None
        prose = block
        attributes = VOICE_LINE.search(block) if block.rstrip().endswith("}") else None
        if attributes is not None:
            prose = block[: attributes.start()]
            line = first_line + offset + block.count("\n")
            voice = read_voice(attributes[1])
            if voice is None:
                where = SourceLocation(path=path, line=line)
                faults.append(error(where, "voice", *voice_fault(attributes[1])))
        prose = tidy(prose)
        inner = html.escape(prose, quote=False)
        paragraphs.append(_paragraph(number, _fold(prose), inner, voice))
        mark = f' data-voice="{voice}"' if voice else ""
        parts.append(f'<p{mark} id="p{number}">{inner}</p>\n')
    return _body("".join(parts), tuple(paragraphs), ()), tuple(faults)


def _converted_body(
    text: str, path: str, first_line: int, to_root: str
) -> tuple[Body, tuple[Diagnostic, ...]]:
    shared = converter()
    try:
        raw = shared.convert(text, to_root=to_root)
    except TooMuchWorkError as fault:
        converter.cache_clear()  # it was stopped half-way, and is not as new
        line = first_line + text.count("\n", 0, max(text.find(fault.snippet), 0))
        where = SourceLocation(path=path, line=line)
        return Body(html=""), (error(where, "body-size", str(fault), fault.hint),)
    clean = nh3.clean(
        raw,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    ).replace("&nbsp;", "\xa0")
    paragraphs = tuple(
        _paragraph(
            int(match[3]),
            _fold(html.unescape(_TAG.sub("", match[4].replace("<br>", " ")))),
            match[4].strip(),
            Voice(match[2]) if match[2] else None,
        )
        for match in _NUMBERED.finditer(clean)
    )
    headings = tuple(
        Heading(
            level=int(match[1]),
            anchor=match[2],
            text=_fold(html.unescape(_TAG.sub("", match[3]))),
        )
        for match in _HEADING.finditer(clean)
    )
    faults = [
        make(SourceLocation(path=path, line=first_line + line), code, message, hint)
        for found in shared.faults
        for (make, _, code, message, hint), line in zip(found, _lines_of(text, found), strict=True)
    ]
    clean = clean.strip("\n")
    return _body(f"{clean}\n" if clean else "", paragraphs, headings), tuple(faults)


def _body(markup: str, paragraphs: tuple[Paragraph, ...], headings: tuple[Heading, ...]) -> Body:
    return Body(
        html=markup,
        paragraphs=paragraphs,
        headings=headings,
        words=sum(count_words(paragraph.text) for paragraph in paragraphs),
    )


def _paragraph(number: int, text: str, inner: str, voice: Voice | None) -> Paragraph:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Paragraph(number=number, text=text, html=inner, voice=voice, sha256=digest)


def _fold(text: str) -> str:
    return " ".join(text.split())


def _lines_of(text: str, faults: Iterable[Fault]) -> Iterator[int]:
    """Yield how many line breaks stand before each fault's snippet, 0 where it is not found.

    An address may be written with entities, blanks and backslashes that its snippet is without.
    """
    ways = [_finder(text)]
    for _, snippet, code, *_ in faults:
        line = ways[0](snippet, code)
        if line is None:
            if len(ways) == 1:
                lines = text.split("\n")
                ways.append(_finder("\n".join(map(read_address, lines))))
                ways.append(_finder(_ESCAPED.sub(r"\1", text)))
            found = (way(snippet, code) for way in ways[1:])
            line = next((one for one in found if one is not None), 0)
        yield line


def _finder(text: str) -> Callable[[str, str], int | None]:
    """Return a function from a snippet and its fault's code to the line breaks before it.

    Faults of one code come in the order of the text, so each is looked for after the last one:
    thousands of them take no longer than reading the text once.
    """
    breaks = [match.start() for match in re.finditer("\n", text)]
    last: dict[str, int] = {}

    def find(snippet: str, code: str) -> int | None:
        at = text.find(snippet, last.get(code, 0))
        if at < 0:
            at = text.find(snippet)
        if at < 0:
            return None
        last[code] = at + len(snippet)
        return bisect_left(breaks, at)

    return find


def _check_markup(text: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """Yield a fault for each measure that would keep the converter busy for too long."""
    measures = (
        (text.count("["), MAX_BRACKETS, "opening square brackets"),
        (sum(map(text.count, "*_`<&\\")), MAX_MARKERS, "of the characters * _ ` < & \\"),
        (text.count("\n"), MAX_LINES, "lines beside Markdown's marks"),
    )
    oversize = tuple(_oversize(measures, path, first_line))
    if oversize:
        yield from oversize
        return
    for number, line in enumerate(text.split("\n")):
        nesting = _NESTING.match(line)
        head = nesting[0] if nesting else ""
        marks = len(head.split())
        depth = marks + (len(head.expandtabs(4)) - 2 * marks) // 4
        if depth > MAX_NESTING and line.strip():
            yield error(
                SourceLocation(path=path, line=first_line + number),
                "nesting",
                f"this line is nested more than {MAX_NESTING} levels deep",
                "Remove the spaces, list marks or '>' signs before it.",
            )
            return


def _oversize(
    measures: Iterable[tuple[int, int, str]], path: str, first_line: int
) -> Iterator[Diagnostic]:
    for size, limit, what in measures:
        if size > limit:
            yield error(
                SourceLocation(path=path, line=first_line),
                "body-size",
                f"the text holds {size:,} {what}, more than {limit:,}",
                "Split it into several articles, or remove what is not prose.",
            )
