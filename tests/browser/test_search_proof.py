"""Shards answer as the whole index, in the browser that readers have."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_builder.search import build_search
from site_builder.vendor import vendored_file
from tests.browser.server import ArchiveServer
from tests.search.corpus import make_queries, read_built, read_statements
from tests.search.strings import random_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from site_builder.search import SearchDocument

STATEMENTS = 2_031
STRINGS = 20_000

PROVE = """async ([base, queries, mostLoaded]) => {
  const load = (name) => import(`${base}js/search/${name}.js`);
  const [analyser, query, shards, storing, proof] = await Promise.all(
    ["analyser", "query", "shards", "store", "proof"].map(load));
  const store = storing.createStore(`${base}search/`);
  const manifest = await store.getFresh("manifest.json");
  const whole = await (await fetch(`${base}search/index.json`)).json();
  return proof.prove({
    lunr, whole, manifest, store, queries, mostLoaded,
    modules: { ...analyser, ...query, ...shards },
  });
}"""

ANALYSE = """async ([base, texts]) => {
  const { createAnalyser } = await import(`${base}js/search/analyser.js`);
  const analyser = createAnalyser((word) => lunr.stemmer(new lunr.Token(word)).toString());
  for (const text of texts) await analyser.prepare(text);
  return texts.map((text) => analyser.analyse(text));
}"""


@pytest.fixture(scope="module")
def documents(repository: Path, request: pytest.FixtureRequest) -> list[SearchDocument]:
    """The statements of the corpora where they are, else the sample archive."""
    named = os.environ.get("SITE_BUILDER_CORPORA")
    folder = Path(named) if named else repository.parent / "shared" / "data"
    statements = folder / "us_state_press_releases.jsonl.gz"
    if statements.is_file():
        return read_statements(statements, STATEMENTS)
    return read_built(request.getfixturevalue("sample_site").folder / "search")


@pytest.fixture(scope="module")
def bench(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare page with lunr.js and the search modules, for tests to call."""
    folder = tmp_path_factory.mktemp("bench")
    shutil.copytree(repository / "static" / "js", folder / "js")
    shutil.copy(repository / "tests" / "search" / "proof.js", folder / "js" / "search")
    (folder / "lunr.js").write_bytes(vendored_file("lunr.js"))
    (folder / "index.html").write_text(
        "<!doctype html><title>Bench</title><script src=lunr.js></script>", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def index(bench: Path, documents: list[SearchDocument]) -> None:
    """The documents' search files, with the classic index beside the shards."""
    for file in build_search(documents, mode="classic"):
        path = bench / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


@pytest.fixture
def bench_page(browser: Browser, bench: Path) -> Iterator[tuple[Page, str]]:
    with ArchiveServer(bench, "/") as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.url)
        yield page, server.url
        context.close()


@pytest.mark.parametrize(
    "most_loaded", [pytest.param(0, id="arithmetic"), pytest.param(10**9, id="lunr alone")]
)
def test_shards_answer_as_the_whole_index(
    bench_page: tuple[Page, str],
    index: None,
    documents: list[SearchDocument],
    most_loaded: int,
) -> None:
    """Hundreds of queries of every kind: the same documents, order and scores to the last bit."""
    page, base = bench_page

    proof = page.evaluate(PROVE, [base, make_queries(documents), most_loaded])

    assert proof["different"] == []
    assert proof["answered"] > 200


def test_the_browser_finds_the_same_terms(bench_page: tuple[Page, str]) -> None:
    """Strings of every script give the same terms at the same places in Python and Chromium."""
    from site_builder.search.analyser import analyse

    page, base = bench_page
    texts = list(random_strings(STRINGS, seed=11))

    there = page.evaluate(ANALYSE, [base, texts])

    assert [
        (text, theirs)
        for text, theirs in zip(texts, there, strict=True)
        if [list(pair) for pair in analyse(text)] != theirs
    ] == []
