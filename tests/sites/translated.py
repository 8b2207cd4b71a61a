"""The sample archive with its interface in another language."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY, build_site
from tests.sites.built import BASE_URL, BuiltSite

if TYPE_CHECKING:
    import pytest

LANGUAGES = ("ar", "en", "es", "fr", "ru", "ur", "zh")


def translated_site(language: str, temporary: pytest.TempPathFactory) -> BuiltSite:
    """Return the sample archive as it is built for readers of a language.

    Built once for all workers of a parallel run: the first to make the folder builds.
    """
    root = temporary.getbasetemp()
    shared = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    folder = shared / f"sample-site-{language}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            translate_archive(folder / "archive", language)
            build_site(folder / "archive", folder / "site", BASE_URL)
            (folder / "done").touch()
    return BuiltSite(folder=folder / "site", base_url=BASE_URL)


def translate_archive(folder: Path, language: str) -> None:
    """Copy the sample archive; its site speaks the language, its articles what they spoke."""
    shutil.copytree(REPOSITORY / "content", folder / "content", dirs_exist_ok=True)
    settings = folder / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("language: en\n", f"language: {language}\n"), encoding="utf-8")
    for path in sorted((folder / "content" / "articles").rglob("*.md")):
        article = path.read_text(encoding="utf-8")
        front_matter = article.split("\n---", 1)[0]
        # The site's language is also that of articles which do not name theirs.
        if not re.search(r"^language:", front_matter, re.MULTILINE):
            path.write_text(f"---\nlanguage: en{article[3:]}", encoding="utf-8")
