"""Corrections and withdrawals, on their page and in their feed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from site_builder.site.correction_feed import build_correction_feed
from site_builder.site.correction_pages import corrections, plan_corrections
from site_builder.site.correction_views import CorrectionsView
from tests.sites.archive import article

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

ATOM = "{http://www.w3.org/2005/Atom}"
FILES = {
    "site.yaml": "title: Small\nbase_url: https://example.org/a/\nauthority: example.org\n",
    "articles/2023/a.md": article(
        "2023-01-04",
        title="A & <B>",
        revisions="[{date: 2023-02-01, note: The day.}, {date: 2023-02-01, note: The <place>.}]",
    ),
    "articles/2023/b.md": article("2023-01-05"),
    "articles/2023/c.md": article(
        "2023-01-06", status="withdrawn", withdrawal="{date: 2024-05-01, reason: A forgery.}"
    ),
}


def feed(edition: Edition) -> tuple[ET.Element, dict[str, object]]:
    atom, json_feed = build_correction_feed(edition)
    assert (atom.path, json_feed.path) == ("corrections/feed.xml", "corrections/feed.json")
    return ET.fromstring(atom.data), json.loads(json_feed.data)


def test_newest_first_counted_out_of_all(edition_of: EditionOf) -> None:
    """Two corrections and a withdrawal, in two of three entries."""
    edition = edition_of(FILES)
    (page,) = plan_corrections(edition)
    view = page.view

    assert [one.note for one in corrections(edition)] == ["A forgery.", "The <place>.", "The day."]
    assert isinstance(view, CorrectionsView)
    assert (view.entries, view.of) == (2, 3)
    assert [one.withdrawn for one in view.corrections] == [True, False, False]


def test_many_corrections_have_pages(edition_of: EditionOf) -> None:
    """However many there are, pages stay small; older ones keep what stands on them."""
    notes = ", ".join(f"{{date: 2023-02-01, note: Number {n}.}}" for n in range(11))
    files = {
        "site.yaml": "title: Small\nper_page: 5\n",
        "articles/a.md": article("2023-01-04", revisions=f"[{notes}]"),
    }
    pages = tuple(plan_corrections(edition_of(files)))

    assert [page.url for page in pages] == ["corrections/", "corrections/page/1/"]
    assert [[one.note for one in page.view.corrections] for page in pages] == [
        [f"Number {n}." for n in range(10, 4, -1)],
        [f"Number {n}." for n in range(4, -1, -1)],
    ]
    assert [(page.view.count, page.view.entries) for page in pages] == [(11, 1), (11, 1)]
    assert pages[0].meta.next == "corrections/page/1/"


def test_the_feed_has_an_entry_for_each(edition_of: EditionOf) -> None:
    """Entries have ids of their own that stay, and the day of the correction."""
    atom, json_feed = feed(edition_of(FILES))
    ids = [entry.findtext(f"{ATOM}id") for entry in atom.iter(f"{ATOM}entry")]

    assert ids == [
        "tag:example.org,1970:c/withdrawal",
        "tag:example.org,1970:a/correction-2",
        "tag:example.org,1970:a/correction-1",
    ]
    assert atom.findtext(f"{ATOM}updated") == "2024-05-01T00:00:00Z"
    items = json_feed["items"]
    assert isinstance(items, list)
    assert [item["id"] for item in items] == ids
    assert items[1]["title"] == "Corrected: A & <B>"
    assert items[1]["content_html"] == "<p>The &lt;place&gt;.</p>"
    assert items[1]["url"] == "https://example.org/a/articles/a/"


def test_an_archive_without_corrections_has_an_empty_feed(edition_of: EditionOf) -> None:
    """There is something to follow before there is anything to read."""
    atom, json_feed = feed(edition_of({"articles/2023/b.md": article("2023-01-05")}))

    assert atom.find(f"{ATOM}entry") is None
    assert json_feed["items"] == []
