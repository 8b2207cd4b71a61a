"""YAML as an archive needs it: text, lists and mappings, each with its line, and nothing clever.

PyYAML's C parser does the reading; this module takes its events, so that no scalar is ever
guessed into a number, a date or a truth value, and so that anchors, aliases, tags, merge keys
and repeated keys are faults instead of surprises.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

try:
    from yaml import cyaml
except ImportError:
    cyaml = None  # type: ignore[assignment]

from site_builder.content.source_text import BIDI_OVERRIDES, FORBIDDEN
from site_builder.diagnostics import Diagnostic, SourceLocation, error, warning

MAX_DEPTH = 20
FRONT_MATTER_BYTES = 64 * 1024
REGISTER_BYTES = 32 * 1024 * 1024

Value = str | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# The parser in C is ten times as fast; a PyYAML built without libyaml has only the other one.
_Parser: Any = getattr(cyaml, "CParser", yaml.Loader)


class YamlDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A parsed document: values and where each stands."""

    value: Value
    lines: dict[Path, int]
    """Line of every key and list item, counted in the file."""

    def line_of(self, path: Path) -> int:
        """Return the line of the value at `path`, or of its nearest known parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse_yaml(
    text: str, path: str, *, first_line: int = 1, max_bytes: int = FRONT_MATTER_BYTES
) -> tuple[YamlDocument | None, tuple[Diagnostic, ...]]:
    """Return the document, or None, and every fault found.

    `first_line` is the line of the file on which `text` starts.
    """
    if len(text) > max_bytes or len(text.encode()) > max_bytes:
        return None, (
            error(
                SourceLocation(path=path, line=first_line),
                "yaml-size",
                f"this YAML is longer than {max_bytes // 1024} KiB",
                "Move the long text into the body, below the front matter.",
            ),
        )
    composer = _Composer(text, path, first_line)
    try:
        value = composer.compose()
    except yaml.MarkedYAMLError as fault:
        unclosed = "quoted scalar" in (fault.context or "")
        mark = (
            (fault.context_mark if unclosed else None) or fault.problem_mark or fault.context_mark
        )
        line = first_line + (mark.line if mark is not None else 0)
        message, hint = _explain(fault.problem or "cannot be read", text, mark)
        composer.fault(line, "yaml", message, hint)
        return None, tuple(composer.faults)
    except yaml.reader.ReaderError:
        # The parser in C counts bytes, the one in Python characters, so its place is no help.
        hidden = FORBIDDEN.search(text)
        line = first_line + (text.count("\n", 0, hidden.start()) if hidden else 0)
        message = "this text holds a control character"
        composer.fault(line, "control-character", message, "Delete it; it is invisible.")
        return None, tuple(composer.faults)
    except _TooDeepError:
        return None, tuple(composer.faults)
    document = YamlDocument(value=value, lines=composer.lines)
    return document, tuple(composer.faults)


class _TooDeepError(Exception):
    pass


class _Composer:
    """Turns one stream of YAML events into values."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.faults: list[Diagnostic] = []
        self.lines: dict[Path, int] = {}

    def fault(self, line: int, code: str, message: str, hint: str) -> None:
        self.faults.append(error(SourceLocation(path=self.path, line=line), code, message, hint))

    def compose(self) -> Value:
        parser = _Parser(self.text)
        try:
            events = self._events(parser)
            value: Value = None
            documents = 0
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents == 2:
                        self.fault(
                            self._line(event),
                            "yaml",
                            "a second YAML document starts here",
                            "Keep one document; remove the extra '---'.",
                        )
                elif isinstance(event, yaml.NodeEvent):
                    node = self._node(event, events, (), 1)
                    if documents == 1:
                        value = node
            return value
        finally:
            parser.dispose()

    def _events(self, parser: yaml.Loader) -> Iterator[yaml.Event]:
        while parser.check_event():
            event: yaml.Event = parser.get_event()  # type: ignore[no-untyped-call]
            yield event

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + int(event.start_mark.line)  # type: ignore[union-attr]

    def _node(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int
    ) -> Value:
        if depth > MAX_DEPTH:
            self.fault(
                self._line(event),
                "yaml-depth",
                f"lists and mappings are nested deeper than {MAX_DEPTH} levels",
                "Write the values without so many brackets or indents.",
            )
            raise _TooDeepError
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias *{event.anchor}", "Write the value out in full.")
            return None
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._refuse(
                event, f"the anchor &{event.anchor}", "Put quotation marks round a text with '&'."
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent) and event.tag is not None:
            self._refuse(event, f"the tag {event.tag}", "Remove it; every field knows its type.")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path, depth)
        return self._mapping(events, path, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if event.tag is not None:
            self._refuse(event, f"the tag {event.tag}", "Remove it; every field knows its type.")
        text: str = event.value
        if _is_unquoted(event) and text in _NULLS:
            return None
        if text.isprintable():
            return text
        hidden = FORBIDDEN.search(text)
        if hidden is not None:
            self.fault(
                self._line(event),
                "control-character",
                f"this text holds the control character U+{ord(hidden[0]):04X}, written as a code",
                "Delete the backslash and the code after it.",
            )
        override = BIDI_OVERRIDES.search(text)
        if override is not None and override[0] not in self.text:
            self.faults.append(
                warning(
                    SourceLocation(path=self.path, line=self._line(event)),
                    "direction-override",
                    f"this text holds U+{ord(override[0]):04X}, written as a code, which can "
                    "reorder words",
                    "Delete the backslash and the code after it.",
                )
            )
        return text

    def _sequence(self, events: Iterator[yaml.Event], path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            place = (*path, len(items))
            self.lines[place] = self._line(event)
            items.append(self._node(event, events, place, depth + 1))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path, depth: int) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path, depth)
            place = (*path, key)
            line = self._line(event)
            if key in mapping:
                self.fault(
                    line,
                    "duplicate-key",
                    f'"{key}" stands here again; it was given on line {self.lines[place]}',
                    "Keep one of the two.",
                )
                # The first value counts, so the lines of what is below it must stay.
                place = (*path, f"{key} on line {line}")
                self._node(next(events), events, place, depth + 1)
                continue
            self.lines[place] = line
            mapping[key] = self._node(next(events), events, place, depth + 1)
        return mapping

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.fault(
                self._line(event), "yaml", "a key must be plain text", "Write keys as plain words."
            )
            if isinstance(event, yaml.CollectionStartEvent):
                self._node(event, events, (*path, "?"), depth + 1)
            return f"line {self._line(event)}"
        if event.anchor is not None:
            self._refuse(event, f"the anchor &{event.anchor}", "Remove it.")
        if event.tag is not None:
            self._refuse(event, f"the tag {event.tag}", "Remove it; every field knows its type.")
        key: str = event.value
        if key == "<<" and _is_unquoted(event):
            self._refuse(event, "the merge key <<", "Write the fields out in full.")
        return key

    def _refuse(self, event: yaml.Event, what: str, hint: str) -> None:
        self.fault(self._line(event), "yaml", f"{what} is not allowed here", hint)


