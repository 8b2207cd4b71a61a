"""What each template shows: one frozen view for each, holding nothing else.

Views are plain values (text, numbers, tuples, other views), so that two equal views
render to equal bytes. Addresses are paths below the site's root without a leading
slash ('tags/cpec/'; the home page is ''): templates put the page's `root` before them.
Texts are unescaped unless a field's name ends in `_html`.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct


class Link(Struct, frozen=True, kw_only=True):
    """A name that may lead somewhere."""

    name: str
    url: str | None = None
    """Path below the site's root; None where there is no page."""


class CountedLink(Struct, frozen=True, kw_only=True):
    """A name, its page, and how many entries it has."""

    name: str
    url: str
    count: int
    note: str = ""
    """A few words that tell it from others ('Spokesperson, 2019 to 2026'), shown in indexes."""


class LinkGroup(Struct, frozen=True, kw_only=True):
    """Counted links under a heading ('Speakers', 'Countries')."""

    heading: str
    links: tuple[CountedLink, ...]
    more: Link | None = None
    """Where the rest are listed, if these are not all."""


class DateView(Struct, frozen=True, kw_only=True):
    """A date as machines and as people read it."""

    iso: str
    text: str
    url: str | None = None
    """Its place in the timeline."""


class SpeakerView(Struct, frozen=True, kw_only=True):
    """Who speaks: a linked name, a role at that time, an organisation; any may be absent."""

    person: Link | None = None
    role: str | None = None
    organisation: Link | None = None


class RowView(Struct, frozen=True, kw_only=True):
    """An article in a list: a summary, never the body."""

    url: str
    title: str
    lang: str
    dir: str
    """'ltr' or 'rtl'."""
    language: str
    """The language's name where it is not the site's own, else ''."""
    date: DateView
    speakers: tuple[SpeakerView, ...] = ()
    carrier: Link | None = None
    summary: str = ""
    kind: str = ""
    """The kind's label, or ''."""


class RowGroup(Struct, frozen=True, kw_only=True):
    """Rows under a heading: a day, a month, or no heading at all."""

    heading: str
    anchor: str
    url: str | None
    rows: tuple[RowView, ...]


class Pager(Struct, frozen=True, kw_only=True):
    """Where one is in a list of several pages."""

    number: int
    """Of this page, from 1."""
    total: int
    previous: str | None
    next: str | None
    pages: tuple[Link, ...]
    """Numbered pages to offer; a Link named '…' without a url is a gap."""


class Bar(Struct, frozen=True, kw_only=True):
    """One bar of a chart: across in percent of the chart's width, down in pixels."""

    label: str
    count: int
    text: str
    """Label and count as one phrase, for those who do not see the bar."""
    url: str | None
    x: float
    y: float
    width: float
    height: float
    current: bool = False
    """Whether the page shows the time that the bar stands for."""


class Tick(Struct, frozen=True, kw_only=True):
    """A label below the chart's axis."""

    label: str
    x: float
    """Its middle, in percent of the chart's width."""


class BarChart(Struct, frozen=True, kw_only=True):
    """A bar chart drawn at build time; every bar is also a row of the table behind it."""

    title: str
    description: str
    """One sentence for people who do not see the chart."""
    id: str
    """Unique in the page."""
    height: float
    """Of the plot without the axis labels, in pixels."""
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    maximum: int
    column: str
    """What a bar stands for ('Year', 'Month', 'Day'), the table's first heading."""


class FeedLink(Struct, frozen=True, kw_only=True):
    """A feed of the page's entries, in the main language."""

    title: str
    atom: str
    json: str
    shared: str = ""
    """The way from the edition's root to the feeds' own."""


