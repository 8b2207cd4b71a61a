"""The site of everything that is safe, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.archive import put
from tests.hostile.catalogue import SHOWN
from tests.hostile.command import run_apart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def safe_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive that holds every safe case at once, built without remark."""
    root = tmp_path_factory.mktemp("safe")
    put(root, SHOWN)
    ended = run_apart(root, "--strict")
    assert (ended.status, ended.err) == (0, "")
    return root / "_site"
