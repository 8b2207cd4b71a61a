"""What commands print while they work."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from site_builder.diagnostics import BuildError, SourceLocation, error, warning
from site_builder.terminal import EXIT_FAULTS, faults_end_the_command, progress
from site_builder.vendor import VendoredFileError

PLACE = SourceLocation(path="a.md")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the stage and its counts are shown, and cleared at the end."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(quiet=False, verbose=False) as show:
        show("Rendering", 3, 12)

    assert "Rendering" in stream.getvalue()
    assert "3/12" in stream.getvalue()


def test_a_quiet_command_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quiet is quiet on a terminal as well."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(quiet=True, verbose=True) as show:
        show("Rendering", 3, 12)

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("fault", "last_line"),
    [
        (
            BuildError([error(PLACE, "a", "b", "C."), error(PLACE, "d", "e", "F.")]),
            "Nothing was built: 2 errors.",
        ),
        (
            BuildError([error(PLACE, "a", "b", "C."), warning(PLACE, "d", "e", "F.")]),
            "Nothing was built: 1 error, 1 warning.",
        ),
        (
            BuildError([warning(PLACE, "d", "e", "F.")]),
            "Nothing was built: 1 warning (warnings count because of --strict).",
        ),
        (VendoredFileError("lunr.js is not there yet"), "error: lunr.js is not there yet"),
    ],
)
def test_faults_end_a_command(
    fault: Exception, last_line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Expected faults are printed, counted, and end the command with status 1."""
    with pytest.raises(SystemExit) as caught, faults_end_the_command(verbose=False):
        raise fault

    assert caught.value.code == EXIT_FAULTS
    assert capsys.readouterr().err.splitlines()[-1] == last_line


def test_a_programmers_mistake_is_not_dressed_up() -> None:
    """What nobody expected comes through as it is."""
    with pytest.raises(ZeroDivisionError), faults_end_the_command(verbose=False):
        raise ZeroDivisionError
