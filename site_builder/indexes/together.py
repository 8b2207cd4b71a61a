"""What all texts of an archive tell together, given what each one tells by itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from site_builder.content.model import Archive
from site_builder.indexes.facets import listed_articles
from site_builder.indexes.formulations import FormulationIndex, gather_formulations
from site_builder.indexes.likeness import Likeness, index_likeness
from site_builder.indexes.partnerships import SeenLabel
from site_builder.indexes.quotes import QuotationIndex, gather_quotations
from site_builder.indexes.reading import Reading


class ReadTogether(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of all texts together."""

    formulations: FormulationIndex
    quotations: QuotationIndex
    """Of listed articles."""
    likeness: Likeness
    """Of listed articles."""
    labels: Mapping[str, tuple[SeenLabel, ...]]
    """Names of partnerships by the id of the listed article that uses any."""


def read_together(
    archive: Archive, readings: Mapping[str, Reading], former: bytes | None = None
) -> tuple[ReadTogether, bytes]:
    """Return what all texts tell together, given what each article's file tells, by its id.

    `former` is what an earlier call returned beside it; it spares comparing all texts again.
    """
    listed = listed_articles(archive.articles)
    shown = {one.id: readings[one.id] for one in archive.articles}
    features = [found for one in listed if (found := shown[one.id].likeness) is not None]
    likeness, kept = index_likeness(listed, features, former)
    together = ReadTogether(
        formulations=gather_formulations(
            listed,
            archive.registers.formulations,
            {key: one.uses for key, one in shown.items() if one.uses},
        ),
        quotations=gather_quotations(listed, {key: one.quotations for key, one in shown.items()}),
        likeness=likeness,
        labels=MappingProxyType({key: one.labels for key, one in shown.items() if one.labels}),
    )
    return together, kept
