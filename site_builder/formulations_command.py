"""`site-builder formulations`: propose set phrases for the register."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.build import stop_on
from site_builder.content.loader import load_archive
from site_builder.indexes.discovery import (
    Candidate,
    find_candidates,
    known_wordings,
    texts_of,
)
from site_builder.terminal import faults_end_the_command

_HEAD = ("words", "statements", "years", "wording")


@click.command("formulations")
@click.argument("root", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--statements",
    "least_articles",
    default=2,
    show_default=True,
    type=click.IntRange(2),
    help="Fewest statements that must hold a phrase.",
)
@click.option(
    "--words",
    "least_words",
    default=3,
    show_default=True,
    type=click.IntRange(2),
    help="Fewest words of a phrase.",
)
@click.option(
    "--limit", default=40, show_default=True, type=click.IntRange(1), help="Most phrases to print."
)
def formulations_command(root: Path, least_articles: int, least_words: int, limit: int) -> None:
    """Propose phrases that statements in ROOT repeat, for content/registers/formulations.yaml.

    The longest come first. Names in the registers, phrases listed already, and words of
    attribution such as "said" are left out. The whole text is read, also what the site does not
    show.
    """
    with faults_end_the_command(verbose=False):
        loaded = load_archive(root)
        stop_on(loaded.diagnostics, strict=False)
    texts = texts_of(loaded.archive)
    found = find_candidates(
        texts,
        least_articles=least_articles,
        least_words=least_words,
        known=known_wordings(loaded.archive),
    )
    click.echo(report(found[:limit], len(found), len(texts)))


def report(shown: tuple[Candidate, ...], found: int, texts: int) -> str:
    """Return the candidates as a table with the next step, as it is printed."""
    if not shown:
        return (
            f"No phrase stands in enough of the {texts:,} statements.\n"
            "  Lower --statements or --words to see shorter and rarer ones."
        )
    rows = [_HEAD, *(_row(one) for one in shown)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join((*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), row[3]))
        for row in rows
    ]
    rest = f" The other {found - len(shown):,} follow with --limit." if found > len(shown) else ""
    lines.append(
        f"\n{found:,} phrases repeat in {texts:,} statements.{rest}\n"
        "To list one, give it an id in content/registers/formulations.yaml, its wording as 'name'\n"
        "and its other wordings as 'variants'."
    )
    return "\n".join(lines)


def _row(one: Candidate) -> tuple[str, str, str, str]:
    years = str(one.first) if one.first == one.last else f"{one.first}-{one.last}"
    return f"{one.words}", f"{one.articles:,} of {one.of:,}", years, one.wording
