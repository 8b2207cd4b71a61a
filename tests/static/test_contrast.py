"""The contrast of the colour tokens, in the light scheme and in the dark one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);", TOKENS.read_text("utf-8")
    )
}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 7.0),
        ("ink", "tint", 7.0),
        ("ink", "accent-tint", 7.0),
        ("ink-quiet", "paper", 4.5),
        ("ink-quiet", "tint", 4.5),
        ("ink-quiet", "accent-tint", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "tint", 4.5),
        ("accent", "accent-tint", 4.5),
        ("paper", "accent", 4.5),
        ("bar", "paper", 3.0),
        ("rule-firm", "paper", 3.0),
    ],
)
def test_colours_can_be_told_apart(front: str, back: str, least: float, scheme: int) -> None:
    """WCAG 2.2 asks 4.5 of text (1.4.3) and 3 of what carries meaning (1.4.11); running text
    keeps the 7 of level AAA."""
    assert contrast(COLOURS[front][scheme], COLOURS[back][scheme]) >= least


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of a colour in six hexadecimal digits."""
    red, green, blue = (linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    """Return a channel of sRGB, 0 to 1, without its gamma."""
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
