"""What the planning of pages reads: the archive, its indexes, and names in the site's language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from site_builder.cards.press import Press
from site_builder.config import SiteConfig
from site_builder.content.codes import country_name
from site_builder.content.dates import PartialDate
from site_builder.content.history import FileChange
from site_builder.content.model import Archive, Article, Body, RegisterEntry, Status
from site_builder.indexes.facets import (
    Facet,
    FacetKind,
    index_facets,
    keys_by_article,
    listed_articles,
)
from site_builder.indexes.formulations import FormulationIndex
from site_builder.indexes.likeness import Likeness
from site_builder.indexes.partnerships import SeenLabel
from site_builder.indexes.quotes import QuotationIndex
from site_builder.indexes.reading import ReadingSettings, read_archive
from site_builder.indexes.timeline import Month, Year, index_timeline
from site_builder.indexes.together import ReadTogether, read_together
from site_builder.site.article_views import ParagraphView
from site_builder.site.bibliography import BibliographicItem, FormattedCitation
from site_builder.site.interface import Interface
from site_builder.site.keys import Keys
from site_builder.site.urls import (
    date_anchor,
    entry_url,
    facet_url,
    month_url,
    way_to_root,
    year_url,
)
from site_builder.site.views import DateView, Link, RowView

REGISTER_OF = MappingProxyType(
    {
        FacetKind.TAG: "tags",
        FacetKind.PERSON: "people",
        FacetKind.ORGANISATION: "organisations",
        FacetKind.CARRIER: "carriers",
        FacetKind.EVENT: "events",
    }
)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its page's cite box, its twins and the exports give it."""

    id: str
    body: Body
    """What may be published of the text."""
    paragraphs: tuple[ParagraphView, ...]
    """Those of `body`, with the hashes of those shown whole."""
    item: BibliographicItem
    citations: tuple[FormattedCitation, ...]
    """In the order of STYLES."""
    line: str
    """One line of JSON without the line's end."""
    sha256: str
    """Of the content, wherever the site lies; 64 hexadecimal digits."""


