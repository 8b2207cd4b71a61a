"""html-validate, as npm brings it in at the version that the lock file pins."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache"
TIMEOUT = 300
"""Seconds that installing, or one run, may take."""


class NoNpmError(RuntimeError):
    """There is no npm on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What html-validate says against a line of a page."""

    page: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: [{self.rule}] {self.message}"


def validate(pages: list[Path], root: Path) -> list[Complaint]:
    """Return every complaint about the pages, named below `root`."""
    program = install() / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [
        *("node", str(program), "--formatter=json", f"--config={HERE / 'rules.json'}"),
        *(str(page) for page in pages),
    ]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"html-validate failed:\n{done.stdout[-2000:]}{done.stderr}")
    return [
        Complaint(
            page=Path(report["filePath"]).relative_to(root).as_posix(),
            line=one["line"],
            rule=one["ruleId"],
            message=one["message"],
        )
        for report in json.loads(done.stdout)
        for one in report["messages"]
    ]


def install() -> Path:
    """Return the folder into which npm has installed what the lock file pins.

    Raises NoNpmError where there is no npm. The folder is kept between runs, one for each
    state of the lock file.
    """
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise NoNpmError("there is no npm, which brings html-validate in; install Node.js")
    lock = (HERE / "package-lock.json").read_bytes()
    folder = CACHE / f"html-validate-{hashlib.sha256(lock).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _run_npm(folder)
            (folder / "done").touch()
    return folder


def _run_npm(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        env={**os.environ, "NO_UPDATE_NOTIFIER": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=True,
    )
