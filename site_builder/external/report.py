"""What is told of links to other hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from site_builder.diagnostics import Diagnostic, note, warning
from site_builder.external.links import ExternalLink
from site_builder.external.visit import Answer

_CODE = "external-link"
_GONE = frozenset((404, 410))
_KEPT_OUT = frozenset((401, 403, 405, 406, 407, 429, 451, 501, 999))
"""What hosts say to programs and not to readers: it tells nothing of the page."""
_ARCHIVE = "web.archive.org"


def link_diagnostics(
    links: Iterable[ExternalLink], answers: Mapping[str, Answer]
) -> Iterator[Diagnostic]:
    """Yield what is told of each link whose answer is known."""
    for link in links:
        answer = answers.get(link.url)
        if answer is not None:
            yield from _told(link, answer)


def _told(link: ExternalLink, answer: Answer) -> Iterator[Diagnostic]:
    where, url, said = link.location, link.url, answer.said
    way = f", by way of {answer.moved_to}," if answer.moved_to else ""
    if answer.skipped:
        yield note(where, _CODE, f"{url} was not asked for: {said}")
    elif answer.status in _KEPT_OUT:
        message = f"{url}{way} does not let programs in ({answer.status} {said})".rstrip()
        yield note(where, _CODE, message, "Look at it in a browser.")
    elif answer.status in _GONE:
        yield _dead(link, f"{url}{way} leads nowhere ({answer.status} {said})")
    elif answer.status == 0:
        yield _dead(link, f"{url}{way} does not answer: {said}")
    elif answer.status >= 400:
        yield _dead(link, f"{url}{way} answers with an error ({answer.status} {said})")
    elif answer.moved_to:
        yield _moved(link, answer)


def _dead(link: ExternalLink, message: str) -> Diagnostic:
    if link.archived:
        return note(link.location, _CODE, f"{message}; readers have the archived copy")
    hint = f"Correct the address, or give a copy that lasts, as from {_ARCHIVE}."
    return warning(link.location, _CODE, message, hint)


def _moved(link: ExternalLink, answer: Answer) -> Diagnostic:
    url, moved = link.url, answer.moved_to
    if urlsplit(moved).path in ("", "/") and urlsplit(url).path not in ("", "/"):
        message = f"{url} sends readers to the first page of {urlsplit(moved).hostname}"
        return warning(link.location, _CODE, message, "See whether what it led to is still there.")
    if answer.for_good:
        return note(link.location, _CODE, f"{url} has moved to {moved}", "Write the new address.")
    return note(link.location, _CODE, f"{url} sends readers on to {moved}")
