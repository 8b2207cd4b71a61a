"""A body in Markdown → sanitised HTML with numbered paragraphs, each with its voice.

Prose in archives is nearly always plain paragraphs. Those are converted here directly, about
thirty times faster than Python-Markdown, which takes whatever else a body holds; a property
test holds the two equal. HTML in a body is text: it is shown, never obeyed.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ReferenceProcessor
from markdown.treeprocessors import Treeprocessor

from site_builder.content.model import Body, Heading, Paragraph, Voice
from site_builder.content.words import count_words
from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

MAX_BODY_CHARACTERS = 2_000_000
# Python-Markdown's time grows with the square of these; prose stays far below.
MAX_BRACKETS = 1_000
MAX_MARKERS = 10_000
MAX_LINES = 20_000
MAX_RULES = 1_000
MAX_NESTING = 20

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_VOICE_LINE = re.compile(r"\n?[ ]{0,3}\{:[ ]*([^{}\n]*?)[ ]*\}[ \t]*\Z")
_VOICE = re.compile(r"voice=[\"']?([\w-]+)[\"']?")
# What could mean anything but words to Markdown, in a block, at the start of a block's line,
# or at a line's end (two spaces are a line break).
_MARKUP = re.compile(r"[*_`<\\{}]|&(?:#|\w+;)|!\[|\]\(|\][ ]?\[|[ ]{2}\n|\t")
_LINE_MARKUP = re.compile(r"^(?:[ ]{4}|[ ]{0,3}(?:[#>+=-]|[0-9]+[.)]))", re.MULTILINE)
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\[\]]*\]:", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:[-*_=][ ]*)+$", re.MULTILINE)
_NESTING = re.compile(r"(?:[ \t]|>|[-+*](?=\s)|[0-9]+[.)](?=\s))+")
_LINE_EDGES = re.compile(r"(?:(?<![ ])[ ])?\n[ ]*")
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_BREAKS = re.compile(r"\n+")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^>]*>")
_NUMBERED = re.compile(
    r'<(p|li)(?: data-voice="([a-z]+)")? id="p([0-9]+)">(.*?)'
    r"(?=</\1>|<(?:[ou]l|p|blockquote|pre|h[2-6]|hr)[ >])",
    re.DOTALL,
)
_HEADING = re.compile(r'<h([2-6]) id="(section-[0-9]+)">(.*?)</h\1>', re.DOTALL)
_BLANKS = re.compile(r"[\x00-\x20]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")

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
    if len(text) > MAX_BODY_CHARACTERS:
        measure = (len(text), MAX_BODY_CHARACTERS, "characters")
        return Body(html=""), tuple(_oversize([measure], path, first_line))
    blocks = list(_blocks(text))
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
        prose = _VOICE_LINE.sub("", block) if block.endswith("}") else block
        if not prose.strip() or _MARKUP.search(prose) or _LINE_MARKUP.search(prose):
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
        attributes = _VOICE_LINE.search(block) if block.rstrip().endswith("}") else None
        if attributes is not None:
            prose = block[: attributes.start()]
            line = first_line + offset + block.count("\n")
            voice, found = _read_voice(attributes[1], path, line)
            faults.extend(found)
        prose = _tidy(prose)
        inner = html.escape(prose, quote=False)
        paragraphs.append(_paragraph(number, _fold(prose), inner, voice))
        mark = f' data-voice="{voice}"' if voice else ""
        parts.append(f'<p{mark} id="p{number}">{inner}</p>\n')
    return _body("".join(parts), tuple(paragraphs), ()), tuple(faults)


def _converted_body(
    text: str, path: str, first_line: int, to_root: str
) -> tuple[Body, tuple[Diagnostic, ...]]:
    converter = _converter()
    converter.structure.faults.clear()
    converter.addresses.faults.clear()
    converter.addresses.to_root = to_root
    converter.references.labels = Counter(label.strip().lower() for label in _LABEL.findall(text))
    raw = converter.markdown.reset().convert(text)
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
        for found in (converter.structure.faults, converter.addresses.faults)
        for (make, _, code, message, hint), line in zip(found, _lines_of(text, found), strict=True)
    ]
    clean = clean.strip("\n")
    return _body(f"{clean}\n" if clean else "", paragraphs, headings), tuple(faults)


def _tidy(prose: str) -> str:
    """Return a paragraph's source without the spaces at its ends and round its line breaks.

    Two spaces before a line break stay: they are Markdown for a break that readers see.
    """
    return _LINE_EDGES.sub("\n", prose).strip()


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
    return _SPACE.sub(" ", text).strip()


def _read_voice(
    attributes: str, path: str, line: int
) -> tuple[Voice | None, tuple[Diagnostic, ...]]:
    match = _VOICE.fullmatch(attributes)
    if match is not None and match[1] in Voice.__members__.values():
        return Voice(match[1]), ()
    message, hint = _voice_fault(attributes)
    return None, (error(SourceLocation(path=path, line=line), "voice", message, hint),)


def _voice_fault(attributes: str) -> tuple[str, str]:
    voices = ", ".join(Voice)
    return (
        f'"{{: {attributes} }}" does not say whose words the paragraph holds',
        f"Write {{: voice=… }} with one of {voices}.",
    )


def _lines_of(text: str, faults: Iterable[_Fault]) -> Iterator[int]:
    """Yield how many line breaks stand before each fault's snippet, 0 where it is not found.

    Faults come in the order of the text, so the second one of the same snippet is its second
    occurrence.
    """
    after: dict[str, int] = {}
    for _, snippet, *_ in faults:
        at = text.find(snippet, after.get(snippet, 0))
        after[snippet] = max(at, 0) + len(snippet)
        yield text.count("\n", 0, max(at, 0))


def _check_markup(text: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """Yield a fault for each measure that would keep the converter busy for too long."""
    measures = (
        (text.count("["), MAX_BRACKETS, "opening square brackets"),
        (sum(map(text.count, "*_`<&\\")), MAX_MARKERS, "of the characters * _ ` < & \\"),
        (text.count("\n"), MAX_LINES, "lines beside Markdown's marks"),
        (len(_RULE.findall(text)), MAX_RULES, "lines of dashes, stars or equals signs"),
    )
    yield from _oversize(measures, path, first_line)
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


_Fault = tuple[Callable[[SourceLocation, str, str, str], Diagnostic], str, str, str, str]
"""Kind of diagnostic, the text to find its line by, code, message, hint."""


class _Structure(Treeprocessor):
    """Before inline markup is read: voices, paragraph numbers, heading levels."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.faults: list[_Fault] = []

    def run(self, root: Element) -> None:
        _wrap_loose_text(root)
        # The page's title is its h1; a text's own highest headings come right below it,
        # whether its author began with '#' or with '##'.
        levels = [int(element.tag[1]) for element in root.iter() if element.tag in _HEADINGS]
        shift = 2 - min(levels, default=1)
        number = 0
        section = 0
        for element in root.iter():
            if element.tag in _HEADINGS:
                section += 1
                element.tag = f"h{min(int(element.tag[1]) + shift, 6)}"
                element.set("id", f"section-{section}")
            elif _is_numbered(element):
                self._read_attributes(element)
                element.text = _tidy(element.text or "")
                if element.text:
                    number += 1
                    voice = element.attrib.pop("data-voice", None)
                    element.set("id", f"p{number}")
                    if voice:
                        element.set("data-voice", voice)

    def _read_attributes(self, element: Element) -> None:
        text = element.text or ""
        attributes = _VOICE_LINE.search(text) if text.rstrip().endswith("}") else None
        if attributes is None:
            return
        match = _VOICE.fullmatch(attributes[1])
        element.text = text[: attributes.start()]
        if match is not None and match[1] in Voice.__members__.values():
            element.set("data-voice", match[1])
        else:
            message, hint = _voice_fault(attributes[1])
            self.faults.append((error, attributes[0].strip(), "voice", message, hint))


