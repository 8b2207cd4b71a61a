"""Broken links of the built site."""

from __future__ import annotations

import pytest

from site_builder.output.files import OutputFile
from site_builder.output.links import BrokenLink, find_broken_links, read_links

BASE = "https://example.org/my-archive/"


def site(**pages: str) -> list[OutputFile]:
    """A site of a few fixed files, and a page at 'tags/cpec/index.html' with the given HTML."""
    found = {
        "index.html": "<h1 id=top-story>Home</h1>",
        "css/site.css": "",
        "articles/x/index.html": '<p id="p1">One</p>',
        "tags/cpec/index.html": pages.get("html", ""),
    }
    return [OutputFile(path, text.encode()) for path, text in found.items()]


@pytest.mark.parametrize(
    "link",
    [
        "../../",
        "../../index.html",
        "../../#top-story",
        "../../articles/x/#p1",
        "../../articles/x/index.html?q=1#p1",
        "../../css/site.css",
        "../%63pec/",
        "#top",
        "",
        ".",
        "/my-archive/",
        "/my-archive/articles/x/#p1",
        BASE,
        BASE + "articles/x/#p1",
        "https://example.com/elsewhere",
        "//example.com/elsewhere",
        "mailto:someone@example.org",
        "data:text/plain,x",
    ],
)
def test_whole_link(link: str) -> None:
    """Links to files, folders, places in pages and other sites are in order."""
    assert find_broken_links(site(html=f'<a href="{link}">x</a>'), base_url=BASE) == ()


@pytest.mark.parametrize(
    ("link", "missing"),
    [
        ("../../articles/y/", "articles/y/index.html"),
        ("../../articles/x", "articles/x"),
        ("../../articles/x/#p2", "articles/x/index.html#p2"),
        ("#p1", "tags/cpec/index.html#p1"),
        ("../../../index.html", "tags/cpec/../../../index.html"),
        ("/articles/x/", "/articles/x/"),
        (BASE + "articles/y/", "articles/y/index.html"),
    ],
)
def test_broken_link(link: str, missing: str) -> None:
    """A link to an absent file or place, or out of the site's folder, is named."""
    assert find_broken_links(site(html=f"<a href='{link}'>x</a>"), base_url=BASE) == (
        BrokenLink(page="tags/cpec/index.html", link=link, missing=missing),
    )


def test_link_from_the_root_without_base_url() -> None:
    """Where no base address is known, a path from the root starts at the site's root."""
    html = '<a href="/articles/x/">x</a> <a href="/articles/y/">y</a>'

    assert [one.missing for one in find_broken_links(site(html=html))] == ["articles/y/index.html"]


def test_everything_that_loads_or_leads_is_a_link() -> None:
    """Style sheets, scripts, images, forms and redirects count as links."""
    html = """
        <link href=a.css> <script src="b.js">"<a href='no'>"</script> <img src='c.png'
        srcset="d.png 1x, e.png 2x"> <form action="f/"></form>
        <meta http-equiv="refresh" content="0; url=g/"> <!-- <a href="no"> -->
        <a href="h/?a=1&amp;b=2" title="a > b">x</a>
    """

    assert read_links(html).links == (
        "a.css", "b.js", "c.png", "d.png", "e.png", "f/", "g/", "h/?a=1&b=2",
    )  # fmt: skip


def test_order_of_files_does_not_matter() -> None:
    """The same site in another order gives the same report."""
    files = site(html='<a href="z/">z</a><a href="a/">a</a>')

    assert find_broken_links(files) == find_broken_links(reversed(files))
    assert [one.link for one in find_broken_links(files)] == ["a/", "z/"]
