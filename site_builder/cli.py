"""The command line: arguments, printing, exit codes."""

from __future__ import annotations

import gc
import json
import os
import time
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from site_builder import __version__
from site_builder.resources import CACHE
from site_builder.terminal import (
    TASKS_SHOWN,
    check_record,
    faults_end_the_command,
    print_diagnostics,
    progress,
    stage_table,
    summary,
)

if TYPE_CHECKING:
    from site_builder.build import BuildOptions

_ELSEWHERE = {
    "formulations": "site_builder.formulations_command:formulations_command",
    "migrate": "site_builder.migrate_command:migrate_command",
    "offline": "site_builder.offline_command:offline_command",
    "restore": "site_builder.restore_command:restore_command",
    "verify": "site_builder.verify_command:verify_command",
    "import": "site_builder.importers.command:import_command",
}
"""Commands whose modules are heavy, imported only when asked for."""


class _Commands(click.Group):
    """The commands, some of them imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _ELSEWHERE:
            module, _, name = _ELSEWHERE[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)


_root = click.argument(
    "root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
_strict = click.option(
    "--strict/--no-strict",
    default=None,
    help="Treat warnings as errors. The default where CI is set.",
)
_drafts = click.option("--drafts", is_flag=True, help="Include drafts.")
_jobs = click.option(
    "--jobs", type=click.IntRange(1), help="Processes to work with. Default: one per processor."
)
_verbose = click.option("-v", "--verbose", is_flag=True, help="Print notes and every stage.")
_quiet = click.option("-q", "--quiet", is_flag=True, help="Print faults only.")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="site-builder")
def main() -> None:
    """Build a static, searchable archive of diplomatic statements."""


@main.command()
@_root
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder for the site. Default: _site in ROOT.",
)
@click.option("--base-url", help="Address of the published site, instead of the one in site.yaml.")
@_strict
@_jobs
@_drafts
@click.option(
    "--executor", metavar="dask://HOST:PORT", help="Read and render on the workers of a cluster."
)
@click.option("--no-cache", is_flag=True, help="Build everything anew, and keep nothing.")
@click.option(
    "--allow-vanished", is_flag=True, help="Let many addresses of the last site disappear."
)
@click.option("--profile", is_flag=True, help="Print how long each stage took.")
@_verbose
@_quiet
def build(
    root: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool | None,
    jobs: int | None,
    drafts: bool,
    executor: str | None,
    no_cache: bool,
    allow_vanished: bool,
    profile: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Build the archive in ROOT (a folder with content/ in it) into a static site."""
    from site_builder.build import build_site
    from site_builder.cluster import ClusterError, executor_at

    options = replace(
        _options(root, output, base_url, strict, jobs, drafts, cached=not no_cache),
        allow_vanished=allow_vanished,
    )
    started = time.monotonic()
    try:
        with (
            executor_at(executor) as workers,
            faults_end_the_command(verbose),
            progress(quiet, verbose) as show,
        ):
            report = build_site(options, show, workers)
    except ClusterError as fault:
        raise click.ClickException(str(fault)) from fault
    print_diagnostics(report.diagnostics, verbose)
    if not quiet:
        click.echo(summary(report, options, time.monotonic() - started))
    if profile:
        click.echo(stage_table(report.stages), err=True)
    # The command ends here: all that it made need not be looked through for cycles once more.
    gc.freeze()


