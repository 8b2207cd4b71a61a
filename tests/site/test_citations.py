"""What an article's citation says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.site.bibliography import STYLES, BibliographicItem, Shape, format_citation
from site_builder.site.citations import bibliographic_item, cite_view
from site_builder.site.records import record
from tests.site.small_archive import FULL, article, edition_of


def cited(root: Path, front: str, **more: str) -> BibliographicItem:
    """Return the item of the only article that there is."""
    edition = edition_of(root, **more, one=article(front))
    return bibliographic_item(edition, edition.by_id["one"])


def test_carrier_is_the_publication_and_the_speaker_contributes(tmp_path: Path) -> None:
    """An official body's own page is a web page, of the body, with its speaker."""
    one = cited(tmp_path, FULL)

    assert one.shape is Shape.WEB
    assert one.container == "Foreign Ministry Website"
    assert one.contributors == ("Mao Ning",)
    assert one.archive == "The Archive"
    assert one.url == "https://archive.example/base/articles/one/"


@pytest.mark.parametrize(
    ("carrier", "shape"),
    [("carrier: urdupoint\ndisplay: full\n", Shape.NEWS), ("", Shape.DOCUMENT)],
)
def test_shape_follows_the_carrier(tmp_path: Path, carrier: str, shape: Shape) -> None:
    """A newspaper's article is one; without a carrier there is only a document."""
    assert cited(tmp_path, f"title: A title\ndate: 2023\n{carrier}").shape is shape


def test_summary_is_cited_as_the_archives_summary(tmp_path: Path) -> None:
    """The title above a summary is supplied, and each style says who summarised."""
    one = cited(tmp_path, "title: On plans\ndate: 2023\ncarrier: urdupoint\ndisplay: summary\n")

    assert one.supplied
    for style in STYLES:
        text = format_citation(one, style).text
        assert "Summary by The Archive" in text
        assert "UrduPoint" in text
        assert ("[On plans]" in text) is (style.id != "mla")


def test_publication_day_is_cited_and_the_day_said_noted(tmp_path: Path) -> None:
    """Where the two differ, the citation has the carrier's day and a note the other."""
    one = cited(tmp_path, FULL + "published: 2023-01-05\n")

    assert str(one.issued) == "2023-01-05"
    assert one.notes == ("Said 2023-01-04.",)


def test_source_is_cited_where_the_sites_address_is_unknown(tmp_path: Path) -> None:
    """Without a base address a citation leads to the source; with one to the entry."""
    source = FULL + "source_url: https://source.example/a\n"

    assert cited(tmp_path / "a", source, base_url="").url == "https://source.example/a"
    one = cited(tmp_path / "b", source)
    assert one.url.startswith("https://archive.example/")
    assert "https://source.example/a" in one.notes[0]


def test_unnamed_speaker_is_cited_by_body_or_role(tmp_path: Path) -> None:
    """Who has no name goes by the organisation, and without one by the role."""
    front = (
        "title: A title\ndate: 2023\n"
        "speakers: [{role: source, organisation: cn-mfa}, {role: aide}]\n"
    )

    assert cited(tmp_path, front).contributors == ("Foreign Ministry", "aide")


def test_cut_paragraph_gives_no_hash(tmp_path: Path) -> None:
    """The hash of a paragraph that is shown in part would be of words that are withheld."""
    front = "title: A title\ndate: 2023\ncarrier: urdupoint\n"
    body = "One two three.\n\n" + "word " * 30 + "\n\n" + "more " * 60
    edition = edition_of(tmp_path, one=article(front, body))
    found = edition.by_id["one"]
    view = cite_view(edition, record(edition, found))

    assert [bool(one.sha256) for one in view.paragraphs] == [True, True, False]
    assert view.paragraphs[0].sha256 == found.body.paragraphs[0].sha256


def test_entry_without_text_offers_no_paragraph(tmp_path: Path) -> None:
    """Where no text is shown there is nothing to quote or to verify."""
    edition = edition_of(tmp_path, one=article(FULL + "display: metadata\n"))
    view = cite_view(edition, record(edition, edition.by_id["one"]))

    assert view.paragraphs == ()
    assert view.verify == ""
