"""Eleventy, with layouts in JavaScript, the quickest of its template languages."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.generate import ROLE, GeneratedArticle
from benchmarks.peers.tool import LAYOUTS, Step, Tool, copy_layouts, name_of, write_text

NAME = "Eleventy"
_PACKAGE = "@11ty/eleventy"


def _write_article(root: Path, article: GeneratedArticle) -> None:
    fields = {
        "title": article.title,
        "day": article.date,
        "people": [name_of(article.person)],
        "role": ROLE,
        "countries": list(article.countries),
        "topics": [name_of(tag) for tag in article.tags],
    }
    body = "\n\n".join(article.paragraphs)
    lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    path = root / "articles" / article.date[:4] / f"{article.id}.md"
    write_text(path, f"---\n{lines}---\n{body}\n")


def _steps(installed: Path, _: Path) -> tuple[Step, ...]:
    command = installed / "node_modules" / _PACKAGE / "cmd.cjs"
    return (Step(reported_as=NAME, command=("node", command, "--quiet")),)


def _version() -> str:
    lock = json.loads((LAYOUTS / "eleventy" / "package-lock.json").read_text(encoding="utf-8"))
    version: str = lock["packages"][f"node_modules/{_PACKAGE}"]["version"]
    return version


ELEVENTY = Tool(
    key="eleventy",
    name=NAME,
    node=True,
    shown=(f"{NAME} {_version()}",),
    prepare=copy_layouts("eleventy"),
    write_article=_write_article,
    base_template="_includes/base.11ty.js",
    steps=_steps,
    output="public",
)
