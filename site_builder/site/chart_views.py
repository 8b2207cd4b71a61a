"""What charts and matrices show: views as in views.py."""

from __future__ import annotations

from msgspec import Struct


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
