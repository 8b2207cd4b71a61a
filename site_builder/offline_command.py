"""`site-builder offline`: an archive as one file to keep, to pass on, to read with no network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from site_builder.build import BuildOptions, build_site, default_jobs
from site_builder.offline.copy import offline_files
from site_builder.output.assets import read_modules
from site_builder.output.bundling import UnbundledError
from site_builder.output.files import OutputFile
from site_builder.resources import CACHE, search_path
from site_builder.terminal import faults_end_the_command
from site_builder.vendor import vendored_file

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can tell: the same files are the same bytes."""


@click.command("offline")
@click.argument("root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write. Default: archive-offline.zip in ROOT.",
)
@click.option("--base-url", help="Address of the published site, instead of the one in site.yaml.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to work with.")
def offline_command(
    root: Path, output: Path | None, base_url: str | None, jobs: int | None
) -> None:
    """Build the archive in ROOT, and pack its site as one ZIP file to be read from a disk.

    Unpacked anywhere, index.html opens in a browser without a web server or a network; search and
    everything else works. The same archive gives the same file.
    """
    site, target = root / "_site", output or root / "archive-offline.zip"
    options = BuildOptions(
        root=root, output=site, base_url=base_url, jobs=jobs or default_jobs(), cache=root / CACHE
    )
    with faults_end_the_command(verbose=False):
        report = build_site(options)
        lunr = vendored_file("lunr.js").decode("utf-8")
    modules = read_modules(search_path(root, "static"))
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    files = offline_files(paths, lambda path: (site / path).read_bytes(), modules, lunr)
    try:
        count, size = pack(files, target)
    except UnbundledError as fault:
        raise click.ClickException(
            f"{fault}. A script of static/ that the offline copy can take imports with"
            ' import { name } from "./module.js"; and exports with its declarations.'
        ) from fault
    click.echo(
        f"Packed {report.articles:,} articles, {count:,} files, into {target}"
        f" ({size / 1e6:,.1f} MB). Unpack it and open index.html."
    )


def pack(files: Iterable[OutputFile], target: Path) -> tuple[int, int]:
    """Write a ZIP file, whole or not at all; return how many files and bytes it holds."""
    folder = re.sub(r"\.zip$", "", target.name)
    new = target.with_name(f".{target.name}.new")
    count = 0
    try:
        with ZipFile(new, "w", ZIP_DEFLATED) as packed:
            for file in files:
                entry = ZipInfo(f"{folder}/{file.path}", date_time=_WHEN)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, file.data)
                count += 1
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return count, target.stat().st_size
