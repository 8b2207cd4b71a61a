"""Pages through templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.diagnostics import BuildError
from site_builder.resources import built_in
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.site.edition import Edition

FAILS = "error[template]: the template fails on the page /search/: "


def render(edition: Edition, template: str, folder: Path, **files: str) -> str:
    """The page of the search, which has a plain view, through templates of the test's own."""
    for name, text in {template: "", **files}.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    pages, _ = plan_pages(edition)
    page = next(one for one in pages if one.template == template)
    folders = (folder, built_in("templates"))
    file = Renderer(folders, site_view(edition, "assets/x/"), edition.interface).render(page)
    return file.data.decode()


def fault_of(edition: Edition, folder: Path, text: str) -> str:
    with pytest.raises(BuildError) as caught:
        render(edition, "search.html", folder, **{"search.html": text})
    return str(caught.value)


def test_own_templates_stand_before_the_built_in_ones(small: Edition, tmp_path: Path) -> None:
    """An archive's own template, or one part of a page, takes the built-in one's place."""
    assert render(small, "search.html", tmp_path, **{"search.html": "{{ view.count }}"}) == "6"
    own = render(small, "not_found.html", tmp_path, **{"base.html": "own {{ page.url }}"})
    assert own == "own 404.html"


def test_texts_are_escaped(small: Edition, tmp_path: Path) -> None:
    """What is not marked as safe cannot become markup."""
    text = "{{ '<b>' }}{{ fill('page_title', page='<i>', site='x') }}"

    assert render(small, "search.html", tmp_path, **{"search.html": text}) == (
        "&lt;b&gt;&lt;i&gt; – x"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "one\n{{ view.nothing }}",
            (
                f"templates/search.html:2: {FAILS}"
                "'site_builder.site.views.SearchView object' has no attribute 'nothing'"
            ),
        ),
        (
            "one\n\n{% if %}",
            (
                f"templates/search.html:3: {FAILS}"
                "Expected an expression, got 'end of statement block'"
            ),
        ),
        (
            "{% extends 'nowhere.html' %}",
            (
                "templates/search.html:1: error[template]: "
                'the template "nowhere.html" is not there\n'
                "  Add it to templates/, or correct the name in the template that asks for it."
            ),
        ),
        (
            "\n{{ 1 + 'a' }}",
            (f"templates/search.html:2: {FAILS}TypeError: unsupported operand"),
        ),
        (
            "\n\n{{ plural('no_such', 1) }}",
            (f"templates/search.html:3: {FAILS}KeyError: 'no_such'"),
        ),
        (
            "{{ s.no_such }}",
            (
                f"templates/search.html:1: {FAILS}"
                "'site_builder.site.interface.Strings object' has no attribute 'no_such'"
            ),
        ),
    ],
)
def test_a_faulty_template_is_named_with_its_line(
    small: Edition, tmp_path: Path, text: str, fault: str
) -> None:
    """Whatever a template does wrong ends as an error with its path and line."""
    assert fault_of(small, tmp_path, text).startswith(fault)


def test_a_fault_in_a_part_is_placed_in_the_part(small: Edition, tmp_path: Path) -> None:
    """The innermost template is the one to correct."""
    (tmp_path / "part.html").write_text("a\nb\n{{ nothing }}", encoding="utf-8")

    assert fault_of(small, tmp_path, "{% include 'part.html' %}").startswith(
        "templates/part.html:3: error[template]: "
    )


def test_a_page_that_is_served_anywhere_has_absolute_ways(small: Edition, tmp_path: Path) -> None:
    """404.html leads from the host's root; every other page by relative ways."""
    text = "{{ root }}"

    assert render(small, "not_found.html", tmp_path, **{"not_found.html": text}) == "/small/"
    assert render(small, "search.html", tmp_path, **{"search.html": text}) == "../"
