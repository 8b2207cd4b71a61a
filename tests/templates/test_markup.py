"""What the content policy and the house forbid in a template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))


def names_of(page: Path) -> str:
    return page.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_has_nothing_inline(page: Path) -> None:
    """The policy forbids styles, scripts and handlers inside a page; data is not run."""
    source = page.read_text(encoding="utf-8")

    data = ' type="application/ld\\+json">'
    inline = rf"""<style\b|\sstyle=|\son[a-z]+=["']|<script(?![^>]*\ssrc=|{data})"""

    assert re.findall(inline, source) == []


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_marks_only_bodies_as_safe(page: Path) -> None:
    """Only a sanitised body goes into a page as it stands."""
    marked = re.findall(r"[\w.]+(?=\s*\|\s*safe\b)", page.read_text(encoding="utf-8"))

    assert set(marked) <= {"view.body_html"}


@pytest.mark.parametrize("page", ["base.html", "redirect.html"])
def test_content_policy_comes_first(page: str) -> None:
    """Nothing can be loaded before the policy is known; only the encoding precedes it."""
    source = (TEMPLATES / page).read_text(encoding="utf-8")
    head = re.findall(r"<(\w+)[^>]*", source[source.index("<head>") :])
    policy = source.index('http-equiv="Content-Security-Policy"')

    assert head[:3] == ["head", "meta", "meta"]
    assert policy < min(source.index("<title>"), source.index("<link"))


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_writes_no_outside_address(page: Path) -> None:
    """No page loads or links to anything that its view does not name."""
    written = re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']*""", page.read_text("utf-8"))

    assert written == []
