"""Measure builds: `python -m benchmarks.measure --articles 2000`.

An archive is generated (or taken with `--archive`), built from nothing, built again as it is, and
built after one word of one article has changed, each in a process of its own, as a reader of the
command line meets it. `python -m benchmarks.peers` measures the same beside other programs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.generate import generate_archive
from benchmarks.processes import Cost, measure_command
from benchmarks.trees import look_at, size_of, written_between

_MAIN = "from site_builder.cli import main; main()"


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
        print(f"{'':<22}{'clock':>10}{'processor':>12}{'memory':>10}{'written':>14}")
        for name in ("from nothing", "nothing changed", "one article changed"):
            if name == "one article changed":
                change_one_article(root)
            before = look_at(root / "_site")
            cost = build(root)
            written = written_between(before, look_at(root / "_site"))
            print(
                f"{name:<22}{cost.seconds:8.1f} s{cost.processor:10.1f} s"
                f"{cost.megabytes:7.0f} MB{written.files:8,} files",
                flush=True,
            )
        site = look_at(root / "_site")
        print(f"{len(site):,} files, {size_of(site) / 1e6:,.1f} MB")


def build(root: Path) -> Cost:
    """Build the archive at `root` and return what it cost."""
    return measure_command([sys.executable, "-c", _MAIN, "build", root, "--no-strict", "-q"])


def change_one_article(root: Path) -> None:
    """Add a paragraph to the archive's first article."""
    article = min((root / "content" / "articles").rglob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\nOne more paragraph.\n", encoding="utf-8")


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
