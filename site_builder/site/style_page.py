"""Every token and component of the site's look, as a page of previews; the published site has none.

What the components show is made up here of strings of the interface, so that the page can be
judged in each of its languages, whatever the archive holds.
"""

from __future__ import annotations

from types import MappingProxyType

import msgspec

from site_builder.content.codes import direction, language_name
from site_builder.content.dates import PartialDate
from site_builder.site.article_views import ChangeView, TextLanguage
from site_builder.site.chart_views import BarChart, MatrixRow, MatrixView, Tick
from site_builder.site.charts import Count, bar_chart
from site_builder.site.edition import Edition
from site_builder.site.interface import Interface
from site_builder.site.pages import Page, page_meta
from site_builder.site.research_views import QuotationView, Share, SharedLink, ShareGroup
from site_builder.site.site_languages import own_name
from site_builder.site.statement_views import AlignedCell, ComparedColumn, ComparisonView
from site_builder.site.timeline_facets import NAME
from site_builder.site.timeline_strip import strip_bars
from site_builder.site.timeline_views import (
    PeriodView,
    StripPeriod,
    StripView,
    StripYear,
    TimelineView,
)
from site_builder.site.urls import TIMELINE
from site_builder.site.views import (
    CountedLink,
    DateView,
    Fact,
    HeadingView,
    Link,
    LinkGroup,
    Pager,
    RowView,
    SiteLanguage,
    SpeakerView,
)

STYLE = "style/"

COLOURS = ("paper", "tint", "ink", "ink-quiet", "rule", "rule-firm", "accent", "accent-tint", "bar")
SIZES = ("fine", "small", "text", "large", "title", "display")
SPACES = ("gap-1", "gap-2", "gap-3", "gap-4", "gap-5", "gap-6", "gap-7", "edge", "margin")
WIDTHS = ("measure", "page")
_SCALE = tuple(Tick(label=str(1990 + 10 * n), x=25.0 * n) for n in range(4))
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
        link=_here(text("facet_person")),
        bare=Link(name=text("facet_country")),
        voices=tuple(
            (key, text(f"voice_{key or 'none'}"))
            for key in ("direct", "paraphrase", "joint", "background", "")
        ),
        speakers=_speakers(interface),
        facts=_facts(interface),
        rows=_rows(interface),
        pagers=tuple(_pager(number) for number in (1, 6, 12)),
        chart=_chart(interface),
        links=LinkGroup(
            heading=text("nav_tags"),
            links=(
                CountedLink(name=text("facet_tag"), url=STYLE, count=1234),
                CountedLink(name=text("facet_event"), url=STYLE, count=1, note=sentence),
            ),
            more=_here(text("list_more")),
        ),
        shares=_shares(interface),
        periods=_periods(interface),
        strips=_strips(interface),
        matrix=_matrix(interface),
        timeline=_timeline(interface),
        headings=(
            HeadingView(level=2, text=text("home_glance"), anchor="tokens"),
            HeadingView(level=3, text=text("home_latest"), anchor="components"),
        ),
        quotations=_quotations(interface),
        comparison=_comparison(interface),
        changes=_changes(interface),
        text_languages=_text_languages(interface),
        site_languages=tuple(
            SiteLanguage(lang=tag, own_name=own_name(tag), folder="", current=tag == "en")
            for tag in ("en", "ur", "zh")
        ),
    )
    meta = page_meta(edition, STYLE, text("nav_style"), noindex=True)
    return Page(url=STYLE, template="style.html", meta=meta, view=view)


def _here(name: str) -> Link:
    return Link(name=name, url=STYLE)


def _day(interface: Interface, day: int = 4) -> DateView:
    value = PartialDate(2023, 1, day)
    return DateView(iso=str(value), text=interface.date(value), url=STYLE)


def _speakers(interface: Interface) -> tuple[SpeakerView, ...]:
    person, role = _here(interface.text("facet_person")), interface.text("fact_role")
    organisation = _here(interface.text("facet_organisation"))
    return (
        SpeakerView(person=person, role=role, organisation=organisation),
        SpeakerView(role=role, organisation=organisation),
        SpeakerView(organisation=organisation),
    )


def _facts(interface: Interface) -> tuple[Fact, ...]:
    text = interface.text
    return (
        Fact(key="said", label=text("fact_said"), date=_day(interface)),
        Fact(key="basis", label=text("fact_basis"), text=text("voice_background_text")),
        Fact(key="place", label=text("fact_place"), values=(Link(name=text("facet_country")),)),
        Fact(
            key="countries",
            label=text("article_countries"),
            values=(_here(text("facet_country")), _here(text("facet_relation"))),
        ),
        Fact(key="website", label=text("fact_website"), text="example.org", href="#components"),
    )