class PageMeta(Struct, frozen=True, kw_only=True):
    """What the frame of every page needs."""

    url: str
    title: str
    """Of the page alone; the frame adds the site's."""
    description: str = ""
    lang: str
    dir: str
    breadcrumbs: tuple[Link, ...] = ()
    """From the home page down; the page itself is not among them."""
    feeds: tuple[FeedLink, ...] = ()
    noindex: bool = False
    section: str = ""
    """Key of the navigation entry that is current: 'timeline', 'tags', 'people' …"""
    canonical: str | None = None
    """Address below the site's root of the page that search engines should show in its place."""
    previous: str | None = None
    next: str | None = None
    card: str = ""
    """Address below the root of the page's own picture for those who share it, or ''."""


class NavItem(Struct, frozen=True, kw_only=True):
    """An entry of the masthead's navigation."""

    key: str
    name: str
    url: str


class SiteLanguage(Struct, frozen=True, kw_only=True):
    """A language of the interface: an entry of the switch between them."""

    lang: str
    own_name: str
    """The language's name in itself."""
    folder: str
    """Of its pages below the site's root, with a closing slash; '' for the main one's."""
    current: bool


class SiteView(Struct, frozen=True, kw_only=True):
    """What is the same on every page of an edition."""

    title: str
    description: str
    base_url: str
    language: str
    dir: str
    publisher: str
    rights: str
    contact: str
    repository: str
    masthead: str
    """The title, or the shorter one that the archive gives the head of each page."""
    note: str
    """One more paragraph at the foot of each page, or ''."""
    nav: tuple[NavItem, ...]
    footer: tuple[NavItem, ...]
    card: str = ""
    """Address below the root of the picture that stands for the site where pages are shared,
    or ''."""
    assets: str
    """Folder of the style sheets and scripts below the root, with a closing slash;
    its name changes with their content."""
    folder: str = ""
    """Of the edition's pages below the site's root, with a closing slash, or ''; every other
    address is one below that folder."""
    shared: str = ""
    """The way from there to files that all languages share: '' or '../'."""
    languages: tuple[SiteLanguage, ...] = ()
    """The main one first; empty where there is only one."""


class HomeView(Struct, frozen=True, kw_only=True):
    """home.html"""

    description: str
    glance: tuple[CountedLink, ...]
    """Statements, speakers, countries … each with its index page."""
    span: str
    """'2019 to 2026', or '' for an empty archive."""
    chart: BarChart | None
    latest: tuple[RowView, ...]
    groups: tuple[LinkGroup, ...]
    day_masks: str
    """Days of the calendar with statements: a hexadecimal number for each month, in which
    bit 0 stands for the first day."""
    random_of: int
    """Entries among which chance may choose."""
    random_per_file: int


class Fact(Struct, frozen=True, kw_only=True):
    """A labelled line of an article's or an entry's description."""

    key: str
    """Stable name for styling ('carrier', 'said', 'published')."""
    label: str
    values: tuple[Link, ...] = ()
    date: DateView | None = None
    text: str = ""
    lang: str = ""
    """Language of `text` where it is not the page's."""
    href: str = ""
    """Absolute outside address, already checked."""


class TranslationView(Struct, frozen=True, kw_only=True):
    """The same article in another language."""

    url: str
    lang: str
    dir: str
    language: str
    title: str
    is_original: bool


class TextLanguage(Struct, frozen=True, kw_only=True):
    """A language in which a text is here: an entry of the switch between its versions."""

    url: str
    lang: str
    dir: str
    own_name: str
    """The language's name in itself."""
    name: str
    """Its name in the language of the interface."""
    is_original: bool
    current: bool
    parallel_url: str
    """Where this version and the page's stand side by side, or ''."""


class Alternate(Struct, frozen=True, kw_only=True):
    """Which page is for readers of a language."""

    lang: str
    """BCP 47 tag, or 'x-default'."""
    url: str


class CarriageView(Struct, frozen=True, kw_only=True):
    """Another carrier's article on the same statement."""

    url: str
    title: str
    lang: str
    dir: str
    carrier: str
    date: DateView


