"""Archives of a few files, read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from site_builder.content.loader import LoadedArchive, load_archive
from tests.sites.archive import write_archive

if TYPE_CHECKING:
    from pathlib import Path


# A busy machine is no fault of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


class Load(Protocol):
    """Reads an archive of the files given by their path below content/."""

    def __call__(self, files: dict[str, str], *, drafts: bool = False) -> LoadedArchive: ...


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load_files(files: dict[str, str], *, drafts: bool = False) -> LoadedArchive:
        return load_archive(write_archive(tmp_path / "archive", files), drafts=drafts)

    return load_files
