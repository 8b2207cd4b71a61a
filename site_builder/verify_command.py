"""`site-builder verify`: whether a site is, file by file, the one that a build published."""

from __future__ import annotations

import hashlib
import random
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

import click
import msgspec

from site_builder.output.files import MANIFEST
from site_builder.output.place import MARKER

_TIMEOUT = 20
_SAMPLE = 200
_NAMED = 20

Read = Callable[[str], bytes | None]
"""Gives a file of the site by its path; None where there is none."""


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What holding a site against its manifest showed."""

    checked: int
    of: int
    different: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    """Files that no build made, where that can be seen."""

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.different or self.missing or self.unknown)


def verify_site(
    sums: Sequence[tuple[str, str]], of: int, read: Read, there: Iterable[str] = ()
) -> Verified:
    """Hold files against their sums, pairs of path and SHA-256; `there` is all that is there."""
    different, missing = [], []
    for path, sha256 in sums:
        data = read(path)
        if data is None:
            missing.append(path)
        elif hashlib.sha256(data).hexdigest() != sha256:
            different.append(path)
    known = {path for path, _ in sums} | {MANIFEST, MARKER}
    return Verified(
        checked=len(sums),
        of=of,
        different=tuple(different),
        missing=tuple(missing),
        unknown=tuple(sorted(set(there) - known)),
    )


def read_sums(data: bytes) -> list[tuple[str, str]]:
    """Return path and SHA-256 of each line of a manifest; raises ValueError for anything else."""
    sums = []
    for line in data.decode("utf-8").splitlines():
        sha256, gap, path = line[:64], line[64:66], line[66:]
        if gap != "  " or not path or set(sha256) - set("0123456789abcdef"):
            raise ValueError(f"not a line of sums: {line[:80]!r}")
        sums.append((path, sha256))
    return sums


@click.command("verify")
@click.argument("site")
@click.option("--all", "everything", is_flag=True, help="Ask a web site for every file.")
@click.option("--seed", type=int, help="Which files of a web site are asked for.")
def verify_command(site: str, everything: bool, seed: int | None) -> None:
    """Hold SITE, a folder or the address of a published site, against its manifest.

    Of a web site, files chosen by chance are asked for, one after another, unless --all is given.
    """
    if urlsplit(site).scheme in {"http", "https"}:
        found = _verify_address(site.rstrip("/") + "/", everything, seed)
    else:
        found = _verify_folder(Path(site))
    for told, paths in (
        ("differs", found.different),
        ("is missing", found.missing),
        ("was not made by the build", found.unknown),
    ):
        for path in paths[:_NAMED]:
            click.echo(f"{path} {told}", err=True)
        if len(paths) > _NAMED:
            click.echo(f"… and {len(paths) - _NAMED:,} more", err=True)
    if not found.holds:
        raise click.ClickException("This is not the site that its manifest describes.")
    some = "" if found.checked == found.of else f" of {found.of:,}"
    click.echo(f"{found.checked:,}{some} files are as they were published.")


def _verify_folder(folder: Path) -> Verified:
    def read(path: str) -> bytes | None:
        place = folder / path
        return place.read_bytes() if place.is_file() else None

    sums = sums_of(read, str(folder))
    there = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return verify_site(sums, len(sums), read, there)


def _verify_address(address: str, everything: bool, seed: int | None) -> Verified:
    read = read_from_web(address)
    sums = sums_of(read, address)
    chosen = sums
    if not everything and len(sums) > _SAMPLE:
        chosen = random.Random(seed).sample(sums, _SAMPLE)  # noqa: S311 - no secret
    return verify_site(chosen, len(sums), read)


def read_from_web(address: str) -> Read:
    """Return what gives the files of a published site, whose address ends with a slash."""

    def read(path: str) -> bytes | None:
        request = urllib.request.Request(  # noqa: S310 - http and https only
            address + quote(path), headers={"User-Agent": "site-builder verify"}
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as reply:  # noqa: S310
                data: bytes = reply.read()
        except urllib.error.HTTPError:
            return None
        except OSError as failure:
            raise click.ClickException(f"{address} does not answer: {failure}") from failure
        return data

    return read


def sums_of(read: Read, where: str) -> list[tuple[str, str]]:
    """Return path and SHA-256 of every file that a site's manifest names."""
    data = read(MANIFEST)
    if data is None:
        raise click.ClickException(f"There is no {MANIFEST} in {where}: no build published it.")
    try:
        return read_sums(data)
    except (ValueError, UnicodeDecodeError) as fault:
        raise click.ClickException(f"{MANIFEST} of {where} is damaged: {fault}.") from fault
