"""MkDocs, with its own search and the lists it lacks from a hook.

Its quick mode, `--dirty`, is not used: it leaves the neighbours of a new article as they were.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.generate import ROLE, GeneratedArticle
from benchmarks.peers.tool import Step, Tool, copy_layouts, name_of, write_text

NAME = "MkDocs"
_VERSION = "1.6.1"


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
    path = root / "docs" / "articles" / article.date[:4] / f"{article.id}.md"
    write_text(path, f"---\n{lines}---\n{body}\n")


def _steps(installed: Path, _: Path) -> tuple[Step, ...]:
    python = installed / "bin" / "python"
    return (Step(reported_as=NAME, command=(python, "-m", "mkdocs", "build", "--quiet")),)


MKDOCS = Tool(
    key="mkdocs",
    name=NAME,
    pins=(
        f"mkdocs=={_VERSION}",
        "click==8.5.1",
        "ghp-import==2.1.0",
        "jinja2==3.1.6",
        "markdown==3.11.3",
        "markupsafe==3.0.4",
        "mergedeep==1.3.4",
        "mkdocs-get-deps==0.2.2",
        "packaging==26.3",
        "pathspec==1.1.1",
        "platformdirs==4.14.7",
        "python-dateutil==4.0.0",
        "pyyaml==6.0.3",
        "pyyaml-env-tag==1.1",
        "tzdata==2026.6",
        "watchdog==7.1.0",
    ),
    shown=(f"{NAME} {_VERSION}",),
    prepare=copy_layouts("mkdocs"),
    write_article=_write_article,
    base_template="theme/base.html",
    steps=_steps,
    output="public",
)
