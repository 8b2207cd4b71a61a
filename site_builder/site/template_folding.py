"""Templates made specific to one site: what is the same on every page is worked out once.

A template asks for the site's title, an interface string or the entries of the navigation on
every page anew, and the answer never changes in a build. Here such expressions become text,
conditions that only depend on them are decided, loops over them are written out, and what a
template includes is put in its place. What a page shows stays the same to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from jinja2 import Environment, TemplateError, Undefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from site_builder.site.template_trees import (
    copy_of,
    gives_names_or_places,
    joined_outputs,
    names_given,
    names_in,
)

_TEXTS = (str, int, float, bool, type(None))
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
    given = names_given(tree)
    known = {name: value for name, value in constants.items() if name not in given}
    folded = _Folding(environment, known, None if "fill" in given else strings, parse).visit(tree)
    assert isinstance(folded, nodes.Template)  # noqa: S101  # a template stays one
    return folded


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
                setattr(node, name, joined_outputs(value))
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
        if any(gives_names_or_places(branch) for branch in branches):
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
        given = names_given(included)
        if gives_names_or_places(included) or given & self._known.keys():
            return node
        if "self" in names_in(included):
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
            or any(gives_names_or_places(one) for one in node.body)
        ):
            raise _UnknownError
        target = node.target.name
        if any(names_in(one) & {"loop"} or target in names_given(one) for one in node.body):
            raise _UnknownError
        before = dict(self._known)
        turns: list[nodes.Node] = []
        try:
            for value in values:
                self._known[target] = value
                turns += [part for one in node.body for part in self.visit_list(copy_of(one))]
        finally:
            self._known = before
        if any(target in names_in(one) for one in turns):
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
            parts.append(copy_of(values[name]))
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
