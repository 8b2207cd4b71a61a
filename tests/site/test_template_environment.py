"""Templates made specific to a site show what plain Jinja shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from msgspec.structs import replace

from site_builder.content.model import Voice
from site_builder.resources import built_in
from site_builder.site.plan import plan_pages, site_view
from site_builder.site.renderer import Renderer
from site_builder.site.template_environment import (
    NotSpecificError,
    PlainEnvironment,
    SiteEnvironment,
    shown,
)
from site_builder.site.urls import way_to_root

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.site.edition import Edition
    from site_builder.site.pages import Page


def environments(
    edition: Edition, root: str, *folders: Path
) -> tuple[SiteEnvironment, PlainEnvironment]:
    """Both ways to the same page."""
    searched = (*folders, built_in("templates"))
    renderer = Renderer(searched, site_view(edition, "assets/x/"), edition.interface)
    fast = renderer._environment(root)
    return fast, PlainEnvironment(searched, fast.globals)


def search_page(edition: Edition) -> Page:
    return next(one for one in plan_pages(edition)[0] if one.template == "search.html")


def both(edition: Edition, folder: Path, **files: str) -> tuple[str, str]:
    """What is made of `page.html` of a theme both ways, on the page of the search."""
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    page = search_page(edition)
    fast, plain = (
        environment.get_template("page.html").render(page=page.meta, view=page.view)
        for environment in environments(edition, "../", folder)
    )
    return fast, plain


def test_every_page_of_an_archive_is_what_plain_jinja_makes(small: Edition) -> None:
    """No built-in template needs what the fast environment leaves out."""
    pages, _ = plan_pages(small)
    made = {root: environments(small, root) for root in {way_to_root(one.url) for one in pages}}

    for page in pages:
        fast, plain = (
            environment.get_template(page.template).render(page=page.meta, view=page.view)
            for environment in made[way_to_root(page.url)]
        )
        assert fast == plain, page.url


THEMES = {
    "a condition on a text": "{% if site.title %}{{ site.title }}{% else %}-{% endif %}",
    "a condition that no page fulfils": "{% if not site.title %}a{% elif view.count %}b{% endif %}",
    "a condition decided in its middle": (
        "{% if view.count > 1000 %}a{% elif site.title %}b{% elif view.x %}c{% else %}d{% endif %}"
    ),
    "a choice on one line": "{{ 'a' if site.title else view.count }}{{ site.contact or root }}",
    "a loop over parts": "{% for one in site.nav %}<{{ one.name }}|{{ root }}>{% endfor %}",
    "a loop with its number": "{% for one in site.nav %}{{ loop.index }}{{ one.key }}{% endfor %}",
    "a loop with a test": "{% for one in site.nav if one.key != 'tags' %}{{ one.key }}{% endfor %}",
    "a loop that sets": "{% for one in site.nav %}{% set n = one.key %}{{ n }}{% endfor %}",
    "a loop inside a loop": (
        "{% for a in site.nav %}{% for b in site.nav %}{{ a.key }}{{ b.key }}{% endfor %}"
        "{% endfor %}"
    ),
    "a loop that gives its value away": (
        "{% macro m(x) %}({{ x.name }}){% endmacro %}{% for a in site.nav %}{{ m(a) }}{% endfor %}"
    ),
    "a list of words": "{% for w in ['search', 'tags'] %}{{ s['nav_' ~ w] }},{% endfor %}",
    "a string filled in": "{{ fill('page_title', page=view.count, site='<b>') }}",
    "a string filled in twice": "{{ fill('page_title', page=site.title, site='<b>') }}",
    "a string that keeps its value": "{{ fill('page_title', page='x', site='y')|upper }}",
    "arguments with usual names": "{% macro m(s, fill) %}{{ s }}{% endmacro %}{{ m(1, 2) }}",
    "a loop with a usual name": "{% for s in [1, 2] %}{{ s }}{% endfor %}",
    "a macro with all sorts of arguments": (
        "{% macro m(a, b='<') %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}"
        "{{ m(1) }}{{ m(1, 2) }}{{ m(1, b=3) }}{{ m(1, 2, 3, c=4) }}{{ m(*[1, 2]) }}"
    ),
    "a macro that calls back": (
        "{% macro m(a) %}[{{ caller(a) }}]{% endmacro %}"
        "{% call(x) m('<') %}{{ x }}{{ site.title }}{% endcall %}"
    ),
    "a part with a variable of the page": "{% set own = '<' %}{% include 'part.html' %}",
    "macros that see the page": "{% from 'macros.html' import here with context %}{{ here() }}",
    "macros that see the site": "{% import 'macros.html' as m %}{{ m.title('<') }}",
    "text that is safe": "{{ '<b>'|safe }}{{ '<b>' }}{{ ('<b>'|safe) ~ '<i>' }}",
    "numbers and nothing": "{{ 1 }}{{ 1.5 }}{{ true }}{{ none }}{{ view.count }}{{ [1, '<'] }}",
    "an order of things": "{{ site.nav|map(attribute='key')|join('<') }}",
    "a name of one's own": "{% set ns = namespace(a=1) %}{% set ns.a = 2 %}{{ ns.a }}",
    "a block within a condition": (
        "{% if site.title %}{% block b %}{{ s.nav_search }}{% endblock %}{% endif %}"
    ),
    "a filter on a block": "{% filter upper %}{{ site.title }}a{% endfilter %}",
    "a word of Python": "{{ site.title.upper() }}{{ 'a,b'.split(',')|last }}",
}
PARTS = {
    "part": "{{ own }}{{ site.title }}{% for one in site.nav %}{{ one.key }}{% endfor %}",
    "macros": (
        "{% macro here() %}{{ page.url }}{{ root }}{% endmacro %}"
        "{% macro title(a) %}{{ a }}{{ site.title }}{{ root }}{% endmacro %}"
    ),
}


@pytest.mark.parametrize("text", THEMES.values(), ids=THEMES.keys())
def test_a_theme_may_use_all_of_jinja(small: Edition, tmp_path: Path, text: str) -> None:
    """What a theme writes shows the same with everything worked out beforehand."""
    fast, plain = both(small, tmp_path, page=text, **PARTS)

    assert fast == plain
    assert fast


@pytest.mark.parametrize(
    "text",
    [
        "{{ {'a': view.count}.a }}",
        "{{ view.nothing is defined }}",
        "{{ view.nothing|default('-') }}",
        "{% set root = 'own/' %}{{ root }}",
        "{% extends 'own_base.html' %}{% set s = view %}",
    ],
)
def test_what_the_fast_way_cannot_do_is_done_the_plain_way(
    small: Edition, tmp_path: Path, text: str
) -> None:
    """A theme never notices that there are two ways."""
    (tmp_path / "own_base.html").write_text("{{ s.count }}", encoding="utf-8")
    (tmp_path / "search.html").write_text(text, encoding="utf-8")
    page = search_page(small)
    fast, plain = environments(small, "../", tmp_path)
    with pytest.raises((AttributeError, NotSpecificError)):
        fast.get_template("search.html").render(page=page.meta, view=page.view)

    folders = (tmp_path, built_in("templates"))
    file = Renderer(folders, site_view(small, "assets/x/"), small.interface).render(page)

    expected = plain.get_template("search.html").render(page=page.meta, view=page.view)
    assert file.data.decode() == expected
    assert expected


def test_a_template_that_needs_plain_jinja_is_compiled_once(
    small: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second page of such a template is made straight away."""
    (tmp_path / "search.html").write_text("{{ view.nothing is defined }}", encoding="utf-8")
    page = search_page(small)
    folders = (tmp_path, built_in("templates"))
    renderer = Renderer(folders, site_view(small, "assets/x/"), small.interface)
    first = renderer.render(page)

    def refuse(*_arguments: object) -> str:
        raise AssertionError("a template was compiled again, or tried the fast way again")

    monkeypatch.setattr(PlainEnvironment, "_compile", refuse)
    monkeypatch.setattr(SiteEnvironment, "get_template", refuse)

    assert renderer.render(page) == first


