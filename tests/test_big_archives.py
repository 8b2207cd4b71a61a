"""Large archives: time and memory grow with them and no faster, and pages stay small.

`make big` builds 20,000 articles (BIG=100000 for more), `make test` a few hundred.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.sites.archive import article, write_archive

ARTICLES = int(os.environ.get("SITE_BUILDER_BIG", "700"))
LONG = 1_000_000 if ARTICLES > 10_000 else 100_000
"""Bytes of the longest article."""
PAGE = 130_000
"""Bytes of HTML that no page but that of the longest article needs."""
FEW_MB, KB_EACH = 250, 37.5
"""Memory for a small archive, and for each article: 4 GB for a hundred thousand."""


BUILD = """
import re, resource, sys
from pathlib import Path
from site_builder.cli import main
main(["build", sys.argv[1], "-q", "--jobs", "2"], standalone_mode=False)
own = resource.getrusage(resource.RUSAGE_SELF)
children = resource.getrusage(resource.RUSAGE_CHILDREN)
status = Path("/proc/self/status")
found = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
peak = int(found[1]) if found else own.ru_maxrss
seconds = sum(one.ru_utime + one.ru_stime for one in (own, children))
print(seconds, max(peak, children.ru_maxrss) / 1000)
"""
"""Builds in a process of its own, and prints seconds and megabytes.

Linux counts to a process's `ru_maxrss` what its parent held when it was started.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A large site and what it took."""

    site: Path
    seconds: float
    """Of the processor, children included."""
    peak: float
    """Memory of the largest process, in MB."""

    def pages(self) -> dict[str, int]:
        """The size of each page by its path."""
        found = self.site.rglob("*.html")
        return {path.relative_to(self.site).as_posix(): path.stat().st_size for path in found}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("big"), ARTICLES)


def build(folder: Path, count: int) -> Built:
    """Write and build an archive of one person, a topic for each article, and deep folders."""
    root = folder / "archive"
    write_registers(root, count)
    write_articles(root, count)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(root)], check=True, capture_output=True, text=True
    )
    seconds, peak = done.stdout.split()
    return Built(site=root / "_site", seconds=float(seconds), peak=float(peak))


def write_registers(root: Path, count: int) -> None:
    topics = "".join(f"topic-{n}: {{name: {'ABCDEFGH'[n % 8]} topic {n}}}\n" for n in range(count))
    write_archive(
        root,
        {
            "site.yaml": "title: Large\nbase_url: https://example.org/\n",
            "registers/tags.yaml": topics,
            "registers/people.yaml": "jane-doe: {name: Jane Doe}\n",
            "registers/carriers.yaml": "gazette: {name: The Gazette, kind: official}\n",
        },
    )


def write_articles(root: Path, count: int) -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abdeiklmnorstu", k=chance.randint(2, 9))) for _ in range(3000)]
    for number in range(count):
        date = f"{1996 + number * 30 // count}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        paragraphs = (" ".join(chance.choices(words, k=40)) for _ in range(2))
        text = article(
            date,
            "\n\n".join(paragraphs),
            title=" ".join(chance.choices(words, k=7)).capitalize(),
            speakers="[{person: jane-doe, role: Spokesperson}]",
            carrier="gazette",
            countries="[NO, PK]",
            tags=f"[topic-{number}]",
            revisions="[{date: 2026-01-01, note: A name was corrected.}]",
        )
        folder = "/".join(f"f{level}" for level in range(60)) if number == 0 else date[:4]
        write_archive(root, {f"articles/{folder}/a-{number:06d}.md": text})
    long = "\n\n".join(" ".join(chance.choices(words, k=100)) for _ in range(LONG // 650))
    write_archive(root, {"articles/long.md": article("2020-05-05", long)})


def test_every_article_has_its_page(built: Built) -> None:
    """The one that lies sixty folders deep and the longest included."""
    pages = built.pages()

    assert sum(path.startswith("articles/") for path in pages) == ARTICLES + 1
    assert {"articles/a-000000/index.html", "articles/long/index.html"} <= pages.keys()


def test_pages_stay_small(built: Built) -> None:
    """However many entries a person has, and however many topics or corrections there are."""
    pages = built.pages()
    longest = pages.pop("articles/long/index.html")

    assert {path: size for path, size in pages.items() if size > PAGE} == {}
    assert longest < 2 * LONG + PAGE
    assert sum(path.startswith("people/jane-doe/") for path in pages) == ARTICLES // 50
    assert sum(path.startswith("corrections/") for path in pages) == ARTICLES // 50


def test_memory_is_bounded(built: Built) -> None:
    """What a build holds at once is a few kilobytes for each article."""
    assert built.peak < FEW_MB + KB_EACH * ARTICLES / 1000


@pytest.mark.skipif(ARTICLES < 4_000, reason="too few for a comparison; see make big")
def test_time_grows_with_the_archive_and_no_faster(built: Built, tmp_path: Path) -> None:
    """Four times as many articles take at most five times as long."""
    assert built.seconds < 5 * build(tmp_path, ARTICLES // 4).seconds
