"""Links of texts to files of the site, as a page in a further language needs them."""

from __future__ import annotations

import re

from site_builder.site.edition import Edition

_INTO_SITE = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)="(?:\.\./)+)([^"#?]*)')


def to_shared_files(edition: Edition, html: str) -> str:
    """Return a text's HTML with its links to what only lies at the site's root made right.

    Links to pages lead to them in the edition's language. Files and old addresses, which lead on
    by themselves, are there once for all languages.
    """
    if not edition.folder or '="../' not in html:
        return html

    def mended(match: re.Match[str]) -> str:
        way, path = match.groups()
        is_page = (path == "" or path.endswith("/")) and path not in edition.old_addresses
        return match[0] if is_page else f"{way}{edition.shared}{path}"

    return _INTO_SITE.sub(mended, html)
