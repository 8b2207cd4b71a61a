"""What a script needs to narrow the timeline by country and speaker, as small files of JSON.

A year's file tells which of its articles each choice has, counted from the oldest; the file of the
whole archive tells how many each choice has in each month.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from site_builder.content.model import Article
from site_builder.indexes.facets import FacetKind
from site_builder.indexes.timeline import Year
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.urls import TIMELINE, year_url

NAME = "facets.json"

T = TypeVar("T")

_Found = Mapping[FacetKind, Mapping[str, Sequence[int]]]


def archive_facets(edition: Edition) -> OutputFile:
    """Return how many articles each country and speaker has, by month.

    Each choice is [id, name, numbers]: a month as 100 * year + month (or + 0), then its count,
    then the next month.
    """
    counts = _choices(Counter[int])
    total: Counter[int] = Counter()
    for article in edition.listed:
        month = article.date.year * 100 + article.date.month
        total[month] += 1
        for kind, ids in _ids(article):
            for one in ids:
                counts[kind][one][month] += 1
    found = {
        kind: {one: _flat(months) for one, months in ids.items()} for kind, ids in counts.items()
    }
    return _file(edition, f"{TIMELINE}{NAME}", found, months=_flat(total))


def year_facets(edition: Edition, year: Year) -> OutputFile:
    """Return which articles of a year each country and speaker has.

    Each choice is [id, name, places in `days`]; `days` gives each article's day as
    100 * month + day, oldest first, with 0 for what is not known.
    """
    found = _choices(list[int])
    for index, article in enumerate(year.articles):
        for kind, ids in _ids(article):
            for one in ids:
                found[kind][one].append(index)
    days = [one.date.month * 100 + one.date.day for one in year.articles]
    return _file(edition, f"{year_url(year.year)}{NAME}", found, days=days)


def _choices(make: Callable[[], T]) -> dict[FacetKind, defaultdict[str, T]]:
    return {kind: defaultdict(make) for kind in (FacetKind.COUNTRY, FacetKind.PERSON)}


def _ids(article: Article) -> Iterable[tuple[FacetKind, Iterable[str]]]:
    """Return an article's countries and speakers, each once."""
    speakers = (one.person for one in article.speakers if one.person)
    return (
        (FacetKind.COUNTRY, dict.fromkeys(article.countries)),
        (FacetKind.PERSON, dict.fromkeys(speakers)),
    )


def _flat(counts: Mapping[int, int]) -> list[int]:
    return [number for month in sorted(counts) for number in (month, counts[month])]


def _file(edition: Edition, path: str, found: _Found, **more: list[int]) -> OutputFile:
    value = {
        "per_page": edition.config.per_page,
        **more,
        "country": _named(edition, FacetKind.COUNTRY, found),
        "speaker": _named(edition, FacetKind.PERSON, found),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(path, f"{text}\n".encode())


def _named(edition: Edition, kind: FacetKind, found: _Found) -> list[list[object]]:
    return [[one, edition.name(kind, one), found[kind][one]] for one in sorted(found[kind])]
