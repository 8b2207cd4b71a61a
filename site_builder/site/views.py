"""What each template shows: one frozen view for each, holding nothing else.

Views are plain values (text, numbers, tuples, other views), so that two equal views
render to equal bytes. Addresses are paths below the site's root without a leading
slash ('tags/cpec/'; the home page is ''): templates put the page's `root` before them.
Texts are unescaped unless a field's name ends in `_html`.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from site_builder.site.chart_views import BarChart


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


class Alternate(Struct, frozen=True, kw_only=True):
    """Which page is for readers of a language."""

    lang: str
    """BCP 47 tag, or 'x-default'."""
    url: str


class HeadingView(Struct, frozen=True, kw_only=True):
    """A line of the in-page outline."""

    level: int
    text: str
    anchor: str


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


class SearchView(Struct, frozen=True, kw_only=True):
    """search.html"""

    count: int
    """Articles that can be found."""
    browse: tuple[Link, ...]
    """Where to go without JavaScript."""


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
