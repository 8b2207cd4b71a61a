"""Editions and renderers of small archives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from site_builder.config import SiteConfig
from site_builder.content.loader import load_archive
from site_builder.resources import built_in
from site_builder.site.edition import Edition, make_edition
from site_builder.site.interface import Interface, load_interface
from tests.sites.archive import write_archive
from tests.sites.small import SMALL

if TYPE_CHECKING:
    from pathlib import Path


# A busy machine is no fault of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


class EditionOf(Protocol):
    """Makes an edition of the files given by their path below content/."""

    def __call__(self, files: dict[str, str], **settings: object) -> Edition: ...


@pytest.fixture(scope="session")
def english() -> Interface:
    return load_interface("en", (built_in("templates"),))


@pytest.fixture
def edition_of(tmp_path: Path, english: Interface) -> EditionOf:
    count = 0

    def make(files: dict[str, str], **settings: object) -> Edition:
        nonlocal count
        count += 1
        loaded = load_archive(write_archive(tmp_path / f"archive-{count}", files))
        faults = [str(one) for one in loaded.diagnostics if one.severity == "error"]
        assert faults == []
        config = SiteConfig(**settings) if settings else loaded.config  # type: ignore[arg-type]
        return make_edition(loaded.archive, config, english)

    return make


@pytest.fixture
def small(edition_of: EditionOf) -> Edition:
    """The small archive's edition."""
    return edition_of(SMALL)
