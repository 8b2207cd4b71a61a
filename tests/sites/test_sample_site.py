"""The sample archive as built: links, feeds, sitemap, and what no page may hold."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

from site_builder.output.links import find_broken_links
from tests.sites.built import KINDS

if TYPE_CHECKING:
    from tests.sites.built import BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Markup(HTMLParser):
    """Every opening tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []
        """Text of scripts and style sheets that stand in the page."""
        self._inside: dict[str, str] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self._inside = attributes if tag in {"script", "style"} else None

    def handle_endtag(self, _tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        # Data in JSON, which no browser runs, may stand in a page.
        if self._inside is not None and "json" not in self._inside.get("type", "") and data.strip():
            self.inline.append(data)


@pytest.fixture(scope="module")
def pages(sample_site: BuiltSite) -> dict[str, str]:
    return sample_site.pages()


@pytest.fixture(scope="module")
def markup(pages: dict[str, str]) -> dict[str, Markup]:
    return {path: Markup(text) for path, text in pages.items()}


def test_every_kind_of_page_is_there(sample_site: BuiltSite) -> None:
    """The sample archive shows every kind of page."""
    missing = [kind for kind, name in KINDS.items() if not list(sample_site.folder.glob(name))]

    assert missing == []


def test_every_link_and_anchor_resolves(sample_site: BuiltSite) -> None:
    """No page links to a page, a file or a place in a page that is not there."""
    assert find_broken_links(sample_site.files(), base_url=sample_site.base_url) == ()


def test_no_page_needs_anything_from_outside(
    markup: dict[str, Markup], sample_site: BuiltSite
) -> None:
    """Whatever a page loads lies below the site's own base."""
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "src", "use": "href"}
    relations = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
    for path, page in markup.items():
        base = sample_site.base_url + path
        for tag, attributes in page.tags:
            wanted = attributes.get(loading.get(tag, ""), "")
            if tag == "link" and relations & set(attributes.get("rel", "").split()):
                wanted = attributes["href"]
            if wanted.startswith("data:"):
                continue
            assert urljoin(base, wanted).startswith(sample_site.base_url), (path, tag, wanted)


def test_no_page_links_by_the_host_root(markup: dict[str, Markup]) -> None:
    """No page but 404.html, served at any depth, uses a path from the host's root, so the
    site works under any base path.
    """
    rooted = [
        (path, tag, value)
        for path, page in markup.items()
        if path != "404.html"
        for tag, attributes in page.tags
        for name in ("href", "src", "action")
        if (value := attributes.get(name, "")).startswith("/")
    ]

    assert rooted == []


def test_no_page_holds_a_script_or_a_handler(markup: dict[str, Markup]) -> None:
    """No script, style sheet, event handler or style attribute stands in any page."""
    for path, page in markup.items():
        assert page.inline == [], path
        for tag, attributes in page.tags:
            bad = [name for name in attributes if name.startswith("on") or name == "style"]
            assert bad == [], (path, tag)
            assert not attributes.get("href", "").lower().startswith("javascript:"), path


