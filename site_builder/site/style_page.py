"""Every token and component of the site's look, as a page of previews; the published site has none.

What the components show is made up here of strings of the interface, so that the page can be
judged in each of its languages, whatever the archive holds.
"""

from __future__ import annotations

from types import MappingProxyType

import msgspec

from site_builder.site.article_views import ChangeView, TextLanguage
from site_builder.site.chart_views import BarChart, MatrixView
from site_builder.site.edition import Edition
from site_builder.site.pages import Page, page_meta
from site_builder.site.research_views import QuotationView, ShareGroup
from site_builder.site.site_languages import own_name
from site_builder.site.statement_views import ComparisonView
from site_builder.site.style_samples import (
    here,
    sample_changes,
    sample_chart,
    sample_comparison,
    sample_facts,
    sample_matrix,
    sample_pager,
    sample_periods,
    sample_quotations,
    sample_rows,
    sample_shares,
    sample_speakers,
    sample_strips,
    sample_text_languages,
    sample_timeline,
)
from site_builder.site.timeline_views import (
    PeriodView,
    StripView,
    TimelineView,
)
from site_builder.site.urls import STYLE
from site_builder.site.views import (
    CountedLink,
    Fact,
    HeadingView,
    Link,
    LinkGroup,
    Pager,
    RowView,
    SiteLanguage,
    SpeakerView,
)

COLOURS = ("paper", "tint", "ink", "ink-quiet", "rule", "rule-firm", "accent", "accent-tint", "bar")
SIZES = ("fine", "small", "text", "large", "title", "display")
SPACES = ("gap-1", "gap-2", "gap-3", "gap-4", "gap-5", "gap-6", "gap-7", "edge", "margin")
WIDTHS = ("measure", "page")
SCRIPTS = MappingProxyType(
    {
        "latin-serif": ("en", "Hamburgefonstiv 0123456789"),
        "latin-sans": ("en", "Hamburgefonstiv 0123456789"),
        "han-serif-hans": ("zh-Hans", "命运共同体 2023"),
        "han-sans-hans": ("zh-Hans", "命运共同体 2023"),
        "han-serif-hant": ("zh-Hant", "命運共同體 2023"),
        "han-sans-hant": ("zh-Hant", "命運共同體 2023"),
        "japanese-serif": ("ja", "共同声明を発表した 2023"),
        "korean-serif": ("ko", "공동성명을 발표했다 2023"),
        "naskh": ("ar", "بيان مشترك 2023"),
        "arabic-sans": ("ar", "بيان مشترك 2023"),
        "nastaliq": ("ur", "مشترکہ بیان 2023"),
    }
)
"""Stacks of letters, each with its language and a sample."""


class StyleView(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens by name, and values for each component, one for each of its states."""

    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    spaces: tuple[str, ...]
    widths: tuple[str, ...]
    scripts: tuple[tuple[str, str, str], ...]
    """(token, language tag, sample)."""
    sentence: str
    link: Link
    bare: Link
    voices: tuple[tuple[str, str], ...]
    """(key, label)."""
    speakers: tuple[SpeakerView, ...]
    facts: tuple[Fact, ...]
    rows: tuple[RowView, ...]
    pagers: tuple[Pager, ...]
    chart: BarChart | None
    links: LinkGroup
    shares: ShareGroup
    periods: tuple[PeriodView, ...]
    strips: tuple[StripView, ...]
    matrix: MatrixView
    timeline: TimelineView
    headings: tuple[HeadingView, ...]
    quotations: tuple[QuotationView, ...]
    comparison: ComparisonView
    changes: tuple[ChangeView, ...]
    text_languages: tuple[TextLanguage, ...]
    site_languages: tuple[SiteLanguage, ...]


def plan_style(edition: Edition) -> Page:
    """Return the living style page."""
    interface = edition.interface
    text = interface.text
    sentence = text("voice_direct_text")
    view = StyleView(
        colours=COLOURS,
        sizes=SIZES,
        spaces=SPACES,
        widths=WIDTHS,
        scripts=tuple((token, *sample) for token, sample in SCRIPTS.items()),
        sentence=sentence,
        link=here(text("facet_person")),
        bare=Link(name=text("facet_country")),
        voices=tuple(
            (key, text(f"voice_{key or 'none'}"))
            for key in ("direct", "paraphrase", "joint", "background", "")
        ),
        speakers=sample_speakers(interface),
        facts=sample_facts(interface),
        rows=sample_rows(interface),
        pagers=tuple(sample_pager(number) for number in (1, 6, 12)),
        chart=sample_chart(interface),
        links=LinkGroup(
            heading=text("nav_tags"),
            links=(
                CountedLink(name=text("facet_tag"), url=STYLE, count=1234),
                CountedLink(name=text("facet_event"), url=STYLE, count=1, note=sentence),
            ),
            more=here(text("list_more")),
        ),
        shares=sample_shares(interface),
        periods=sample_periods(interface),
        strips=sample_strips(interface),
        matrix=sample_matrix(interface),
        timeline=sample_timeline(interface),
        headings=(
            HeadingView(level=2, text=text("home_glance"), anchor="tokens"),
            HeadingView(level=3, text=text("home_latest"), anchor="components"),
        ),
        quotations=sample_quotations(interface),
        comparison=sample_comparison(interface),
        changes=sample_changes(interface),
        text_languages=sample_text_languages(interface),
        site_languages=tuple(
            SiteLanguage(lang=tag, own_name=own_name(tag), folder="", current=tag == "en")
            for tag in ("en", "ur", "zh")
        ),
    )
    meta = page_meta(edition, STYLE, text("nav_style"), noindex=True)
    return Page(url=STYLE, template="style.html", meta=meta, view=view)
