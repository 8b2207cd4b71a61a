"""A preview of the archive in the browser that follows every change of its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from site_builder.build import BuildOptions, build_site
from site_builder.preview.session import run_preview

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.diagnostics import Diagnostic

__all__ = ["run_preview", "serve"]

_CACHE = ".cache/site-builder"
_FOLDER = f"{_CACHE}/preview"
"""Below the root: a preview, with its drafts and its own address, is never the site itself."""

_WATCHED = ("content", "templates", "static")


def serve(root: Path, *, port: int, drafts: bool, jobs: int) -> None:
    """Show the archive at `root` at http://127.0.0.1:`port`/ until Ctrl-C; follow its changes.

    Warnings never stop a preview. Raises OutputError where it has no place or no port.
    """
    output = root / _FOLDER
    run_preview(
        partial(_build, root, output, drafts, jobs),
        output,
        [root / name for name in _WATCHED],
        root=root,
        port=port,
        say=partial(click.echo, err=True),
    )


def _build(
    root: Path, output: Path, drafts: bool, jobs: int, address: str
) -> tuple[Diagnostic, ...]:
    options = BuildOptions(
        root=root,
        output=output,
        base_url=address,
        drafts=drafts,
        jobs=jobs,
        preview=True,
        cache=root / _CACHE,
    )
    return build_site(options).diagnostics
