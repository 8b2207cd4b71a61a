"""The living style page: complete, and rendered in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.site.interface import load_interface
from site_builder.site.plan import site_view
from site_builder.site.renderer import Renderer
from site_builder.site.style_page import plan_style
from tests.site.small_archive import TEMPLATES, article, edition_of
from tests.sites.translated import LANGUAGES

STATIC = Path(__file__).parents[2] / "static"
FRAME = {"footer", "metadata"}
"""On every page, or without anything to see."""
ON_ARTICLES = {"cite", "related", "carriage", "concordance", "use_chart", "row_groups"}
"""Long parts that the pages of real entries show; what they are made of is here."""
NOT_COLOURS = {"serif", "sans", "leading"}


def rendered(root: Path, language: str) -> str:
    """The style page of an archive of one article, in a language."""
    edition = edition_of(root, one=article())
    interface = load_interface(language, (TEMPLATES,))
    edition = replace(edition, interface=interface)
    renderer = Renderer((TEMPLATES,), site_view(edition, "assets/", preview=True), interface)
    return renderer.render(plan_style(edition)).data.decode()


def test_every_token_is_shown(tmp_path: Path) -> None:
    """A token that a style sheet defines for all pages stands on the style page."""
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    defined = set(re.findall(r"^ {4}--([\w-]+):", tokens, re.MULTILINE))
    page = rendered(tmp_path, "en")

    assert {token for token in defined if f"<code>--{token}</code>" not in page} == set()


def test_every_component_is_shown(tmp_path: Path) -> None:
    """Each file of templates/components/ has its heading, but for those named above."""
    files = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    shown = set(re.findall(r'<h3 class="label" id="(\w+)"', rendered(tmp_path, "en")))

    assert files - shown - FRAME - ON_ARTICLES <= {"changed_text"}
    assert "changed_text" in (TEMPLATES / "components" / "comparison.html").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_made_in_every_language(tmp_path: Path, language: str) -> None:
    """Its samples are strings of the interface."""
    page = rendered(tmp_path, language)

    assert f'<html lang="{language}"' in page
    assert load_interface(language, (TEMPLATES,)).text("voice_direct_text") in page


def test_search_engines_keep_away(tmp_path: Path) -> None:
    """The page is for those who work on the look."""
    assert '<meta name="robots" content="noindex">' in rendered(tmp_path, "en")


def test_rows_are_three(tmp_path: Path) -> None:
    """The renderer keeps a row by its address; each state of a row has one of its own."""
    assert rendered(tmp_path, "en").count('<li class="row">') == 3
