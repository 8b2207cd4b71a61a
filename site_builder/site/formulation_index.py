"""The index of all formulations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.indexes.formulations import (
    FormulationUses,
    distinct_articles,
    silence_since,
)
from site_builder.site.edition import Edition, entry_name
from site_builder.site.facet_pages import span_text
from site_builder.site.name_order import sort_key
from site_builder.site.pages import Page, crumbs
from site_builder.site.research_views import FormulationIndexView, FormulationLine, Share
from site_builder.site.urls import FORMULATIONS, HOME, formulation_url
from site_builder.site.use_charts import YearCount, line_bars, year_counts
from site_builder.site.views import Link, PageMeta


def formulation_index(
    edition: Edition, formulations: Sequence[FormulationUses], years: Mapping[int, int]
) -> Page:
    """Return the index: those gone quiet, all with uses by name, and those without."""
    interface = edition.interface
    ordered = sorted(
        formulations,
        key=lambda one: (
            sort_key(entry_name(one.formulation, interface.language), interface.language),
            one.formulation.id,
        ),
    )
    lines = tuple(_index_line(edition, one, years) for one in ordered if one.uses)
    heading = interface.text("nav_formulations")
    intro = interface.plain(
        "formulation_index_intro", statements=interface.plural("statements", len(edition.listed))
    )
    view = FormulationIndexView(
        total=len(edition.listed),
        span=span_text(edition, edition.listed),
        lines=lines,
        quiet=tuple(line for line in lines if line.quiet),
        unused=tuple(
            Link(
                name=entry_name(one.formulation, interface.language),
                url=formulation_url(one.formulation.id),
            )
            for one in ordered
            if not one.uses
        ),
    )
    meta = PageMeta(
        url=FORMULATIONS,
        title=heading,
        description=intro,
        lang=interface.language,
        dir=interface.dir,
        breadcrumbs=crumbs((interface.text("nav_home"), HOME)),
        section="formulations",
    )
    return Page(url=meta.url, template="formulation_index.html", meta=meta, view=view)


def _index_line(
    edition: Edition, found: FormulationUses, years: Mapping[int, int]
) -> FormulationLine:
    interface = edition.interface
    counts = counts_by_year(found, years)
    silence = silence_since(found, edition.listed)
    quiet = ""
    if silence and silence.quiet:
        quiet = interface.plain(
            "formulation_quiet_short",
            statements=interface.plural("statements", silence.since),
            expected=interface.number(round(silence.expected)),
        )
    return FormulationLine(
        name=entry_name(found.formulation, interface.language),
        url=formulation_url(found.formulation.id),
        articles=Share(count=len(found.articles), of=len(edition.listed)),
        verbatim=sum(count.verbatim for count in counts),
        span=span_text(edition, found.articles),
        bars=line_bars(counts),
        quiet=quiet,
    )


def counts_by_year(found: FormulationUses, years: Mapping[int, int]) -> tuple[YearCount, ...]:
    """Return the articles that use a formulation by year; `years` holds all articles by year."""
    verbatim = distinct_articles(located for located in found.uses if located.use.verbatim)
    return year_counts(
        years,
        [article.date.year for article in found.articles],
        [article.date.year for article in verbatim],
    )
