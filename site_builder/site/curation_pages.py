"""What needs a curator, as a page of previews; the published site has none."""

from __future__ import annotations

from site_builder.indexes.curation import CurationItem, CurationList
from site_builder.site.curation_views import CurationGroup, CurationTask, CurationView
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, crumbs
from site_builder.site.urls import CURATION, HOME, article_url
from site_builder.site.views import Link, PageMeta

SHOWN = 200
"""Tasks of one kind on the page; `check` lists all of them."""


def plan_curation(edition: Edition, found: CurationList) -> Page:
    """Return the page of open tasks, the most worthwhile kind first."""
    interface = edition.interface
    groups = tuple(
        CurationGroup(
            anchor=one.kind,
            heading=interface.get(f"curation_{one.kind.replace('-', '_')}", one.label),
            count=one.count,
            tasks=tuple(_task(item) for item in found.items if item.kind == one.kind)[:SHOWN],
        )
        for one in found.counts
    )
    view = CurationView(total=len(found.items), of=len(edition.archive.articles), groups=groups)
    meta = PageMeta(
        url=CURATION,
        title=interface.text("nav_curation"),
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        noindex=True,
    )
    return Page(url=CURATION, template="curation.html", meta=meta, view=view)


def _task(item: CurationItem) -> CurationTask:
    return CurationTask(
        article=Link(name=item.title, url=article_url(item.article)),
        path=item.path,
        detail=item.detail,
    )
