"""`site-builder import`: raw clippings, saved pages and tables become articles."""

# ruff: noqa: PLC0415  (heavy libraries are loaded where they are used)
from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from site_builder.content.model import Registers
    from site_builder.importers.batch import Import, Outcome
    from site_builder.importers.inputs import Item

EVERY = 500
"""Clippings after which a long batch says how far it has come."""


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--root",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The archive's folder.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object per clipping; write nothing."
)
@click.option(
    "--propose", is_flag=True, help="Print the register entries that are lacking, as YAML."
)
@click.option("--accept", is_flag=True, help="Add the register entries that are lacking.")
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column of a table gives a field. May be repeated.",
)
@click.option("--date", help="The day it was said, for clippings that print none (2024-09-24).")
@click.option(
    "--duplicates/--no-duplicates",
    default=True,
    show_default=True,
    help="Compare each clipping with the archive's texts.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors and the closing summary only.")
def import_command(
    paths: tuple[str, ...],
    root: Path,
    pairs: tuple[str, ...],
    date: str | None,
    *,
    dry_run: bool,
    as_json: bool,
    propose: bool,
    accept: bool,
    duplicates: bool,
    quiet: bool,
) -> None:
    """Turn raw clippings into articles.

    PATH is a text, a saved web page, a CSV or JSON Lines file (.gz too), a folder of these,
    or '-' for standard input.
    """
    from site_builder.diagnostics import BuildError
    from site_builder.importers.archive_files import read_registers
    from site_builder.importers.table import TableError, read_mapping

    try:
        mapping = read_mapping(pairs)
        registers = read_registers(root)
    except TableError as error:
        raise click.ClickException(str(error)) from error
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if as_json:
        sys.exit(1 if _print_json(paths, mapping, registers) else 0)
    if date is not None:
        _check_date(date)
    from site_builder.importers.batch import Import, ImportOptions

    options = ImportOptions(
        root=root,
        dry_run=dry_run or (propose and not accept),
        accept=accept,
        mapping=mapping,
        duplicates=duplicates,
        date=date,
    )
    batch = Import(options, registers)
    try:
        counts = _run(batch, paths, quiet=quiet or (propose and not dry_run))
    except KeyboardInterrupt:
        click.echo("Stopped; what was written so far is whole.", err=True)
        sys.exit(130)
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if propose:
        _print_proposals(batch)
    _print_summary(batch, counts, dry_run=options.dry_run)
    sys.exit(1 if counts["error"] else 0)


def _check_date(date: str) -> None:
    from site_builder.content.dates import PartialDate

    try:
        PartialDate.parse(date)
    except ValueError as error:
        raise click.BadParameter(f"{error}; write 2024-09-24, 2024-09 or 2024") from error


def _print_json(paths: tuple[str, ...], mapping: dict[str, str], registers: Registers) -> int:
    """Print one JSON object for each clipping; return how many could not be read."""
    from site_builder.importers.inputs import Item, expand_paths, read_input
    from site_builder.importers.register_index import RegisterIndex

    index = RegisterIndex(registers)
    failed = 0
    for source in expand_paths(paths, sys.stdin.buffer):
        items = (
            [source] if isinstance(source, Item) else read_input(source, mapping, registers, index)
        )
        for item in items:
            if item.clipping is None:
                failed += 1
                _print_problem(item.where, item.problem or "")
                continue
            click.echo(json.dumps(item.clipping.to_record(), ensure_ascii=False))
    return failed


def _run(batch: Import, paths: tuple[str, ...], *, quiet: bool) -> Counter[str]:
    from site_builder.importers.inputs import Item, expand_paths

    counts: Counter[str] = Counter()
    for source in expand_paths(paths, sys.stdin.buffer):
        for outcome in _failed(source) if isinstance(source, Item) else batch.run(source):
            counts[outcome.status] += 1
            many = outcome.where.rpartition(":")[2].isdigit()
            if not quiet and (not many or outcome.status in ("edited", "duplicate")):
                _print_outcome(outcome)
            elif outcome.status == "error":
                _print_problem(outcome.where, outcome.problem or "")
            if many and not quiet and counts.total() % EVERY == 0:
                click.echo(f"{counts.total():,} rows read …", err=True)
    return counts


def _failed(item: Item) -> Iterator[Outcome]:
    from site_builder.importers.batch import Outcome

    yield Outcome(where=item.where, status="error", problem=item.problem)


_VERBS = {
    "new": "wrote",
    "unchanged": "unchanged",
    "edited": "kept your version of",
    "duplicate": "already held, skipped:",
}


def _print_outcome(outcome: Outcome) -> None:
    if outcome.status == "error":
        _print_problem(outcome.where, outcome.problem or "")
        return
    click.echo(f"{outcome.where}: {_VERBS[outcome.status]} {outcome.path}")
    for warning in outcome.warnings if outcome.status == "new" else ():
        click.echo(f"  warning: {warning}", err=True)
    for name, values in outcome.unresolved.items() if outcome.status == "new" else ():
        click.echo(f"  not in the register ({name}): {values}", err=True)
    for one in outcome.likenesses[:3]:
        what = "the same text as" if one.same else "perhaps another carriage of"
        click.echo(f"  {what} {one.id}: {one.share:.0%} of the wording is shared", err=True)
    if outcome.statement and outcome.status == "new":
        click.echo(
            f"  if it is the same utterance, write 'statement: {outcome.statement}' in both",
            err=True,
        )
    if outcome.difference:
        click.echo(outcome.difference.rstrip("\n"))


def _print_problem(where: str, problem: str) -> None:
    click.echo(f"{where}: error: {problem}", err=True)


def _print_proposals(batch: Import) -> None:
    from site_builder.importers.archive_files import register_yaml

    for register, text in register_yaml(batch.proposals.values()).items():
        click.echo(f"# content/registers/{register}.yaml\n{text}")


def _print_summary(batch: Import, counts: Counter[str], *, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    parts = [
        f"{counts[status]:,} {label}"
        for status, label in (
            ("new", f"{would}written"),
            ("unchanged", "unchanged"),
            ("edited", "kept as edited"),
            ("duplicate", "already held"),
            ("error", "with errors"),
        )
        if counts[status]
    ]
    click.echo(f"{', '.join(parts) or 'Nothing to import'}.")
    added = ", ".join(f"{count:,} {register}" for register, count in sorted(batch.added.items()))
    if added:
        click.echo(f"Added to the registers: {added}.")
    elif batch.proposals and not batch.options.accept:
        click.echo(
            f"{len(batch.proposals):,} names stand in no register; --propose prints entries, "
            "--accept adds them."
        )


if __name__ == "__main__":
    import_command()
