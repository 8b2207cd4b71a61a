"""The look that site.yaml asks for, as a last style sheet over the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.config import SiteConfig
from site_builder.content.colours import (
    INK,
    PAPER,
    QUIET_INK,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    TINT,
    contrast,
    mix,
)

_COMFORT = 7.0
"""Contrast that a derived colour of links has on dark paper, as the built-in one has."""
_GENERIC = frozenset(("serif", "sans-serif", "system-ui", "ui-serif", "ui-sans-serif"))


def theme_sheet(config: SiteConfig) -> bytes:
    """Return the style sheet of the archive's own colours and letters, b'' where it sets none."""
    rules = "".join(f"    {name}: {value};\n" for name, value in _tokens(config))
    if not rules:
        return b""
    return f"/* From site.yaml. */\n@layer theme {{\n  :root {{\n{rules}  }}\n}}\n".encode()


def _tokens(config: SiteConfig) -> Iterator[tuple[str, str]]:
    if config.accent:
        light, dark = config.accent, config.accent_dark or dark_accent(config.accent)
        yield "--accent", _both(light, dark)
        yield "--accent-tint", _both(accent_tint(light, 0), accent_tint(dark, 1))
        yield "--bar", _both(_bar(light, 0), _bar(dark, 1))
    for token, families in (("--latin-serif", config.serif), ("--latin-sans", config.sans)):
        if families:
            yield token, ", ".join(_family(one) for one in families.split(","))


def dark_accent(accent: str) -> str:
    """Return the accent lightened until it is easily read on the paper of the dark scheme."""
    lightened = (mix("#ffffff", accent, step / 20) for step in range(21))
    return next(one for one in lightened if _least(one, 1) >= _COMFORT)


def accent_tint(accent: str, scheme: int) -> str:
    """Return the paper tinged with the accent, as strongly as text on it allows."""
    tinges = (mix(accent, PAPER[scheme], share / 100) for share in range(18, 0, -1))
    fronts = (INK[scheme], QUIET_INK[scheme], accent)
    return next(
        (one for one in tinges if min(contrast(front, one) for front in fronts) >= TEXT_CONTRAST),
        PAPER[scheme],
    )


def _bar(accent: str, scheme: int) -> str:
    """Return the quietest mixture of accent and paper that a chart's bars can have."""
    mixed = (mix(accent, PAPER[scheme], share / 100) for share in range(65, 100, 5))
    return next((one for one in mixed if contrast(one, PAPER[scheme]) >= SHAPE_CONTRAST), accent)


def _least(colour: str, scheme: int) -> float:
    return min(contrast(colour, PAPER[scheme]), contrast(colour, TINT[scheme]))


def _both(light: str, dark: str) -> str:
    return f"light-dark({light}, {dark})"


def _family(name: str) -> str:
    name = name.strip()
    return name if name in _GENERIC else f'"{name}"'
