"""Each component of the site's look with made-up values, in the strings of the interface."""

from __future__ import annotations

import msgspec

from site_builder.content.codes import direction, language_name
from site_builder.content.dates import PartialDate
from site_builder.site.article_views import ChangeView, TextLanguage
from site_builder.site.chart_views import BarChart, MatrixRow, MatrixView, Tick
from site_builder.site.charts import Count, bar_chart
from site_builder.site.interface import Interface
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
from site_builder.site.urls import STYLE, TIMELINE
from site_builder.site.views import (
    CountedLink,
    DateView,
    Fact,
    Link,
    Pager,
    RowView,
    SpeakerView,
)

_SCALE = tuple(Tick(label=str(1990 + 10 * n), x=25.0 * n) for n in range(4))


def here(name: str) -> Link:
    """Return a link of this name to the style page."""
    return Link(name=name, url=STYLE)


def _day(interface: Interface, day: int = 4) -> DateView:
    value = PartialDate(2023, 1, day)
    return DateView(iso=str(value), text=interface.date(value), url=STYLE)


def sample_speakers(interface: Interface) -> tuple[SpeakerView, ...]:
    """Return a speaker with a name, an unnamed one and an organisation."""
    person, role = here(interface.text("facet_person")), interface.text("fact_role")
    organisation = here(interface.text("facet_organisation"))
    return (
        SpeakerView(person=person, role=role, organisation=organisation),
        SpeakerView(role=role, organisation=organisation),
        SpeakerView(organisation=organisation),
    )


def sample_facts(interface: Interface) -> tuple[Fact, ...]:
    """Return a fact of each form."""
    text = interface.text
    return (
        Fact(key="said", label=text("fact_said"), date=_day(interface)),
        Fact(key="basis", label=text("fact_basis"), text=text("voice_background_text")),
        Fact(key="place", label=text("fact_place"), values=(Link(name=text("facet_country")),)),
        Fact(
            key="countries",
            label=text("article_countries"),
            values=(here(text("facet_country")), here(text("facet_relation"))),
        ),
        Fact(key="website", label=text("fact_website"), text="example.org", href="#components"),
    )


def sample_rows(interface: Interface) -> tuple[RowView, ...]:
    """Return rows of a list, of each state that an article may be in."""
    text = interface.text
    speakers = sample_speakers(interface)
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
            carrier=here(text("facet_carrier")),
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


def sample_pager(number: int) -> Pager:
    """Return the links of one of twelve pages."""
    shown = sorted({1, number - 1, number, number + 1, 12} & set(range(1, 13)))
    pages: list[Link] = []
    for before, page in zip((0, *shown), shown, strict=False):
        if page > before + 1:
            pages.append(Link(name="…"))
        pages.append(here(str(page)))
    return Pager(
        number=number,
        total=12,
        previous=STYLE if number > 1 else None,
        next=STYLE if number < 12 else None,
        pages=tuple(pages),
    )


def sample_chart(interface: Interface) -> BarChart | None:
    """Return bars of a year's months."""
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


def sample_shares(interface: Interface) -> ShareGroup:
    """Return shares of a whole."""
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


def sample_periods(interface: Interface) -> tuple[PeriodView, ...]:
    """Return a year as a line of months."""
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


def sample_strips(interface: Interface) -> tuple[StripView, ...]:
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


def sample_matrix(interface: Interface) -> MatrixView:
    """Return a row of countries by year."""
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


def sample_timeline(interface: Interface) -> TimelineView:
    """Return the head of a page of the timeline."""
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
        pager=sample_pager(1),
    )


def sample_quotations(interface: Interface) -> tuple[QuotationView, ...]:
    """Return quotations of each voice."""
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
            speakers=sample_speakers(interface)[:1],
            shared=not whole,
            carrier=here(text("facet_carrier")),
            paragraph=3,
            summary=False,
        )
        for whole in (True, False)
    )


def sample_comparison(interface: Interface) -> ComparisonView:
    """Return two carriages of one statement side by side."""
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


def sample_changes(interface: Interface) -> tuple[ChangeView, ...]:
    """Return changes of an entry."""
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


def sample_text_languages(interface: Interface) -> tuple[TextLanguage, ...]:
    """Return the languages of a text."""
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
