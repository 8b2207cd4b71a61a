"""Where in a source file a link stands that was found in what became of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_UP = re.compile(r"^(?:\.\./)+")
_ARTICLE = re.compile(r"^articles/([^/]+)/")


def line_of_link(text: str, link: str) -> int | None:
    """Return the line on which the source of a page gives a link of that page; None for nowhere.

    `link` is as the page has it: a path from the page ('../../articles/opening/#p3').
    """
    return line_of(text, _written(link))


def line_of(text: str, forms: Iterable[str], start: int = 0) -> int | None:
    """Return the first line on which an address stands in any of the forms, from `start` on."""
    either = "|".join(re.escape(one) for one in forms)
    # 'https://a.example/x' also begins 'https://a.example/x/y', which is another address.
    found = re.compile(rf"(?:{either})(?![\w/?#&=%~+-])").search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _written(link: str) -> Iterator[str]:
    """Yield the forms in which a curator may have written a link into the site."""
    yield link
    path = _UP.sub("", link)
    yield f"/{path}"
    article = _ARTICLE.match(path)
    if article:
        yield f"{article[1]}.md{path[article.end() :]}"
