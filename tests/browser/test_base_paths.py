"""One built site works wherever it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.server import ArchiveServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.sites.built import BuiltSite


@pytest.mark.parametrize("base", ["/", "/other/place/"])
def test_site_works_under_another_base_path(
    new_page: Callable[..., Page], sample_site: BuiltSite, base: str
) -> None:
    """Served at a domain's root, or deeper than it was built for, pages are styled and linked."""
    with ArchiveServer(sample_site.folder, base) as server:
        page = new_page(base=server.url)
        page.goto(server.url)
        font = page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily")
        page.locator("main a[href*='articles/']").first.click()
        page.wait_for_url("**/articles/**")

        assert "serif" in font
        assert page.url.startswith(server.url + "articles/")
        assert page.locator("#p1").is_visible()
        assert [one for one in server.requests if one.status != 200] == []
