"""Colours of sRGB: how well two can be told apart, and what lies between them.

Contrast is that of WCAG 2.2: 1 to 21; text needs 4.5 (1.4.3), what carries meaning 3 (1.4.11).
"""

from __future__ import annotations

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0

PAPER = ("#fdfbf7", "#171613")
"""The pages' paper in the light scheme and in the dark one; tokens.css paints it."""
TINT = ("#f5f1e8", "#211f1b")
INK = ("#1f1c17", "#ebe6dc")
QUIET_INK = ("#5d564b", "#aea698")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours written as '#rrggbb'."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, into: str, share: float) -> str:
    """Return so much (0 to 1) of a colour in another, mixed as screens do, channel by channel."""
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
