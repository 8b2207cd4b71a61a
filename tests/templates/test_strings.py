"""The interface strings and the templates that ask for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

TEMPLATES = Path(__file__).parents[2] / "templates"
STRINGS = yaml.safe_load((TEMPLATES / "strings" / "en.yaml").read_text(encoding="utf-8"))
PAGES = sorted(TEMPLATES.rglob("*.html"))

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def names_of(page: Path) -> str:
    return page.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_asks_only_for_strings_that_exist(page: Path) -> None:
    """A misspelt key would stop the build of every site."""
    asked = set(re.findall(r"\bs\.([a-z_]+)", page.read_text(encoding="utf-8")))

    assert asked - STRINGS.keys() == set()


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_counts_with_plural_strings(page: Path) -> None:
    """What `plural` is asked for has the two forms of English, each with the number."""
    asked = re.findall(r"plural\('([a-z_]+)'", page.read_text(encoding="utf-8"))

    assert {key: sorted(STRINGS[key]) for key in asked} == {key: ["one", "other"] for key in asked}
    assert all("{n}" in form for key in asked for form in STRINGS[key].values())


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_template_fills_every_placeholder(page: Path) -> None:
    """A call of `fill` names the placeholders of its string, no more and no fewer."""
    for key, arguments in fills(page.read_text(encoding="utf-8")):
        wanted = set(_PLACEHOLDER.findall(STRINGS[key]))
        assert (key, set(re.findall(r"(\w+)=", arguments))) == (key, wanted)


def test_plain_strings_hold_text() -> None:
    """Every value is a text or a mapping of plural forms to texts; YAML has guessed nothing."""
    values = [
        form
        for value in STRINGS.values()
        for form in (value.values() if isinstance(value, dict) else [value])
    ]

    assert [value for value in values if not isinstance(value, str) or not value.strip(" ,;")] == [
        STRINGS["list_separator"],
        STRINGS["list_separator_strong"],
    ]


def fills(source: str) -> list[tuple[str, str]]:
    """Return the key and the written arguments of each call of `fill`, nested calls and all."""
    calls = []
    for match in re.finditer(r"fill\('([a-z_]+)'", source):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(source[end], 0)
            end += 1
        calls.append((match[1], source[match.end() : end - 1]))
    return calls
