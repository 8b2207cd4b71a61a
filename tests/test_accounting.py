"""What a build is about to publish is held against the archive, and refused if anything is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from site_builder import pieces, planning
from site_builder.build import BuildOptions, build_site
from site_builder.content.loader import load_archive
from site_builder.diagnostics import BuildError
from site_builder.output.files import OutputFile
from site_builder.search import update_search
from site_builder.site.plan import plan_pages
from tests.sites.archive import REGISTERS, article, write_archive
from tests.trees import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from site_builder.build import BuildReport
    from site_builder.site.edition import Edition

WITHDRAWN = "withdrawn\nwithdrawal: {date: 2024-01-01, reason: Asked for}"
FILES = {
    **REGISTERS,
    "site.yaml": "title: Ours\nbase_url: https://example.org/a/\nfeed_entries: 3\n",
    **{
        f"articles/{number}.md": article(f"2023-{number:02d}-04", tags="[cpec]")
        for number in range(1, 8)
    },
    "articles/7.ur.md": article("2023-07-04"),
    "articles/gone.md": article("2023-03-03", status=WITHDRAWN),
    "articles/draft.md": article("2023-03-05", status="draft"),
}
FAULT = (
    "  This is a fault of site-builder, not of the archive: please report it. Until it is mended,"
    " build --no-cache may help."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", FILES)


def build(root: Path, **more: object) -> BuildReport:
    cache = root / ".cache" / "site-builder"
    options = {"root": root, "output": root / "_site", "cache": cache, **more}
    return build_site(BuildOptions(**options))  # type: ignore[arg-type]


def refusal(root: Path, **more: object) -> list[str]:
    """What is said of a build that is refused."""
    with pytest.raises(BuildError) as refused:
        build(root, **more)
    return [str(one) for one in refused.value.diagnostics]


def wrap(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    change: Callable[[OutputFile], OutputFile | None],
) -> None:
    """Change or drop files that one of the makers of pieces.py gives, as a fault in it would."""
    whole = getattr(pieces, name)

    def faulty(*given: object, **named: object) -> Iterable[OutputFile]:
        changed = (change(file) for file in whole(*given, **named))
        return [file for file in changed if file is not None]

    monkeypatch.setattr(pieces, name, faulty)


def test_everybody_stands_where_the_rules_say(root: Path) -> None:
    """Drafts and withdrawn entries are no loss, with drafts asked for or not."""
    assert build(root).articles == 9
    assert build(root, drafts=True).articles == 10


def test_a_document_missing_in_the_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article that search would not find is named, and the old site stays."""
    build(root)
    before = tree(root / "_site")
    whole = pieces.Leftovers.documents
    monkeypatch.setattr(pieces.Leftovers, "documents", lambda self: whole(self)[:-1])
    write_archive(root, {"articles/8.md": article("2023-08-04")})

    (told,) = refusal(root)

    assert told == (
        "content/articles/8.md:1: error[accounting]: 1 of 9 is missing in the search index: "
        f"articles/8/\n{FAULT}"
    )
    assert tree(root / "_site") == before


def test_a_document_twice_in_the_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two for one keep the number right and are found all the same."""
    whole = pieces.Leftovers.documents
    monkeypatch.setattr(
        pieces.Leftovers, "documents", lambda self: [*whole(self)[:2], *whole(self)[1:-1]]
    )

    assert [one.partition("accounting]: ")[2].partition("\n")[0] for one in refusal(root)] == [
        "1 is in the search index that should not be: articles/2/",
        "1 of 8 is missing in the search index: articles/7.ur/",
    ]
    assert not (root / "_site").exists()


def test_a_block_of_results_that_was_cut(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The written files are read, not what the maker says of them."""
    build(root)
    whole = update_search

    def cut(*given: object, **named: object) -> object:
        made = whole(*given, **named)  # type: ignore[arg-type]
        files = [
            OutputFile(one.path, json.dumps(json.loads(one.data)[1:]).encode())
            if one.path.startswith("search/d/")
            else one
            for one in made.files
        ]
        return type(made)(files=iter(files), kept=made.kept, state=made.state)

    monkeypatch.setattr(pieces, "update_search", cut)
    write_archive(root, {"articles/2.md": article("2023-02-04", title="Another title")})

    assert [one.partition("accounting]: ")[2].partition("\n")[0] for one in refusal(root)] == [
        "1 of 8 is missing in the search index: articles/2/",
    ]


