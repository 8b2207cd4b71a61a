"""The sample archive in English, and below folders in Urdu and French."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY, build_site
from tests.sites.built import BASE_URL, KINDS, BuiltSite

if TYPE_CHECKING:
    import pytest

ONCE = {"not-found"}
"""Kinds of pages that are there once for all languages."""
KINDS_IN_EACH = [kind for kind in KINDS if kind not in ONCE]


def site_in(language: str, temporary: pytest.TempPathFactory) -> BuiltSite:
    """Return the part of the site that is in a further language."""
    site = site_in_several_languages(temporary)
    return BuiltSite(folder=site.folder / language, base_url=f"{site.base_url}{language}/")


def site_in_several_languages(temporary: pytest.TempPathFactory) -> BuiltSite:
    """Return the whole site.

    Built once for all workers of a parallel run: the first to make the folder builds.
    """
    root = temporary.getbasetemp()
    shared = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    folder = shared / "sample-site-in-several-languages"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _write_archive(folder / "archive")
            build_site(folder / "archive", folder / "site", BASE_URL)
            (folder / "done").touch()
    return BuiltSite(folder=folder / "site", base_url=BASE_URL)


def _write_archive(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "content", folder / "content", dirs_exist_ok=True)
    settings = folder / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "language: en\n" in text
    settings.write_text(
        text.replace("language: en\n", "language: en\nlanguages: [en, ur, fr]\n"), encoding="utf-8"
    )
