"""Python-Markdown as an archive needs it: without HTML, with structure and safe addresses."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ReferenceProcessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from site_builder.content.markdown_work import BlockMeter, InlineMeter
from site_builder.content.voices import VOICE_LINE, read_voice, voice_fault
from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

_LINE_EDGES = re.compile(r"(?:(?<![ ])[ ])?\n[ ]*")
_BREAKS = re.compile(r"\n+")
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_BLANKS = re.compile(r"[\x00-\x20]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")

Fault = tuple[Callable[[SourceLocation, str, str, str], Diagnostic], str, str, str, str]
"""Kind of diagnostic, the text to find its line by, code, message, hint."""


class _Structure(Treeprocessor):
    """Before inline markup is read: voices, paragraph numbers, heading levels."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.faults: list[Fault] = []

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
                element.text = tidy(element.text or "")
                if element.text:
                    number += 1
                    voice = element.attrib.pop("data-voice", None)
                    element.set("id", f"p{number}")
                    if voice:
                        element.set("data-voice", voice)

    def _read_attributes(self, element: Element) -> None:
        text = element.text or ""
        attributes = VOICE_LINE.search(text) if text.rstrip().endswith("}") else None
        if attributes is None:
            return
        element.text = text[: attributes.start()]
        voice = read_voice(attributes[1])
        if voice is not None:
            element.set("data-voice", voice)
        else:
            message, hint = voice_fault(attributes[1])
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
        self.faults: list[Fault] = []
        self.to_root = "../../"
        # Characters written after a backslash are still numbers between marks here.
        self._unescape = UnescapeTreeprocessor(md).unescape

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            self._link(element)
        for element in list(root.iter("img")):
            self._image(element)

    def _link(self, element: Element) -> None:
        address = read_address(self._unescape(element.get("href", "")))
        lowered = address.lower()
        if lowered.startswith(("http://", "https://")):
            element.set("rel", "external")
            element.set("href", address)
        elif lowered.startswith("mailto:") or address.startswith("#"):
            element.set("href", address)
        elif (
            _SCHEME.match(address)
            or address.startswith("//")
            or "\\" in address
            or self._climbs_out(address)
        ):
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

    def _climbs_out(self, address: str) -> bool:
        """Whether a path leads above the site's root, to whatever else its host has there."""
        path = re.split("[?#]", address, maxsplit=1)[0]
        if path.endswith(".md"):
            return False  # an article, wherever its file lies
        level = 0 if path.startswith("/") else self.to_root.count("../")
        for part in path.split("/"):
            step = part.lower().replace("%2e", ".")  # browsers read it so
            level += -1 if step == ".." else step not in ("", ".")
            if level < 0:
                return True
        return False

    def _inside(self, address: str) -> str:
        if address.startswith("/"):
            return self.to_root + address[1:]
        name, mark, anchor = address.partition("#")
        if name.endswith(".md"):
            stem = name.rsplit("/", 1)[-1].removesuffix(".md")
            return f"{self.to_root}articles/{stem}/{mark}{anchor}"
        return address

    def _image(self, element: Element) -> None:
        address = read_address(self._unescape(element.get("src", "")))
        inside = address.startswith("/") and not address.startswith("//")
        if inside and "\\" not in address and not self._climbs_out(address):
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


def read_address(written: str) -> str:
    """Return an address as browsers read it: entities resolved, and without white space.

    White space inside a scheme means nothing to a browser, so it must not hide one here.
    """
    return _BLANKS.sub("", html.unescape(written))


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


class Converter:
    """Python-Markdown less HTML, plus structure and addresses."""

    def __init__(self) -> None:
        self.markdown = markdown.Markdown(output_format="html")
        self.structure = _Structure(self.markdown)
        self.addresses = _Addresses(self.markdown)
        self.references = _References(self.markdown.parser)
        self.meter = BlockMeter(self.markdown.parser)
        self.markdown.parser.blockprocessors.register(self.meter, "archive-meter", 1_000)
        self.markdown.parser.blockprocessors.register(self.references, "reference", 15)
        self.markdown.preprocessors.deregister("html_block")
        self.markdown.inlinePatterns.deregister("html")
        self.markdown.treeprocessors.register(self.structure, "archive-structure", 25)
        self.markdown.treeprocessors.register(InlineMeter(self.markdown), "archive-meter", 24)
        self.markdown.treeprocessors.register(self.addresses, "archive-addresses", 5)

    def convert(self, text: str, *, to_root: str) -> str:
        """Return raw HTML; `faults` then holds this text's faults and no other's.

        Raises TooMuchWorkError as soon as a text proves to be one.
        """
        self.structure.faults.clear()
        self.addresses.faults.clear()
        self.addresses.to_root = to_root
        self.meter.start()
        self.references.labels = Counter(label.strip().lower() for label in _LABEL.findall(text))
        return self.markdown.reset().convert(text)

    @property
    def faults(self) -> tuple[list[Fault], list[Fault]]:
        """Two lists, each in the order of the text."""
        return self.structure.faults, self.addresses.faults


@cache
def converter() -> Converter:
    """Return this process's converter; making one takes longer than using it."""
    return Converter()


def tidy(prose: str) -> str:
    """Return a paragraph's source without the spaces at its ends and round its line breaks.

    Two spaces before a line break stay: they are Markdown for a break that readers see.
    """
    return _LINE_EDGES.sub("\n", prose).strip() if "\n" in prose else prose.strip()
