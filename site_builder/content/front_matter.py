"""An article's file → front matter and body; and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import yaml

from site_builder.content.strict_yaml import YamlDocument, parse_yaml
from site_builder.diagnostics import Diagnostic, SourceLocation, error

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class SplitSource(msgspec.Struct, frozen=True, kw_only=True):
    """A source file in its two parts."""

    front_matter: YamlDocument
    body: str
    body_line: int
    """Line of the file on which the body starts."""


def split_front_matter(text: str, path: str) -> tuple[SplitSource | None, tuple[Diagnostic, ...]]:
    """Return the front matter and the body of a file's text, or None and the faults."""
    opening = _FENCE.match(text)
    if opening is None:
        return None, (
            error(
                SourceLocation(path=path, line=1),
                "front-matter",
                "the file does not start with front matter",
                "Start it with a line '---', then 'title:' and 'date:', then '---' again.",
            ),
        )
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return None, (
            error(
                SourceLocation(path=path, line=1),
                "front-matter",
                "the front matter is never closed",
                "Put a line '---' between the front matter and the text.",
            ),
        )
    document, faults = parse_yaml(text[opening.end() + 1 : closing.start()], path, first_line=2)
    if document is None:
        return None, faults
    if not isinstance(document.value, dict):
        return None, (
            *faults,
            error(
                SourceLocation(path=path, line=2),
                "front-matter",
                "the front matter is empty" if document.value is None else "this is not a mapping",
                "Write one field a line, such as 'title: …' and 'date: …'.",
            ),
        )
    body_line = text.count("\n", 0, closing.end()) + 2
    source = SplitSource(front_matter=document, body=text[closing.end() + 1 :], body_line=body_line)
    return source, faults


def write_front_matter(fields: Mapping[str, Any]) -> str:
    """Return front matter that `split_front_matter` reads back as the same values.

    Takes texts, numbers, lists and mappings; values are quoted wherever YAML, or a person's
    eye, could take them for something else. Ends with the closing fence and a line break.
    """
    dumped: str = yaml.dump(
        _plain(fields),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=100,
    )
    return f"---\n{dumped}---\n"


class _Dumper(yaml.SafeDumper):
    """Writes lists inside mappings indented, and no aliases (PyYAML's hooks, its signatures)."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    # Without YAML's guessing, only texts that read as null, or that plain style cannot hold,
    # need quotes; the emitter sees to the second.
    style = "'" if text in ("", "~", "null", "Null", "NULL", "<<") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
# Every plain scalar is text here: the dumper must not quote '2023-01-04' or 'NO'.
_Dumper.yaml_implicit_resolvers = {}


def _plain(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return str(value)
