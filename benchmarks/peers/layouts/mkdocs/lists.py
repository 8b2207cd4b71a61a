"""A hook for MkDocs, which has no tags: the lists of an archive, straight from templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

PER_PAGE = 50
SECTIONS = {
    "tags": lambda meta: meta["topics"],
    "people": lambda meta: meta["people"],
    "countries": lambda meta: meta["countries"],
    "timeline": lambda meta: [meta["day"][:4]],
    "months": lambda meta: [meta["day"][:7]],
}
_newest: list[dict[str, Any]] = []


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Write the lists once the front matter of every article is known."""
    env.globals["links"] = _links
    pages = [one.page for one in files.documentation_pages() if "day" in one.page.meta]
    pages.sort(key=lambda page: page.url, reverse=True)
    rows = []
    for page in pages:
        day = date.fromisoformat(page.meta["day"])
        page.meta["day_in_words"] = f"{day.day} {day:%B %Y}"
        rows.append(_row(page))
    _newest[:] = rows[:PER_PAGE]
    for path, text in _lists(env, config, pages, rows):
        target = Path(config["site_dir"]) / path.strip("/") / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return env


def on_page_context(context: Any, page: Any, **_: Any) -> Any:
    """Give the home page the newest articles."""
    if page.is_homepage:
        context["rows"] = _newest
    return context


def _lists(
    env: Any, config: Any, pages: list[Any], rows: list[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    for section, names_of in SECTIONS.items():
        terms: dict[str, list[dict[str, Any]]] = {}
        for page, row in zip(pages, rows, strict=True):
            for name in names_of(page.meta):
                terms.setdefault(name, []).append(row)
        listed = [
            {"name": name, "url": _url(section, name), "total": len(found)}
            for name, found in sorted(terms.items())
        ]
        template = env.get_template("section.html")
        yield f"/{section}/", template.render(config=config, name=section, terms=listed)
        template = env.get_template("list.html")
        for term in listed:
            found = terms[term["name"]]
            chunks = [found[at : at + PER_PAGE] for at in range(0, len(found), PER_PAGE)]
            for number, chunk in enumerate(chunks, 1):
                yield (
                    term["url"] + (f"page/{number}/" if number > 1 else ""),
                    template.render(
                        config=config,
                        name=term["name"],
                        base=term["url"],
                        total=term["total"],
                        rows=chunk,
                        number=number,
                        count=len(chunks),
                    ),
                )


def _row(page: Any) -> dict[str, Any]:
    return {
        "day": page.meta["day"],
        "day_in_words": page.meta["day_in_words"],
        "url": f"/{page.url}",
        "title": page.meta["title"],
        "person": page.meta["people"][0],
        "role": page.meta["role"],
    }


def _url(section: str, name: str) -> str:
    return f"/{section}/{name.lower().replace(' ', '-')}/"


def _links(section: str, names: list[str]) -> str:
    return " ".join(f'<a href="{_url(section, name)}">{name}</a>' for name in names)
