"""Pages → HTML, through the templates."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error
from site_builder.output.files import OutputFile
from site_builder.site.interface import Interface, Strings
from site_builder.site.pages import Page
from site_builder.site.template_environment import (
    CodeCache,
    PlainEnvironment,
    SiteEnvironment,
)
from site_builder.site.urls import NOT_FOUND, way_to_root
from site_builder.site.views import RowView, SiteView

ROW = "components/row.html"
_COMPILER = ("template_environment.py", "template_folding.py", "template_trees.py")


class Renderer:
    """Renders the pages of one build."""

    def __init__(
        self,
        folders: Sequence[Path],
        site: SiteView,
        interface: Interface,
        cache: Path | None = None,
    ) -> None:
        """`folders` are searched for templates in their order.

        Compiled templates are kept in the folder `cache` for the next build, if one is given.
        """
        self._folders = folders
        self._site = site
        self._strings = interface.strings
        self._constants = {
            "site": site,
            "s": interface.strings,
            "plural": lru_cache(maxsize=100_000, typed=True)(interface.plural),
            "forms": interface.forms,
            "fill": interface.fill,
        }
        self._code = CodeCache(cache, _fingerprint(folders, site, interface.language))
        self._environments: dict[str, SiteEnvironment] = {}
        self._plain: dict[str, PlainEnvironment] = {}
        self._plain_only: set[str] = set()

    def render(self, page: Page) -> OutputFile:
        """Return the page's file. Raises BuildError, naming the template, where one is at fault."""
        root = self._root(page)
        if page.template in self._plain_only:
            text = self._render_plainly(page, root)
        else:
            try:
                template = self._environment(root).get_template(page.template)
                text = template.render(page=page.meta, view=page.view)
            except Exception:
                text = self._render_plainly(page, root)
                # Nothing is wrong with the template: it needs what the fast way leaves out.
                self._plain_only.add(page.template)
        return OutputFile(page.path, text.encode())

    def _root(self, page: Page) -> str:
        if page.url != NOT_FOUND:
            return way_to_root(page.url)
        # The host serves this page for addresses of any depth: only an absolute way is right.
        return urlsplit(self._site.base_url).path or "/"

    def _environment(self, root: str) -> SiteEnvironment:
        """Return the environment of the pages from which `root` leads to the site's root."""
        environment = self._environments.get(root)
        if environment is None:
            given: dict[str, Any] = {"root": root}
            environment = SiteEnvironment(
                self._folders, given, self._constants, self._strings, self._code
            )
            environment.globals["row_html"] = _row_renderer(environment, root, self._strings)
            self._environments[root] = environment
        return environment

    def _render_plainly(self, page: Page, root: str) -> str:
        """Return a page as Jinja itself makes it, or tell what is wrong with its template."""
        environment = self._plain.get(root)
        if environment is None:
            environment = PlainEnvironment(self._folders, {**self._constants, "root": root})
            environment.globals["row_html"] = _row_renderer(environment, root, self._strings)
            self._plain[root] = environment
        try:
            template = environment.get_template(page.template)
            return template.render(page=page.meta, view=page.view)
        except Exception as fault:
            # A template can raise anything: TypeError for 1 + '1', KeyError for a wrong string.
            raise BuildError([self._explain(fault, page)]) from fault

    def _explain(self, fault: Exception, page: Page) -> Diagnostic:
        if isinstance(fault, TemplateNotFound):
            return error(
                SourceLocation(path=f"templates/{page.template}"),
                "template",
                f'the template "{fault.name}" is not there',
                "Add it to templates/, or correct the name in the template that asks for it.",
            )
        name, line = page.template, 1
        if isinstance(fault, TemplateSyntaxError):
            name, line = fault.name or name, fault.lineno
        else:
            name, line = self._deepest_template(fault) or (name, line)
        return error(
            SourceLocation(path=f"templates/{name}", line=line),
            "template",
            f"the template fails on the page /{page.url}: {_message(fault)}",
            "Correct the template, or remove your own copy to use the built-in one.",
        )

    def _deepest_template(self, fault: Exception) -> tuple[str, int] | None:
        """Return name and line of the innermost template in a traceback."""
        found = None
        trace = fault.__traceback__
        while trace is not None:
            path = Path(trace.tb_frame.f_code.co_filename)
            for folder in self._folders:
                if path.is_relative_to(folder):
                    found = (path.relative_to(folder).as_posix(), trace.tb_lineno)
            trace = trace.tb_next
        return found


def _message(fault: Exception) -> str:
    if isinstance(fault, TemplateError) and fault.message:
        return fault.message
    return f"{type(fault).__name__}: {fault}"


def _row_renderer(
    environment: Environment, root: str, strings: Strings
) -> Callable[[RowView], Markup]:
    """Return a function that renders a row once, however many lists hold it."""
    rendered: dict[str, Markup] = {}
    macros: list[Callable[..., Markup]] = []

    def row_html(view: RowView) -> Markup:
        # An article has one row in a build, so its address stands for the whole value.
        found = rendered.get(view.url)
        if found is None:
            if not macros:
                macros.append(environment.get_template(ROW).module.row)  # type: ignore[attr-defined]
            found = rendered[view.url] = macros[0](view, root, strings)
        return found

    return row_html


def _fingerprint(folders: Sequence[Path], site: SiteView, language: str) -> str:
    """Return a hash of all that compiled templates depend on."""
    digest = hashlib.sha256(repr((site, language, jinja2.__version__, sys.version)).encode())
    here = Path(__file__).parent
    own = (here / name for name in _COMPILER)
    given = (
        path
        for folder in folders
        for pattern in ("**/*.html", "strings/*.yaml")
        for path in sorted(folder.glob(pattern))
    )
    for path in (*own, *given):
        digest.update(f"{path.as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
