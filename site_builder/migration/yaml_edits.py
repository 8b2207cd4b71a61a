"""Fields of a YAML mapping renamed and given other values in place.

Everything else stays as it is written: comments, order, quotes, indents, blank lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

import msgspec
import yaml

from site_builder.content.strict_yaml import Value

_PLAIN = re.compile(r"[A-Za-z0-9/][\w./-]*(?::[\w./-]+)*")
_REST = re.compile(r"[ \t]*(#[^\n]*)?")

Edit = tuple[int, int, str]
"""Where it begins and ends in the text, and what stands there then."""


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one field."""

    at: tuple[str, ...]
    """The way to the mapping that it stands in."""
    before: str
    """What it is called there."""
    name: str
    """What it is called now."""
    old: Value
    value: Value
    """None where the field goes."""
    note: str = ""
    """What is put into a comment behind it, because its new value no longer says it."""


class NotEditableError(Exception):
    """A change that cannot be made without touching what is around it."""


def edit_fields(
    text: str, changes: Sequence[FieldChange]
) -> tuple[str, tuple[tuple[FieldChange, str], ...]]:
    """Return the text of a YAML document with some of its fields changed.

    The document has been read before: there are no anchors, aliases or tags in it. With it come
    the changes that cannot be made without touching what is around them, and the reason.
    """
    root = _compose(text)
    mappings: dict[tuple[str, ...], dict[str, tuple[yaml.ScalarNode, yaml.Node]]] = {}
    nodes: dict[tuple[str, ...], yaml.Node] = {(): root}
    edits: list[Edit] = []
    refused: list[tuple[FieldChange, str]] = []
    for change in changes:
        for depth in range(len(change.at) + 1):
            place = change.at[:depth]
            if place not in mappings:
                mappings[place] = {key.value: (key, value) for key, value in _pairs(nodes[place])}
            if depth < len(change.at):
                nodes[change.at[: depth + 1]] = mappings[place][change.at[depth]][1]
        key, value = mappings[change.at][change.before]
        try:
            within = nodes[change.at]
            assert isinstance(within, yaml.MappingNode)  # noqa: S101  # it has pairs
            edits += list(_edits(text, within, key, value, change))
        except NotEditableError as reason:
            refused.append((change, str(reason)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text, tuple(refused)


def _compose(text: str) -> yaml.Node:
    # Marks of the parser in Python count characters, those of the one in C do not.
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    if node is None:
        raise ValueError("the document is empty")
    return node


def _pairs(node: yaml.Node) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise NotEditableError("it is not a mapping")
    return list(node.value)


def _edits(
    text: str,
    mapping: yaml.CollectionNode,
    key: yaml.ScalarNode,
    value: yaml.Node,
    change: FieldChange,
) -> Iterator[Edit]:
    if change.value is None or change.note:
        if mapping.flow_style or not isinstance(value, yaml.ScalarNode):
            raise NotEditableError("it stands between brackets")
        rest = _REST.match(text, value.end_mark.index)
        end = rest.end() if rest else value.end_mark.index
        if text[end : end + 1] not in {"", "\n"}:
            raise NotEditableError("something follows on its line")
        if change.value is None:
            comment = rest[1] if rest else None
            yield _removal(text, key.start_mark.index, end, comment or "")
            return
        yield value.end_mark.index, value.end_mark.index, f"  # was {change.note}"
    if key.value != change.name:
        yield key.start_mark.index, key.end_mark.index, change.name
    yield from _value_edits(value, change.old, change.value)


def _removal(text: str, start: int, end: int, comment: str) -> Edit:
    begin = text.rfind("\n", 0, start) + 1
    if text[begin:start].strip():
        raise NotEditableError("something precedes it on its line")
    if comment:
        return start, end, comment
    return begin, min(end + 1, len(text)), ""


def _value_edits(node: yaml.Node, old: Value, new: Value) -> Iterator[Edit]:
    if old == new:
        return
    if isinstance(node, yaml.SequenceNode):
        if not (isinstance(old, list) and isinstance(new, list) and len(old) == len(new)):
            raise NotEditableError("its list would become another one")
        for item, before, after in zip(node.value, old, new, strict=True):
            yield from _value_edits(item, before, after)
        return
    if not isinstance(node, yaml.ScalarNode) or node.style in {"|", ">"}:
        raise NotEditableError("its value goes over several lines")
    yield node.start_mark.index, node.end_mark.index, _flow(new)


def _flow(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    if _PLAIN.fullmatch(text) and text not in {"null", "Null", "NULL"}:
        return text
    return json.dumps(text, ensure_ascii=False)
