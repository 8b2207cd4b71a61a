"""Jinja's syntax trees: what stands in them, and copies of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from jinja2 import nodes

N = TypeVar("N", bound=nodes.Node)

_SCOPED = (
    *(nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.CallBlock, nodes.Block),
    *(nodes.Import, nodes.FromImport, nodes.Extends),
)
"""Statements that give a name or a place to something: they stay where they are."""


def walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield a node and all below it, faster than Jinja's own search, which nests generators."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        for name in one.fields:
            value = getattr(one, name, None)
            if isinstance(value, nodes.Node):
                waiting.append(value)
            elif isinstance(value, list):
                waiting += [part for part in value if isinstance(part, nodes.Node)]


def names_given(tree: nodes.Node) -> set[str]:
    """Return the names that a template assigns, imports, or takes as arguments."""
    given = set()
    for one in walk(tree):
        if isinstance(one, nodes.Name):
            if one.ctx != "load":
                given.add(one.name)
        elif isinstance(one, nodes.Macro):
            given.add(one.name)
        elif isinstance(one, nodes.Import):
            given.add(one.target)
        elif isinstance(one, nodes.FromImport):
            given |= {name if isinstance(name, str) else name[1] for name in one.names}
    return given


def names_in(node: nodes.Node) -> set[str]:
    """Return the names that stand in a tree, itself included."""
    return {one.name for one in walk(node) if isinstance(one, nodes.Name)}


def gives_names_or_places(node: nodes.Node) -> bool:
    """Whether there are statements in a tree that cannot be moved or copied."""
    return any(isinstance(one, _SCOPED) for one in walk(node))


def joined_outputs(parts: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return statements with neighbouring outputs made one, so that their texts join."""
    joined: list[nodes.Node] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, nodes.Output) and isinstance(last, nodes.Output):
            last.nodes = [*last.nodes, *part.nodes]
        else:
            joined.append(part)
    return joined


def copy_of(node: N) -> N:
    """Return a copy of a tree, which knows the same environment."""

    def copied(value: Any) -> Any:
        if isinstance(value, nodes.Node):
            return copy_of(value)
        return [copied(one) for one in value] if isinstance(value, list) else value

    made = type(node)(
        *(copied(getattr(node, name)) for name in node.fields),
        lineno=node.lineno,
        environment=node.environment,
    )
    for name in node.attributes:
        setattr(made, name, getattr(node, name, None))
    return made
