"""`site-builder check --external`: every link to another host asked for, politely, now and then."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from site_builder import __version__
from site_builder.config import SiteConfig
from site_builder.content.model import Archive
from site_builder.diagnostics import Diagnostic
from site_builder.external.answers import KeptAnswers
from site_builder.external.links import external_links
from site_builder.external.report import link_diagnostics
from site_builder.external.visit import Manners, visit

ANSWERS = "external-links.json"
"""The file of answers, in the folder of the cache."""
_WRITE_EVERY = 25
"""Answers after which they are written, so that a check which is stopped goes on where it was."""


def check_external(
    archive: Archive,
    config: SiteConfig,
    *,
    root: Path,
    cache: Path,
    days: float,
    delay: float,
    private: bool = False,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Diagnostic, ...]:
    """Ask for every link to another host, and return what is to be told of them.

    Good answers, and that something is gone, are believed for `days`; `delay` is in seconds, and
    `private` allows hosts of private networks. `tell` hears how many are done, of how many.
    """
    links = external_links(archive, config, lambda path: _read(root / path))
    urls = {link.url for link in links}
    kept = KeptAnswers(cache / ANSWERS, now=time.time(), days=days)
    answers = dict(kept.known(urls))
    manners = Manners(agent=agent_of(config), delay=delay, private=private)
    missing = urls - answers.keys()
    try:
        for done, (url, answer) in enumerate(visit(missing, manners), start=1):
            answers[url] = answer
            kept.take(url, answer)
            tell(done, len(missing))
            if done % _WRITE_EVERY == 0:
                kept.write()
    finally:
        if missing:
            kept.write()
    return tuple(link_diagnostics(links, answers))


def agent_of(config: SiteConfig) -> str:
    """Return what the check calls itself, with where its keeper is to be found."""
    keeper = config.contact or config.base_url or config.repository
    keeper = keeper if keeper.isascii() and keeper.isprintable() else ""
    return f"site-builder/{__version__} (link check{'; ' if keeper else ''}{keeper})"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
