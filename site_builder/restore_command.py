"""`site-builder restore`: an archive out of the site that was built from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import click

from site_builder.build import stop_on
from site_builder.content.loader import load_archive
from site_builder.output.files import MANIFEST
from site_builder.restore import NotASiteError, Read, RestoredArchive, restore_archive
from site_builder.terminal import faults_end_the_command
from site_builder.verify_command import Read as ReadAny
from site_builder.verify_command import read_from_web, read_sums, sums_of

_NAMED = 20


@click.command("restore")
@click.argument("site")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder for the archive; new or empty.",
)
def restore_command(site: str, into: Path) -> None:
    """Make the archive again from SITE, a folder or the address of a published site.

    What no page shows does not come back: drafts, what excerpts and withdrawals withhold,
    comments, own templates, and what git knows of changes.
    """
    if into.is_file() or (into.is_dir() and any(into.iterdir())):
        raise click.ClickException(f"{into} is there already. Name a new folder.")
    archive = _restored(site)
    for file in archive.files:
        place = into / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    for path in archive.missing[:_NAMED]:
        click.echo(f"{path} is not in {site}; it belongs under static/", err=True)
    with faults_end_the_command(verbose=False):
        stop_on(load_archive(into).diagnostics, strict=False)
    click.echo(f"Restored {archive.articles:,} articles to {into}. Next: site-builder build {into}")


def _restored(site: str) -> RestoredArchive:
    if urlsplit(site).scheme in {"http", "https"}:
        address = site.rstrip("/") + "/"
        read = read_from_web(address)
        sums = dict(sums_of(read, address))
        paths = sorted(sums)
    else:
        folder = Path(site)
        if not folder.is_dir():
            raise click.ClickException(f"There is no folder {site}.")
        read = _read_from_folder(folder)
        sums = _folder_sums(read)
        files = (path for path in folder.rglob("*") if path.is_file())
        paths = sorted(path.relative_to(folder).as_posix() for path in files)
    try:
        return restore_archive(paths, _held_against(sums, read, site))
    except NotASiteError as fault:
        raise click.ClickException(
            f"{site} is not a site of which an archive can be made: {fault}. Name the folder or"
            " the address of its home page; sites built before 22 November 2026 lack data/content/."
        ) from fault


def _held_against(sums: Mapping[str, str], read: ReadAny, site: str) -> Read:
    """Return what reads files and refuses those that are not as they were published."""

    def held(path: str) -> bytes:
        data = read(path)
        if data is None:
            raise click.ClickException(f"{path} of {site} cannot be had. Try again later.")
        if path in sums and hashlib.sha256(data).hexdigest() != sums[path]:
            raise click.ClickException(
                f"{path} of {site} is not as it was published: {MANIFEST} has another SHA-256."
                " Take it from another copy, or delete it and do without it."
            )
        return data

    return held


def _read_from_folder(folder: Path) -> ReadAny:
    def read(path: str) -> bytes | None:
        place = folder / path
        return place.read_bytes() if place.is_file() else None

    return read


def _folder_sums(read: ReadAny) -> dict[str, str]:
    """Return the sums that a site was published with, as far as there are any."""
    try:
        return dict(read_sums(read(MANIFEST) or b""))
    except (OSError, ValueError):
        return {}
