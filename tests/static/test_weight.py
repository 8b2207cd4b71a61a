"""The weight of an article's page: what a reader downloads to read one entry."""

from __future__ import annotations

import gzip
import re

from tests.sites.built import BuiltSite

BUDGET = 30 * 1024
"""Bytes, gzipped, of the page, its style sheet and its scripts."""
REQUESTS = 6

_LOADED = re.compile(
    r'<script[^>]* src="([^"]+)"|<link rel="(?:stylesheet|icon|modulepreload)" href="([^"]+)"'
)


def test_article_pages_keep_to_the_budget(sample_site: BuiltSite) -> None:
    """The heaviest article of the sample archive stays within 30 KB and six requests."""
    address = sample_site.fullest("article")
    page = sample_site.text(f"{address}index.html")
    loaded = [script or link for script, link in _LOADED.findall(page)]
    paths = [path.removeprefix("../../") for path in loaded]
    sizes = {path: gzipped(sample_site, path) for path in (f"{address}index.html", *paths)}

    assert len(paths) >= 3, "the page's style sheet and scripts were not found"
    assert len(sizes) <= REQUESTS, sizes
    assert sum(sizes.values()) <= BUDGET, sizes


def gzipped(site: BuiltSite, path: str) -> int:
    return len(gzip.compress((site.folder / path).read_bytes(), mtime=0))
