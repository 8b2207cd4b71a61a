"""Measure built pages as Lighthouse does: `python -m benchmarks.lighthouse`.

The sample archive, or another one, is built and served with gzip, as every static host does, under
a base path and a name that browsers trust like https. Each page is measured as on a slow phone
(Lighthouse's default) or, with --desktop, on a desk; of several runs the median counts. The exit
status is 1 where a score is below --least.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low

from playwright.sync_api import sync_playwright

from site_builder.build import BuildOptions, build_site
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import ArchiveServer
from tests.sites.built import BASE_URL, BuiltSite

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = ("home", "article", "timeline", "year", "tag", "countries", "search")
TIMEOUT = 600
"""Seconds that npm, or one measurement, may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run on one page."""

    scores: dict[str, int]
    """By category, 0 to 100."""
    missed: tuple[str, ...]
    """Audits that cost points, with their titles."""


def main() -> int:
    """Measure, print a line for each page, and return the exit status."""
    options = _arguments()
    with tempfile.TemporaryDirectory(prefix="site-builder-lighthouse-") as scratch:
        folder = options.site or _built(options.archive, Path(scratch))
        site = BuiltSite(folder=folder, base_url=BASE_URL)
        with ArchiveServer(folder, "/my-archive/") as server, sync_playwright() as playwright:
            chromium = find_chromium(playwright.chromium.executable_path)
            if chromium is None:
                sys.exit("There is no Chromium: `make chromium` installs one.")
            worst = min(
                _report(page, site.fullest(page), options, chromium, server.port)
                for page in options.pages
            )
    return 0 if worst >= options.least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES, help="kinds of page, such as home tag")
    parser.add_argument("--archive", type=Path, default=REPOSITORY, help="built before")
    parser.add_argument("--site", type=Path, help=f"or a site built for {BASE_URL}")
    parser.add_argument("--desktop", action="store_true")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--least", type=int, default=99)
    return parser.parse_args()


def _built(archive: Path, scratch: Path) -> Path:
    output = scratch / "site"
    build_site(BuildOptions(root=archive, output=output, base_url=BASE_URL, cache=None))
    return output


def _report(page: str, address: str, options: argparse.Namespace, chromium: Path, port: int) -> int:
    """Measure one page, print what came of it, and return its lowest score."""
    runs = [
        _measure(BASE_URL + address, chromium, port, desktop=options.desktop)
        for _ in range(options.runs)
    ]
    scores = {name: median_low([run.scores[name] for run in runs]) for name in CATEGORIES}
    print(f"{page:12}", *(f"{name} {score:3}" for name, score in scores.items()), flush=True)
    if min(scores.values()) < 100:
        for missed in runs[-1].missed:
            print(f"{'':12} {missed}", flush=True)
    return min(scores.values())


def _measure(url: str, chromium: Path, port: int, *, desktop: bool) -> Measured:
    host = f"MAP archive.localhost:80 127.0.0.1:{port}"
    command = [
        *("node", str(_installed() / "node_modules/lighthouse/cli/index.js"), url),
        *("--quiet", "--output=json", "--output-path=stdout"),
        f"--only-categories={','.join(CATEGORIES)}",
        f'--chrome-flags={" ".join(FLAGS)} --host-resolver-rules="{host}"',
        *(("--preset=desktop",) if desktop else ()),
    ]
    done = subprocess.run(
        command,
        env={"CHROME_PATH": str(chromium), "PATH": _path(), "HOME": tempfile.gettempdir()},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode:
        sys.exit(f"Lighthouse failed on {url}:\n{done.stderr[-2000:]}")
    found = json.loads(done.stdout)
    return Measured(
        scores={name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES},
        missed=tuple(
            f"{audit['score']:.2f} {audit['title']} {audit.get('displayValue', '')}".rstrip()
            for name in CATEGORIES
            for one in found["categories"][name]["auditRefs"]
            if one["weight"]
            and (audit := found["audits"][one["id"]])["score"] is not None
            and audit["score"] < 1
        ),
    )


def _path() -> str:
    node = shutil.which("node")
    if node is None:
        sys.exit("There is no Node.js, which runs Lighthouse.")
    return f"{Path(node).parent}:/usr/bin:/bin"


def _installed() -> Path:
    """Return the folder into which npm has installed what the lock file pins."""
    lock = (HERE / "package-lock.json").read_bytes()
    folder = REPOSITORY / ".cache" / f"lighthouse-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=folder, timeout=TIMEOUT, check=True)
        (folder / "done").touch()
    return folder


if __name__ == "__main__":
    sys.exit(main())
