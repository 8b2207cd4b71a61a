"""Whether cards are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder.cards import press
from site_builder.cards.press import open_press
from site_builder.config import SiteConfig

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the extra is not installed."""
    monkeypatch.setattr(press, "_NEEDED", ("fontTools", "no_such_renderer"))


@pytest.mark.parametrize(
    ("cards", "articles"), [("", False), ("site", False), ("articles", True), ("none", None)]
)
def test_settings_say_which_cards_there_are(
    tmp_path: Path, cards: str, articles: bool | None
) -> None:
    """The site's alone, unless articles are to have their own, or nothing is wanted."""
    opened, faults = open_press(SiteConfig(cards=cards), tmp_path)

    assert (opened.articles if opened else None, faults) == (articles, ())


@pytest.mark.usefixtures("without_extra")
@pytest.mark.parametrize("cards", ["", "none"])
def test_without_the_extra_there_are_none(tmp_path: Path, cards: str) -> None:
    """Who has not asked for cards hears nothing of them."""
    assert open_press(SiteConfig(cards=cards), tmp_path) == (None, ())


@pytest.mark.usefixtures("without_extra")
def test_asked_for_without_the_extra_is_an_error(tmp_path: Path) -> None:
    """It says what to install."""
    opened, faults = open_press(SiteConfig(cards="articles"), tmp_path)

    assert opened is None
    (fault,) = faults
    assert str(fault) == (
        'content/site.yaml:1: error[cards]: "cards: articles" asks for pictures, and what draws '
        "them is not installed\n"
        "  Install it with: pip install 'site-builder[cards]'; or write cards: none."
    )


def test_a_broken_font_is_an_error(tmp_path: Path) -> None:
    """The file is named."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "han.otf").write_bytes(b"no font")
    opened, faults = open_press(SiteConfig(), tmp_path)

    assert opened is None
    (fault,) = faults
    assert str(fault) == (
        "fonts/han.otf:1: error[cards]: fonts/han.otf cannot be read as a font\n"
        "  Replace it by a TrueType, OpenType or WOFF file, or take it out of fonts/."
    )
