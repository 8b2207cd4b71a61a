"""Measure search: `python -m benchmarks.search --articles 10000 [--pagefind]`.

Builds the index of an archive made from the corpora, serves it with gzip, and asks a real
Chromium to search in it, counting every byte sent. Each first query starts from an empty browser;
the next ones follow in the same page. With --pagefind the same articles, as pages, are indexed by
Pagefind (pip install 'pagefind[bin]') and asked the same.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search_corpus import make_documents
from site_builder.output.assets import gather_assets
from site_builder.search import DocumentKey, SearchDocument, analyse_document, update_search
from site_builder.vendor import vendored_file
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.server import ArchiveServer

REPOSITORY = Path(__file__).parents[1]

QUERIES = {
    "rare word": "fisheries",
    "middling word": "disarmament",
    "very common word": "nations",
    "three words": "nuclear weapons treaty",
    "three very common words": "international peace security",
    "phrase": '"climate change"',
    "phrase with stop word": '"rule of law"',
    "beginning": "diplom*",
    "near spelling": "zelenski~",
    "without": "fisheries -fish",
}

FIRST = ("rare word", "middling word", "very common word", "three words", "three very common words")
NEXT = tuple(QUERIES)

ASK = """async ([base, text, size]) => {
  window.client ??= (await import(`${base}assets/js/search/client.js`))
    .startSearch(`${base}search/`);
  const filters = { from: null, to: null };
  const request = { text, typing: false, filters, sort: "relevance" };
  const started = performance.now();
  const answer = await window.client.search({ ...request, start: 0, size });
  const took = performance.now() - started;
  window.shown = { text, numbers: answer.hits.map((hit) => hit.number) };
  return { total: answer.total, shown: answer.hits.length, took };
}"""

PASSAGES = """async () => {
  const { text, numbers } = window.shown;
  const found = await Promise.all(
    numbers.map((number) => window.client.passages({ text, typing: false, number })));
  return found.filter(({ passages }) => passages.length > 0).length;
}"""

ASK_PAGEFIND = """async ([base, text]) => {
  window.pagefind ??= await import(`${base}pagefind/pagefind.js`);
  const started = performance.now();
  const answer = await window.pagefind.search(text);
  const shown = await Promise.all(answer.results.slice(0, 10).map((one) => one.data()));
  return { total: answer.results.length, shown: shown.length, took: performance.now() - started };
}"""


BARE_PAGE = "<!doctype html><title>Search</title><link rel=icon href=data:,>"
"""Asks for nothing by itself."""


def main() -> None:
    """Measure and print a table; with --json, the figures alone."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="site-builder-search-") as name:
        folder = Path(name)
        print(f"Making {options.articles:,} articles …", file=sys.stderr)
        documents = make_documents(_corpora(), options.articles)
        figures: dict[str, Any] = {"articles": options.articles}
        figures["build"] = measure_build(folder / "site", documents)
        figures["queries"] = measure_queries(folder / "site", ask_shards)
        if options.pagefind:
            figures["pagefind"] = measure_pagefind(folder / "pagefind", documents)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def measure_build(folder: Path, documents: Sequence[SearchDocument]) -> dict[str, float]:
    """Return CPU seconds, files and bytes; the files are left in `folder`.

    All but the newest article are indexed from nothing, then that one is added.
    """
    started = time.process_time()
    analysed = {str(number): analyse_document(one) for number, one in enumerate(documents)}
    between = time.process_time()
    keys = [
        DocumentKey(digest=number, date=one.date)
        for number, one in zip(analysed, documents, strict=True)
    ]
    whole = update_search(None, keys[:-1], analysed.__getitem__, read_former=lambda _path: None)
    files = {file.path: file.data for file in whole.files}
    ended = time.process_time()
    _write(folder, files)
    before = time.process_time()
    update = update_search(
        whole.state,
        keys,
        analysed.__getitem__,
        read_former=lambda path: (folder / path).read_bytes(),
    )
    changed = {file.path: file.data for file in update.files}
    updated = time.process_time()
    files = {path: files[path] for path in update.kept} | changed
    _write(folder, changed)
    assets = gather_assets([REPOSITORY / "static"], {"lunr.js": vendored_file("lunr.js")})
    for file in assets.files:
        path = folder / "assets" / file.path.removeprefix(assets.folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    (folder / "index.html").write_text(BARE_PAGE, encoding="utf-8")
    return {
        "analyse_seconds": between - started,
        "merge_seconds": ended - between,
        "update_seconds": updated - before,
        "updated_files": len(changed),
        "files": len(files),
        "bytes": sum(map(len, files.values())),
    }


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def measure_queries(folder: Path, ask: Callable[..., list[dict[str, Any]]]) -> dict[str, Any]:
    """Return bytes and milliseconds of each kind of query, first and next."""
    with ArchiveServer(folder, "/") as server, _chromium() as browser:
        first = {kind: ask(browser, server, [QUERIES[kind]])[0] for kind in FIRST}
        later = ask(browser, server, ["embassy", *(QUERIES[kind] for kind in NEXT)])[1:]
    return {"first": first, "next": dict(zip(NEXT, later, strict=True))}


def ask_shards(browser: Browser, server: ArchiveServer, texts: list[str]) -> list[dict[str, Any]]:
    """Ask one query after another in a new browser; bytes of the page itself are not counted."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.url)
    found = []
    for text in texts:
        server.requests.clear()
        answer = page.evaluate(ASK, [server.url, text, 10])
        answer["bytes"] = sum(one.bytes for one in server.requests)
        answer["requests"] = len(server.requests)
        server.requests.clear()
        page.evaluate(PASSAGES)
        answer["passage_bytes"] = sum(one.bytes for one in server.requests)
        found.append(answer)
    context.close()
    return found


def measure_pagefind(folder: Path, documents: Sequence[SearchDocument]) -> dict[str, Any]:
    """Return what the same articles cost as pages indexed by Pagefind."""
    for document in documents:
        path = folder / document.url / "index.html"
        path.parent.mkdir(parents=True)
        body = "".join(f"<p>{escape(one.text)}</p>" for one in document.passages)
        path.write_text(
            f"<!doctype html><html lang=en><title>{escape(document.title)}</title>"
            f"<body data-pagefind-body><h1>{escape(document.title)}</h1>{body}",
            encoding="utf-8",
        )
    (folder / "index.html").write_text(BARE_PAGE, encoding="utf-8")
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder)], check=True, capture_output=True
    )
    after = os.times()
    seconds = sum(after[2:4]) - sum(before[2:4])
    return {"build_seconds": seconds, **measure_queries(folder, ask_pagefind)}


def ask_pagefind(browser: Browser, server: ArchiveServer, texts: list[str]) -> list[dict[str, Any]]:
    """As ask_shards; Pagefind's results bring their text along."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.url)
    found = []
    for text in texts:
        server.requests.clear()
        answer = page.evaluate(ASK_PAGEFIND, [server.url, text])
        page.wait_for_load_state("networkidle")
        answer["bytes"] = sum(one.bytes for one in server.requests)
        answer["requests"] = len(server.requests)
        found.append(answer)
    context.close()
    return found


def table(figures: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    build = figures["build"]
    summary = (
        f"{figures['articles']:,} articles: analysed in {build['analyse_seconds']:.1f} s and "
        f"merged in {build['merge_seconds']:.1f} s of CPU; {build['files']:,} files, "
        f"{build['bytes'] / 1e6:.1f} MB. One more article: {build['update_seconds']:.2f} s, "
        f"{build['updated_files']:,} files."
    )
    lines = [
        summary,
        "",
        "| | hits | KB | + passages | requests | ms |" + (" Pagefind KB | ms |" * _has(figures)),
        "| --- | --: | --: | --: | --: | --: |" + (" --: | --: |" * _has(figures)),
    ]
    for when in ("first", "next"):
        for kind, one in figures["queries"][when].items():
            line = (
                f"| {when}: {kind} `{QUERIES[kind]}` | {one['total']:,} | {one['bytes'] / 1e3:.1f} "
                f"| {one['passage_bytes'] / 1e3:.1f} | {one['requests']} | {one['took']:.0f} |"
            )
            if _has(figures):
                other = figures["pagefind"][when][kind]
                line += f" {other['bytes'] / 1e3:.1f} | {other['took']:.0f} |"
            lines.append(line)
    if _has(figures):
        lines += ["", f"Pagefind indexed in {figures['pagefind']['build_seconds']:.1f} s of CPU."]
    return "\n".join(lines)


def _has(figures: dict[str, Any]) -> bool:
    return "pagefind" in figures


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield browser
        browser.close()


def _corpora() -> Path:
    named = os.environ.get("SITE_BUILDER_CORPORA")
    folder = Path(named) if named else REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        raise SystemExit(f"No corpora at {folder}: name their folder with SITE_BUILDER_CORPORA.")
    return folder


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure search.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pagefind", action="store_true", help="index with Pagefind beside it")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
