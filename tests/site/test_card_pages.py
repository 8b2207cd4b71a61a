"""What cards say, and where pages lead to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from site_builder.build import BuildOptions, build_site
from site_builder.cards.press import open_press
from site_builder.config import SiteConfig
from site_builder.site.card_pages import article_card, article_card_file, site_card
from tests.sites.archive import REGISTERS, article, write_archive

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

FILES = {
    **REGISTERS,
    "articles/ties.md": article(
        title="On ties",
        speakers="[{person: mao-ning, role: Spokesperson}, {role: envoy, organisation: cn-mfa}]",
        countries="[CN, PK]",
        kind="briefing",
    ),
    "articles/chinese.md": article("1999", title="中国外交部发言人", language="zh-Hans"),
    "articles/urdu.md": article("2001-05", title="پاکستان کا بیان", language="ur"),
}


def pressed(edition: Edition, tmp_path: Path, cards: str = "articles") -> Edition:
    press, _ = open_press(SiteConfig(cards=cards), tmp_path, drawn=False)
    return replace(edition, press=press)


def test_an_articles_card(edition_of: EditionOf, tmp_path: Path) -> None:
    """Kind and date, title, who spoke, of which countries, and the archive."""
    edition = pressed(edition_of(FILES, title="The Archive"), tmp_path)
    card = article_card(edition, edition.by_id["ties"])
    assert card is not None

    assert [one.text for one in (card.above, card.title, *card.below, card.foot)] == [
        "Briefing · 4 January 2023",
        "On ties",
        "Mao Ning, Spokesperson; envoy, Foreign Ministry",
        "China, Pakistan",
        "The Archive",
    ]
    urdu = article_card(edition, edition.by_id["urdu"])
    assert urdu is not None
    assert (urdu.title.lang, urdu.title.rtl, urdu.foot.rtl) == ("ur", True, False)


def test_what_no_font_can_write_has_no_card(edition_of: EditionOf, tmp_path: Path) -> None:
    """Better the site's card than a row of boxes."""
    edition = pressed(edition_of(FILES), tmp_path)
    chinese = edition.by_id["chinese"]

    assert article_card(edition, chinese) is None
    assert list(article_card_file(edition, chinese)) == []


@pytest.mark.parametrize("cards", ["site", "none"])
def test_articles_have_none_unless_asked(edition_of: EditionOf, tmp_path: Path, cards: str) -> None:
    """Ten thousand pictures are not made by surprise."""
    edition = pressed(edition_of(FILES), tmp_path, cards)

    assert article_card(edition, edition.by_id["ties"]) is None


def test_the_sites_card(edition_of: EditionOf) -> None:
    """Its name, its description, its address, and a bar for each year, gaps included."""
    card = site_card(
        edition_of(
            FILES, title="The Archive", description="Statements.", base_url="https://a.example/b/"
        )
    )

    assert (card.above.text, card.title.text, card.below[0].text) == (
        "a.example/b",
        "The Archive",
        "Statements.",
    )
    assert card.bars == (1, 0, 1, *[0] * 21, 1)


def images(folder: Path, page: str) -> list[str]:
    text = (folder / page / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<meta property="og:image" content="([^"]*)">', text)


@pytest.mark.parametrize("cards", ["none", "site", "articles"])
def test_pages_lead_to_pictures_that_are_there(tmp_path: Path, cards: str) -> None:
    """Whatever is asked for, no page names a picture that the site does not have."""
    site = f"title: A\nbase_url: https://a.example/\ncards: {cards}\n"
    root = write_archive(tmp_path / "archive", {**FILES, "site.yaml": site})
    output = tmp_path / "site"
    build_site(BuildOptions(root=root, output=output, cache=None))

    own = "https://a.example/articles/ties/card.png"
    whole = "https://a.example/card.png"
    assert {page: images(output, page) for page in ("", "articles/ties", "articles/chinese")} == {
        "none": {"": [], "articles/ties": [], "articles/chinese": []},
        "site": {"": [whole], "articles/ties": [whole], "articles/chinese": [whole]},
        "articles": {"": [whole], "articles/ties": [own], "articles/chinese": [whole]},
    }[cards]
    pictures = {path.relative_to(output).as_posix() for path in output.rglob("*.png")}
    assert (
        pictures
        == {
            "none": set(),
            "site": {"card.png"},
            "articles": {"card.png", "articles/ties/card.png", "articles/urdu/card.png"},
        }[cards]
    )
    assert all((output / one).read_bytes()[:4] == b"\x89PNG" for one in pictures)


def test_each_language_of_a_site_has_its_cards(tmp_path: Path) -> None:
    """Below the folder of a language an article's card speaks it; the site's serves them all."""
    site = "title: A\nbase_url: https://a.example/\ncards: articles\nlanguages: [en, ur]\n"
    root = write_archive(tmp_path / "archive", {**FILES, "site.yaml": site})
    output = tmp_path / "site"
    build_site(BuildOptions(root=root, output=output, cache=None))

    assert images(output, "ur/articles/ties") == ["https://a.example/ur/articles/ties/card.png"]
    assert images(output, "ur/articles/chinese") == ["https://a.example/card.png"]
    english, urdu = (output / "articles/ties/card.png", output / "ur/articles/ties/card.png")
    assert english.read_bytes() != urdu.read_bytes()
    assert not (output / "ur/card.png").exists()
    assert not (output / "ur/articles/chinese/card.png").exists()


def test_an_archives_own_picture_comes_first(tmp_path: Path) -> None:
    """static/card.png is published as it is."""
    site = "title: A\nbase_url: https://a.example/\n"
    root = write_archive(tmp_path / "archive", {"site.yaml": site, "/static/card.png": "own"})
    output = tmp_path / "site"
    build_site(BuildOptions(root=root, output=output, cache=None))

    assert (output / "card.png").read_bytes() == b"own"
    assert images(output, "") == ["https://a.example/card.png"]


def test_cards_are_drawn_again_only_if_they_change(tmp_path: Path) -> None:
    """A new year changes the site's card; an article's stays with its page."""
    site = "title: A\nbase_url: https://a.example/\ncards: articles\n"
    root = write_archive(tmp_path / "archive", {**FILES, "site.yaml": site})
    options = BuildOptions(root=root, output=tmp_path / "site", cache=tmp_path / "cache")
    build_site(options)
    ties = (tmp_path / "site/articles/ties/card.png").stat().st_mtime_ns
    whole = (tmp_path / "site/card.png").read_bytes()
    write_archive(root, {"articles/new.md": article("1980")})
    build_site(options)

    assert (tmp_path / "site/articles/ties/card.png").stat().st_mtime_ns == ties
    assert (tmp_path / "site/card.png").read_bytes() != whole
    clean = replace(options, output=tmp_path / "clean", cache=None)
    build_site(clean)
    assert (tmp_path / "clean/card.png").read_bytes() == (tmp_path / "site/card.png").read_bytes()
