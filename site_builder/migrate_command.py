"""`site-builder migrate`: content of older and foreign spelling brought to the present format."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import click

from site_builder.content.source_files import read_source_files
from site_builder.diagnostics import BuildError, Severity
from site_builder.migration.plan import MigrationPlan, plan_migration
from site_builder.terminal import faults_end_the_command, print_diagnostics

_BACKUP = "content-before-migration"
_NAMED = 200


@click.command("migrate")
@click.argument("root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--write", is_flag=True, help="Write the changes instead of listing them.")
@click.option("--check", is_flag=True, help="Exit with 1 if something has to change.")
def migrate_command(root: Path, write: bool, check: bool) -> None:
    """Bring the content of the archive in ROOT to the present format.

    Fields under the names that older archives and other generators give them are renamed, and
    values written in the present way; comments and order stay. Without --write the changes are
    only listed. They are written where git can undo them, else a copy of each file is kept.
    """
    with faults_end_the_command(verbose=False):
        sources = read_source_files(root)
        errors = tuple(one for one in sources.faults if one.severity is Severity.ERROR)
        if errors:
            raise BuildError(errors)
        plan = plan_migration({path: file.data for path, file in sources.files.items()})
        if any(one.severity is Severity.ERROR and one.code == "format" for one in plan.by_hand):
            raise BuildError(plan.by_hand)
    for change in plan.changes[:_NAMED]:
        click.echo(f"{change.where}: {change.before} → {change.after or '(removed)'}")
    if len(plan.changes) > _NAMED:
        click.echo(f"… and {len(plan.changes) - _NAMED:,} more")
    print_diagnostics(plan.by_hand, verbose=False)
    if write:
        _write(root, plan)
    else:
        _tell(plan)
        if check and (plan.changes or plan.by_hand):
            raise click.exceptions.Exit(1)


def _tell(plan: MigrationPlan) -> None:
    if plan.changes:
        files = sum(bool(file.changes) for file in plan.files)
        click.echo(
            f"Fields that would change: {len(plan.changes):,}, files: {files:,}."
            " Nothing was written; site-builder migrate --write does it."
        )
    elif not plan.by_hand:
        click.echo("Nothing to migrate: the content is in the present format.")


def _write(root: Path, plan: MigrationPlan) -> None:
    if not plan.files:
        click.echo("Nothing to write.")
        return
    kept = "" if _undoable(root) else _keep_copies(root, plan)
    for file in plan.files:
        _replace(root / file.path, file.after)
    click.echo(f"Files written: {len(plan.files):,}. {kept or 'See what changed: git diff'}")


def _undoable(root: Path) -> bool:
    """Return whether git holds content/ as it is; stop where it holds another state of it."""
    git = shutil.which("git")
    if git is None:
        return False
    asked = subprocess.run(  # noqa: S603  # a fixed command on the archive's own repository
        [git, "status", "--porcelain", "--ignored", "--", "content"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        return False
    lines = asked.stdout.splitlines()
    if any(line.startswith("!!") for line in lines):
        return False
    if lines:
        raise click.ClickException(
            "content/ has changes that are not committed. Commit them first (git add content &&"
            " git commit), so that what the migration does can be seen and undone."
        )
    return True


def _keep_copies(root: Path, plan: MigrationPlan) -> str:
    """Copy the files that will change to a folder beside content/; return what to say of it."""
    folder = root / _BACKUP
    if folder.exists():
        raise click.ClickException(
            f"{folder} is there already, from an earlier migration. Move it away first."
        )
    for file in plan.files:
        if file.before is not None:
            place = folder / Path(file.path).relative_to("content")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.before)
    return f"The former ones are in {folder}."


def _replace(place: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the permissions that it has."""
    new = place.with_name(f".{place.name}.new")
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, new)
        new.replace(place.resolve() if place.is_symlink() else place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
