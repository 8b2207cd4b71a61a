"""Site Builder itself."""

from __future__ import annotations

import compileall
import shutil
import sys
from pathlib import Path

import site_builder
from benchmarks.generate import write_article, write_registers
from benchmarks.peers.tool import Step, Tool
from site_builder import __version__
from site_builder.resources import built_in

NAME = "Site Builder"
_MAIN = "from site_builder.cli import main; main()"


def _prepare(root: Path) -> None:
    write_registers(root)
    # Archives override templates by name; with a copy from the start a change is one line.
    (root / "templates").mkdir()
    shutil.copyfile(built_in("templates") / "base.html", root / "templates" / "base.html")
    # As it is where pip installed it.
    compileall.compile_dir(Path(site_builder.__file__).parent, quiet=1)


def _steps(_: Path, root: Path) -> tuple[Step, ...]:
    command = (sys.executable, "-c", _MAIN, "build", root, "--no-strict", "-q")
    return (Step(reported_as=NAME, command=command),)


SITE_BUILDER = Tool(
    key="site-builder",
    name=NAME,
    shown=(f"{NAME} {__version__}", f"Python {sys.version.split()[0]}"),
    prepare=_prepare,
    write_article=write_article,
    base_template="templates/base.html",
    steps=_steps,
    output="_site",
    caches=(".cache", "_site"),
)
