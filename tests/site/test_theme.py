"""The style sheet that site.yaml asks for."""

from __future__ import annotations

import re

import pytest

from site_builder.config import SiteConfig
from site_builder.content.colours import INK, PAPER, QUIET_INK, contrast
from site_builder.site.theme import dark_accent, theme_sheet

ACCENTS = ("#1f4e8c", "#8c2114", "#0b6b3a", "#5b2a86", "#000000", "#76520e", "#b3005e")


def colours_of(config: SiteConfig) -> dict[str, tuple[str, str]]:
    """Light and dark value of each colour in the sheet."""
    found = re.findall(r"--([\w-]+): light-dark\((.+?), (.+?)\);", theme_sheet(config).decode())
    return {name: (light, dark) for name, light, dark in found}


def test_an_archive_that_asks_for_nothing_gets_nothing() -> None:
    """The built-in look needs no further sheet."""
    assert theme_sheet(SiteConfig()) == b""


@pytest.mark.parametrize("accent", ACCENTS)
def test_derived_colours_can_be_told_apart(accent: str) -> None:
    """Whatever the accent, text keeps 4.5 and bars keep 3 against what is behind them."""
    colours = colours_of(SiteConfig(accent=accent))

    for scheme in (0, 1):
        tint = colours["accent-tint"][scheme]
        assert contrast(colours["accent"][scheme], PAPER[scheme]) >= 4.5
        assert contrast(colours["bar"][scheme], PAPER[scheme]) >= 3
        for front in (INK[scheme], QUIET_INK[scheme], colours["accent"][scheme]):
            assert contrast(front, tint) >= 4.5


def test_dark_accent_is_lighter_and_may_be_given() -> None:
    """On dark paper the accent is lightened, unless the archive says how."""
    assert contrast(dark_accent("#1f4e8c"), PAPER[1]) >= 7
    assert colours_of(SiteConfig(accent="#1f4e8c", accent_dark="#9cc3f5"))["accent"] == (
        "#1f4e8c",
        "#9cc3f5",
    )


def test_letters_come_by_name() -> None:
    """Names are quoted, generic ones are not."""
    sheet = theme_sheet(SiteConfig(serif="Source Serif 4, Georgia, serif", sans="system-ui"))

    assert b'--latin-serif: "Source Serif 4", "Georgia", serif;' in sheet
    assert b"--latin-sans: system-ui;" in sheet
    assert sheet.startswith(b"/* From site.yaml. */\n@layer theme {")
