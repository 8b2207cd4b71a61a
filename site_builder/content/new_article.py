"""A new article's file, ready to be filled in."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from site_builder.content.articles import parse_article
from site_builder.content.front_matter import write_front_matter
from site_builder.diagnostics import BuildError, SourceLocation, error

_SLUG_LENGTH = 80


def write_new_article(
    root: Path,
    *,
    title: str,
    date: str,
    carrier: str | None = None,
    speaker: str | None = None,
    language: str | None = None,
    article_id: str | None = None,
) -> Path:
    """Write a draft into the archive at `root` and return its path.

    Raises BuildError, and writes nothing, where a value is not what its field takes or a file
    of that name is there already.
    """
    if not (root / "content").is_dir():
        fault = error(
            SourceLocation(path="content"),
            "content",
            f"there is no folder content/ in {root}",
            "Give the archive's folder, or make a new archive with 'site-builder init'.",
        )
        raise BuildError([fault])
    stem = article_id or f"{date}-{slug(title)}".strip("-")
    fields = {
        "title": title,
        "date": date,
        "speakers": [{"person": speaker}] if speaker else None,
        "carrier": carrier,
        "language": language,
        "status": "draft",
    }
    text = write_front_matter(fields) + "\n"
    year = date[:4] if date[:4].isdigit() else "undated"
    name = f"content/articles/{year}/{stem}.md"
    parsed, faults = parse_article(name, text.encode(), language="en")
    if parsed is None or faults:
        raise BuildError(faults)
    if parsed.article.id != stem:
        fault = error(
            SourceLocation(path=name),
            "id",
            f'"{stem}" is not an id',
            "Write lower-case letters a-z, digits and single hyphens only.",
        )
        raise BuildError([fault])
    path = root / name
    taken = sorted((root / "content" / "articles").rglob(f"{stem}.md"))
    if taken:
        fault = error(
            SourceLocation(path=taken[0].relative_to(root).as_posix()),
            "id",
            "there is such an article already",
            "Give another name with --id.",
        )
        raise BuildError([fault])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def slug(text: str) -> str:
    """Return a title as part of an address: letters a-z, digits and hyphens, whole words.

    Accents are dropped; a title in another script gives ''.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    words = re.findall(r"[a-z0-9]+", bare.replace("'", "").replace("’", ""))
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > _SLUG_LENGTH:
            break
        kept = f"{kept}-{word}" if kept else word[:_SLUG_LENGTH]
    return kept
