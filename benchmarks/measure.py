"""Measure builds: `python -m benchmarks.measure --articles 2000`.

An archive is generated (or taken with `--archive`), built from nothing, built again as it is, and
built after one word of one article has changed, each in a process of its own, as a reader of the
command line meets it. Times are seconds by the clock; memory is the largest resident size of the
main process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate_archive

_MAIN = "from site_builder.cli import main; main()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one build took."""

    name: str
    seconds: float
    processor: float
    """Seconds of processor time, workers included."""
    megabytes: float
    """Largest resident size of any one of its processes."""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description="Measure how long builds of an archive take.")
    parser.add_argument("--articles", type=int, default=2_000, help="how many to generate")
    parser.add_argument("--archive", type=Path, help="an archive to measure on a copy of")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="site-builder-") as scratch:
        root = Path(scratch) / "archive"
        if given.archive is None:
            generate_archive(root, given.articles)
        else:
            _copy(given.archive, root)
        for measured in measure_builds(root):
            print(
                f"{measured.name:<22}{measured.seconds:8.1f} s"
                f"{measured.processor:8.1f} s of processor{measured.megabytes:8.0f} MB"
            )
        site = [path.stat().st_size for path in (root / "_site").rglob("*") if path.is_file()]
        print(f"{len(site):,} files, {sum(site) / 1e6:,.1f} MB")


def measure_builds(root: Path) -> list[Measured]:
    """Build the archive at `root` three times and return what each build took."""
    results = [_measure("from nothing", root), _measure("nothing changed", root)]
    article = min((root / "content" / "articles").rglob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\nOne more paragraph.\n", encoding="utf-8")
    return [*results, _measure("one article changed", root)]


def _measure(name: str, root: Path) -> Measured:
    command = [sys.executable, "-c", _MAIN, "build", str(root), "--no-strict", "-q"]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build failed with status {process.returncode}")
    return Measured(
        name=name,
        seconds=time.perf_counter() - started,
        processor=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss / 1024,
    )


def _copy(source: Path, target: Path) -> None:
    """Copy what a build reads; hard links would let a measure change the original."""
    for name in ("content", "templates", "static"):
        for path in sorted((source / name).rglob("*")):
            if path.is_file():
                copy = target / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
