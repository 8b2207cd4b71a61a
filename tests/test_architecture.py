"""Imports point one way, from what is read to what is written."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "site_builder"
MAY_IMPORT = {
    "diagnostics": set(),
    "config": set(),
    "resources": set(),
    "vendor": set(),
    "cards": {"config", "content.colours", "diagnostics", "vendor"},
    "content": {"diagnostics", "config"},
    "indexes": {"config", "content", "diagnostics"},
    "search": {"output.files"},
    "output": set(),
    "cache": {"cards.own_fonts", "content", "diagnostics", "resources", "output.writer", "build"},
    "parallel": set(),
    "cluster": set(),
    "rendering": {"output.files", "parallel", "resources", "site"},
    "vanished": {"diagnostics"},
    "accounting": {"content", "diagnostics", "indexes", "search.inventory", "site"},
    "offline": {"output.bundling", "output.files"},
    "migration": {"content", "diagnostics"},
    "external": {"config", "content", "diagnostics"},
    "verify_command": {"output.files", "output.place"},
    "stages": set(),
    "making": {"cache", "parallel", "output.files", "output.writer", "site.pages"},
    "leftovers": {"cache", "search", "site"},
    "pieces": {
        *("content", "indexes", "leftovers", "making", "output.files", "search", "site"),
    },
    "readings": {
        *("cache", "config", "content", "diagnostics", "indexes", "parallel"),
        "site.keys",
    },
    "site": {
        *("cards", "content", "indexes", "config", "diagnostics", "output.files"),
        "search.documents",
    },
    "importers": {"content", "diagnostics", "config", "output.files"},
    "terminal": {"diagnostics", "build", "checking", "stages", "output.errors", "vendor"},
}
"""What the modules of a part of the package may import beside their own part."""


def modules(repository: Path) -> list[tuple[str, Path]]:
    """Every module by its name below the package."""
    folder = repository / PACKAGE
    found = [
        (".".join(path.relative_to(folder).with_suffix("").parts), path)
        for path in sorted(folder.rglob("*.py"))
    ]
    return [(name, path) for name, path in found if not name.startswith("_")]


def imports(path: Path) -> set[str]:
    """What a module imports of the package, below its name, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            named = [f"{node.module}.{one.name}" for one in node.names]
        elif isinstance(node, ast.Import):
            named = [one.name for one in node.names]
        else:
            continue
        found |= {name.removeprefix(f"{PACKAGE}.") for name in named if name.startswith(PACKAGE)}
    return found


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_point_one_way(repository: Path, part: str) -> None:
    """A part of the package imports itself and what comes before it, nothing else."""
    allowed = {part, "__version__", *MAY_IMPORT[part]}
    own = [(name, path) for name, path in modules(repository) if name.split(".")[0] == part]
    wrong = [
        f"{name} imports {other}"
        for name, path in own
        for other in sorted(imports(path))
        if not any(f"{other}.".startswith(f"{one}.") for one in allowed)
    ]

    assert own
    assert wrong == []


def test_nothing_imports_the_command_line(repository: Path) -> None:
    """The command line is the outermost layer."""
    for name, path in modules(repository):
        assert not any(one.split(".")[0] == "cli" for one in imports(path)), name


def test_every_part_has_its_rule(repository: Path) -> None:
    """A new folder of the package gets a rule here, unless it is one of the outermost."""
    parts = {name.split(".")[0] for name, path in modules(repository) if "." in name}

    assert parts - set(MAY_IMPORT) <= {"preview"}