class Extent(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What pages about the archive's data need of one article."""

    id: str
    sha256: str
    """The record's."""
    size: int
    """Bytes of the record as a line of JSON, its end counted."""
    paragraphs: int
    """How many are shown."""
    clauses: bytes
    """Hashes of what they hold."""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One archive as one site shows it."""

    archive: Archive
    config: SiteConfig
    interface: Interface
    folder: str = ""
    """Of a further language's pages below the site's root, with a closing slash; '' for the main
    language's."""
    main: Interface | None = None
    """The main language's, in an edition in a further one."""
    listed: tuple[Article, ...]
    """What lists and counts hold, oldest first: no tombstones, no translations."""
    by_id: Mapping[str, Article]
    """Every article with a page, tombstones included."""
    facets: Mapping[FacetKind, Mapping[str, Facet]]
    years: tuple[Year, ...]
    translations: Mapping[str, tuple[Article, ...]]
    """An original's id → its published translations, by language."""
    carriages: Mapping[str, tuple[Article, ...]]
    """A statement's id → the listed articles that carry it."""
    formulations: FormulationIndex
    quotations: QuotationIndex
    """Of listed articles."""
    keys: Keys
    old_addresses: frozenset[str]
    """That lead on to an article, below the site's root."""
    timeline_urls: Mapping[PartialDate, str]
    """Where the dates of listed articles stand in the timeline."""
    likeness: Likeness
    """Of listed articles: near-duplicates that nobody has confirmed, and related ones."""
    labels: Mapping[str, tuple[SeenLabel, ...]]
    """Names of partnerships by the id of the listed article that uses any."""
    press: Press | None = None
    """What draws cards for those who share a page; None where there are none."""
    history: Mapping[str, tuple[FileChange, ...]] = msgspec.field(default_factory=dict)
    """By an article's path, newest first; empty where nothing is known."""
    names: dict[tuple[FacetKind, str], str] = msgspec.field(default_factory=dict)
    """Names of facets asked for so far."""
    rows: dict[str, RowView] = msgspec.field(default_factory=dict)
    """Rows made so far by article id, because an article stands in some twenty lists."""
    records: dict[str, Record] = msgspec.field(default_factory=dict)
    """Records made so far by article id, because several exports hold each."""
    extents: list[Extent] = msgspec.field(default_factory=list)
    """Of every article that is not withdrawn, in the archive's order; empty until all their pages
    are made, and where nothing was kept of them."""

    @property
    def shared(self) -> str:
        """The way from the edition's root to what all languages share: '' or '../'."""
        return "../" * self.folder.count("/")

    def way_beside(self, url: str) -> str:
        """Return the way from the page at `url` to the files beside it in the main language."""
        return f"{way_to_root(url)}{self.shared}{url}" if self.folder else ""

    def name(self, kind: FacetKind, key: str) -> str:
        """Return the name of a facet in the site's language."""
        found = self.names.get((kind, key))
        if found is None:
            found = self.names[kind, key] = self._name(kind, key)
        return found

    def _name(self, kind: FacetKind, key: str) -> str:
        if kind is FacetKind.COUNTRY:
            return country_name(key, self.interface.language)
        if kind is FacetKind.RELATION:
            return "–".join(country_name(code, self.interface.language) for code in key.split("-"))
        entry = self.entry(kind, key)
        return entry_name(entry, self.interface.language) if entry else key

    def entry(self, kind: FacetKind, key: str) -> RegisterEntry | None:
        """Return a facet's register entry; countries and relations have none."""
        if kind not in REGISTER_OF:
            return None
        entries: Mapping[str, RegisterEntry] = getattr(self.archive.registers, REGISTER_OF[kind])
        return entries.get(key)

    def link(self, kind: FacetKind, key: str) -> Link:
        """Return a facet's name, leading to its page where it has one."""
        url = facet_url(kind, key) if key in self.facets[kind] else None
        return Link(name=self.name(kind, key), url=url)

    def date(self, date: PartialDate, *, in_timeline: bool = False) -> DateView:
        """Return a date to show; one that an article stands under leads to the timeline."""
        return DateView(
            iso=str(date),
            text=self.interface.date(date),
            url=self.timeline_url(date) if in_timeline else None,
        )

    def periods(self, date: PartialDate) -> tuple[Year | None, Month | None]:
        """Return the year and the month of a date, each as far as the timeline holds it."""
        at = bisect_left(self.years, date.year, key=lambda one: one.year)
        year = self.years[at] if at < len(self.years) else None
        year = year if year and year.year == date.year else None
        return year, year.months.get(date.month) if year else None

    def timeline_url(self, date: PartialDate) -> str | None:
        """Return where a date stands: its day's heading, else its month, its year, or nowhere."""
        found = self.timeline_urls.get(date)
        if found is not None:
            return found
        year, month = self.periods(date)
        if month is not None:
            return month_url(date.year, date.month)
        return year_url(date.year) if year else None


def entry_name(entry: RegisterEntry, language: str) -> str:
    """Return a register entry's name in a language, else its usual name."""
    return entry.names.get(language) or entry.names.get(language.partition("-")[0]) or entry.name


def make_edition(
    archive: Archive,
    config: SiteConfig,
    interface: Interface,
    history: Mapping[str, tuple[FileChange, ...]] = MappingProxyType({}),
    *,
    read: ReadTogether | None = None,
    environment: bytes = b"",
    words: bytes = b"",
    press: Press | None = None,
) -> Edition:
    """Index an archive for its site; `history` tells how its files changed.

    `read` holds what is known of each article already; without it every text is read.
    `environment` stands for all that shapes pages beside the archive, `words` for what shapes
    data as well.
    """
    listed = listed_articles(archive.articles)
    named = keys_by_article(archive.articles)
    facets = index_facets(listed, named)
    years = index_timeline(listed)
    if read is None:
        settings = ReadingSettings.of(config, archive.registers)
        read, _ = read_together(archive, read_archive(archive, settings))
    return Edition(
        archive=archive,
        config=config,
        interface=interface,
        listed=listed,
        by_id=MappingProxyType({article.id: article for article in archive.articles}),
        facets=facets,
        years=years,
        translations=_translations(archive.articles),
        carriages=_carriages(listed),
        formulations=read.formulations,
        quotations=read.quotations,
        history=history,
        press=press,
        likeness=read.likeness,
        labels=read.labels,
        keys=Keys(archive, named, facets, environment, words),
        old_addresses=frozenset(one for article in archive.articles for one in article.aliases),
        timeline_urls=MappingProxyType(dict(_timeline_urls(years, config.per_page))),
    )


def _timeline_urls(years: tuple[Year, ...], per_page: int) -> Iterator[tuple[PartialDate, str]]:
    for year in years:
        for month in year.months.values():
            url = month_url(month.year, month.month)
            for at, article in enumerate(month.articles):
                if article.date.day:
                    # The last of a day: the page on which the day's heading stands.
                    page = entry_url(url, at, len(month.articles), per_page)
                    yield article.date, f"{page}#{date_anchor(article.date)}"


def _translations(articles: tuple[Article, ...]) -> Mapping[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = {}
    for article in articles:
        if article.translation_of and article.status is not Status.WITHDRAWN:
            found.setdefault(article.translation_of, []).append(article)
    return MappingProxyType(
        {
            original: tuple(sorted(ones, key=lambda one: one.language))
            for original, ones in found.items()
        }
    )


def _carriages(listed: tuple[Article, ...]) -> Mapping[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = {}
    for article in listed:
        if article.statement:
            found.setdefault(article.statement, []).append(article)
    return MappingProxyType({statement: tuple(ones) for statement, ones in found.items()})
