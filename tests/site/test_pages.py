"""Pages before they are rendered: their files, and those that would share one."""

from __future__ import annotations

import pytest

from site_builder.diagnostics import BuildError, SourceLocation
from site_builder.site.addresses import refuse_clashes
from site_builder.site.pages import Page, colliding, crumbs
from site_builder.site.views import Link, PageMeta


def page(url: str, *, noindex: bool = False) -> Page:
    meta = PageMeta(url=url, title="T", lang="en", dir="ltr", noindex=noindex)
    return Page(url=url, template="x.html", meta=meta, view=None)


def test_a_page_knows_its_file_and_whether_it_is_listed() -> None:
    """A page lies in one file; one that stays out of indexes is not listed."""
    assert page("tags/").path == "tags/index.html"
    assert page("tags/").listed
    assert not page("404.html", noindex=True).listed


def test_pages_of_one_file_collide() -> None:
    """The second page of a file is told with the first, in any spelling of its letters."""
    pages = (page("a/"), page("b/"), page("A/"), page("a/index.html"))

    assert [(one.url, other.url) for one, other in colliding(pages)] == [
        ("a/", "A/"),
        ("a/", "a/index.html"),
    ]


def test_crumbs() -> None:
    """Breadcrumbs are links."""
    assert crumbs(("Home", "")) == (Link(name="Home", url=""),)


def test_files_side_by_side_pass_in_their_order() -> None:
    """Files that can lie side by side come through unchanged."""
    refuse_clashes(("b", "a/x", "a/y", "a.x/y", "c/d/e"), dict)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/x", "a/x"),
        ("a/x", "A/X"),
        ("a/x", "a"),
        ("a", "a/x/y"),
        ("a/x/y", "a/x"),
        ("A", "a/b"),
        ("é", "e\u0301/x"),
    ],
)
def test_files_that_cannot_lie_side_by_side_are_refused(first: str, second: str) -> None:
    """One path twice, or a file where a folder must be, is an error after the rest has passed."""
    owners = {second: SourceLocation(path="content/articles/b.md")}
    with pytest.raises(BuildError) as caught:
        refuse_clashes((first, second, "z"), lambda: owners)

    assert [str(one).split(", which")[0] for one in caught.value.diagnostics] == [
        f'content/articles/b.md:1: error[address]: its path "{second}" is taken by "{first}"'
    ]