def _rows(interface: Interface) -> tuple[RowView, ...]:
    text = interface.text
    speakers = _speakers(interface)
    return (
        RowView(
            # A row is rendered once for each address, so each state has its own.
            url=f"{STYLE}?row=full",
            title=text("home_empty"),
            lang=interface.language,
            dir=interface.dir,
            language="",
            date=_day(interface),
            speakers=speakers[:2],
            carrier=_here(text("facet_carrier")),
            summary=text("home_empty_text"),
            kind=text("kind_speech"),
        ),
        RowView(
            url=f"{STYLE}?row=foreign",
            title="مشترکہ بیان، 4 جنوری 2023",
            lang="ur",
            dir="rtl",
            language="اردو",
            date=_day(interface),
            speakers=speakers[2:],
        ),
        RowView(
            url=f"{STYLE}?row=bare",
            title=text("tombstone_title"),
            lang=interface.language,
            dir=interface.dir,
            language="",
            date=_day(interface),
        ),
    )


def _pager(number: int) -> Pager:
    shown = sorted({1, number - 1, number, number + 1, 12} & set(range(1, 13)))
    pages: list[Link] = []
    for before, here in zip((0, *shown), shown, strict=False):
        if here > before + 1:
            pages.append(Link(name="…"))
        pages.append(_here(str(here)))
    return Pager(
        number=number,
        total=12,
        previous=STYLE if number > 1 else None,
        next=STYLE if number < 12 else None,
        pages=tuple(pages),
    )


def _chart(interface: Interface) -> BarChart | None:
    heights = (1, 3, 0, 0, 5, 12, 7, 2, 9, 4, 1, 6)
    return bar_chart(
        interface,
        [
            Count(label=str(2012 + index), count=count, url=STYLE, current=index == 5)
            for index, count in enumerate(heights)
        ],
        chart_id="sample-chart",
        title=interface.text("chart_by_year"),
        column=interface.text("chart_column_year"),
    )


def _shares(interface: Interface) -> ShareGroup:
    text = interface.text
    return ShareGroup(
        heading=text("formulation_by_speaker"),
        note=text("formulation_group_of_speaker"),
        links=(
            SharedLink(name=text("facet_person"), url=STYLE, share=Share(count=7, of=67)),
            SharedLink(name=text("formulation_unnamed"), url=None, share=Share(count=1, of=2)),
            SharedLink(
                name=text("voice_direct"), url=None, share=Share(count=0, of=12), voice="direct"
            ),
        ),
        more=3,
    )


def _periods(interface: Interface) -> tuple[PeriodView, ...]:
    names = interface.short_months()
    return tuple(
        PeriodView(
            name=str(year),
            url=STYLE,
            count=sum(counts),
            children=tuple(
                CountedLink(name=name, url=STYLE, count=count)
                for name, count in zip(names, counts, strict=True)
            ),
        )
        for year, counts in (
            (2023, (1, 2, 3, 4, 0, 0, 0, 0, 1, 1, 4, 2)),
            (2022, (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)),
        )
    )


def _strips(interface: Interface) -> tuple[StripView, ...]:
    """Return a strip of years, and strips of decades for a decade, a year and a month."""
    years = tuple(
        StripPeriod(name=str(2020 + n), url=STYLE, x=25.0 * n, width=25.0, current=n == 2)
        for n in range(4)
    )
    beside = tuple(
        StripYear(name=str(2010 + n), url=STYLE if n != 4 else "", x=10.0 * n, current=n == 2)
        for n in range(10)
    )
    own = StripYear(name="2012", url=STYLE, x=56.25, current=True)
    opened = _strip(_decades(interface, current=False), 55.0, 2.5, scale=_SCALE)
    return (
        _strip(years, 50.0, 25.0),
        _strip(_decades(interface, current=True), 50.0, 25.0, scale=_SCALE),
        msgspec.structs.replace(opened, years=beside),
        msgspec.structs.replace(opened, year=own, x=56.0, width=0.6),
    )


def _decades(interface: Interface, *, current: bool) -> tuple[StripPeriod, ...]:
    return tuple(
        StripPeriod(
            name=interface.plain("span", **{"from": tick.label, "to": f"{tick.label[:3]}9"}),
            url=STYLE,
            x=tick.x,
            width=25.0,
            current=current and tick.label == "2010",
            open=not current and tick.label == "2010",
        )
        for tick in _SCALE
    )


