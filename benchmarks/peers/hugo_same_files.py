"""Hugo writing the files that Site Builder writes, as far as it can, made searchable by Pagefind.

What it writes and what not is told in `layouts/hugo-same-files/README.md`.
"""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path

from babel import Locale

from benchmarks.generate import COUNTRIES, GeneratedArticle
from benchmarks.peers.hugo import HUGO, fields_of, steps_as, write_content
from benchmarks.peers.tool import LAYOUTS, Tool, write_text
from site_builder.resources import built_in

ALONE = "Hugo, same files"
WITH_SEARCH = "Hugo, same files + Pagefind"
_KEY = "hugo-same-files"
_CARRIER = "The Gazette"
_NAMES = {code: Locale("en").territories[code] for code in COUNTRIES}


def _prepare(root: Path) -> None:
    HUGO.prepare(root)
    # Over the plain layouts, of which the search page, the pager and the styles stay.
    shutil.copytree(LAYOUTS / _KEY, root, dirs_exist_ok=True)
    for name in ("css", "js", "favicon.svg"):
        _copy(built_in("static") / name, root / "static" / "assets" / name)
    for code, name in _NAMES.items():
        write_text(
            root / "content" / "countries" / code.lower() / "_index.md",
            f"---\ntitle: {name}\n---\n",
        )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _write_article(root: Path, article: GeneratedArticle) -> None:
    names = sorted(_NAMES[code] for code in article.countries)
    fields = {
        **fields_of(article),
        "carriers": [_CARRIER],
        "relations": ["-".join(pair) for pair in combinations(names, 2)],
        "decades": [f"{article.date[:3]}0s"],
        "on-this-day": [article.date[5:]],
    }
    write_content(root, article, fields)


HUGO_SAME_FILES = Tool(
    key=_KEY,
    name=WITH_SEARCH,
    installed_as=HUGO.key,
    pins=HUGO.pins,
    shown=HUGO.shown,
    prepare=_prepare,
    write_article=_write_article,
    base_template=HUGO.base_template,
    # Lists are long here, and Pagefind would read them all to find that they are not searched.
    steps=steps_as(ALONE, WITH_SEARCH, "--glob", "articles/*/index.html"),
    output=HUGO.output,
)