def _is_unquoted(event: yaml.ScalarEvent) -> bool:
    # The parser in C leaves the style of a bare word empty, the one in Python gives None.
    return not event.style


def _explain(problem: str, text: str, mark: yaml.Mark | None) -> tuple[str, str]:
    """Return a curator's wording of PyYAML's complaint and the next step."""
    lines = text.split("\n")
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    key, colon, value = line.partition(":")
    if "mapping values are not allowed" in problem:
        return (
            "this line holds a second ': '",
            f'Put the text in quotation marks: {key.strip()}: "…".'
            if colon
            else "Put the text in quotation marks.",
        )
    if "\\t" in problem or "\t" in line[: len(line) - len(line.lstrip())]:
        return "this line is indented with a tab", "Indent with spaces."
    if "cannot start any token" in problem or value.strip()[:1] in tuple("@`%&*!|>[]{}"):
        return (
            f"this line cannot be read ({problem})",
            f'Put the text in quotation marks: {key.strip()}: "…".'
            if colon
            else "Put the text in quotation marks.",
        )
    if value.strip()[:1] in ('"', "'") and "did not find expected key" in problem:
        return (
            "the text goes on after its closing quotation mark",
            f"Put the whole text in single quotation marks: {key.strip()}: '…'.",
        )
    if "unexpected end of stream" in problem or "quoted scalar" in problem:
        return "a quotation mark is opened and never closed", "Close it on the same line."
    return (
        f"this is not well-formed YAML ({problem})",
        "Check the indentation and the quotation marks of this line and the one above it.",
    )