_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def _wrap_loose_text(root: Element) -> None:
    """Make a paragraph of text that follows a block inside a list item, so that it is numbered."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tail and child.tail.strip():
                loose = Element("p")
                loose.text, child.tail = child.tail, "\n"
                parent.insert(list(parent).index(child) + 1, loose)


def _is_numbered(element: Element) -> bool:
    return element.tag == "p" or (element.tag == "li" and bool((element.text or "").strip()))


class _Addresses(Treeprocessor):
    """After inline markup is read: links and images stay inside what the site allows."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.faults: list[_Fault] = []
        self.to_root = "../../"

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            self._link(element)
        for element in list(root.iter("img")):
            self._image(element)

    def _link(self, element: Element) -> None:
        # Browsers read past white space in a scheme, so it must not hide one.
        address = _BLANKS.sub("", html.unescape(element.get("href", "")))
        lowered = address.lower()
        if lowered.startswith(("http://", "https://")):
            element.set("rel", "external")
        elif lowered.startswith("mailto:") or address.startswith("#"):
            pass
        elif _SCHEME.match(address) or address.startswith("//") or "\\" in address:
            self.faults.append(
                (
                    error,
                    address,
                    "link",
                    f'the link to "{address}" is not allowed',
                    "Link to an http or https address, a mailto address, or a page of this site.",
                )
            )
            element.attrib.pop("href", None)
        else:
            element.set("href", self._inside(address))

    def _inside(self, address: str) -> str:
        if address.startswith("/"):
            return self.to_root + address[1:]
        name, mark, anchor = address.partition("#")
        if name.endswith(".md"):
            stem = name.rsplit("/", 1)[-1].removesuffix(".md")
            return f"{self.to_root}articles/{stem}/{mark}{anchor}"
        return address

    def _image(self, element: Element) -> None:
        address = element.get("src", "")
        if address.startswith("/") and not address.startswith("//"):
            element.set("src", self.to_root + address[1:])
            element.set("loading", "lazy")
            return
        self.faults.append(
            (
                warning,
                address,
                "image",
                f'the image "{address}" is not part of this archive and is left out',
                "Put the file into static/images/ and write its address as /images/NAME.",
            )
        )
        element.tag = "em"
        element.text = element.get("alt") or address
        element.attrib.clear()


