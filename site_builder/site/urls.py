"""The one address scheme: ids → paths below the site's root, without a leading slash."""

from __future__ import annotations

from types import MappingProxyType

from site_builder.content.dates import PartialDate
from site_builder.indexes.facets import FacetKind

FOLDERS = MappingProxyType(
    {
        FacetKind.TAG: "tags",
        FacetKind.PERSON: "people",
        FacetKind.ORGANISATION: "organisations",
        FacetKind.CARRIER: "carriers",
        FacetKind.COUNTRY: "countries",
        FacetKind.RELATION: "relations",
        FacetKind.EVENT: "events",
    }
)
"""Where the pages of each kind of facet lie."""

HOME = ""
TIMELINE = "timeline/"
SEARCH = "search/"
CORRECTIONS = "corrections/"
CURATION = "curation/"
DATA = "data/"
STYLE = "style/"
VERIFY = "verify/"
FORMULATIONS = "formulations/"
QUOTES = "quotes/"
STATEMENTS = "statements/"
ON_THIS_DAY = "on-this-day/"
RANDOM = "random/"
NOT_FOUND = "404.html"


def language_folder(tag: str) -> str:
    """Return the folder of the pages in a further language of the interface."""
    return f"{tag.lower()}/"


def article_url(article_id: str) -> str:
    """Return an article's address."""
    return f"articles/{article_id}/"


def parallel_url(translation_id: str) -> str:
    """Return where a translation stands beside its original."""
    return f"{article_url(translation_id)}parallel/"


def facet_url(kind: FacetKind, name: str) -> str:
    """Return the address of a facet's page; country codes are written small."""
    return f"{FOLDERS[kind]}/{name.lower()}/"


def facet_index_url(kind: FacetKind) -> str:
    """Return the address of the list of all facets of a kind."""
    return f"{FOLDERS[kind]}/"


def formulation_url(formulation_id: str) -> str:
    """Return the address of a formulation's page."""
    return f"{FORMULATIONS}{formulation_id}/"


def quotes_url(person_id: str) -> str:
    """Return the address of a speaker's direct quotations."""
    return f"{QUOTES}{person_id}/"


def statement_url(statement_id: str) -> str:
    """Return the address of a statement's page, where its carriages are compared."""
    return f"{STATEMENTS}{statement_id}/"


def calendar_day_url(month: int, day: int) -> str:
    """Return the address of what was said on a day of any year."""
    return f"{ON_THIS_DAY}{month:02d}-{day:02d}/"


def random_file_url(number: int) -> str:
    """Return the address of the file with a part of all articles' ids, counted from 0."""
    return f"{RANDOM}{number}.json"


def paragraph_url(article_id: str, number: int) -> str:
    """Return the address of a paragraph."""
    return f"{article_url(article_id)}#p{number}"


def year_url(year: int) -> str:
    """Return the address of a year in the timeline."""
    return f"{TIMELINE}{year:04d}/"


def decade_url(first: int) -> str:
    """Return the address of ten years in the timeline, given the first of them."""
    return f"{TIMELINE}{first:04d}s/"


def month_url(year: int, month: int) -> str:
    """Return the address of a month in the timeline."""
    return f"{TIMELINE}{year:04d}/{month:02d}/"


def date_url(date: PartialDate) -> str:
    """Return where a date stands in the timeline: its day's heading, its month or its year."""
    if not date.month:
        return year_url(date.year)
    if not date.day:
        return month_url(date.year, date.month)
    return f"{month_url(date.year, date.month)}#{date_anchor(date)}"


def date_anchor(date: PartialDate) -> str:
    """Return the id of a date's heading in a list."""
    return f"d-{date}"


def page_url(list_url: str, chunk: int) -> str:
    """Return the address of an older page of a long list.

    Pages are counted from the oldest entries up, so that a page's address keeps its content
    while the list grows.
    """
    return f"{list_url}page/{chunk}/"


def full_pages(count: int, per_page: int) -> int:
    """Return how many full pages a list of `count` entries has beside its first one.

    The first page, with the newest entries, holds what is left over, up to twice `per_page`.
    """
    return max((count - per_page) // per_page, 0)


def entry_url(list_url: str, index: int, count: int, per_page: int) -> str:
    """Return the address of the page with a list's entry `index`, counted from the oldest, 0."""
    chunk = index // per_page
    return page_url(list_url, chunk + 1) if chunk < full_pages(count, per_page) else list_url


def output_path(url: str) -> str:
    """Return the file that a host serves for an address."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def way_to_root(url: str) -> str:
    """Return the relative prefix that leads from a page to the site's root."""
    return "../" * url.count("/") or "./"
