"""Modules joined into one script."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.output.bundling import UnbundledError, bundle, bundle_script
from tests.search.node import run_in_node

STATIC = Path(__file__).parents[2] / "static"

MODULES = {
    "js/main.js": 'import { double } from "./lib/math.js";\n'
    'import {\n  FIVE,\n  Box,\n} from "./lib/values.js";\n\n'
    "console.log(JSON.stringify([double(FIVE), new Box(1).value, [...Box.three()]]));\n",
    "js/lib/math.js": 'import { FIVE } from "./values.js";\n\nconst secret = 2;\n\n'
    "export function double(number) {\n  return number * secret + FIVE - FIVE;\n}\n",
    "js/lib/values.js": "const secret = 3;\nexport const FIVE = 2 + secret;\n\n"
    "export class Box {\n  constructor(value) {\n    this.value = value;\n  }\n"
    "  static *three() {\n    yield secret;\n  }\n}\n",
}


def test_a_bundle_does_what_its_modules_do(tmp_path: Path):
    """Each module runs once, before those that import it, and keeps its own names."""
    assert run_in_node(tmp_path, bundle("js/main.js", MODULES), None) == [10, 1, [3]]


def test_a_bundle_exports_what_its_module_does(tmp_path: Path):
    """Whoever imports it need not know that it is one."""
    (tmp_path / "math.js").write_text(bundle("js/lib/math.js", MODULES), encoding="utf-8")
    script = 'import { double } from "./math.js";\nconsole.log(double(4));\n'

    assert run_in_node(tmp_path, script, None) == 8


def test_a_bundle_can_be_a_script_that_is_no_module(tmp_path: Path):
    """What it exports is one global; nothing else of it is."""
    script = bundle_script("js/lib/math.js", MODULES, "math")
    (tmp_path / "math.cjs").write_text(f"const self = globalThis;\n{script}", encoding="utf-8")
    main = (
        'import "./math.cjs";\n'
        "console.log(JSON.stringify([math.double(4), typeof module0, typeof secret]));\n"
    )

    assert run_in_node(tmp_path, main, None) == [8, "undefined", "undefined"]


def test_the_same_modules_give_the_same_bundle():
    """Their order is that of their imports, not that in which they were read."""
    backwards = dict(reversed(MODULES.items()))

    assert bundle("js/main.js", MODULES) == bundle("js/main.js", backwards)


@pytest.mark.parametrize(
    "source",
    [
        'import * as all from "./lib/math.js";\n',
        'import { double as twice } from "./lib/math.js";\n',
        'import "./lib/math.js";\n',
        'import { double } from "./lib/absent.js";\n',
        'import { double } from "./main.js";\n',
        "export default 1;\n",
        "const one = 1;\nexport { one };\n",
    ],
)
def test_what_is_not_understood_is_refused(source):
    """Rather no bundle than one that does something else."""
    with pytest.raises(UnbundledError, match=r"^js/main\.js "):
        bundle("js/main.js", {**MODULES, "js/main.js": source})


@pytest.mark.parametrize(
    "entry", ["js/search/page.js", "js/search/session.js", "js/timeline/page.js"]
)
def test_scripts_of_many_modules_can_be_joined(entry):
    """Nobody can write a module that would be sent by itself unnoticed."""
    modules = {
        path.relative_to(STATIC).as_posix(): path.read_text(encoding="utf-8")
        for path in STATIC.rglob("*.js")
    }

    assert "\nimport {" not in bundle(entry, modules)
