"""Templates made specific to one site: what is the same on every page is worked out once.

A template asks for the site's title, an interface string or the entries of the navigation on
every page anew, and the answer never changes in a build. Here such expressions become text,
conditions that only depend on them are decided, loops over them are written out, and what a
template includes is put in its place. What a page shows stays the same to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any, TypeVar

from jinja2 import Environment, TemplateError, Undefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

N = TypeVar("N", bound=nodes.Node)

_TEXTS = (str, int, float, bool, type(None))
_SCOPED = (
    *(nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.CallBlock, nodes.Block),
    *(nodes.Import, nodes.FromImport, nodes.Extends),
)
"""Statements that give a name or a place to something: they stay where they are."""
_LONGEST_LOOP = 64
"""Turns above which a loop written out would cost more than it saves."""


def fold(
    tree: nodes.Template,
    environment: Environment,
    constants: Mapping[str, Any],
    strings: object,
    parse: Callable[[str], nodes.Template],
) -> nodes.Template:
    """Return the tree of a template with everything decided that `constants` decide.

    `constants` are globals of the environment by name, plain values or pure functions of such;
    `strings` has as attributes what the global function `fill` fills in; `parse` returns the
    tree of another template. A name that the template itself gives to something is left alone.
    """
    given = _names_given(tree)
    known = {name: value for name, value in constants.items() if name not in given}
    folded = _Folding(environment, known, None if "fill" in given else strings, parse).visit(tree)
    assert isinstance(folded, nodes.Template)  # noqa: S101  # a template stays one
    return folded


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


def _names_given(tree: nodes.Node) -> set[str]:
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


def _names(node: nodes.Node) -> set[str]:
    """Return the names that stand in a tree, itself included."""
    return {one.name for one in walk(node) if isinstance(one, nodes.Name)}


def _names_or_places(node: nodes.Node) -> bool:
    """Whether there are statements in a tree that cannot be moved or copied."""
    return any(isinstance(one, _SCOPED) for one in walk(node))


class _UnknownError(Exception):
    """Raised where a value is known on a page only."""


class _Folding(NodeTransformer):
    def __init__(
        self,
        environment: Environment,
        known: Mapping[str, Any],
        strings: object,
        parse: Callable[[str], nodes.Template],
    ) -> None:
        self._environment = environment
        self._known = dict(known)
        self._strings = strings
        self._parse = parse

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        super().generic_visit(node, *args, **kwargs)
        for name, value in node.iter_fields():
            if isinstance(value, list) and any(isinstance(one, nodes.Output) for one in value):
                setattr(node, name, _joined(value))
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's name
        return self._text_or_parts(node)

    visit_Getitem = visit_Getattr  # noqa: N815
    visit_Name = visit_Getattr  # noqa: N815
    visit_Call = visit_Getattr  # noqa: N815

    def visit_Or(self, node: nodes.Or) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        decided = self._decided(node.left)
        return node if decided is None else node.left if decided else node.right

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        decided = self._decided(node.left)
        return node if decided is None else node.right if decided else node.left

    def visit_Not(self, node: nodes.Not) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        decided = self._decided(node.node)
        return node if decided is None else self._const(not decided, node.lineno)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        decided = self._decided(node.test)
        if decided is None or (not decided and node.expr2 is None):
            return node
        chosen = node.expr1 if decided else node.expr2
        assert chosen is not None  # noqa: S101  # looked at just above
        return chosen

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        node.nodes = [part for child in node.nodes for part in self._filled(child)]
        return self.generic_visit(node)

    def visit_If(self, node: nodes.If) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        branches = (node, *node.elif_)
        # A branch is an If of its own to Jinja, but it cannot be taken out by itself.
        node.elif_ = []
        for branch in branches:
            self.generic_visit(branch)
        if any(_names_or_places(branch) for branch in branches):
            node.elif_ = list(branches[1:])
            return node
        undecided: list[nodes.If] = []
        final = node.else_
        for branch in branches:
            decided = self._decided(branch.test)
            if decided is None:
                undecided.append(branch)
            elif decided:
                final = branch.body
                break
        if not undecided:
            return final
        first, *others = undecided
        first.elif_, first.else_ = others, final
        return first

    def visit_For(self, node: nodes.For) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        try:
            turns = self._turns(node)
        except _UnknownError:
            self.generic_visit(node)
            return node
        return turns

    def visit_Include(self, node: nodes.Include) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        if not (
            isinstance(node.template, nodes.Const)
            and isinstance(node.template.value, str)
            and node.with_context
            and not node.ignore_missing
        ):
            return node
        try:
            included = self._parse(node.template.value)
        except TemplateError:
            return node
        given = _names_given(included)
        if _names_or_places(included) or given & self._known.keys():
            return node
        if "self" in _names(included):
            return node
        folded = self.generic_visit(included)
        assert isinstance(folded, nodes.Template)  # noqa: S101  # as above
        return folded.body

    def _turns(self, node: nodes.For) -> list[nodes.Node]:
        """Return the turns of a loop over known values, written out one after another."""
        values = self._value(node.iter)
        if (
            not isinstance(values, tuple)
            or len(values) > _LONGEST_LOOP
            or not isinstance(node.target, nodes.Name)
            or node.recursive
            or node.test is not None
            or node.else_
            or any(_names_or_places(one) for one in node.body)
        ):
            raise _UnknownError
        target = node.target.name
        if any(_names(one) & {"loop"} or target in _names_given(one) for one in node.body):
            raise _UnknownError
        before = dict(self._known)
        turns: list[nodes.Node] = []
        try:
            for value in values:
                self._known[target] = value
                turns += [part for one in node.body for part in self.visit_list(_copy(one))]
        finally:
            self._known = before
        if any(target in _names(one) for one in turns):
            raise _UnknownError
        return turns

    def _filled(self, child: nodes.Expr) -> list[nodes.Expr]:
        """Return an interface string to fill in as its words and what is put between them."""
        if not (
            isinstance(child, nodes.Call)
            and isinstance(child.node, nodes.Name)
            and child.node.name == "fill"
            and len(child.args) == 1
            and isinstance(child.args[0], nodes.Const)
            and child.dyn_args is None
            and child.dyn_kwargs is None
        ):
            return [child]
        text = getattr(self._strings, str(child.args[0].value), None)
        if not isinstance(text, str):
            return [child]
        values = {one.key: one.value for one in child.kwargs}
        parts: list[nodes.Expr] = []
        for words, name, form, conversion in Formatter().parse(text):
            if words:
                parts.append(self._const(escape(words), child.lineno))
            if name is None:
                continue
            if form or conversion or name not in values:
                return [child]
            parts.append(_copy(values[name]))
        return parts

    def _text_or_parts(self, node: nodes.Expr) -> nodes.Node:
        try:
            value = self._value(node)
        except _UnknownError:
            return self.generic_visit(node)
        if type(value) not in (*_TEXTS, Markup):
            return self.generic_visit(node)
        return self._const(value, node.lineno)

    def _decided(self, test: nodes.Node) -> bool | None:
        """Return what a condition gives on every page, or None where that differs."""
        try:
            return bool(self._value(test))
        except _UnknownError:
            pass
        try:
            return bool(test.as_const()) if isinstance(test, nodes.Expr) else None
        except Exception:
            # Impossible, or a fault that is told when the page is made, with the page's name.
            return None

    def _const(self, value: Any, line: int) -> nodes.Const:
        return nodes.Const(value, lineno=line, environment=self._environment)

    def _value(self, node: nodes.Node) -> Any:
        """Return what an expression gives on every page; raises _UnknownError where they differ."""
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name in self._known:
            return self._known[node.name]
        if isinstance(node, (nodes.List, nodes.Tuple)):
            return tuple(self._value(one) for one in node.items)
        if isinstance(node, nodes.Concat):
            return "".join(str(self._value(one)) for one in node.nodes)
        found: Any = Undefined()
        if isinstance(node, nodes.Getattr):
            found = self._environment.getattr(self._value(node.node), node.attr)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
            found = self._environment.getitem(self._value(node.node), self._value(node.arg))
        elif isinstance(node, nodes.Call) and node.dyn_args is None and node.dyn_kwargs is None:
            found = self._called(node)
        if isinstance(found, Undefined):
            raise _UnknownError
        return found

    def _called(self, node: nodes.Call) -> Any:
        function = self._value(node.node)
        # Functions given to templates, and methods of text: all of them are pure.
        if not (
            isinstance(node.node, nodes.Name)
            or (isinstance(node.node, nodes.Getattr) and isinstance(function.__self__, str))
        ):
            raise _UnknownError
        arguments = [self._value(one) for one in node.args]
        named = {one.key: self._value(one.value) for one in node.kwargs}
        try:
            return function(*arguments, **named)
        except Exception as fault:
            # It is told when the page is made, with the page's name.
            raise _UnknownError from fault


def _joined(parts: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return statements with neighbouring outputs made one, so that their texts join."""
    joined: list[nodes.Node] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, nodes.Output) and isinstance(last, nodes.Output):
            last.nodes = [*last.nodes, *part.nodes]
        else:
            joined.append(part)
    return joined


def _copy(node: N) -> N:
    """Return a copy of a tree, which knows the same environment."""

    def copied(value: Any) -> Any:
        if isinstance(value, nodes.Node):
            return _copy(value)
        return [copied(one) for one in value] if isinstance(value, list) else value

    made = type(node)(
        *(copied(getattr(node, name)) for name in node.fields),
        lineno=node.lineno,
        environment=node.environment,
    )
    for name in node.attributes:
        setattr(made, name, getattr(node, name, None))
    return made
