"""Feeds, sitemap, robots and OpenSearch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from site_builder.site import feeds
from site_builder.site.facet_pages import WITH_FEEDS
from site_builder.site.feeds import (
    FeedEntry,
    archive_feed,
    build_opensearch,
    build_robots,
    build_sitemap,
    facet_feed_files,
)
from site_builder.site.plan import plan_pages
from tests.sites.archive import REGISTERS, article
from tests.sites.small import SMALL

if TYPE_CHECKING:
    from site_builder.site.edition import Edition
    from tests.site.conftest import EditionOf

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def files_of(edition: Edition) -> dict[str, bytes]:
    files = {file.path: file.data for file in archive_feed(edition)}
    entries: dict[str, FeedEntry] = {}
    for kind in WITH_FEEDS:
        for facet in edition.facets[kind].values():
            files |= {file.path: file.data for file in facet_feed_files(edition, facet, entries)}
    return files


def entries_of(edition: Edition, path: str = "feed.xml") -> list[dict[str, str | None]]:
    """The entries of an Atom feed, each by its elements' names."""
    feed = ET.fromstring(files_of(edition)[path])
    return [
        {child.tag.removeprefix(ATOM): child.text for child in entry}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def items_of(edition: Edition, path: str = "feed.json") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(files_of(edition)[path])["items"]
    return items


def test_the_newest_come_first_in_both_feeds(small: Edition) -> None:
    """Both feeds hold the listed articles, newest first: no translation, no tombstone."""
    ids = [
        f"tag:example.org,1970:{name}"
        for name in (
            "2023-03-metadata",
            "2023-01-05-ties-again",
            "2023-01-04-ties",
            "2023-year-only",
            "1962-10-24-letter",
        )
    ]

    assert [entry["id"] for entry in entries_of(small)] == ids
    assert [item["id"] for item in items_of(small)] == ids


def test_ids_stay_when_the_site_moves_or_a_date_is_corrected(edition_of: EditionOf) -> None:
    """With an authority, an entry's id depends on neither the address nor the article's date."""
    moved = {"base_url": "https://example.net/", "authority": "example.org"}
    stays = {"base_url": "https://example.com/x/", "authority": "example.org"}
    one = edition_of({"articles/a.md": article("2023")}, **moved)
    other = edition_of({"articles/a.md": article("2022-05")}, **stays)

    assert entries_of(one)[0]["id"] == entries_of(other)[0]["id"] == "tag:example.org,1970:a"
    assert ET.fromstring(files_of(one)["feed.xml"]).findtext(f"{ATOM}id") == (
        ET.fromstring(files_of(other)["feed.xml"]).findtext(f"{ATOM}id")
    )


def test_without_an_authority_the_host_is_it(edition_of: EditionOf) -> None:
    """The host of the site's address stands in, and a name that nobody owns without one."""
    files = {"articles/a.md": article("2023")}

    assert entries_of(edition_of(files, base_url="https://example.net/x/"))[0]["id"] == (
        "tag:example.net,1970:a"
    )
    assert entries_of(edition_of(files))[0]["id"] == "tag:archive.invalid,1970:a"


def test_updated_moves_with_the_content_only(edition_of: EditionOf) -> None:
    """An entry is as new as its last dated change, and the feed as its newest entry."""
    edition = edition_of(
        {
            "articles/a.md": article("2023-01", revisions="[{date: 2024-02-03, note: N.}]"),
            "articles/b.md": article("2023-02-01", published="2023-02-05", retrieved="2023-03"),
            "articles/c.md": article("2022"),
        }
    )
    entries = {str(entry["id"])[-1]: entry for entry in entries_of(edition)}

    assert {name: entry["updated"] for name, entry in entries.items()} == {
        "a": "2024-02-03T00:00:00Z",
        "b": "2023-03-01T00:00:00Z",
        "c": "2022-01-01T00:00:00Z",
    }
    assert entries["a"]["published"] == "2023-01-01T00:00:00Z"
    feed = ET.fromstring(files_of(edition)["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2024-02-03T00:00:00Z"


def test_markup_arrives_escaped_once(small: Edition) -> None:
    """A title with markup in it, and a body's HTML, read back as they were."""
    entry = next(one for one in entries_of(small) if str(one["id"]).endswith("2023-01-04-ties"))
    item = next(one for one in items_of(small) if one["id"].endswith("2023-01-04-ties"))

    assert entry["title"] == item["title"] == "Ties & “corridors” <soon>"
    assert entry["content"] == item["content_html"]
    assert item["content_html"].startswith('<p id="p1">Ties are as firm as ever')
    assert item["authors"] == [{"name": "Mao Ning"}]
    assert item["tags"] == ["Economic corridor", "Trade"]
    assert item["external_url"] == "https://example.org/ties"


def test_links_of_a_text_are_absolute(edition_of: EditionOf) -> None:
    """A feed reader, which is elsewhere, can follow links into the site."""
    files = {"articles/a.md": article(body="See [about](/about/).\n")}
    edition = edition_of(files, base_url="https://example.org/x/")

    assert 'href="https://example.org/x/about/"' in str(entries_of(edition)[0]["content"])


def test_texts_stand_in_the_feed_of_the_archive_alone(small: Edition) -> None:
    """Feeds of a tag, person or country give an entry's summary."""
    files = files_of(small)
    item = json.loads(files["tags/cpec/feed.json"])["items"][0]

    assert b"<content" in files["feed.xml"]
    assert b"<content" not in files["tags/cpec/feed.xml"]
    assert "<p" not in item["content_html"]


def test_withheld_texts_are_withheld(edition_of: EditionOf) -> None:
    """An article of which nothing is shown has its summary, or its title, and no content."""
    edition = edition_of(
        {
            "articles/a.md": article(display="metadata", title="Title", body="Secret.\n"),
            "articles/b.md": article(display="metadata", summary="Sum.", body="Secret.\n"),
        }
    )

    assert [entry.get("content") for entry in entries_of(edition)] == [None, None]
    assert [entry.get("summary") for entry in entries_of(edition)] == ["Sum.", None]
    assert [item["content_html"] for item in items_of(edition)] == ["Sum.", "Title"]


def test_every_tag_person_and_country_has_feeds(small: Edition) -> None:
    """The feeds of a facet hold its own articles."""
    paths = set(files_of(small))

    assert {"tags/cpec/feed.xml", "people/mao-ning/feed.json", "countries/pk/feed.xml"} <= paths
    assert len(entries_of(small, "tags/cpec/feed.xml")) == 2
    assert not any(path.startswith(("carriers/", "events/", "relations/")) for path in paths)


def test_a_feed_has_no_more_entries_than_set(edition_of: EditionOf) -> None:
    """The setting bounds every feed."""
    files = {f"articles/a{n}.md": article(f"2023-01-0{n}") for n in range(1, 6)}

    assert [str(entry["id"])[-2:] for entry in entries_of(edition_of(files, feed_entries=2))] == [
        "a5",
        "a4",
    ]


def test_every_feed_of_an_empty_archive_is_well_formed(edition_of: EditionOf) -> None:
    """A feed without entries is still a feed."""
    for path, data in files_of(edition_of({})).items():
        if path.endswith(".xml"):
            assert ET.fromstring(data).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
        else:
            assert json.loads(data)["items"] == []


def test_the_sitemap_lists_what_may_be_found(small: Edition) -> None:
    """Every page that search engines may show is in the sitemap, with the day of its change."""
    pages, faults = plan_pages(small)
    (file,) = build_sitemap(small, pages)
    urls = {
        str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod")
        for url in ET.fromstring(file.data)
    }
    base = "https://example.org/small/"

    assert faults == ()
    assert set(urls) == {base + page.url for page in pages if page.listed}
    assert urls[f"{base}articles/2023-01-04-ties/"] == "2023-02-01"
    assert f"{base}articles/2024-withdrawn/" not in urls
    assert f"{base}old/ties/" not in urls


def test_a_long_sitemap_is_divided(small: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """More addresses than one file may hold stand in several, named by an index."""
    monkeypatch.setattr(feeds, "SITEMAP_URLS", 10)
    pages, _ = plan_pages(small)
    files = {file.path: file.data for file in build_sitemap(small, pages)}
    named = [str(one.text) for one in ET.fromstring(files["sitemap.xml"]).iter(f"{SITEMAP}loc")]
    parts = [
        ET.fromstring(files[name.removeprefix("https://example.org/small/")]) for name in named
    ]

    assert len(files) == len(named) + 1
    assert all(len(part) <= 10 for part in parts)
    assert sum(len(part) for part in parts) == sum(page.listed for page in pages)


def test_what_needs_an_address_is_left_out_without_one(small: Edition) -> None:
    """Without the site's address there is no sitemap and no search description."""
    nowhere = replace(small, config=replace(small.config, base_url=""))

    assert list(build_sitemap(nowhere, ())) == []
    assert list(build_opensearch(nowhere)) == []
    assert build_robots(nowhere).data == b"User-agent: *\nAllow: /\n"
    assert build_robots(small).data.endswith(b"\nSitemap: https://example.org/small/sitemap.xml\n")


def test_the_search_description_names_the_search_page(edition_of: EditionOf) -> None:
    """A browser can add the archive to its search engines."""
    config = {"title": "A <long> name of an archive", "base_url": "https://example.org/"}
    (file,) = build_opensearch(edition_of(REGISTERS, **config))
    root = ET.fromstring(file.data)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"

    assert root.findtext(f"{space}ShortName") == "A <long> name of"
    url = root.find(f"{space}Url")
    assert url is not None
    assert url.attrib["template"] == "https://example.org/search/?q={searchTerms}"


def test_feeds_do_not_depend_on_what_they_hold_together(edition_of: EditionOf) -> None:
    """An entry is the same in whichever feed it stands, but for its text."""
    edition = edition_of({name: text for name, text in SMALL.items() if "draft" not in name})
    whole = {entry["id"]: entry for entry in entries_of(edition)}

    for entry in entries_of(edition, "tags/cpec/feed.xml"):
        assert {**whole[entry["id"]], "content": None} == {**entry, "content": None}
