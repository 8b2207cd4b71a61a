"""How long the stages of a build take, and who is told how far each has come."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

Tell = Callable[[str, int, int], None]
"""Told the stage's name, how many of its things are done, and how many there are (0: unknown)."""


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """What one stage took."""

    name: str
    seconds: float
    """By the clock."""
    processor: float
    """Seconds of all processors, workers that have ended included."""


class Stages:
    """The stages of one build, in the order in which they ended."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self.done: list[Stage] = []

    @contextmanager
    def __call__(self, name: str) -> Iterator[Callable[[int, int], None]]:
        """Measure a stage; gives a function to tell how many of how many things are done."""

        def tell(done: int, total: int) -> None:
            if self._tell:
                self._tell(name, done, total)

        tell(0, 0)
        clock, processor = time.perf_counter(), _processor()
        try:
            yield tell
        finally:
            self.done.append(
                Stage(
                    name=name,
                    seconds=time.perf_counter() - clock,
                    processor=_processor() - processor,
                )
            )


def _processor() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
