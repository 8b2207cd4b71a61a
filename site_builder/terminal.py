"""What commands print: progress, faults, and a closing summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from site_builder.diagnostics import BuildError, Diagnostic, Severity

if TYPE_CHECKING:
    from site_builder.build import BuildOptions, BuildReport, Progress
    from site_builder.checking import CheckReport
    from site_builder.stages import Stages

EXIT_FAULTS = 1
"""The archive has faults, or the output folder refuses."""
EXIT_INTERRUPTED = 130
TASKS_SHOWN = 20
"""Tasks for a curator that `check` prints unless it is asked for all."""


@contextmanager
def faults_end_the_command(verbose: bool) -> Iterator[None]:
    """Print the faults that stop a command, and end it with the exit status that says so."""
    from site_builder.output.errors import OutputError
    from site_builder.vendor import VendoredFileError

    try:
        yield
    except BuildError as fault:
        print_diagnostics(fault.diagnostics, verbose)
        errors = sum(one.severity is Severity.ERROR for one in fault.diagnostics)
        warnings = sum(one.severity is Severity.WARNING for one in fault.diagnostics)
        counted = [
            f"{n} {name}{'' if n == 1 else 's'}"
            for n, name in ((errors, "error"), (warnings, "warning"))
            if n
        ]
        because = " (warnings count because of --strict)" if not errors else ""
        click.echo(f"Nothing was built: {', '.join(counted)}{because}.", err=True)
        sys.exit(EXIT_FAULTS)
    except (OutputError, VendoredFileError) as fault:
        click.echo(f"error: {fault}", err=True)
        sys.exit(EXIT_FAULTS)
    except KeyboardInterrupt:
        click.echo("Stopped; the last good site is untouched.", err=True)
        sys.exit(EXIT_INTERRUPTED)


@contextmanager
def progress(quiet: bool, verbose: bool) -> Iterator[Progress]:
    """Give a bar on a terminal, plain lines elsewhere, nothing when quiet."""
    from site_builder.build import no_progress

    if quiet:
        yield no_progress
    elif sys.stderr.isatty():
        yield from _progress_bar()
    else:
        yield _progress_lines(verbose)


def _progress_bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn
    from rich.progress import Progress as Bar

    with Bar(
        "{task.description:<10}",
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("Reading", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield show


def _progress_lines(verbose: bool) -> Callable[[str, int, int], None]:
    told: set[str] = set()

    def show(stage: str, _done: int, _total: int) -> None:
        if verbose and stage not in told:
            told.add(stage)
            click.echo(f"{stage} …", err=True)

    return show


def print_diagnostics(diagnostics: tuple[Diagnostic, ...], verbose: bool) -> None:
    for one in diagnostics:
        if verbose or one.severity is not Severity.NOTE:
            click.echo(str(one), err=True)


def check_record(report: CheckReport) -> dict[str, Any]:
    """Return what a check found as JSON can hold it."""
    return {
        "articles": report.articles,
        "pages": report.pages,
        "diagnostics": [
            {
                "path": one.location.path,
                "line": one.location.line,
                "severity": one.severity,
                "code": one.code,
                "message": one.message,
                "hint": one.hint,
            }
            for one in report.diagnostics
        ],
        "curation": report.curation.to_record(),
    }


def summary(report: BuildReport, options: BuildOptions, seconds: float) -> str:
    """Return the closing lines of a build: what it made of what, how large, how long."""
    published = report.published
    warnings = sum(one.severity is Severity.WARNING for one in report.diagnostics)
    size = readable_size(published.bytes)
    return (
        f"Built {report.articles:,} articles into {report.pages:,} pages ({size}) "
        f"in {seconds:.1f} s, with {warnings} warning{'' if warnings == 1 else 's'}.\n"
        f"Site: {options.output} ({published.written:,} files written, "
        f"{published.unchanged:,} unchanged, {published.removed:,} removed)"
    )


def stage_table(stages: Stages) -> str:
    """Return how long each stage of a build took, one a line."""
    lines = [f"{'stage':<22}{'seconds':>9}{'processor':>11}"]
    lines += [f"{one.name:<22}{one.seconds:>9.2f}{one.processor:>11.2f}" for one in stages.done]
    total = [sum(one.seconds for one in stages.done), sum(one.processor for one in stages.done)]
    return "\n".join((*lines, f"{'together':<22}{total[0]:>9.2f}{total[1]:>11.2f}"))


def readable_size(size: int) -> str:
    """Return a number of bytes as people write it: '6.2 MB'."""
    if size < 1000:
        return f"{size} bytes"
    shown = size / 1000
    for unit in ("KB", "MB"):
        if shown < 1000:
            return f"{shown:.1f} {unit}"
        shown /= 1000
    return f"{shown:.1f} GB"
