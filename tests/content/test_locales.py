"""What a locale says does not depend on which others were asked before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from site_builder.content.locales import read_locale
from site_builder.site.interface import load_interface

MONTHS = "from babel.dates import get_month_names as names\n" + "\n".join(
    (
        "import sys",
        "from site_builder.content.locales import read_locale",
        "for one in sys.argv[1:]:",
        "    found = names('abbreviated', 'stand-alone', read_locale(one))",
        "    names('wide', 'stand-alone', read_locale(one))",
        "print(list(found.values()))",
    )
)


def months(*asked: str) -> str:
    """The short months of the last locale, in a process that asked them all in turn."""
    return subprocess.run(
        [sys.executable, "-c", MONTHS, *asked], check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize("language", ["es", "ur", "ar", "fr"])
def test_chinese_months_stay_chinese(language: str) -> None:
    """After Chinese, a locale without short months of its own names them as it does alone."""
    assert months("zh", "es_MX", language) == months(language)


def test_own_months_are_not_lost() -> None:
    """A locale that names months in its own way does so after its parent was asked."""
    assert months("de", "de_AT") == months("de_AT")


def test_an_interface_after_another() -> None:
    """The months of an interface are in its language, whichever was loaded first."""
    load_interface("zh", ()).short_months()

    assert load_interface("es", ()).short_months()[0] == "ene"


def test_a_locale_is_read_once() -> None:
    """A tag's hyphens and CLDR's underlines name the same locale."""
    assert read_locale("zh-Hant") == read_locale("zh_Hant")
