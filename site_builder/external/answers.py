"""Answers kept from one check to the next, so that no host is asked the same every day."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from site_builder.external.visit import Answer

_VERSION = 1
_DAY = 86_400
_LASTING = frozenset((404, 410))
"""What does not get better by itself. Other failures are asked about again each time."""


class _Kept(msgspec.Struct):
    version: int
    answers: dict[str, tuple[float, Answer]]
    """By address: when it was asked for, in seconds since 1970, and what came of it."""


class KeptAnswers:
    """The answers of former checks, and of this one."""

    def __init__(self, path: Path, *, now: float, days: float) -> None:
        """Read the file at `path`, which need not exist and may be damaged."""
        self._path = path
        self._now = now
        found = _read(path)
        self._answers = {
            url: (at, answer)
            for url, (at, answer) in found.items()
            if now - days * _DAY < at <= now and _lasts(answer)
        }

    def known(self, urls: Iterable[str]) -> Mapping[str, Answer]:
        """Return the answers that need not be asked for again."""
        return {url: self._answers[url][1] for url in urls if url in self._answers}

    def take(self, url: str, answer: Answer) -> None:
        """Take a new answer."""
        if _lasts(answer):
            self._answers[url] = (self._now, answer)

    def write(self) -> None:
        """Write all of it; that it cannot be written costs the next check its time, no more."""
        kept = _Kept(version=_VERSION, answers=dict(sorted(self._answers.items())))
        new = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1))
            new.replace(self._path)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _lasts(answer: Answer) -> bool:
    return 0 < answer.status < 400 or answer.status in _LASTING


def _read(path: Path) -> dict[str, tuple[float, Any]]:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return {}
    return kept.answers if kept.version == _VERSION else {}
