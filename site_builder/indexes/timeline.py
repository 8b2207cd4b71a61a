"""Articles by year, month and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

import msgspec

from site_builder.content.model import Article


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month that holds at least one article dated to it."""

    year: int
    month: int
    """1 to 12."""
    articles: tuple[Article, ...]
    """In the archive's order; those dated to the month alone come first."""

    @property
    def days(self) -> Mapping[int, int]:
        """Number of articles for each day that has any; 0 stands for 'day not known'."""
        days: dict[int, int] = {}
        for article in self.articles:
            days[article.date.day] = days.get(article.date.day, 0) + 1
        return days


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """A year that holds at least one article."""

    year: int
    articles: tuple[Article, ...]
    """In the archive's order; those dated to the year alone come first."""
    months: Mapping[int, Month]
    """By number, 1 to 12; only months that hold any."""


def index_timeline(articles: Iterable[Article]) -> tuple[Year, ...]:
    """Return the years of articles sorted by date, oldest first."""
    return tuple(
        _year(number, tuple(found)) for number, found in groupby(articles, lambda a: a.date.year)
    )


def _year(number: int, articles: tuple[Article, ...]) -> Year:
    months = {
        month: Month(year=number, month=month, articles=tuple(found))
        for month, found in groupby(articles, lambda article: article.date.month)
        if month
    }
    return Year(year=number, articles=articles, months=MappingProxyType(months))
