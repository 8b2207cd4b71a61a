"""A body's sanitised HTML → the Markdown that gives it again.

The HTML is of the kinds that content/markdown.py lets through, well formed; anything else in
an article was text from the start.
"""

from __future__ import annotations

import html
import re

from site_builder.content.model import Body, Paragraph

_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_ONLY_PARAGRAPHS = re.compile(r"<(?!/?p[ >])")
_SPECIAL = "\\`*_{}[]"
"""What Markdown reads as marks; the backslash comes first, for it escapes the others."""
_ENTITY = re.compile(r"&(?=#|\w+;)")
_AT_START = re.compile(r"(?:[#>+=-]|[0-9]+(?=[.)]))")
_NEXT_LINE = re.compile(r"(?<=\n) *(?=[#>+=0-9-])[^\n]*")
_BREAK = "  \n"
_MARKS = {"em": "*", "strong": "**"}


def markdown_body(body: Body, to_root: str = "../../") -> str:
    """Return the body as Markdown, each paragraph with its voice.

    `to_root` leads from its page to the site's root.
    """
    if not body.html.strip():
        return ""
    if not _ONLY_PARAGRAPHS.search(body.html):
        return (
            "\n\n".join(
                _plain(_lines(one)) + (f"\n{{: voice={one.voice} }}" if one.voice else "")
                for one in body.paragraphs
            )
            + "\n"
        )
    return _Writer(to_root).write(body.html)


def _lines(paragraph: Paragraph) -> str:
    """Return a paragraph's words, broken into lines as its source was."""
    markup = paragraph.html
    return html.unescape(markup) if "\n" in markup or "  " in markup else paragraph.text


def _plain(text: str) -> str:
    return _guard_start(_escape(text))


def _escape(text: str) -> str:
    # Hardly a text has any of these, and a search for one letter is a fast one.
    for special in _SPECIAL:
        if special in text:
            text = text.replace(special, f"\\{special}")
    if "&" in text:
        text = _ENTITY.sub("&amp;", text)
    text = text.replace("<", "&lt;")
    return _NEXT_LINE.sub(_guard_next, text) if "\n" in text else text


def _guard_next(match: re.Match[str]) -> str:
    line = match[0].lstrip(" ")
    return match[0][: len(match[0]) - len(line)] + _guard_start(line)


def _guard_start(line: str) -> str:
    """Return a line whose beginning no reader of Markdown takes for a mark of structure."""
    match = _AT_START.match(line)
    if match is None:
        return line
    mark = match[0]
    if mark[0].isdigit():
        return f"{mark}\\{line[len(mark) :]}"
    # '=' has no escape; it means something only alone on a line below another.
    return line if mark == "=" else f"\\{line}"


