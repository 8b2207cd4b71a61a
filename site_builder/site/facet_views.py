"""What pages of topics, people and the like show, and their indexes: views as in views.py."""

from __future__ import annotations

from msgspec import Struct

from site_builder.site.chart_views import BarChart, MatrixView
from site_builder.site.views import Fact, Link, LinkGroup, Pager, RowGroup


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