def _strip(
    periods: tuple[StripPeriod, ...], x: float, width: float, scale: tuple[Tick, ...] = ()
) -> StripView:
    return StripView(
        bars=strip_bars(),
        scale=scale,
        periods=periods,
        x=x,
        width=width,
        inner_x=-100 * x / width,
        inner_width=10000 / width,
        first=periods[0].name,
        last=periods[-1].name,
    )


def _matrix(interface: Interface) -> MatrixView:
    shades = ("M0 0h1v1h-1z", "M1 0h1v1h-1z", "M2 0h1v1h-1z", "M3 0h1v1h-1z")
    row = MatrixRow(
        name=interface.text("facet_country"),
        url=STYLE,
        count=10,
        counts=(1, 2, 3, 4),
        shades=shades,
    )
    years = (2020, 2021, 2022, 2023)
    ticks = tuple(Tick(label=str(year), x=12.5 + 25 * n) for n, year in enumerate(years))
    return MatrixView(years=years, rows=(row, row), ticks=ticks, total=12, most=4)


def _timeline(interface: Interface) -> TimelineView:
    return TimelineView(
        heading=interface.text("timeline_all"),
        level="all",
        count=0,
        chart=None,
        periods=(),
        facets=f"{TIMELINE}{NAME}",
        previous=None,
        next=None,
        groups=(),
        pager=_pager(1),
    )


def _quotations(interface: Interface) -> tuple[QuotationView, ...]:
    text = interface.text
    return tuple(
        QuotationView(
            url=STYLE,
            date=_day(interface),
            title=text("home_empty"),
            lang=interface.language,
            dir=interface.dir,
            text=text("voice_direct_text"),
            before="… ",
            in_context=text("voice_direct_text"),
            after=" …",
            whole=whole,
            speakers=_speakers(interface)[:1],
            shared=not whole,
            carrier=_here(text("facet_carrier")),
            paragraph=3,
            summary=False,
        )
        for whole in (True, False)
    )


def _comparison(interface: Interface) -> ComparisonView:
    text = interface.text
    words, other = text("voice_direct_text"), text("voice_joint_text")
    names = (text("fact_carrier"), text("fact_via"))
    columns = tuple(
        ComparedColumn(
            number=number,
            name=name,
            url=STYLE,
            lang=interface.language,
            dir=interface.dir,
            paragraphs=3,
            same=1,
            reworded=1,
            added=1,
            dropped=1,
        )
        for number, name in enumerate(names, start=1)
    )

    def cell(change: str, number: int, *pieces: tuple[str, str], state: str = "") -> AlignedCell:
        return AlignedCell(
            change=change,
            number=number,
            url=STYLE if number else "",
            pieces=pieces,
            cut=state == "cut",
            withheld=state == "withheld",
        )

    first = cell("first", 1, ("same", words))
    reworded = (("same", f"{words} "), ("dropped", other), ("added", other))
    return ComparisonView(
        anchor="sample-comparison",
        language="",
        summaries=True,
        columns=columns,
        rows=(
            (first, cell("same", 1, ("same", words))),
            (first, cell("reworded", 2, *reworded)),
            (cell("none", 0), cell("added", 3, ("same", other), state="cut")),
            (cell("first", 2, state="withheld"), cell("dropped", 0)),
        ),
    )


def _changes(interface: Interface) -> tuple[ChangeView, ...]:
    text = interface.text
    old, new = text("voice_direct_text"), text("voice_joint_text")
    return (
        ChangeView(
            date=_day(interface),
            subject=text("corrections_corrected"),
            url="",
            commit="3f2a91c",
            fields=(text("history_field_date"), text("history_field_carrier")),
            texts=((("same", "… "), ("dropped", old), ("added", new)),),
            more=2,
        ),
        ChangeView(
            date=_day(interface, 3),
            subject=text("corrections_corrected"),
            url="",
            commit="91c3f2a",
            fields=(text("history_field_tags"),),
            texts=(),
            more=0,
        ),
    )


def _text_languages(interface: Interface) -> tuple[TextLanguage, ...]:
    return tuple(
        TextLanguage(
            url=STYLE,
            lang=tag,
            dir=direction(tag),
            own_name=own_name(tag),
            name=language_name(tag, interface.language),
            is_original=tag == "en",
            current=tag == "en",
            parallel_url="" if tag == "en" else STYLE,
        )
        for tag in ("en", "ur", "zh")
    )
