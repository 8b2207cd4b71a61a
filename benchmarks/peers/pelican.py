"""Pelican. It has no third taxonomy, so that countries are tags."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generate import ROLE, GeneratedArticle
from benchmarks.peers.tool import Step, Tool, copy_layouts, name_of, write_text

NAME = "Pelican"
_VERSION = "4.12.0"


def _write_article(root: Path, article: GeneratedArticle) -> None:
    tags = [*(name_of(tag) for tag in article.tags), *article.countries]
    lines = (
        f"Title: {article.title}\nDate: {article.date}\nAuthor: {name_of(article.person)}\n"
        f"Role: {ROLE}\nTags: {', '.join(tags)}\n"
    )
    body = "\n\n".join(article.paragraphs)
    path = root / "content" / "articles" / article.date[:4] / f"{article.id}.md"
    write_text(path, f"{lines}\n{body}\n")


def _steps(installed: Path, _: Path) -> tuple[Step, ...]:
    python = installed / "bin" / "python"
    return (Step(reported_as=NAME, command=(python, "-m", "pelican", "--quiet")),)


PELICAN = Tool(
    key="pelican",
    name=NAME,
    pins=(
        f"pelican=={_VERSION}",
        "anyio==4.16.0",
        "blinker==1.9.0",
        "docutils==0.23",
        "feedgenerator==2.2.1",
        "idna==3.20",
        "jinja2==3.1.6",
        "markdown==3.11.3",
        "markdown-it-py==4.3.0",
        "markupsafe==3.0.4",
        "mdurl==0.1.2",
        "ordered-set==4.1.0",
        "pygments==2.19.2",
        "python-dateutil==4.0.0",
        "rich==15.0.0",
        "typing-extensions==4.16.0",
        "tzdata==2026.6",
        "unidecode==1.4.0",
        "watchfiles==1.3.0",
    ),
    shown=(f"{NAME} {_VERSION}",),
    prepare=copy_layouts("pelican"),
    write_article=_write_article,
    base_template="theme/templates/base.html",
    steps=_steps,
    output="public",
)
