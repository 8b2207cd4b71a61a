"""Starting a new archive: a folder that builds, with the workflow that publishes it."""

from __future__ import annotations

import json
import re
import subprocess
from importlib import metadata
from pathlib import Path
from string import Template
from urllib.parse import unquote, urlsplit

from site_builder import __version__

_STARTER = Path(__file__).parent / "starter"
_DISTRIBUTION = "site-builder"


class ArchiveExistsError(Exception):
    """The folder for a new archive already holds something."""


def init_archive(folder: Path) -> tuple[Path, ...]:
    """Write a new archive into `folder`, absent or empty; return its files, sorted.

    Raises ArchiveExistsError where there is anything in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveExistsError(
            f"{folder} is not empty. Name a new folder, so that nothing of yours is overwritten."
        )
    values = {"requirement": installed_requirement()}
    written = []
    for source in sorted(path for path in _STARTER.rglob("*") if path.is_file()):
        name = source.relative_to(_STARTER).as_posix()
        # Packaging tools pass over names that begin with a dot, so the starter has none.
        target = folder / re.sub("^dot-", ".", name)
        text = source.read_text(encoding="utf-8")
        if source.name == "requirements.txt":
            text = Template(text).substitute(values)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written.append(target)
    return tuple(written)


def installed_requirement() -> str:
    """Return what pip is to be told to install this very copy of the program elsewhere.

    A copy installed from a repository names it and its commit (PEP 610); so does a working
    copy with an origin. Any other copy is named by its version.
    """
    plain = f"{_DISTRIBUTION}=={__version__}"
    try:
        record = metadata.distribution(_DISTRIBUTION).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return plain
    if record is None:
        return plain
    origin = json.loads(record)
    if "vcs_info" in origin:
        return _from_git(origin["url"], origin["vcs_info"]["commit_id"])
    place = urlsplit(origin["url"])
    if place.scheme != "file":
        return f"{_DISTRIBUTION} @ {origin['url']}"
    copy = Path(unquote(place.path))
    address, commit = _git(copy, "remote", "get-url", "origin"), _git(copy, "rev-parse", "HEAD")
    if address.startswith("https://") and "@" not in address and commit:
        return _from_git(address, commit)
    return plain


def _from_git(address: str, commit: str) -> str:
    return f"{_DISTRIBUTION} @ git+{address}@{commit}"


def _git(folder: Path, *arguments: str) -> str:
    """Return git's answer, or '' where it has none."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the reader's own git
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
