"""What the pages of formulations and quotations show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.chart_views import Tick
from site_builder.site.views import DateView, Link, Pager, SpeakerView


class Share(Struct, frozen=True, kw_only=True):
    """A number that never stands alone: so many out of so many."""

    count: int
    of: int


class SharedLink(Struct, frozen=True, kw_only=True):
    """A name, its page, and its share of articles."""

    name: str
    url: str | None
    share: Share
    note: str = ""
    """The years."""
    voice: str = ""
    """Where the name is a voice, its key."""


class ShareGroup(Struct, frozen=True, kw_only=True):
    """Shares under a heading ('By speaker')."""

    heading: str
    note: str
    """What was counted, out of what."""
    links: tuple[SharedLink, ...]
    more: int = 0
    """How many further ones are not shown."""


class UseBar(Struct, frozen=True, kw_only=True):
    """One year of a chart of uses: a bar upwards for articles that use the phrase, and one
    downwards, on its own scale, for all articles."""

    label: str
    used: Share
    verbatim: int
    """Articles with at least one verbatim use."""
    url: str | None
    """Where the year begins in the concordance."""
    x: float
    width: float
    height: float
    verbatim_height: float
    all_height: float


class UseChart(Struct, frozen=True, kw_only=True):
    """Uses by year, drawn at build time; every bar is also a row of the table behind it."""

    description: str
    width: float
    height: float
    """Of the upper plot."""
    all_height: float
    """Of the lower plot."""
    bars: tuple[UseBar, ...]
    ticks: tuple[Tick, ...]
    maximum: int
    all_maximum: int


class UseView(Struct, frozen=True, kw_only=True):
    """One line of a concordance: the phrase with the words round it."""

    url: str
    """Of the paragraph."""
    date: DateView
    title: str
    """Of the article."""
    lang: str
    dir: str
    before: str
    phrase: str
    """'' where the words stand in text that is not shown."""
    after: str
    paragraph: int
    voice: str
    """'direct', 'paraphrase', 'joint', 'background' or 'none'."""
    voice_label: str
    verbatim: bool
    speakers: tuple[SpeakerView, ...]
    carrier: Link | None


class UseGroup(Struct, frozen=True, kw_only=True):
    """The uses of one year."""

    year: str
    anchor: str
    url: str
    """The year in the timeline."""
    used: Share
    """Articles of the whole year that use it, out of all of that year."""
    uses: tuple[UseView, ...]


class ModifierView(Struct, frozen=True, kw_only=True):
    """Words that stand before or after a phrase."""

    before: str
    """One of `before` and `after` is ''."""
    after: str
    share: Share
    """Of the articles that use the phrase in English text that is shown."""
    first: DateView
    last: DateView
    url: str
    """Paragraph of the first use with them."""


class FormulationView(Struct, frozen=True, kw_only=True):
    """formulation.html, first page and further pages of the concordance."""

    name: str
    other_names: tuple[tuple[str, str, str], ...]
    """(name, BCP 47 tag, 'ltr' or 'rtl')."""
    variants: tuple[str, ...]
    description: str
    years: tuple[UseGroup, ...]
    pager: Pager
    uses: int
    """Of all pages; on a further page those on it."""

    # What follows stands on the first page only.
    articles: Share | None = None
    verbatim: int = 0
    """Of the uses."""
    withheld: int = 0
    """Of the uses: those in text that is not shown."""
    first: DateView | None = None
    first_url: str = ""
    last: DateView | None = None
    last_url: str = ""
    since: int = 0
    """Articles dated after the last use."""
    quiet_expected: int = 0
    """How many of those would use it at its earlier rate, where it has gone quiet; else 0."""
    chart: UseChart | None = None
    modifiers: tuple[ModifierView, ...] = ()
    more_modifiers: int = 0
    groups: tuple[ShareGroup, ...] = ()


class FormulationLine(Struct, frozen=True, kw_only=True):
    """One formulation in the index of all."""

    name: str
    url: str
    articles: Share
    verbatim: int
    """Articles with at least one verbatim use."""
    span: str
    """Years of first and last use."""
    bars: tuple[tuple[float, float, float, float], ...]
    """(x, y, width, height) in a box of 120 by 24: the articles of each year."""
    quiet: str
    """What is said of one that has gone quiet, else ''."""


class FormulationIndexView(Struct, frozen=True, kw_only=True):
    """formulation_index.html"""

    total: int
    """Articles in which uses were looked for."""
    span: str
    lines: tuple[FormulationLine, ...]
    """Those with uses, by name."""
    quiet: tuple[FormulationLine, ...]
    unused: tuple[Link, ...]


class QuotationView(Struct, frozen=True, kw_only=True):
    """One direct quotation."""

    url: str
    """Of the paragraph."""
    date: DateView
    title: str
    lang: str
    dir: str
    text: str
    """Cut between words where it is very long."""
    before: str
    """What stands before it in its sentence."""
    in_context: str
    """The quotation as it stands there, '…' where it is long."""
    after: str
    whole: bool
    speakers: tuple[SpeakerView, ...]
    shared: bool
    """Whether the article names several speakers and does not say which of them spoke."""
    carrier: Link | None
    paragraph: int
    summary: bool
    """Whether the words round the quotation are the archive's own summary."""


class QuotationGroup(Struct, frozen=True, kw_only=True):
    """Quotations of one year."""

    heading: str
    anchor: str
    url: str
    quotations: tuple[QuotationView, ...]


class QuotesView(Struct, frozen=True, kw_only=True):
    """quotes.html: all speakers with the latest quotations, or those of one speaker."""

    heading: str
    person: Link | None
    """The speaker's own page; None on the page of all."""
    count: int
    articles: Share
    """Articles quoted, out of the speaker's (or all)."""
    span: str
    has_summaries: bool
    """Whether any quotation comes out of the archive's own summary."""
    latest_only: bool
    groups: tuple[QuotationGroup, ...]
    speakers: tuple[SharedLink, ...]
    """With the number of quotations as note; empty on a speaker's own page."""
    more_speakers: Link | None
    """Where all people are, if these are only those with most quotations."""
    pager: Pager | None
