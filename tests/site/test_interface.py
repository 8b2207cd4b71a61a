"""What the site says of itself: strings, dates, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.content.dates import PartialDate
from site_builder.diagnostics import BuildError
from site_builder.resources import built_in
from site_builder.site.interface import Interface, load_interface

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "date", "text"),
    [
        ("en", "2023-01-04", "4 January 2023"),
        ("en", "2023-01", "January 2023"),
        ("en", "2023", "2023"),
        ("en-US", "2023-01-04", "January 4, 2023"),
        ("fr", "2023-01-04", "4 janvier 2023"),
        ("zh-Hans", "2023-01-04", "2023年1月4日"),
        ("en", "0962-10-24", "24 October 962"),
    ],
)
def test_dates_are_written_in_full(language: str, date: str, text: str) -> None:
    """A date is written as the language writes it, as far as it is known."""
    interface = load_interface(language, (built_in("templates"),))

    assert interface.date(PartialDate.parse(date)) == text


def test_months_and_numbers(english: Interface) -> None:
    """Months have a full and a short name; numbers have separators."""
    assert english.month(2023, 9) == "September 2023"
    assert english.short_months()[:3] == ("Jan", "Feb", "Mar")
    assert len(english.short_months()) == 12
    assert english.number(12345) == "12,345"


def test_counted_strings_take_the_form_of_their_number(english: Interface) -> None:
    """One statement, two statements, a thousand of them."""
    assert english.plural("statements", 1) == "1 statement"
    assert english.plural("statements", 0) == "0 statements"
    assert english.plural("statements", 1000) == "1,000 statements"


def test_strings_are_filled_in(english: Interface) -> None:
    """What a page fills in is escaped where HTML is asked for, and left alone elsewhere."""
    assert english.plain("span", **{"from": "<a>", "to": 2}) == "<a> to 2"
    assert str(english.fill("span", **{"from": "<a>", "to": 2})) == "&lt;a&gt; to 2"
    assert english.get("no such string", "else") == "else"
    assert english.strings.nav_home == "Home"


def test_a_missing_string_is_named(english: Interface) -> None:
    """A string that is not there fails by its name."""
    with pytest.raises(AttributeError, match='there is no interface string "nothing"'):
        _ = english.strings.nothing
    with pytest.raises(KeyError, match="nothing"):
        english.text("nothing")


def strings(folder: Path, **files: str) -> Path:
    (folder / "strings").mkdir(parents=True)
    for name, text in files.items():
        (folder / "strings" / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_translations_stand_before_english(tmp_path: Path) -> None:
    """A language's own strings come first, then its base language's, then English."""
    own = strings(
        tmp_path,
        pt="nav_home: Início\nnav_tags: Temas\n",
        pt_BR="nav_tags: Tópicos\nstatements: {one: '{n} declaração', other: '{n} declarações'}\n",
    )
    interface = load_interface("pt-BR", (own, built_in("templates")))

    assert interface.text("nav_home") == "Início"
    assert interface.text("nav_tags") == "Tópicos"
    assert interface.text("nav_search") == "Search"
    assert interface.plural("statements", 2) == "2 declarações"


def test_an_archives_own_strings_stand_before_the_built_in_ones(tmp_path: Path) -> None:
    """An archive can reword a string and leave the rest."""
    own = strings(tmp_path, en="nav_tags: Subjects\n")
    interface = load_interface("en", (own, built_in("templates")))

    assert (interface.text("nav_tags"), interface.text("nav_home")) == ("Subjects", "Home")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b"a: b: c", "templates/strings/en.yaml:1: error[yaml]: this line holds a second ': '"),
        (b"- a", "templates/strings/en.yaml:1: error[strings]: this is not a mapping"),
        (b"a: \xff", "templates/strings/en.yaml:1: error[encoding]: the bytes at column 4 are not"),
        (
            b"statements: {one: x}",
            'templates/strings/en.yaml:1: error[strings]: "statements" has no form called other',
        ),
        (
            b"a: 1\nspan: '{from} - {til}'",
            (
                'templates/strings/en.yaml:2: error[strings]: "span" asks for {til}, '
                "which the page does not give"
            ),
        ),
        (
            b"span: '{from'",
            'templates/strings/en.yaml:1: error[strings]: "span" has a brace without its other',
        ),
    ],
)
def test_faulty_strings_are_errors(tmp_path: Path, text: bytes, fault: str) -> None:
    """A file of strings that cannot be used ends the build with its line."""
    folder = tmp_path / "templates" / "strings"
    folder.mkdir(parents=True)
    (folder / "en.yaml").write_bytes(text)
    with pytest.raises(BuildError) as caught:
        load_interface("en", (tmp_path / "templates", built_in("templates")))

    assert str(caught.value).startswith(fault)
