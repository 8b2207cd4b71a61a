"""What cards say: one of the whole archive, and, where the settings ask for it, of each article."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.cards.drawing import Card, Line
from site_builder.content.codes import direction
from site_builder.content.model import Article, Speaker
from site_builder.indexes.facets import FacetKind
from site_builder.output.files import OutputFile
from site_builder.site.edition import Edition
from site_builder.site.rows import kind_label
from site_builder.site.urls import article_url

SITE_CARD = "card.png"
"""Where the site's card lies; a file of that name under static/ stands in its place."""
ACCENT = "#8c2114"
"""The accent where the settings name none; tokens.css paints with it."""
_COUNTRIES = 5
_SEPARATOR = " · "


def site_card(edition: Edition) -> Card:
    """Return the card of the whole archive: its name, what it is, and how its years are filled."""
    config = edition.config
    address = urlsplit(config.base_url)
    years = {year.year: len(year.articles) for year in edition.years}
    span = range(min(years), max(years) + 1) if years else ()
    return Card(
        above=_line(edition, f"{address.netloc}{address.path}".rstrip("/")),
        title=_line(edition, config.title),
        below=(_line(edition, config.description),) if config.description else (),
        foot=_line(edition, config.publisher or config.title),
        accent=config.accent or ACCENT,
        bars=tuple(years.get(year, 0) for year in span),
    )


def site_card_file(edition: Edition) -> Iterator[OutputFile]:
    """Yield the picture of the site's card, if it can be drawn."""
    card = site_card(edition)
    if edition.press and edition.press.covers(card):
        yield OutputFile(SITE_CARD, edition.press.picture(card))


def article_card(edition: Edition, article: Article) -> Card | None:
    """Return the card of an article; None where it has none of its own."""
    if edition.press is None or not edition.press.articles:
        return None
    said = (kind_label(edition, article), edition.interface.date(article.date))
    names = edition.interface.text("list_separator_strong").join(
        _speaker(edition, one) for one in article.speakers
    )
    countries = edition.interface.text("list_separator").join(
        edition.name(FacetKind.COUNTRY, code) for code in article.countries[:_COUNTRIES]
    )
    card = Card(
        above=_line(edition, _SEPARATOR.join(filter(None, said))),
        title=Line(
            text=article.title,
            lang=article.language,
            rtl=direction(article.language) == "rtl",
        ),
        below=tuple(_line(edition, text) for text in (names, countries) if text),
        foot=_line(edition, edition.config.title),
        accent=edition.config.accent or ACCENT,
    )
    return card if edition.press.covers(card) else None


def article_card_url(edition: Edition, article: Article) -> str:
    """Return where an article's card lies below the root, '' where it has none of its own."""
    return f"{edition.folder}{_url(article)}" if article_card(edition, article) else ""


def article_card_file(edition: Edition, article: Article) -> Iterator[OutputFile]:
    """Yield the picture of an article's card, if it has one."""
    card = article_card(edition, article)
    if card and edition.press:
        yield OutputFile(_url(article), edition.press.picture(card))


def _url(article: Article) -> str:
    return f"{article_url(article.id)}card.png"


def _line(edition: Edition, text: str) -> Line:
    interface = edition.interface
    return Line(text=text, lang=interface.language, rtl=interface.dir == "rtl")


def _speaker(edition: Edition, speaker: Speaker) -> str:
    """Return a name and a role; who has no name is told by the organisation."""
    name, role = speaker.person, speaker.role or ""
    if name:
        names = [edition.name(FacetKind.PERSON, name), role]
    elif speaker.organisation:
        names = [role, edition.name(FacetKind.ORGANISATION, speaker.organisation)]
    else:
        names = [role]
    return edition.interface.text("list_separator").join(filter(None, names))
