"""How articles changed, as the archive's git repository tells it, where there is one.

Nothing here can stop a build: without git, without a repository, in a shallow one, or where git
takes longer than `DEADLINE`, there is no history. What is read depends on the commits alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from site_builder.content.dates import PartialDate
from site_builder.diagnostics import Diagnostic, SourceLocation, note

DEADLINE = 1.0
"""Seconds that git may take, all in all."""
MOST = 10
"""Changes kept of one file, the newest."""
MOST_OF_ALL = 1_000
"""Changes kept of all files, the newest: what a page tells of one takes half a millisecond."""
_COMMITS = 2_000
_FOLDER = "content/articles"
_SETTINGS = (
    # A repository's own settings may name programs to run; none of them is needed here.
    *("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.hooksPath="),
    *("-c", "core.quotePath=false"),
)
_HEADER = re.compile(rb"\x01([0-9a-f]{40,64})\x02([0-9]{4}-[0-9]{2}-[0-9]{2})\x02([^\x00]*)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class FileChange(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One change of a file."""

    commit: str
    """40 or 64 hexadecimal digits."""
    date: PartialDate
    """The author's day."""
    subject: str
    """First line of what the author says of it."""
    old: str
    """The file's text before."""
    new: str


def read_history(
    root: Path, *, deadline: float = DEADLINE
) -> tuple[Mapping[str, tuple[FileChange, ...]], tuple[Diagnostic, ...]]:
    """Return the changes of articles by path below the archive's root, newest first.

    The first commit of a file is no change, nor is its removal. Beside them stands a note where
    git took too long.
    """
    git = shutil.which("git")
    if git is None or not (root / _FOLDER).is_dir():
        return {}, ()
    ask = _Git(git, root, time.monotonic() + deadline)
    try:
        if ask("rev-parse", "--is-shallow-repository").strip() != b"false":
            return {}, ()
        found = _newest(_entries(ask("log", *_LOG, "--", _FOLDER)))
        texts = _texts(ask, found)
    except subprocess.TimeoutExpired:
        message = f"git took longer than {deadline:g} seconds, so no history of changes is shown"
        return {}, (note(SourceLocation(path=_FOLDER), "history", message),)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}, ()
    return {
        path: tuple(
            FileChange(
                commit=one.commit,
                date=one.date,
                subject=one.subject,
                old=texts[one.old],
                new=texts[one.new],
            )
            for one in changes
            if one.old in texts and one.new in texts
        )
        for path, changes in found.items()
    }, ()


_LOG = (
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-merges"),
    *("--relative", "--raw", "--no-abbrev", "-z", "--diff-filter=M", f"--max-count={_COMMITS}"),
    "--format=%x01%H%x02%as%x02%s",
)


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    commit: str
    date: PartialDate
    subject: str
    old: str
    new: str
    """`old` and `new` name contents in the repository."""


class _Git:
    """Runs git in the archive's folder until a moment."""

    def __init__(self, program: str, root: Path, end: float) -> None:
        self._command = (program, *_SETTINGS)
        self._root = root
        self._end = end
        # Variables that a hook sets would lead to another repository.
        kept = {key: text for key, text in os.environ.items() if not key.startswith("GIT_")}
        self._environment = {
            **kept,
            "LC_ALL": "C",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_ALLOW_PROTOCOL": "none",
        }

    def __call__(self, *arguments: str, given: bytes = b"") -> bytes:
        """Return what git prints; raises CalledProcessError or TimeoutExpired."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise subprocess.TimeoutExpired(arguments, 0.0)
        return subprocess.run(  # noqa: S603  # a fixed command on the archive's own repository
            [*self._command, *arguments],
            cwd=self._root,
            env=self._environment,
            input=given,
            capture_output=True,
            timeout=left,
            check=True,
        ).stdout


def _entries(log: bytes) -> Iterator[_Entry]:
    """Yield the changed files of a log, newest first."""
    head: tuple[str, PartialDate, str] | None = None
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        match = _HEADER.search(token)
        if match:
            subject = _CONTROL.sub(" ", match[3].decode("utf-8", "replace")).strip()
            head = (match[1].decode(), PartialDate.parse(match[2].decode()), subject)
        place = token.rfind(b":", 0, 2) if not match else -1
        if head is None or place < 0:
            continue
        _, _, old, new, _ = token[place:].decode().split(" ")
        path = next(tokens, b"").decode("utf-8", "surrogateescape")
        commit, date, subject = head
        yield _Entry(path=path, commit=commit, date=date, subject=subject, old=old, new=new)


def _newest(entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    total = 0
    for entry in entries:
        changes = found.setdefault(entry.path, [])
        if len(changes) < MOST and total < MOST_OF_ALL and entry.path.endswith(".md"):
            changes.append(entry)
            total += 1
    return found


def _texts(ask: _Git, found: Mapping[str, Sequence[_Entry]]) -> dict[str, str]:
    """Return the contents that changes name, those that are text."""
    changes = (one for changes in found.values() for one in changes)
    names = list(dict.fromkeys(name for one in changes for name in (one.old, one.new)))
    if not names:
        return {}
    data = ask("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    texts: dict[str, str] = {}
    at = 0
    for name in names:
        end = data.index(b"\n", at)
        words = data[at:end].split()
        at = end + 1
        if len(words) != 3:  # a content that is missing has no size
            continue
        size = int(words[2])
        with suppress(UnicodeDecodeError):
            texts[name] = data[at : at + size].decode("utf-8-sig")
        at += size + 1
    return texts
