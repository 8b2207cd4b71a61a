"""The HTML of one page of every kind, in every language of the interface, by html-validate.

Three of its recommended rules are set otherwise, in rules.json:

- `long-title`: titles of official texts are quoted, however long they are.
- `wcag/h32` asks every form for a button to send it: the filters of the search page send
  nothing, they act as soon as one of them changes.
- `aria-label-misuse`: the list of results is a list with a name, which ARIA allows.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.html.html_validate import NoNpmError, install, validate
from tests.sites.built import KINDS
from tests.sites.several_languages import KINDS_IN_EACH, site_in
from tests.sites.translated import LANGUAGES, translated_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def html_validate() -> None:
    """Install it; where CI runs it must be there, and elsewhere a machine may have no npm."""
    try:
        install()
    except NoNpmError as fault:
        if os.environ.get("CI"):
            pytest.fail(str(fault))
        pytest.skip(str(fault))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_valid(
    language: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The fullest page of each kind gives html-validate nothing to complain of."""
    site = translated_site(language, tmp_path_factory)
    addresses = [site.fullest(kind) for kind in KINDS]
    pages = [
        site.folder / (f"{address}index.html" if not address.endswith(".html") else address)
        for address in addresses
    ]

    assert [str(one) for one in validate(pages, site.folder)] == []


def test_every_kind_of_page_is_valid_in_a_further_language(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """So is it below the folder of a language, with the switch between languages."""
    site = site_in("ur", tmp_path_factory)
    pages = [site.folder / f"{site.fullest(kind)}index.html" for kind in KINDS_IN_EACH]

    assert [str(one) for one in validate(pages, site.folder)] == []


def test_faults_are_found(tmp_path: Path) -> None:
    """A page with faults is complained of, so that the silence above says something."""
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n'
        '<head><meta charset="utf-8"><title>A page</title></head>\n'
        '<body>\n<h1 id="a">One</h1>\n<img src="seal.png">\n<p id="a">Two</p>\n</body></html>\n',
        encoding="utf-8",
    )
    found = {one.rule for one in validate([page], tmp_path)}

    assert {"no-dup-id", "wcag/h37"} <= found
