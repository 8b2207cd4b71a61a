"""A whole run of the preview: build, serve, watch, build again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from site_builder.diagnostics import BuildError, Diagnostic, SourceLocation, error, note
from site_builder.output.errors import OutputError
from site_builder.preview.session import run_preview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30
"""Seconds that a test waits for what must happen."""


class Run:
    """A preview in a thread of its own, over a builder that copies content/text to a page."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: list[str] = []
        self.address = ""
        self.builds = 0
        self._news = threading.Condition()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Run:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the preview does not end"

    def wait_for_build(self, number: int) -> None:
        with self._news:
            done = self._news.wait_for(lambda: self.builds >= number, timeout=PATIENCE)
        assert done, f"no build number {number}:\n" + "\n".join(self.lines)

    def change(self, text: str) -> None:
        """Write the file in one step: half a write would be a change of its own."""
        new = self.root / "new"
        new.write_text(text)
        new.replace(self.root / "content" / "text")

    def page(self) -> str:
        with urlopen(self.address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
        return text

    def _run(self) -> None:
        run_preview(
            self._build,
            self.root / "_site",
            [self.root / "content", self.root / "absent"],
            root=self.root,
            port=0,
            say=self._say,
            stop=self._stop,
        )

    def _say(self, line: str) -> None:
        self.lines.append(line)
        ended = line.startswith(("Built in", "The last good site", "error:"))
        with self._news:
            self.builds += ended
            self._news.notify_all()

    def _build(self, address: str) -> tuple[Diagnostic, ...]:
        self.address = address
        text = (self.root / "content" / "text").read_text()
        if text == "broken":
            where = SourceLocation(path="content/text", line=1)
            faults = [error(where, "text", "the text is broken", "Mend it.")]
            raise BuildError([*faults, note(where, "unused", "nothing uses it")])
        if text == "full":
            raise OutputError("there is no room", "Free some.")
        if text == "bug":
            raise LookupError("a template is half typed")
        (self.root / "_site").mkdir(exist_ok=True)
        (self.root / "_site" / "index.html").write_text(f"<head></head><h1>{text}</h1>")
        return ()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "text").write_text("one")
    with Run(tmp_path) as running:
        running.wait_for_build(1)
        yield running


def test_change_is_built_and_served(run: Run) -> None:
    """Saving a file builds again; the page shows it and the terminal names the file."""
    assert "<h1>one</h1>" in run.page()

    run.change("two")
    run.wait_for_build(2)

    assert "<h1>two</h1>" in run.page()
    assert "content/text changed" in run.lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("broken", "content/text:1: error[text]: the text is broken\n  Mend it."),
        ("full", "error: there is no room\n  Free some."),
    ],
)
def test_failed_build_leaves_the_last_good_site(run: Run, text: str, said: str) -> None:
    """A fault is told in the terminal, the old page stays, and mending it goes on."""
    run.change(text)
    run.wait_for_build(2)
    assert said in run.lines
    assert not any("note[" in line for line in run.lines)
    assert "<h1>one</h1>" in run.page()

    run.change("three")
    run.wait_for_build(3)
    assert "<h1>three</h1>" in run.page()


def test_preview_outlives_a_fault_of_the_program(run: Run) -> None:
    """An exception that nobody foresaw is told with its traceback, and work goes on."""
    run.change("bug")
    run.wait_for_build(2)
    assert "error: LookupError: a template is half typed" in run.lines
    assert any("Traceback" in line for line in run.lines)

    run.change("four")
    run.wait_for_build(3)
    assert "<h1>four</h1>" in run.page()


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C is not a signal to one process")
def test_ctrl_c_ends_the_preview_quietly(tmp_path: Path) -> None:
    """Ctrl-C ends the preview with status 0 and no traceback."""
    (tmp_path / "content").mkdir()
    script = """
import sys
from pathlib import Path
from site_builder.preview.session import run_preview
root = Path(sys.argv[1])
say = lambda line: print(line, flush=True)
run_preview(lambda address: (), root / "_site", [root / "content"], root=root, port=0, say=say)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert process.stdout is not None
    while not process.stdout.readline().startswith("Built in"):
        pass
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate(timeout=PATIENCE)

    assert (process.returncode, trouble) == (0, "")
    assert said == "The preview has ended.\n"
