"""What is wrong with an archive, said so that a curator can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class SourceLocation(msgspec.Struct, frozen=True, kw_only=True, order=True, array_like=True):
    """A place in one of the archive's files."""

    path: str
    """Path below the archive's root, with forward slashes."""

    line: int = 1
    """Line counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One fault: where it is, what is wrong, and what to do next."""

    severity: Severity
    code: str
    """Short stable name of the rule or the field ('date', 'unknown-key')."""
    message: str
    """What is wrong, as one clause without a full stop."""
    hint: str
    """The next step, as one sentence; may be empty only for notes."""
    location: SourceLocation

    def __str__(self) -> str:
        """Return it as it is printed: two lines that no terminal obeys, whatever they quote."""
        head = f"{self.location}: {self.severity}[{self.code}]: {self.message}"
        return f"{_spelt_out(head)}\n  {_spelt_out(self.hint)}" if self.hint else _spelt_out(head)


# Control characters, ends of lines, and what turns the direction of writing.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _spelt_out(text: str) -> str:
    return _OBEYED.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


class BuildError(Exception):
    """The archive cannot be built; carries every diagnostic of the run."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = sort_diagnostics(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))

    def __reduce__(self) -> tuple[type[BuildError], tuple[tuple[Diagnostic, ...]]]:
        """Travel between processes with the diagnostics, not with their text alone."""
        return type(self), (self.diagnostics,)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each diagnostic once, by path, line, code and message."""
    return tuple(
        sorted(set(diagnostics), key=lambda one: (one.location, one.code, one.message, one.hint))
    )


def error(location: SourceLocation, code: str, message: str, hint: str) -> Diagnostic:
    """Return an error: the build will stop before anything is written."""
    return Diagnostic(
        severity=Severity.ERROR, code=code, message=message, hint=hint, location=location
    )


def warning(location: SourceLocation, code: str, message: str, hint: str) -> Diagnostic:
    """Return a warning: the site is built unless the build is strict."""
    return Diagnostic(
        severity=Severity.WARNING, code=code, message=message, hint=hint, location=location
    )


def note(location: SourceLocation, code: str, message: str, hint: str = "") -> Diagnostic:
    """Return a note: worth knowing, never in the way."""
    return Diagnostic(
        severity=Severity.NOTE, code=code, message=message, hint=hint, location=location
    )
