"""Faults: sorted, each once, and told whole."""

from __future__ import annotations

import pickle

from site_builder.diagnostics import (
    BuildError,
    Severity,
    SourceLocation,
    error,
    note,
    sort_diagnostics,
    warning,
)

ONE = error(SourceLocation(path="b.md", line=2), "date", "no date", "Write one.")
TWO = warning(SourceLocation(path="b.md", line=10), "body", "no text", "Add it.")
THREE = note(SourceLocation(path="a.md"), "unused", "nothing uses it")


def test_faults_are_sorted_and_told_once() -> None:
    """By path, then by line as a number, whatever the order in which they were found."""
    assert sort_diagnostics([TWO, ONE, THREE, ONE]) == (THREE, ONE, TWO)


def test_faults_read_as_place_weight_and_next_step() -> None:
    """Where, how grave, which rule, what; then the next step on a line of its own."""
    assert str(ONE) == "b.md:2: error[date]: no date\n  Write one."
    assert str(THREE) == "a.md:1: note[unused]: nothing uses it"
    assert TWO.severity is Severity.WARNING


def test_a_build_error_keeps_its_faults_between_processes() -> None:
    """What a worker raises arrives with every diagnostic, sorted."""
    fault = pickle.loads(pickle.dumps(BuildError([TWO, ONE])))

    assert fault.diagnostics == (ONE, TWO)
    assert str(fault) == f"{ONE}\n{TWO}"


def test_nothing_that_is_quoted_reaches_a_terminal() -> None:
    """Escape codes, line ends and overrides in a name or a message are spelt out."""
    where = SourceLocation(path="content/articles/a\nb\x1b[31m.md", line=2)
    fault = error(where, "file-name", "\u202e is\x07 wrong", "Remove\tit.")

    assert str(fault) == (
        "content/articles/a\\nb\\x1b[31m.md:2: error[file-name]: \\u202e is\\x07 wrong\n"
        "  Remove\\tit."
    )
