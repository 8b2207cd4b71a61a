"""A built site as tests read it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_builder.output.files import OutputFile
from site_builder.output.writer import MARKER

BASE_URL = "http://archive.localhost/my-archive/"
"""Where browser tests see the sample archive: a name that browsers trust like https."""

KINDS = {
    "home": "index.html",
    "article": "articles/*/index.html",
    "translation": "articles/*.*/index.html",
    "timeline": "timeline/index.html",
    "decade": "timeline/[0-9][0-9][0-9]0s/index.html",
    "year": "timeline/[0-9][0-9][0-9][0-9]/index.html",
    "month": "timeline/*/[0-9][0-9]/index.html",
    "tags": "tags/index.html",
    "tag": "tags/*/index.html",
    "people": "people/index.html",
    "person": "people/*/index.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/*/index.html",
    "carriers": "carriers/index.html",
    "carrier": "carriers/*/index.html",
    "countries": "countries/index.html",
    "country": "countries/*/index.html",
    "relations": "relations/index.html",
    "relation": "relations/*/index.html",
    "events": "events/index.html",
    "event": "events/*/index.html",
    "formulations": "formulations/index.html",
    "formulation": "formulations/*/index.html",
    "quotes": "quotes/index.html",
    "speaker-quotes": "quotes/*/index.html",
    "statements": "statements/index.html",
    "statement": "statements/*/index.html",
    "calendar": "on-this-day/index.html",
    "day": "on-this-day/*/index.html",
    "random": "random/index.html",
    "search": "search/index.html",
    "corrections": "corrections/index.html",
    "data": "data/index.html",
    "verify": "verify/index.html",
    "about": "about/index.html",
    "parallel": "articles/*/parallel/index.html",
    "not-found": "404.html",
}
"""A pattern for each kind of page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A site on the disk."""

    folder: Path
    base_url: str
    """Absolute address of the site's root, with a closing slash."""

    def files(self) -> list[OutputFile]:
        """Every file of the site, by path; the tool's own marker is not part of it."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        named = [(path.relative_to(self.folder).as_posix(), path) for path in paths]
        return [OutputFile(name, path.read_bytes()) for name, path in named if name != MARKER]

    def pages(self) -> dict[str, str]:
        """Every HTML page's text by path."""
        return {
            file.path: file.data.decode() for file in self.files() if file.path.endswith(".html")
        }

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def fullest(self, kind: str) -> str:
        """Address below the root of the longest page of a kind, which has most to go wrong."""
        found = sorted(self.folder.glob(KINDS[kind]))
        if kind == "article":  # a translation has its language in its id
            found = [path for path in found if "." not in path.parent.name]
        assert found, f"the sample archive has no page of the kind {kind!r} ({KINDS[kind]})"
        longest = max(found, key=lambda path: path.stat().st_size)
        return longest.relative_to(self.folder).as_posix().removesuffix("index.html")
