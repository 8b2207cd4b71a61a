"""Old addresses, each with a page that leads to the new one."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.content.model import Article
from site_builder.diagnostics import Diagnostic, error
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, page_meta
from site_builder.site.urls import article_url, output_path
from site_builder.site.views import RedirectView


def plan_redirects(
    edition: Edition, taken: set[str]
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Return a page for each alias, and an error for each that is taken."""
    pages: list[Page] = []
    faults: list[Diagnostic] = []
    owners: dict[str, Article] = {}
    for article in edition.archive.articles:
        for alias, line in zip(article.aliases, article.alias_lines, strict=True):
            where = replace(article.location, line=line)
            url = alias if alias.endswith(("/", ".html")) else f"{alias}/"
            path = output_path(url).casefold()
            other = owners.get(path)
            if path in taken or other is not None:
                holder = f"leads to {other.id}" if other else "is a page of the site"
                faults.append(
                    error(
                        where,
                        "aliases",
                        f'the alias "/{alias}" already {holder}',
                        "Remove it, or write another one.",
                    )
                )
                continue
            owners[path] = article
            meta = page_meta(edition, url, article.title, noindex=True)
            view = RedirectView(title=article.title, target=article_url(article.id))
            pages.append(
                Page(
                    url=url,
                    template="redirect.html",
                    meta=meta,
                    view=view,
                    source=where,
                )
            )
    return tuple(pages), tuple(faults)
