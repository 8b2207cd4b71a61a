"""One run of the preview: build, serve, watch, build again."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch

from site_builder.diagnostics import BuildError, Diagnostic, Severity
from site_builder.output.errors import OutputError
from site_builder.preview.server import PreviewServer, open_server
from site_builder.preview.state import PreviewState

if TYPE_CHECKING:
    import threading

Build = Callable[[str], Sequence[Diagnostic]]
"""Builds the site for an address ('http://127.0.0.1:8000/') and returns its warnings;
raises BuildError or OutputError where it cannot."""

_ROUND = 250
"""Milliseconds of quiet after which the watch looks whether it should end."""


def run_preview(
    build: Build,
    output: Path,
    watched: Iterable[Path],
    *,
    root: Path,
    port: int,
    say: Callable[[str], None] = print,
    stop: threading.Event | None = None,
) -> None:
    """Build, serve `output` on 127.0.0.1, and build again whenever a watched file changes.

    Pages reload by themselves after each good build. After a failed one the last good
    site stays, with the errors shown over it as well as given to `say`. Where `port` is
    taken, the next free one is used; 0 takes any. Folders of `watched` that do not exist
    are left out; names of changed files are given below `root`. Ends when `stop` is set
    or on Ctrl-C, which is not passed on.
    """
    state = PreviewState()
    server = open_server(output, state, port)
    if port not in {0, server.port}:
        say(f"Port {port} is taken; port {server.port} is used instead.")
    with server:
        try:
            say(f"The preview is at {server.address} (Ctrl-C ends it).")
            _follow(
                build, server, state, [path for path in watched if path.exists()], root, say, stop
            )
        except KeyboardInterrupt:
            say("The preview has ended.")


def _follow(
    build: Build,
    server: PreviewServer,
    state: PreviewState,
    watched: Sequence[Path],
    root: Path,
    say: Callable[[str], None],
    stop: threading.Event | None,
) -> None:
    rounds = watch(
        *watched,
        stop_event=stop,
        debounce=400,
        step=50,
        rust_timeout=_ROUND,
        yield_on_timeout=True,
    )
    # The watch begins with its first round, which comes before the first build: what
    # changes while that build runs is not missed.
    next(rounds, None)
    _build(build, server, state, say)
    for changes in rounds:
        if not changes:
            continue
        names = sorted({_below(Path(name), root) for _, name in changes})
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        say(f"{names[0]}{more} changed")
        _build(build, server, state, say)


def _build(
    build: Build, server: PreviewServer, state: PreviewState, say: Callable[[str], None]
) -> None:
    started = time.monotonic()
    try:
        diagnostics = build(server.address)
    except BuildError as failure:
        faults = _faults(failure.diagnostics)
        for fault in faults:
            say(str(fault))
        say("The last good site stays.")
        state.fail(faults)
    except OutputError as failure:
        say(f"error: {failure}")
        state.fail_with(failure.message, failure.next_step)
    except Exception as failure:  # a preview outlives what a half-typed template raises
        said = f"{type(failure).__name__}: {failure}"
        say("".join(traceback.format_exception(failure)).rstrip())
        say(f"error: {said}")
        state.fail_with(said, "The terminal tells more.")
    else:
        for fault in _faults(diagnostics):
            say(str(fault))
        say(f"Built in {time.monotonic() - started:.1f} s")
        state.succeed()


def _faults(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what asks for a change; notes are for `check -v`."""
    return [one for one in diagnostics if one.severity is not Severity.NOTE]


def _below(path: Path, root: Path) -> str:
    resolved = root.resolve()
    return path.relative_to(resolved).as_posix() if path.is_relative_to(resolved) else str(path)