def test_content_policy_comes_first(pages: dict[str, str], markup: dict[str, Markup]) -> None:
    """Every page starts its head with its encoding and a policy that forbids by default."""
    for path, page in markup.items():
        head = [one for one in page.tags if one[0] not in {"html", "head"}][:2]
        assert head[0] == ("meta", {"charset": "utf-8"}), path
        assert head[1][1].get("http-equiv") == "Content-Security-Policy", path
        policy = head[1][1]["content"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path


def test_every_page_has_one_heading_a_title_and_a_language(markup: dict[str, Markup]) -> None:
    """One h1, one title and the document's language on every page."""
    for path, page in markup.items():
        names = [tag for tag, _ in page.tags]
        html = next(attributes for tag, attributes in page.tags if tag == "html")
        assert names.count("h1") == 1, path
        assert names.count("title") >= 1, path
        assert html.get("lang"), path
        assert html.get("dir") in {"ltr", "rtl"}, path


def test_no_id_stands_twice_in_a_page(markup: dict[str, Markup]) -> None:
    """Ids are unique in every page."""
    for path, page in markup.items():
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert sorted(set(ids)) == sorted(ids), path


def test_sitemap_lists_exactly_the_indexable_pages(
    sample_site: BuiltSite, markup: dict[str, Markup]
) -> None:
    """The sitemap names every page that does not ask to stay out of indexes, and no other."""
    tree = ET.fromstring(sample_site.text("sitemap.xml"))
    listed = [element.text for element in tree.iter(f"{SITEMAP}loc")]
    indexable = [
        sample_site.base_url + path.removesuffix("index.html")
        for path, page in markup.items()
        if not any(
            attributes.get("name") == "robots" and "noindex" in attributes.get("content", "")
            for _, attributes in page.tags
        )
    ]

    assert sorted(listed, key=str) == sorted(indexable)


def test_indexable_pages_name_themselves_as_canonical(
    sample_site: BuiltSite, markup: dict[str, Markup]
) -> None:
    """Each page that may be indexed has its own absolute address as canonical."""
    for path, page in markup.items():
        canonical = [a["href"] for t, a in page.tags if t == "link" and a.get("rel") == "canonical"]
        noindex = any(a.get("name") == "robots" for _, a in page.tags)
        if not noindex:
            assert canonical == [sample_site.base_url + path.removesuffix("index.html")], path


def test_robots_name_the_sitemap(sample_site: BuiltSite) -> None:
    """robots.txt gives the absolute address of the sitemap."""
    assert f"Sitemap: {sample_site.base_url}sitemap.xml" in sample_site.text("robots.txt")


def test_atom_feeds_are_whole(sample_site: BuiltSite) -> None:
    """Every Atom feed parses and has what the standard requires; its links resolve."""
    known = {file.path for file in sample_site.files()}
    feeds = [path for path in known if path.endswith("feed.xml")]
    assert "feed.xml" in feeds
    assert len(feeds) > 10
    for path in sorted(feeds):
        feed = ET.fromstring(sample_site.text(path))
        assert feed.tag == f"{ATOM}feed", path
        entries = feed.findall(f"{ATOM}entry")
        assert entries, path
        for element in (feed, *entries):
            for name in ("id", "title", "updated"):
                value = element.findtext(f"{ATOM}{name}")
                assert value, (path, name)
            stamp = element.findtext(f"{ATOM}updated") or ""
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp), (path, stamp)
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids), path
        has_author = feed.find(f"{ATOM}author") is not None
        for entry in entries:
            assert has_author or entry.find(f"{ATOM}author") is not None, path
            for link in entry.findall(f"{ATOM}link"):
                address = urljoin(sample_site.base_url + path, link.attrib["href"])
                if link.attrib.get("rel", "alternate") == "alternate":
                    below = urldefrag(address).url.removeprefix(sample_site.base_url)
                    assert below + "index.html" in known, (path, address)


def test_json_feeds_are_whole(sample_site: BuiltSite) -> None:
    """Every JSON feed says its version and gives each item an id, an address and content."""
    known = {file.path for file in sample_site.files()}
    feeds = [path for path in known if path.endswith("feed.json")]
    assert "feed.json" in feeds
    for path in sorted(feeds):
        feed = json.loads(sample_site.text(path))
        assert feed["version"] == "https://jsonfeed.org/version/1.1", path
        assert feed["title"], path
        assert feed["feed_url"] == sample_site.base_url + path
        for item in feed["items"]:
            assert item["id"], path
            below = urldefrag(item["url"]).url.removeprefix(sample_site.base_url)
            assert below + "index.html" in known, (path, item["url"])
            assert "content_html" in item or "content_text" in item, (path, item["url"])


def test_atom_and_json_hold_the_same_entries(sample_site: BuiltSite) -> None:
    """Both feeds of the archive hold the same entries in the same order."""
    atom = ET.fromstring(sample_site.text("feed.xml"))
    ids = [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")]

    assert ids == [item["id"] for item in json.loads(sample_site.text("feed.json"))["items"]]


def test_host_is_told_not_to_interfere(sample_site: BuiltSite) -> None:
    """`.nojekyll` keeps GitHub Pages from running Jekyll over the site."""
    assert (sample_site.folder / ".nojekyll").is_file()
