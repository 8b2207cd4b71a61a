"""A link that was found in a page is found again in the page's source."""

from __future__ import annotations

import pytest

from site_builder.content.link_lines import line_of, line_of_link

TEXT = """---
title: T
source_url: https://a.example/x/y
---

[one](/articles/one/#p3), [long](/articles/one/more/)

[two](../2024/two.md#p1) ![map](/images/map.png)
[self](#p9)
"""


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ("../../articles/one/#p3", 6),
        ("../../articles/one/", None),
        ("../../articles/two/#p1", 8),
        ("../../images/map.png", 8),
        ("#p9", 9),
        ("../../timeline/", None),
    ],
)
def test_links_as_the_page_has_them(link: str, line: int | None) -> None:
    """Whether written as a path from the root or as the name of a file."""
    assert line_of_link(TEXT, link) == line


def test_an_address_is_not_found_in_a_longer_one() -> None:
    """The first part of another address is not this one."""
    assert line_of(TEXT, ["https://a.example/x"]) is None
    assert line_of(TEXT, ["https://a.example/x/y"]) == 3
    assert line_of(TEXT, ["https://a.example/x/y"], start=TEXT.index("---\n\n")) is None
