"""What the texts of a small archive tell together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_builder.content.disclosure import disclosed_body
from site_builder.indexes.likeness import Likeness, index_likeness, likeness_features
from site_builder.indexes.reading import ReadingSettings, read_archive
from site_builder.indexes.together import ReadTogether, read_together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_builder.content.model import Archive, Article


def together(archive: Archive, excerpt_words: int = 80) -> ReadTogether:
    """Return what `make_edition` indexes of an archive's texts."""
    settings = ReadingSettings(
        language="en",
        excerpt_words=excerpt_words,
        formulations=tuple(archive.registers.formulations.values()),
        carriers=archive.registers.carriers,
    )
    return read_together(archive, read_archive(archive, settings))[0]


def likeness_of(articles: Sequence[Article], former: bytes | None = None) -> tuple[Likeness, bytes]:
    """Compare articles in the archive's order; see `index_likeness`."""
    features = [likeness_features(one, disclosed_body(one, excerpt_words=80)) for one in articles]
    return index_likeness(articles, features, former)
