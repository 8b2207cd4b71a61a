"""What a preview's open pages have to know: which build is shown, and what is wrong."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_builder.diagnostics import Diagnostic


class PreviewState:
    """The latest build, for any number of pages that wait for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._builds = 0
        self._changes = 0
        self._faults: list[dict[str, str]] = []
        # A page left open from an earlier preview must not take this one's builds for its own.
        self._run = format(time.time_ns(), "x")

    @property
    def build(self) -> str:
        """Names the last good build; a page that shows another one is out of date."""
        with self._changed:
            return f"{self._run}-{self._builds}"

    def succeed(self) -> None:
        """Note a good build."""
        self._change(builds=1, faults=[])

    def fail(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note a build that found faults."""
        self._change(
            builds=0,
            faults=[
                {
                    "where": str(one.location),
                    "severity": str(one.severity),
                    "message": one.message,
                    "hint": one.hint,
                }
                for one in diagnostics
            ],
        )

    def fail_with(self, message: str, hint: str) -> None:
        """Note a build that failed for a reason outside the archive's files."""
        fault = {"where": "", "severity": "error", "message": message, "hint": hint}
        self._change(builds=0, faults=[fault])

    def wait(self, seen: int, seconds: float) -> tuple[int, str] | None:
        """Return a number and a message as JSON once there is a change after number `seen`;
        None if there is none for so many seconds. Numbers start at 0; ask first with -1.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._changes > seen, timeout=seconds):
                return None
            message = {"build": f"{self._run}-{self._builds}", "faults": self._faults}
            return self._changes, json.dumps(message, ensure_ascii=True)

    def _change(self, *, builds: int, faults: list[dict[str, str]]) -> None:
        with self._changed:
            self._builds += builds
            self._changes += 1
            self._faults = faults
            self._changed.notify_all()
