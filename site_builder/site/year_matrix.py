"""Entries of an index by year: who was heard when, and where the archive is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from site_builder.indexes.facets import Facet
from site_builder.site.chart_views import MatrixRow, MatrixView, Tick
from site_builder.site.edition import Edition
from site_builder.site.urls import facet_url

MOST = 24
"""Rows of a matrix; an index may have hundreds of entries."""
SHADES = 4
_TICKS = 8


def year_matrix(edition: Edition, facets: Iterable[Facet]) -> MatrixView | None:
    """Return the entries with the most articles by year; None where there is little to compare."""
    by_size = sorted(facets, key=lambda one: (-len(one.articles), one.id))
    chosen = by_size[:MOST]
    years = range(edition.years[0].year, edition.years[-1].year + 1) if edition.years else range(0)
    if len(chosen) < 2 or len(years) < 2:
        return None
    counts = [Counter([article.date.year for article in one.articles]) for one in chosen]
    most = max(max(found.values()) for found in counts)
    return MatrixView(
        years=tuple(years),
        rows=tuple(
            MatrixRow(
                name=edition.name(facet.kind, facet.id),
                url=facet_url(facet.kind, facet.id),
                count=len(facet.articles),
                counts=tuple(found[year] for year in years),
                shades=_shades([found[year] for year in years], most),
            )
            for facet, found in zip(chosen, counts, strict=True)
        ),
        ticks=tuple(_ticks(years)),
        total=len(by_size),
        most=most,
    )


def _shades(counts: Sequence[int], most: int) -> tuple[str, ...]:
    """Return for each shade, the lightest first, the years that have it as an SVG path."""
    found = [ceil(SHADES * count / most) for count in counts]
    return tuple(_path(found, shade) for shade in range(1, SHADES + 1))


def _path(found: Sequence[int], shade: int) -> str:
    parts, at = [], 0
    while at < len(found):
        end = at
        while end < len(found) and found[end] == shade:
            end += 1
        if end > at:
            parts.append(f"M{at} 0h{end - at}v1h-{end - at}z")
        at = end + 1
    return "".join(parts)


def _ticks(years: range) -> Iterable[Tick]:
    # Four digits make a year, so the last step suffices for any archive.
    steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
    step = next(step for step in steps if len(years) <= step * _TICKS)
    for index, year in enumerate(years):
        if year % step == 0:
            yield Tick(label=str(year), x=round(100 * (index + 0.5) / len(years), 3))
