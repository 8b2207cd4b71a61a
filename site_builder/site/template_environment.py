"""Jinja for one site: templates made specific to it, and compiled to plain Python.

What a template shows is what Jinja makes of it. Three things are done in another way, because
pages come by the thousand: an attribute is asked of its object without Jinja's second try as
an item, functions and macros are called without a look at whether they want a context, and a
plain text is escaped without becoming a Markup first. Where a template needs the first or the
second, an error is raised, and the caller makes the page once more with the plain environment.
"""

from __future__ import annotations

import hashlib
import keyword
import os
from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_builder.site.escaping import escaped
from site_builder.site.template_folding import fold
from site_builder.site.template_trees import walk

_CHECK = hashlib.sha256().digest_size


def shown(value: Any) -> str:
    """Return what a template puts out, escaped where it is not Markup."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is int or kind is float:
        return str(value)
    # Members of enumerations and counted nouns are texts as well.
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return escaped(str(value))
    return escape(value)


class PlainEnvironment(Environment):
    """Jinja as it is, with what templates may rely on; `given` are its globals."""

    def __init__(
        self, folders: Sequence[Path], given: Mapping[str, Any], code: BytecodeCache | None = None
    ) -> None:
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            bytecode_cache=code,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.globals.update(given)


class SiteEnvironment(PlainEnvironment):
    """Jinja with templates made specific to a site."""

    def __init__(
        self,
        folders: Sequence[Path],
        given: Mapping[str, Any],
        constants: Mapping[str, Any],
        strings: object,
        code: BytecodeCache,
    ) -> None:
        """`constants` and `strings` are those of `fold`, and globals like `given`.

        `code` keeps what was compiled.
        """
        super().__init__(folders, {**constants, **given}, code)
        self.code_generator_class = _Generator
        self._constants = constants
        self._strings = strings
        self._modules: dict[str, TemplateModule] = {}
        self._page_bound: dict[str, bool] = {}
        self._trees: dict[str | None, tuple[str, nodes.Template]] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # Jinja gives a chain of mappings, which every page would copy key by key.
        return {**self.globals, **(d or {})}

    def module_of(self, name: str) -> TemplateModule:
        """Return the macros of a template, which look at no page."""
        found = self._modules.get(name)
        if found is None:
            found = self._modules[name] = self.get_template(name).module
        return found

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        for one in walk(source):
            if isinstance(one, nodes.Assign | nodes.AssignBlock):
                # A name set here would be seen by the template that this one extends.
                if _taken(one) & self.globals.keys():
                    raise NotSpecificError
            elif isinstance(one, nodes.Import | nodes.FromImport):
                template = one.template
                if isinstance(template, nodes.Const) and not self._is_page_bound(template.value):
                    one.with_context = False
        folded = fold(source, self, self._constants, self._strings, self._tree)
        return super()._generate(folded, name, filename, defer_init)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        known = self._trees.pop(name, None)
        if known is not None and known[0] == source:
            return known[1]
        return super()._parse(source, name, filename)

    def _tree(self, name: str) -> nodes.Template:
        """Return the tree of a template, which whoever asks may change."""
        assert self.loader is not None  # noqa: S101  # given above
        text, filename, _ = self.loader.get_source(self, name)
        return self._parse(text, name, filename)

    def _is_page_bound(self, name: str) -> bool:
        """Whether a template, or one that it imports, asks for what differs between pages."""
        if name not in self._page_bound:
            self._page_bound[name] = True
            self._page_bound[name] = self._asks_for_page(name)
        return self._page_bound[name]

    def _asks_for_page(self, name: str) -> bool:
        assert self.loader is not None  # noqa: S101  # given above
        text, filename, _ = self.loader.get_source(self, name)
        tree = self._parse(text, name, filename)
        imported = []
        for one in walk(tree):
            if isinstance(one, nodes.Include | nodes.Extends):
                return True
            if isinstance(one, nodes.Import | nodes.FromImport):
                imported.append(one.template)
        # Jinja's search for them wants every filter to be known, as its compiler does.
        asked = find_undeclared_variables(tree)
        # It is compiled soon, and the search above has left the tree as it was.
        self._trees[name] = (text, tree)
        return bool(asked - self.globals.keys()) or any(
            not isinstance(one, nodes.Const) or self._is_page_bound(one.value) for one in imported
        )


def _taken(assignment: nodes.Node) -> set[str]:
    return {
        one.name for one in walk(assignment) if isinstance(one, nodes.Name) and one.ctx == "store"
    }


class NotSpecificError(Exception):
    """Raised where a template cannot be made specific to a site: the plain Jinja takes over."""


class CodeCache(BytecodeCache):
    """Compiled templates: in memory for one build, and in a folder for the next one.

    A file that is damaged is as good as none, and that none can be written is no fault.
    """

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        """`fingerprint` changes with whatever compiled templates are made of."""
        self._folder = folder
        self._fingerprint = fingerprint
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(f"{self._fingerprint}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._codes.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.code = kept
        elif self._folder is not None:
            with suppress(OSError):
                data = self._path(self._folder, bucket).read_bytes()
                # Python would run, or fall over, whatever it finds.
                if data[:_CHECK] == hashlib.sha256(data[_CHECK:]).digest():
                    bucket.bytecode_from_string(data[_CHECK:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None  # noqa: S101  # Jinja gives what it compiled
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if self._folder is not None:
            data = bucket.bytecode_to_string()
            path = self._path(self._folder, bucket)
            # Another process may be writing the same.
            new = path.with_name(f"{path.name}.{os.getpid()}")
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                new.write_bytes(hashlib.sha256(data).digest() + data)
                new.replace(path)

    @staticmethod
    def _path(folder: Path, bucket: Bucket) -> Path:
        return folder / f"{bucket.key}.bytecode"


class _Macro(Macro):
    """A macro that takes positional arguments, the usual ones, without a search for others."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        usual = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self._most = self._argument_count if usual else -1
        self._absent = (missing,) * self._argument_count

    def __call__(self, *arguments: Any, **named: Any) -> str:
        count = len(arguments)
        if named or count > self._most:
            return super().__call__(*arguments, **named)
        # What a macro gives is Markup as it is; Markup's own way to say so looks at it twice.
        return str.__new__(Markup, self._func(*arguments, *self._absent[count:]))


class _Generator(CodeGenerator):
    """Writes plainer Python than Jinja's own generator."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline(f"from {__name__} import _Macro, shown")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.visit(node.node, frame)
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            # What Jinja writes begins with a comma, for it passes the context first.
            self.write("(*()")
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self.write("(")
            for argument in (*node.args, *node.kwargs):
                self.visit(argument, frame)
                self.write(", ")
            self.write("caller=caller" if forward_caller else "")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("_")
        super().macro_def(macro_ref, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.module_of(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")