class VoiceCount(Struct, frozen=True, kw_only=True):
    """How many paragraphs of an article are in one voice."""

    key: str
    label: str
    description: str
    count: int


ChangedText = tuple[tuple[str, str], ...]
"""Stretches of a changed text in order: ('same', 'added' or 'dropped', words)."""


class ChangeView(Struct, frozen=True, kw_only=True):
    """A change of an article's file, out of the repository's history."""

    date: DateView
    subject: str
    """What its author said of it."""
    url: str
    """Absolute address of the change, or ''."""
    commit: str
    """The first eight digits of its name."""
    fields: tuple[str, ...]
    """Fields of the description that changed, by name."""
    texts: tuple[ChangedText, ...]
    """The title and the paragraphs whose words changed, each with a few words round them."""
    more: int
    """Further paragraphs that changed."""


class RelatedView(Struct, frozen=True, kw_only=True):
    """An article that has something in common with the page's, and what."""

    row: RowView
    why: str


class RevisionView(Struct, frozen=True, kw_only=True):
    """A dated correction."""

    date: DateView
    note: str


class HeadingView(Struct, frozen=True, kw_only=True):
    """A line of the in-page outline."""

    level: int
    text: str
    anchor: str


class ParagraphView(Struct, frozen=True, kw_only=True):
    """A numbered paragraph inside its block; the block's HTML is in `ArticleView.body_html`."""

    number: int
    voice: str
    voice_label: str
    sha256: str


class CitationView(Struct, frozen=True, kw_only=True):
    """A citation in one style; one of a paragraph has the locator before the address."""

    id: str
    name: str
    html: Markup
    """Up to the address."""
    url: str
    """Absolute, or ''."""
    end: str
    """What closes the citation after the address."""
    locator: str
    """With {number} in it."""


class CiteView(Struct, frozen=True, kw_only=True):
    """The cite box of an article."""

    citations: tuple[CitationView, ...]
    twins: tuple[Link, ...]
    """Machine-readable files by format; their addresses are relative to the page."""
    paragraphs: tuple[ParagraphView, ...]
    speakers: str
    """Names in a row, or ''."""
    verify: str
    """Where quotations from this article are verified, or '' where no text is shown."""


class PageData(Struct, frozen=True, kw_only=True):
    """What a page's head says to machines."""

    links: tuple[tuple[str, str, str], ...]
    """(relation, media type or '', address)."""
    names: tuple[tuple[str, str], ...]
    """(name, content) of Dublin Core, Highwire and Zotero."""
    properties: tuple[tuple[str, str], ...]
    """(property, content) of Open Graph, beside those of every page."""
    json_ld: Markup
    """Escaped for a script element."""


class ArticleView(Struct, frozen=True, kw_only=True):
    """article.html"""

    id: str
    title: str
    lang: str
    dir: str
    kind: str
    date: DateView
    speakers: tuple[SpeakerView, ...]
    summary: str
    body_html: str
    """Sanitised. Each numbered paragraph is `<p id="p3" data-voice="direct">`."""
    display: str
    """'full', 'excerpt', 'summary' or 'metadata'."""
    shown_paragraphs: int
    total_paragraphs: int
    words: int
    headings: tuple[HeadingView, ...]
    voices: tuple[VoiceCount, ...]
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    countries: tuple[Link, ...]
    relations: tuple[Link, ...]
    source_url: str
    archived_url: str
    retrieved: DateView | None
    translations: tuple[TranslationView, ...]
    languages: tuple[TextLanguage, ...]
    """Of the text and its translations; empty where there is one only."""
    alternates: tuple[Alternate, ...]
    carriages: tuple[CarriageView, ...]
    statement_url: str
    """Where the carriages are compared, or '' where there is only this one."""
    related: tuple[RelatedView, ...]
    revisions: tuple[RevisionView, ...]
    changes: tuple[ChangeView, ...]
    previous: Link | None
    """The article before this one in time."""
    next: Link | None
    edit_url: str
    issue_url: str
    draft: bool
    cite: CiteView
    data: PageData