@main.command()
@_root
@_strict
@_jobs
@_drafts
@_verbose
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@click.option("--all", "everything", is_flag=True, help="List every task for a curator.")
@click.option("--external", is_flag=True, help="Ask other hosts whether links to them still lead.")
@click.option(
    "--days", type=float, default=7.0, show_default=True, help="How long hosts' answers are kept."
)
@click.option(
    "--delay",
    type=click.FloatRange(0.0),
    default=1.0,
    show_default=True,
    help="Seconds between two questions to one host.",
)
@click.option("--private", is_flag=True, help="Ask hosts of private networks as well.")
def check(
    root: Path,
    strict: bool | None,
    jobs: int | None,
    drafts: bool,
    verbose: bool,
    form: str,
    everything: bool,
    external: bool,
    days: float,
    delay: float,
    private: bool,
) -> None:
    """Check the archive in ROOT, and every link of its site, without writing anything.

    Prints what is wrong, then what needs a curator, the most worthwhile first. With --external,
    links to other hosts are asked for as well, one after another for each host.
    """
    from site_builder.build import check_site

    options = _options(root, None, None, strict, jobs, drafts, cached=True)
    with faults_end_the_command(verbose), progress(not external or form == "json", verbose) as show:
        further = None
        if external:
            from site_builder.external.check import check_external

            further = partial(
                check_external,
                root=root,
                cache=root / CACHE,
                days=days,
                delay=delay,
                private=private,
                tell=partial(show, "Other hosts"),
            )
        report = check_site(options, further)
    if form == "json":
        click.echo(json.dumps(check_record(report), indent=2, ensure_ascii=False))
        return
    print_diagnostics(report.diagnostics, verbose)
    click.echo(f"No errors in {report.articles:,} articles; {report.pages:,} pages can be built.")
    if report.curation.items:
        limit = len(report.curation.items) if everything else TASKS_SHOWN
        click.echo(f"\nFor a curator:\n{report.curation.to_text(limit)}", nl=False)


@main.command()
@_root
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Include drafts.")
@_jobs
def serve(root: Path, port: int, drafts: bool, jobs: int | None) -> None:
    """Show the archive in ROOT in a browser, and rebuild it whenever a file changes."""
    from site_builder.preview import serve as serve_preview

    serve_preview(root, port=port, drafts=drafts, jobs=jobs or _default_jobs())


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a new archive in FOLDER, with a workflow that publishes it on GitHub Pages."""
    from site_builder.init_archive import ArchiveExistsError, init_archive

    try:
        files = init_archive(folder)
    except ArchiveExistsError as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"Wrote {len(files)} files to {folder}. Next: site-builder serve {folder}")


@main.command()
@_root
@click.option("--title", prompt="Title, as the carrier gives it", help="The title.")
@click.option("--date", prompt="Day it was said (2024-09-24, 2024-09 or 2024)", help="The date.")
@click.option("--carrier", help="Id of the outlet, from carriers.yaml.")
@click.option("--speaker", help="Id of the person who speaks, from people.yaml.")
@click.option("--language", help="Language tag, such as en or ur.")
@click.option("--id", "article_id", help="The file's name; made from date and title if left out.")
def new(
    root: Path,
    title: str,
    date: str,
    carrier: str | None,
    speaker: str | None,
    language: str | None,
    article_id: str | None,
) -> None:
    """Start a new article, as a draft, in the archive in ROOT."""
    from site_builder.content.new_article import write_new_article

    with faults_end_the_command(verbose=False):
        path = write_new_article(
            root,
            title=title,
            date=date,
            carrier=carrier,
            speaker=speaker,
            language=language,
            article_id=article_id,
        )
    click.echo(f"Wrote {path}. Write the text below the second '---', then delete 'status: draft'.")


@main.command()
@click.argument("name", default="article")
def schema(name: str) -> None:
    """Print the JSON Schema of an article's front matter, for editors.

    NAME may also be 'site' or a register: people, organisations, carriers, places, events, tags,
    formulations.
    """
    from site_builder.content.json_schema import SCHEMAS, json_schema

    if name not in SCHEMAS:
        raise click.UsageError(f'There is no schema "{name}". There are: {", ".join(SCHEMAS)}.')
    click.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))


def _options(
    root: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool | None,
    jobs: int | None,
    drafts: bool,
    *,
    cached: bool,
) -> BuildOptions:
    from site_builder.build import BuildOptions

    if base_url is not None:
        from pydantic_core import PydanticCustomError

        from site_builder.content.schema import site_address

        try:
            site_address(base_url)
        except PydanticCustomError:
            raise click.BadParameter(
                f'"{base_url}" is not an address; write https://example.org/archive/.',
                param_hint="--base-url",
            ) from None
    return BuildOptions(
        root=root,
        output=output or root / "_site",
        base_url=base_url,
        strict=bool(os.environ.get("CI")) if strict is None else strict,
        drafts=drafts,
        jobs=jobs or _default_jobs(),
        cache=root / CACHE if cached else None,
    )


def _default_jobs() -> int:
    from site_builder.build import default_jobs

    return default_jobs()