def test_a_constant_leaves_no_work_for_the_page(small: Edition, tmp_path: Path) -> None:
    """The site's own words stand in the compiled template as one text."""
    (tmp_path / "page.html").write_text(
        "{% if site.title %}<{{ s.nav_search }}>{% endif %}"
        "{% for one in site.nav %}{{ one.key }} {% endfor %}"
        "{{ fill('page_title', page='a&b', site=site.title) }}",
        encoding="utf-8",
    )
    fast, _ = environments(small, "../", tmp_path)
    source = (tmp_path / "page.html").read_text(encoding="utf-8")

    code = fast.compile(source, "page.html", raw=True)

    assert "yield '<Search>timeline tags people countries a&amp;b – " in code
    assert code.count("yield ") == 2  # the other one stands in every function that Jinja writes


@given(
    st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none())
    | st.builds(Markup, st.text())
    | st.sampled_from(Voice)
)
def test_shown_is_what_jinja_would_escape(value: object) -> None:
    """Markup stays, everything else is escaped."""
    assert shown(value) == str(escape(value))


def rendered(edition: Edition, folders: tuple[Path, ...], cache: Path, title: str = "A") -> str:
    site = replace(site_view(edition, "assets/x/"), title=title)
    page = search_page(edition)
    return Renderer(folders, site, edition.interface, cache).render(page).data.decode()


