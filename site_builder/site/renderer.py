"""Pages → HTML, through the templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error
from site_builder.output.files import OutputFile
from site_builder.site.interface import Interface
from site_builder.site.pages import Page
from site_builder.site.urls import NOT_FOUND, way_to_root
from site_builder.site.views import RowView, SiteView

ROW = "components/row.html"


class Renderer:
    """Renders the pages of one build."""

    def __init__(self, folders: Sequence[Path], site: SiteView, interface: Interface) -> None:
        """`folders` are searched for templates in their order."""
        self._folders = folders
        self._site = site
        self._strings = interface.strings
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.globals.update(
            site=site,
            s=interface.strings,
            plural=interface.plural,
            fill=interface.fill,
        )
        self._templates: dict[str, Template] = {}
        self._rows: dict[str, Callable[[RowView], Markup]] = {}

    def render(self, page: Page) -> OutputFile:
        """Return the page's file. Raises BuildError, naming the template, where one is at fault."""
        root = self._root(page)
        try:
            text = self._template(page.template).render(
                page=page.meta, view=page.view, root=root, row_html=self._row_renderer(root)
            )
        except Exception as fault:
            # A template can raise anything: TypeError for 1 + '1', KeyError for a wrong string.
            raise BuildError([self._explain(fault, page)]) from fault
        return OutputFile(page.path, text.encode())

    def _root(self, page: Page) -> str:
        if page.url != NOT_FOUND:
            return way_to_root(page.url)
        # The host serves this page for addresses of any depth: only an absolute way is right.
        return urlsplit(self._site.base_url).path or "/"

    def _template(self, name: str) -> Template:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template

    def _row_renderer(self, root: str) -> Callable[[RowView], Markup]:
        """Return a function that renders a row once, however many lists hold it."""
        if root in self._rows:
            return self._rows[root]
        macro: Callable[..., Markup] = self._template(ROW).module.row  # type: ignore[attr-defined]
        strings = self._strings
        rendered: dict[str, Markup] = {}

        def row_html(view: RowView) -> Markup:
            # An article has one row in a build, so its address stands for the whole value.
            found = rendered.get(view.url)
            if found is None:
                found = rendered[view.url] = macro(view, root, strings)
            return found

        self._rows[root] = row_html
        return row_html

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