class _References(ReferenceProcessor):
    """Addresses of links given apart from them, '[name]: address'.

    Only where a link uses the name: any other such line ('[Question]: Why?') is text, which
    Python-Markdown would drop.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.labels: Counter[str] = Counter()

    def run(self, parent: Element, blocks: list[str]) -> bool:  # noqa: ARG002
        block = blocks.pop(0)
        rest = self.RE.sub(self._record, block)
        if rest == block:
            blocks.insert(0, block)
            return False
        if rest.strip():
            blocks.insert(0, _BREAKS.sub("\n", rest).strip("\n"))
        return True

    def _record(self, match: re.Match[str]) -> str:
        name = match[1].strip().lower()
        if self.labels[name] < 2:
            return match[0]
        address = match[2].lstrip("<").rstrip(">")
        self.parser.md.references[name] = (address, match[5] or match[6] or "")
        return ""


class _Converter:
    """Python-Markdown less HTML, plus structure and addresses."""

    def __init__(self) -> None:
        self.markdown = markdown.Markdown(output_format="html")
        self.structure = _Structure(self.markdown)
        self.addresses = _Addresses(self.markdown)
        self.references = _References(self.markdown.parser)
        self.markdown.parser.blockprocessors.register(self.references, "reference", 15)
        self.markdown.preprocessors.deregister("html_block")
        self.markdown.inlinePatterns.deregister("html")
        self.markdown.treeprocessors.register(self.structure, "archive-structure", 25)
        self.markdown.treeprocessors.register(self.addresses, "archive-addresses", 5)


@cache
def _converter() -> _Converter:
    return _Converter()