def test_compiled_templates_are_kept_for_the_next_build(
    small: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build compiles nothing."""
    folders, cache = (built_in("templates"),), tmp_path / "cache"
    first = rendered(small, folders, cache)

    def refuse(*_arguments: object) -> str:
        raise AssertionError("a template was compiled again")

    monkeypatch.setattr(PlainEnvironment, "_compile", refuse)

    assert rendered(small, folders, cache) == first


def test_kept_templates_go_with_what_they_were_made_of(small: Edition, tmp_path: Path) -> None:
    """Another title, or another line in a part of a template, shows at once."""
    own, cache = tmp_path / "own", tmp_path / "cache"
    own.mkdir()
    (own / "search.html").write_text("{{ site.title }} {% include 'part.html' %}", encoding="utf-8")
    (own / "part.html").write_text("1", encoding="utf-8")
    folders = (own, built_in("templates"))

    assert rendered(small, folders, cache) == "A 1"
    assert rendered(small, folders, cache, title="B") == "B 1"
    (own / "part.html").write_text("2", encoding="utf-8")
    assert rendered(small, folders, cache, title="B") == "B 2"


@pytest.mark.parametrize("place", [0, 40, 200, -1])
def test_damaged_code_is_not_run(small: Edition, tmp_path: Path, place: int) -> None:
    """A wrong byte in a kept template means that it is compiled again."""
    folders, cache = (built_in("templates"),), tmp_path / "cache"
    first = rendered(small, folders, cache)
    kept = sorted(cache.iterdir())
    assert kept
    for path in kept:
        data = bytearray(path.read_bytes())
        data[place] ^= 1
        path.write_bytes(data)

    assert rendered(small, folders, cache) == first
    assert rendered(small, folders, cache) == first


def test_folder_that_cannot_be_written_is_no_fault(small: Edition, tmp_path: Path) -> None:
    """Pages are made all the same."""
    (tmp_path / "file").write_bytes(b"")
    folders = (built_in("templates"),)

    one = rendered(small, folders, tmp_path / "file" / "cache")
    assert one == rendered(small, folders, tmp_path / "cache")
