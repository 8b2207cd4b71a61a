"""Colours, and those that site.yaml may choose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_builder.content import colours
from site_builder.content.colours import contrast, mix
from site_builder.content.loader import load_archive

if TYPE_CHECKING:
    from pathlib import Path


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white has 21, a colour on itself 1, and #777777 on white 4.48."""
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#8c2114", "#8c2114") == 1
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_mixtures_lie_between() -> None:
    """All, half and nothing of black in white."""
    assert [mix("#000000", "#ffffff", share) for share in (1, 0.5, 0)] == [
        "#000000",
        "#808080",
        "#ffffff",
    ]


@pytest.mark.parametrize(
    ("token", "pair"),
    [
        ("paper", colours.PAPER),
        ("tint", colours.TINT),
        ("ink", colours.INK),
        ("ink-quiet", colours.QUIET_INK),
    ],
)
def test_papers_are_those_of_the_style_sheet(
    repository: Path, token: str, pair: tuple[str, str]
) -> None:
    """What a chosen colour is held against is what the pages are painted with."""
    sheet = (repository / "static" / "css" / "tokens.css").read_text(encoding="utf-8")

    assert re.findall(rf"--{token}: light-dark\((.+?), (.+?)\);", sheet) == [pair]


def settings_of(folder: Path, text: str) -> tuple[object, list[str]]:
    (folder / "content").mkdir()
    (folder / "content" / "site.yaml").write_text(text, encoding="utf-8")
    loaded = load_archive(folder)
    return loaded.config, [str(one) for one in loaded.diagnostics]


def test_look_is_read(tmp_path: Path) -> None:
    """Colours are kept small; names of letters as they are."""
    config, faults = settings_of(
        tmp_path,
        "accent: '#1F4E8C'\naccent_dark: '#9cc3f5'\nserif: Source Serif 4, Georgia\n"
        "sans: Inter\nmasthead: The Archive\nfooter: Open from nine to five.\n",
    )

    assert faults == []
    assert (config.accent, config.accent_dark) == ("#1f4e8c", "#9cc3f5")  # type: ignore[attr-defined]
    assert config.serif == "Source Serif 4, Georgia"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("accent: blue", 'error[accent]: "blue" is not a colour\n  Write it in quotes, such as'),
        (
            "accent: '#ffcc00'",
            (
                'error[accent]: "#ffcc00" cannot be read well on light paper: its contrast is 1.3, '
                "and WCAG asks 4.5\n  Choose a darker colour; dark screens get a lighter one."
            ),
        ),
        (
            "accent_dark: '#333333'",
            'error[accent_dark]: "#333333" cannot be read well on dark paper: its contrast is 1.3',
        ),
        (
            "serif: 'x; } body { display: none'",
            (
                'error[serif]: "x; } body { display: none" is not a list of families of letters\n'
                "  Write their names without quotes, such as Charter, Georgia, serif."
            ),
        ),
    ],
)
def test_a_look_that_cannot_be_read_is_an_error(tmp_path: Path, line: str, fault: str) -> None:
    """Nobody can choose a colour that readers cannot see, or put rules into the style sheet."""
    _, faults = settings_of(tmp_path, f"{line}\n")

    assert len(faults) == 1
    assert fault in faults[0]
