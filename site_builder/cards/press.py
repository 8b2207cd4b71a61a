"""Whether cards are drawn in a build, and with what."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from site_builder.cards.drawing import Card, card_picture
from site_builder.cards.letters import Letters, UnreadableFontError
from site_builder.cards.own_fonts import OWN_FONTS, own_fonts
from site_builder.config import SiteConfig
from site_builder.diagnostics import Diagnostic, SourceLocation, error

_NEEDED = ("fontTools", "resvg_py")


class Press:
    """Draws the cards of one build."""

    def __init__(self, letters: Letters, *, articles: bool, drawn: bool = True) -> None:
        """Without `drawn`, pictures are empty: a check asks which files there are."""
        self._letters = letters
        self._drawn = drawn
        self.articles = articles
        """Whether each article has a card of its own."""
        if drawn:
            letters.prepare()

    def covers(self, card: Card) -> bool:
        """Return whether there are letters for all that a card says."""
        return self._letters.covers(card.words)

    def picture(self, card: Card) -> bytes:
        """Return a card as PNG."""
        return card_picture(card, self._letters) if self._drawn else b""


def open_press(
    config: SiteConfig, root: Path, *, drawn: bool = True
) -> tuple[Press | None, Sequence[Diagnostic]]:
    """Return what draws the cards that the settings ask for, and errors where it cannot.

    Settings that say nothing of cards ask for the site's own where it can be drawn.
    """
    if config.cards == "none":
        return None, ()
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing and not config.cards:
        return None, ()
    where = SourceLocation(path="content/site.yaml")
    if missing:
        message = f'"cards: {config.cards}" asks for pictures, and what draws them is not installed'
        step = "Install it with: pip install 'site-builder[cards]'; or write cards: none."
        return None, (error(where, "cards", message, step),)
    try:
        letters = Letters(tuple(own_fonts(root)))
    except UnreadableFontError as fault:
        message = f"{fault} cannot be read as a font"
        step = f"Replace it by a TrueType, OpenType or WOFF file, or take it out of {OWN_FONTS}/."
        return None, (error(SourceLocation(path=str(fault)), "cards", message, step),)
    return Press(letters, articles=config.cards == "articles", drawn=drawn), ()