@pytest.mark.parametrize(("mark", "path"), [("</entry>", "feed.xml"), ("},\n", "feed.json")])
def test_an_entry_missing_in_a_feed(
    root: Path, monkeypatch: pytest.MonkeyPatch, mark: str, path: str
) -> None:
    """A feed holds the newest entries, as many as the settings say, or nothing is published."""

    def shorten(file: OutputFile) -> OutputFile:
        start, found, rest = file.data.decode().partition(mark)
        if not found or not file.path.endswith(f"tags/cpec/{path}"):
            return file
        if path == "feed.xml":
            return OutputFile(file.path, (start[: start.index("<entry")] + rest).encode())
        return OutputFile(file.path, (start[: start.index("{", 1)] + rest).encode())

    wrap(monkeypatch, "facet_feed_files", shorten)

    (told,) = refusal(root)

    assert told == (
        "content/articles/7.md:1: error[accounting]: 1 of 3 is missing in the feed "
        f"tags/cpec/{path}: tag:example.org,1970:7\n{FAULT}"
    )


def test_an_address_missing_in_the_sitemap(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every published article is in the sitemap."""
    line = b"<url><loc>https://example.org/a/articles/4/</loc><lastmod>2023-04-04</lastmod></url>\n"
    wrap(
        monkeypatch,
        "build_sitemap",
        lambda file: OutputFile(file.path, file.data.replace(line, b"")),
    )
    (told,) = refusal(root)

    assert told.startswith("content/articles/4.md:1: error[accounting]: 1 of ")
    assert " is missing in the sitemap: articles/4/\n" in told


def test_a_withdrawn_entry_in_the_sitemap(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What readers are not to find is not listed for search engines."""
    more = b"<url><loc>https://example.org/a/articles/gone/</loc></url></urlset>"
    wrap(
        monkeypatch,
        "build_sitemap",
        lambda file: OutputFile(file.path, file.data.replace(b"</urlset>", more)),
    )
    (told,) = refusal(root)

    assert told.startswith(
        "content/articles/gone.md:1: error[accounting]: 1 is in the sitemap that"
    )


def test_a_sitemap_in_parts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses count wherever they stand."""
    monkeypatch.setattr("site_builder.site.feeds.SITEMAP_URLS", 5)
    build(root)

    assert (root / "_site/sitemap-2.xml").is_file()
    wrap(monkeypatch, "build_sitemap", lambda file: None if file.path == "sitemap-2.xml" else file)
    write_archive(root, {"articles/8.md": article("2023-08-04")})

    assert "the new site cannot be read" in refusal(root)[0]


def test_an_article_without_a_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was planned and not written is named."""
    whole = pieces.Maker._with_page
    lost = "articles/3/index.html"
    monkeypatch.setattr(
        pieces.Maker,
        "_with_page",
        lambda self, page, rendered: (
            one for one in whole(self, page, rendered) if one.path != lost
        ),
    )

    (told,) = refusal(root)

    assert told.startswith("content/articles/3.md:1: error[accounting]: 1 of ")
    assert " is missing in the pages: articles/3/\n" in told


@pytest.mark.parametrize("lost", ["articles/gone/", "fr/articles/gone/"])
def test_an_article_without_a_planned_page(
    root: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    """The archive says which articles need a page, in each language, not the plan of pages."""
    whole = plan_pages

    def lossy(edition: Edition, further: Sequence[Edition]) -> object:
        pages, faults = whole(edition, further)
        return tuple(page for page in pages if page.address != lost), faults

    monkeypatch.setattr(planning, "plan_pages", lossy)
    write_archive(root, {"site.yaml": f"{FILES['site.yaml']}languages: [fr]\n"})
    (told,) = refusal(root)

    assert told.startswith("content/articles/gone.md:1: error[accounting]: 1 of ")
    assert f" is missing in the pages: {lost}\n" in told


def test_an_article_lost_while_it_was_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that lies under content/articles/ and comes to nothing stops the build."""
    whole = load_archive

    def lossy(*given: object, **named: object) -> object:
        loaded = whole(*given, **named)  # type: ignore[arg-type]
        archive = loaded.archive
        kept = tuple(one for one in archive.articles if one.id != "5")
        return replace(loaded, archive=replace(archive, articles=kept))

    monkeypatch.setattr(planning, "load_archive", lossy)

    (told,) = refusal(root)

    assert told == (
        "content:1: error[accounting]: 1 of 10 is missing in the archive: "
        f"content/articles/5.md\n{FAULT}"
    )
