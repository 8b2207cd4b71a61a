"""Checks an archive and every link of its site, and writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from site_builder.build import BuildOptions, stop_on
from site_builder.cache.inputs import Inputs, read_inputs
from site_builder.cache.store import Store
from site_builder.config import SiteConfig
from site_builder.content.link_lines import line_of_link
from site_builder.content.model import Archive
from site_builder.diagnostics import (
    Diagnostic,
    SourceLocation,
    sort_diagnostics,
    warning,
)
from site_builder.indexes.curation import CurationList, curation_list, near_duplicate_notes
from site_builder.leftovers import Leftovers
from site_builder.output.links import BrokenLink, find_broken_links
from site_builder.planning import every_file, maker_of, owners_of, plan_archive
from site_builder.site.addresses import refuse_clashes
from site_builder.stages import Stages

FurtherCheck = Callable[[Archive, SiteConfig], Iterable[Diagnostic]]
"""A check that is made on demand."""


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found where there was no error."""

    articles: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes, sorted."""
    curation: CurationList


def check_archive(
    options: BuildOptions, store: Store, further: FurtherCheck | None = None
) -> CheckReport:
    """Check an archive and every link of its site; see `check_site`."""
    inputs = read_inputs(options, store)
    planned = plan_archive(replace(options, strict=False), inputs, store, Stages(), drawn=False)
    leftovers = Leftovers(planned.edition, store, inputs.site)
    files = tuple(every_file(maker_of(options, planned, leftovers, None)))
    refuse_clashes([file.path for file in files], lambda: owners_of(planned))
    sources = {page.path: page.source for page in planned.pages}
    broken = (
        warning(
            _place_of(one, sources.get(one.page), inputs),
            "broken-link",
            f'the page {one.page} links to "{one.link}", which leads nowhere',
            "Correct the link, or add what it leads to.",
        )
        for one in find_broken_links(files, base_url=planned.site.base_url)
    )
    likely = near_duplicate_notes(planned.edition.likeness.proposals)
    found = further(planned.edition.archive, planned.edition.config) if further else ()
    diagnostics = sort_diagnostics((*planned.diagnostics, *likely, *broken, *found))
    stop_on(diagnostics, strict=options.strict)
    return CheckReport(
        articles=len(planned.edition.archive.articles),
        pages=len(planned.pages),
        diagnostics=diagnostics,
        curation=curation_list(planned.edition.archive, planned.edition.likeness.proposals),
    )


def _place_of(link: BrokenLink, source: SourceLocation | None, inputs: Inputs) -> SourceLocation:
    """Return where a curator finds a link: in the page's source, at its line where it has one."""
    if source is None:
        return SourceLocation(path=link.page)
    file = inputs.sources.files.get(source.path)
    text = file.data.decode("utf-8", "replace") if file else ""
    return replace(source, line=line_of_link(text, link.link) or source.line)