class TombstoneView(Struct, frozen=True, kw_only=True):
    """tombstone.html: a withdrawn entry keeps its address and loses its text."""

    title: str
    lang: str
    dir: str
    date: DateView
    withdrawn: DateView
    reason: str


class PeriodView(Struct, frozen=True, kw_only=True):
    """A year, month or day of the timeline with its number of entries."""

    name: str
    url: str
    """Leads nowhere, and is not used, where `count` is 0."""
    count: int
    children: tuple[CountedLink, ...] = ()
    """All twelve months of a year by their short names, a month without entries with a
    count of 0 so that gaps stay visible; empty elsewhere."""


class DecadeView(Struct, frozen=True, kw_only=True):
    """Ten years of the timeline, those with entries."""

    name: str
    """'1990 to 1999'."""
    anchor: str
    url: str
    count: int
    years: tuple[PeriodView, ...]
    """Newest first."""


class StripYear(Struct, frozen=True, kw_only=True):
    """A year with entries on the strip of the whole archive."""

    name: str
    url: str
    x: float
    """In percent of the strip's width."""
    current: bool
    """Whether the page shows it, or a month of it."""


class StripView(Struct, frozen=True, kw_only=True):
    """The whole archive as a strip that shows where one is; every place is in percent."""

    bars: str
    """Address below the root of the drawing of the archive's density."""
    years: tuple[StripYear, ...]
    """Oldest first."""
    year_width: float
    x: float
    width: float
    """The time that the page shows, in percent of the strip's width."""
    inner_x: float
    inner_width: float
    """The whole strip, in percent of the width of that time."""
    first: str
    last: str


class TimelineView(Struct, frozen=True, kw_only=True):
    """timeline.html, for the whole archive, a decade, a year or a month."""

    heading: str
    level: str
    """'all', 'decade', 'year' or 'month'."""
    count: int
    chart: BarChart | None
    periods: tuple[PeriodView, ...]
    decades: tuple[DecadeView, ...] = ()
    """The years by decades, in place of `periods`, where there are many."""
    gaps: tuple[str, ...] = ()
    """Years between the first and the last from which there is nothing: '2004', '2007 to 2009'."""
    strip: StripView | None = None
    facets: str = ""
    """Address below the root of what narrows the list by speaker and country, or ''."""
    period: str = ""
    """What of that file the page shows: '', '1990s', '2023' or '2023-01'."""
    previous: Link | None
    next: Link | None
    groups: tuple[RowGroup, ...]
    pager: Pager


class FacetView(Struct, frozen=True, kw_only=True):
    """facet.html: everything under one tag, person, organisation, carrier, country,
    relation or event."""

    kind: str
    """'tag', 'person', 'organisation', 'carrier', 'country', 'relation' or 'event'."""
    kind_label: str
    name: str
    other_names: tuple[tuple[str, str, str], ...]
    """(name, BCP 47 tag, 'ltr' or 'rtl')."""
    description: str
    facts: tuple[Fact, ...]
    count: int
    span: str
    chart: BarChart | None
    related: tuple[LinkGroup, ...]
    groups: tuple[RowGroup, ...]
    pager: Pager


class MatrixRow(Struct, frozen=True, kw_only=True):
    """One entry of an index by year."""

    name: str
    url: str
    count: int
    counts: tuple[int, ...]
    """Articles of each of the matrix's years."""
    shades: tuple[str, ...]
    """The years of each shade, the lightest first, as a path in which a year is one unit wide and
    the row one unit high; '' for none."""


class MatrixView(Struct, frozen=True, kw_only=True):
    """The entries of an index that have the most articles, by year."""

    years: tuple[int, ...]
    """From the archive's first to its last, gaps included."""
    rows: tuple[MatrixRow, ...]
    ticks: tuple[Tick, ...]
    total: int
    """Entries of the index."""
    most: int
    """Articles of the darkest year."""