class _Writer:
    """Writes one body; blocks are gathered as they close."""

    def __init__(self, to_root: str) -> None:
        self._to_root = to_root
        self._out: list[str] = []
        self._gaps: list[str] = []
        """What stands before each block: a blank line, or a line's end between tight items."""
        self._line: list[str] = []
        self._prefixes: list[str] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._tight = self._after_item = False
        self._after_tight = 0
        """How deep the tight item lies that was written last; 0 where something else was."""
        self._voice = ""
        self._links: list[dict[str, str]] = []
        self._pre = False

    def write(self, markup: str) -> str:
        for match in _TOKEN.finditer(markup):
            if match[2] is None:
                self._text(html.unescape(match[0]))
            elif match[1]:
                self._close(match[2])
            else:
                attributes = {k: html.unescape(v) for k, v in _ATTRIBUTE.findall(match[3])}
                self._open(match[2], attributes)
        self._flush()
        text = "".join(gap + block for gap, block in zip(self._gaps, self._out, strict=True))
        return text.lstrip("\n") + "\n"

    def _text(self, text: str) -> None:
        if self._pre:
            self._line.append(text)
        elif text.strip() or self._line:
            if self._line and self._line[-1] == _BREAK:
                text = text.lstrip("\n")
            self._line.append(_escape(text))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in {"p", "li"} or (tag[0] == "h" and tag[1:].isdigit()):
            self._flush()
            self._voice = attributes.get("data-voice", "")
        if tag == "li":
            number = self._lists[-1] if self._lists else None
            self._marker = "-   " if number is None else f"{number}.".ljust(4)
            if number is not None:
                self._lists[-1] = number + 1
            self._prefixes.append("    ")
            # The text of a tight list's item is not a paragraph: the item has its number.
            self._tight = "id" in attributes
        elif tag in {"ul", "ol"}:
            self._flush()
            self._lists.append(int(attributes.get("start", "1")) if tag == "ol" else None)
        elif tag == "blockquote":
            self._flush()
            self._prefixes.append("> ")
        elif tag in _MARKS:
            self._line.append(_MARKS[tag])
        elif tag == "code" and not self._pre:
            self._line.append("<code>")
        elif tag == "pre":
            self._flush()
            self._pre = True
        elif tag == "br":
            self._line.append(_BREAK)
        elif tag == "hr":
            self._flush()
            self._emit("* * *")
        elif tag == "img":
            source = attributes.get("src", "").replace(self._to_root, "/", 1)
            self._line.append(f"![{_escape(attributes.get('alt', ''))}]({_address(source)})")
        elif tag == "a":
            self._links.append(attributes)
            self._line.append("[")

    def _close(self, tag: str) -> None:
        if tag in _MARKS:
            self._line.append(_MARKS[tag])
        elif tag == "a":
            link = self._links.pop()
            title = link.get("title", "").replace('"', "&quot;")
            shown = f' "{title}"' if title else ""
            self._line.append(f"]({_address(link.get('href', ''))}{shown})")
        elif tag == "code" and not self._pre:
            start = len(self._line) - 1 - self._line[::-1].index("<code>")
            code = "".join(self._line[start + 1 :])
            del self._line[start:]
            raw = html.unescape(re.sub(r"\\(.)", r"\1", code))
            ticks = "`" * (max((len(run) for run in re.findall("`+", raw)), default=0) + 1)
            pad = " " if raw.startswith("`") or raw.endswith("`") else ""
            self._line.append(f"{ticks}{pad}{raw}{pad}{ticks}")
        elif tag == "pre":
            code = "".join(self._line).rstrip("\n")
            self._line = []
            self._pre = False
            self._emit("\n".join(f"    {line}" for line in code.split("\n")))
        elif tag[0] == "h" and tag[1:].isdigit():
            text = "".join(self._line).strip()
            self._line = []
            self._emit(f"{'#' * (int(tag[1]) - 1)} {text}")
        elif tag == "p":
            self._flush()
        elif tag in {"li", "blockquote"}:
            self._flush()
            self._prefixes.pop()
            self._marker = ""
        elif tag in {"ul", "ol"}:
            self._flush()
            self._lists.pop()

    def _flush(self) -> None:
        """Write the paragraph gathered so far."""
        text = "".join(self._line).strip()
        self._line = []
        if text:
            voice = f"\n{{: voice={self._voice} }}" if self._voice else ""
            self._emit(_guard_start(text) + voice)
        self._voice = ""

    def _emit(self, block: str) -> None:
        prefixes = self._prefixes
        is_item = bool(self._marker)
        # Only between two items that are paragraphs each is there a blank line.
        close = self._tight or self._after_tight == len(self._lists)
        tight = is_item and self._after_item and close
        self._after_item = is_item
        self._after_tight = len(self._lists) if is_item and self._tight else 0
        if self._marker:
            first = "".join(prefixes[:-1]) + self._marker
            self._marker = ""
        else:
            first = "".join(prefixes)
        rest = "".join(prefixes)
        lines = block.split("\n")
        self._gaps.append("\n" if tight else "\n\n")
        self._out.append("\n".join([first + lines[0], *(rest + line for line in lines[1:])]))


def _address(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
