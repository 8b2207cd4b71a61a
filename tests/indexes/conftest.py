"""Archives of a few articles, read by the loader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from site_builder.content.loader import load_archive
from tests.sites.archive import REGISTERS, write_archive

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.content.model import Archive


class ArchiveOf(Protocol):
    """Makes an archive of articles by their ids, with a register of formulations."""

    def __call__(self, articles: dict[str, str], formulations: str = "") -> Archive: ...


@pytest.fixture
def archive_of(tmp_path: Path) -> ArchiveOf:
    def make(articles: dict[str, str], formulations: str = "") -> Archive:
        files = dict(REGISTERS)
        if formulations:
            files["registers/formulations.yaml"] = formulations
        for name, text in articles.items():
            files[f"articles/{name[:4]}/{name}.md"] = text
        loaded = load_archive(write_archive(tmp_path, files))
        assert [str(one) for one in loaded.diagnostics if one.severity == "error"] == []
        return loaded.archive

    return make
