"""Where the parts of a page stand, and in which colours, held against a reference.

Rectangles say what pictures would, and survive another rasteriser. `reference/layout.json` was
measured with the letters that it names by the width of a sample; where a machine has others,
lines break elsewhere, and only what does not follow from letters is compared: where parts begin
and end across. After a change on purpose run these tests with SITE_BUILDER_UPDATE_REFERENCE=1,
look at the pages, and commit the file with the change.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite

REFERENCE = Path(__file__).parent / "reference" / "layout.json"
UPDATE = "SITE_BUILDER_UPDATE_REFERENCE"
WIDTHS = (360, 1280)
ACROSS = 6
"""Pixels by which the sides of a part may differ."""
DOWN = 0.08
"""Share of its place and height by which a part may differ down the page, beside `ACROSS`."""

PARTS = {
    "home": {
        "sections": "nav.sections",
        "title": "h1",
        "search": "main .search-box",
        "glance": ".glance",
        "chart": ".chart-plot",
        "latest": ".latest",
        "aside": ".aside",
        "colophon": ".colophon",
    },
    "article": {
        "masthead title": ".masthead-title",
        "masthead search": ".masthead-search",
        "breadcrumbs": ".breadcrumbs",
        "title": "h1",
        "first paragraph": "#p1",
        "record": ".record",
        "colophon": ".colophon",
    },
    "timeline": {"title": "h1", "chart": ".chart-plot", "periods": ".periods"},
}
COLOURED = {"body": "background-color", "h1": "color", ".section-title": "border-bottom-color"}

_MEASURE = """parts => Object.fromEntries(Object.entries(parts).map(([name, selector]) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [name, [box.left, box.top + scrollY, box.width, box.height].map(Math.round)];
}))"""
_LETTERS = """() => ['--serif', '--sans'].map(stack => {
  const sample = document.createElement('span');
  sample.style.cssText = `position: absolute; font: 100px var(${stack}); white-space: nowrap`;
  sample.textContent = 'Hamburgefonstiv 0123456789';
  document.body.append(sample);
  const width = Math.round(sample.getBoundingClientRect().width);
  sample.remove();
  return width;
})"""


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    """What was measured once, and the letters it was measured with."""
    return dict(json.loads(REFERENCE.read_text(encoding="utf-8"))) if REFERENCE.exists() else {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PARTS)
def test_parts_stand_where_they_stood(
    new_page: Callable[..., Page],
    archive_url: str,
    sample_site: BuiltSite,
    reference: dict[str, Any],
    kind: str,
    width: int,
) -> None:
    """No part of a page has moved, grown or shrunk unless somebody meant it."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(archive_url + sample_site.fullest(kind))
    page.wait_for_load_state("networkidle")
    found = page.evaluate(_MEASURE, PARTS[kind])
    letters = page.evaluate(_LETTERS)
    key = f"{kind} {width}"
    if os.environ.get(UPDATE):
        _write("layout", key, found)
        _write("letters", "widths", letters)
        return

    known = reference["layout"][key]
    same_letters = all(
        abs(one - other) <= 0.005 * other
        for one, other in zip(letters, reference["letters"]["widths"], strict=True)
    )
    moved = {
        part: f"{box}, was {known[part]}"
        for part, box in found.items()
        if not _alike(box, known[part], down=same_letters)
    }
    assert moved == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_scheme(
    new_page: Callable[..., Page], archive_url: str, reference: dict[str, Any], scheme: str
) -> None:
    """Paper, ink and firm rules of the home page have their colours by day and by night."""
    page = new_page(color_scheme=scheme)
    page.goto(archive_url)
    found = page.evaluate(
        """wanted => Object.fromEntries(Object.entries(wanted).map(([selector, property]) => [
          selector, getComputedStyle(document.querySelector(selector)).getPropertyValue(property),
        ]))""",
        COLOURED,
    )
    if os.environ.get(UPDATE):
        _write("colours", scheme, found)
        return

    assert found == reference["colours"][scheme]


def _alike(box: list[int], known: list[int], *, down: bool) -> bool:
    left, top, wide, high = box
    sides = abs(left - known[0]) <= ACROSS and abs(left + wide - known[0] - known[2]) <= ACROSS
    if not down:
        # A part that is as wide as its words ends where the letters let it.
        return abs(left - known[0]) <= ACROSS
    return sides and all(
        abs(one - other) <= ACROSS + DOWN * other
        for one, other in ((top, known[1]), (high, known[3]))
    )


def _write(group: str, key: str, value: object) -> None:
    REFERENCE.parent.mkdir(exist_ok=True)
    known = json.loads(REFERENCE.read_text(encoding="utf-8")) if REFERENCE.exists() else {}
    known.setdefault(group, {})[key] = value
    text = json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False)
    REFERENCE.write_text(f"{text}\n", encoding="utf-8")
