"""What the benchmark has to know of a generator."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import GeneratedArticle

LAYOUTS = Path(__file__).parent / "layouts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a build."""

    reported_as: str
    """Name in the tables of this step with all before it."""
    command: tuple[str | Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A generator, how it is installed, fed and run."""

    key: str
    """What it is called on the command line, and its folder of layouts."""
    name: str
    pins: tuple[str, ...] = ()
    """Packages from PyPI, each with its exact version; all of them, since none else is taken."""
    shown: tuple[str, ...] = ()
    """Names and versions for the report."""
    installed_as: str = ""
    """Key of the tool whose installation it shares; its own where empty."""
    node: bool = False
    """Whether it is installed with npm, by the lock file among its layouts."""
    prepare: Callable[[Path], None]
    """Writes everything but the articles into an empty folder."""
    write_article: Callable[[Path, GeneratedArticle], None]
    base_template: str
    """The template that frames every page, in the folder of the archive."""
    steps: Callable[[Path, Path], tuple[Step, ...]]
    """The commands of a build, of the folder of the installation and of the archive."""
    output: str
    """Folder of the site, in that of the archive."""
    caches: tuple[str, ...] = ()
    """What the tool keeps between builds, and its workflow from one run to the next."""


def copy_layouts(key: str) -> Callable[[Path], None]:
    """Return what copies a tool's layouts and settings into the folder of an archive."""

    def prepare(root: Path) -> None:
        shutil.copytree(LAYOUTS / key, root, dirs_exist_ok=True)

    return prepare


def write_text(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def name_of(identifier: str) -> str:
    """Return the name that the registers give an id: Topic 7 for topic-7."""
    return identifier.replace("-", " ").capitalize()