class FacetIndexView(Struct, frozen=True, kw_only=True):
    """facet_index.html: all tags, all people …"""

    kind: str
    heading: str
    intro: str
    total: int
    groups: tuple[LinkGroup, ...]
    """By initial letter where there are many, else one group without a heading."""
    jump: tuple[Link, ...]
    """To the first entry of each letter."""
    pager: Pager
    matrix: MatrixView | None = None


class SearchView(Struct, frozen=True, kw_only=True):
    """search.html"""

    count: int
    """Articles that can be found."""
    browse: tuple[Link, ...]
    """Where to go without JavaScript."""


class CorrectionView(Struct, frozen=True, kw_only=True):
    """One line of the list of corrections and withdrawals."""

    date: DateView
    article: Link
    lang: str
    dir: str
    note: str
    withdrawn: bool


class CorrectionsView(Struct, frozen=True, kw_only=True):
    """corrections.html"""

    count: int
    """Of all corrections, on whichever page."""
    corrections: tuple[CorrectionView, ...]
    entries: int
    """Entries that were corrected or withdrawn."""
    of: int
    """All entries, translations and withdrawn ones included."""
    pager: Pager


class DataFileView(Struct, frozen=True, kw_only=True):
    """A file of the data page."""

    name: str
    url: str
    """'' where it is cut into parts."""
    format: str
    description: str


class DataPartView(Struct, frozen=True, kw_only=True):
    """A part of an archive's data that is cut by years."""

    name: str
    entries: str
    """How many, as a number."""
    files: tuple[Link, ...]
    """As JSON Lines, CSV and SQLite."""


class ColumnView(Struct, frozen=True, kw_only=True):
    """A column of the table of statements."""

    name: str
    type: str
    description: str


class DataView(Struct, frozen=True, kw_only=True):
    """data.html"""

    count: int
    translations: int
    """How many of the entries are translations."""
    withdrawn: int
    span: str
    snapshot: str
    """64 hexadecimal digits."""
    citation: str
    """How to cite the data."""
    files: tuple[DataFileView, ...]
    parts: tuple[DataPartView, ...]
    """By years; empty where each form is one file."""
    offline: str
    """Address of the whole site as one file, or ''."""
    fetch: str
    """A command that downloads all parts of one form; '' without parts, or an address."""
    columns: tuple[ColumnView, ...]
    rights: str
    data: PageData


class VerifyView(Struct, frozen=True, kw_only=True):
    """verify.html"""

    index: str
    """Where the hashes lie, below the root, with a closing slash."""
    digits: int
    """How many hexadecimal digits of a hash name its file."""
    count: int
    """Entries whose text can be searched."""
    paragraphs: int


class TextPageView(Struct, frozen=True, kw_only=True):
    """text_page.html: the archive's own prose."""

    title: str
    body_html: str
    headings: tuple[HeadingView, ...]
    lang: str = ""
    """Where it is not that of the page."""
    dir: str = ""


class NotFoundView(Struct, frozen=True, kw_only=True):
    """not_found.html, served by the host for addresses that do not exist."""

    browse: tuple[Link, ...]


class RedirectView(Struct, frozen=True, kw_only=True):
    """redirect.html: an old address that leads to a page of this site."""

    title: str
    target: str


class CurationTask(Struct, frozen=True, kw_only=True):
    """One thing to do about one article."""

    article: Link
    path: str
    detail: str


class CurationGroup(Struct, frozen=True, kw_only=True):
    """All tasks of one kind."""

    anchor: str
    heading: str
    count: int
    tasks: tuple[CurationTask, ...]
    """The first ones, if there are very many."""


class CurationView(Struct, frozen=True, kw_only=True):
    """curation.html, in previews only"""

    total: int
    of: int
    """Articles looked at."""
    groups: tuple[CurationGroup, ...]
