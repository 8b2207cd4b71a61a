"""What a hostile case is: files put into a good archive, and the one outcome they must have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ARTICLE = "content/articles/case.md"
"""Where a case's article lies unless its name is what is hostile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An error, or a warning, with its place and a part of what it says."""

    at: str
    """Path and line, as the command prints them: 'content/articles/case.md:4'."""
    says: str
    count: int | None = 1
    """How many diagnostics there are; None where that is of no interest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Told):
    """Nothing is built; the last good site stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned(Told):
    """The site is built; a strict build is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The site is built without remark, and a page shows texts as they were written."""

    page: str
    """Path of the page below the site's root."""
    texts: tuple[str, ...]
    """Each is in the text that a reader sees, runs of white space counted as one space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Files put into a good archive, and what must come of them."""

    name: str
    """Unique in the catalogue: small letters, digits, hyphens."""
    outcome: Refused | Warned | Shown
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By path below the archive's root; they take the place of the good ones."""
    added: Mapping[str, str] = field(default_factory=dict)
    """Text put at the end of a good file, by its path."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Symbolic links: where each leads, by its path."""
    pipes: tuple[str, ...] = ()
    """Named pipes, which would keep a reader waiting for good."""


def article(fields: str = "", body: str = "Words were said.\n", title: str = "A case") -> str:
    """An article: the title on line 2, the date on 3, `fields` from 4 on.

    With F lines of fields the body starts on line 6 + F.
    """
    return f"---\ntitle: {title}\ndate: 2024-05-01\n{fields}---\n\n{body}"


def refused(name: str, text: str | bytes, line: int, says: str, count: int | None = 1) -> Case:
    """A case of one article that must be an error on a line."""
    outcome = Refused(at=f"{ARTICLE}:{line}", says=says, count=count)
    return Case(name=name, files={ARTICLE: _bytes(text)}, outcome=outcome)


def warned(name: str, text: str | bytes, line: int, says: str, count: int | None = 1) -> Case:
    """A case of one article that must be a warning on a line."""
    outcome = Warned(at=f"{ARTICLE}:{line}", says=says, count=count)
    return Case(name=name, files={ARTICLE: _bytes(text)}, outcome=outcome)


def shown(name: str, text: str | bytes, *texts: str) -> Case:
    """A case of one article whose page must show texts."""
    return Case(
        name=name,
        files={f"content/articles/{name}.md": _bytes(text)},
        outcome=Shown(page=f"articles/{name}/index.html", texts=texts),
    )


def bad_file(path: str, name: str, text: str | bytes, line: int, says: str) -> Case:
    """A case of one file at a place that must be an error on a line of it."""
    return Case(
        name=name, files={path: _bytes(text)}, outcome=Refused(at=f"{path}:{line}", says=says)
    )


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
