"""The style sheets: their layers, their directions and their tokens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static" / "css"
SHEETS = sorted(CSS.glob("*.css"))

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LAYER = re.compile(r"@layer\s+([\w, ]+?)\s*[;{]")
_PHYSICAL = re.compile(
    r"(?<![\w-])(?:"
    r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|overflow-[xy]"
    r")\s*:"
    r"|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)


def rules_of(sheet: Path) -> str:
    return _COMMENT.sub("", sheet.read_text(encoding="utf-8"))


def names_of(sheet: Path) -> str:
    return sheet.name


@pytest.mark.parametrize("sheet", SHEETS, ids=names_of)
def test_sheet_is_written_for_both_directions(sheet: Path) -> None:
    """Right-to-left pages need no sheet of their own: every property is a logical one."""
    declarations = re.sub(r"@(?:media|container)[^{]*", "", rules_of(sheet))

    assert _PHYSICAL.findall(declarations) == []


@pytest.mark.parametrize("sheet", SHEETS[1:], ids=names_of)
def test_sheet_stands_in_a_declared_layer(sheet: Path) -> None:
    """All rules of a sheet stand in one of the layers that the first sheet puts in order."""
    declared = _LAYER.findall(rules_of(SHEETS[0]))[0].split(", ")
    rules = rules_of(sheet).strip()

    assert _LAYER.match(rules), "the sheet begins outside a layer"
    assert set(_LAYER.findall(rules)) <= set(declared)
    assert depth_is_zero_only_at_layers(rules)


def test_every_token_that_is_used_is_defined() -> None:
    """A misspelt custom property would silently fall back."""
    rules = "\n".join(rules_of(sheet) for sheet in SHEETS)
    used = set(re.findall(r"var\((--[\w-]+)\)", rules))
    defined = set(re.findall(r"(--[\w-]+)\s*:", rules))

    assert used - defined == set()


def depth_is_zero_only_at_layers(rules: str) -> bool:
    """Return whether each outermost block is a layer."""
    depth, start, heads = 0, 0, []
    for place, sign in enumerate(rules):
        if sign == "{":
            if depth == 0:
                heads.append(rules[start:place].strip())
            depth += 1
        elif sign == "}":
            depth -= 1
            start = place + 1
    return depth == 0 and all(head.startswith("@layer ") for head in heads)
