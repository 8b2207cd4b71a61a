"""What Hugo writes of the same files, held against Site Builder's."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.generate import GeneratedArticle, generate_articles
from benchmarks.peers.hugo_same_files import HUGO_SAME_FILES
from benchmarks.peers.installation import folder_of
from benchmarks.peers.ours import SITE_BUILDER
from benchmarks.peers.tool import Tool

ARTICLES = 60
PEERS = Path(__file__).parents[3] / ".cache" / "peers"
ATOM = "{http://www.w3.org/2005/Atom}"


def build(tool: Tool, root: Path, *, steps: int) -> Path:
    """Build the archive with the first steps of a tool and return the site."""
    tool.prepare(root)
    for article in islice(generate_articles(ARTICLES), ARTICLES):
        tool.write_article(root, article)
    for step in tool.steps(folder_of(tool, PEERS), root)[:steps]:
        subprocess.run(step.command, check=True, cwd=root)
    return root / tool.output


@pytest.fixture(scope="module")
def hugo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hugo's site, without Pagefind."""
    if not (folder_of(HUGO_SAME_FILES, PEERS) / "installed").exists():
        pytest.skip("Hugo is not installed; `make bench` does")
    return build(HUGO_SAME_FILES, tmp_path_factory.mktemp("hugo"), steps=1)


@pytest.fixture(scope="module")
def ours(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Site Builder's site, of the same archive."""
    return build(SITE_BUILDER, tmp_path_factory.mktemp("ours"), steps=1)


@pytest.fixture(scope="module")
def article() -> GeneratedArticle:
    """One of the articles, neither the first nor the last."""
    return next(islice(generate_articles(ARTICLES), 30, None))


@pytest.mark.parametrize(
    ("name", "our_name"),
    [("index.bib", "{}.bib"), ("index.ris", "{}.ris"), ("index.txt", "{}.txt")],
)
def test_texts_are_the_same(
    name: str, our_name: str, hugo: Path, ours: Path, article: GeneratedArticle
) -> None:
    """BibTeX, RIS and plain text have the same lines."""
    theirs = (hugo / "articles" / article.id / name).read_text(encoding="utf-8")
    expected = (ours / "articles" / article.id / our_name.format(article.id)).read_text("utf-8")

    assert theirs.strip() == expected.strip()


def test_markdown_is_the_same_but_for_addresses(
    hugo: Path, ours: Path, article: GeneratedArticle
) -> None:
    """Front matter and text agree; Hugo names the carrier by its title and leads with a slash."""
    theirs = (hugo / "articles" / article.id / "index.md").read_text(encoding="utf-8")
    expected = (ours / "articles" / article.id / f"{article.id}.md").read_text(encoding="utf-8")

    assert theirs.replace("the-gazette", "gazette").replace("# /", "# ").strip() == expected.strip()


def test_records_say_the_same(hugo: Path, ours: Path, article: GeneratedArticle) -> None:
    """JSON and CSL-JSON have the same values, down to the hash of each paragraph."""
    folder, our_folder = hugo / "articles" / article.id, ours / "articles" / article.id
    expected = json.loads((our_folder / "index.json").read_bytes())
    expected["carrier"]["id"] = "the-gazette"
    record = json.loads((folder / "index.json").read_bytes())

    # That of the record is of its bytes, which stand in another order.
    assert len(record.pop("sha256")) == len(expected.pop("sha256")) == 64
    assert record == expected
    assert json.loads((folder / "citation.json").read_bytes()) == json.loads(
        (our_folder / f"{article.id}.csl.json").read_bytes()
    )


@pytest.mark.parametrize(
    "part",
    [
        r'<meta (?:name|property)="([^"]+)"',
        r'<p id="(p\d+)">',
        r"<code>([0-9a-f]{64})</code>",
        r"<(?:h1|h2|h3)\b[^>]*>([^<]+)<",
        r'<dd class="citation-text"[^>]*>(.+?)</dd>',
        r'<a class="neighbours-\w+" rel="(prev|next)"',
    ],
    ids=["metadata", "paragraphs", "hashes", "headings", "citations", "neighbours"],
)
def test_article_page_has_the_same_parts(
    part: str, hugo: Path, ours: Path, article: GeneratedArticle
) -> None:
    """Metadata, numbered paragraphs, hashes, headings, citations and neighbours are all there."""
    theirs, expected = (
        (site / "articles" / article.id / "index.html").read_text(encoding="utf-8")
        for site in (hugo, ours)
    )

    assert re.findall(part, expected)
    assert sorted(re.findall(part, theirs)) == sorted(re.findall(part, expected))


@pytest.mark.parametrize("kind", ["tags", "people", "countries"])
def test_terms_have_the_same_pages_and_feeds(kind: str, hugo: Path, ours: Path) -> None:
    """Each term of either site has a page and two feeds with the same entries."""
    terms = {path.parent.name for path in (ours / kind).glob("*/feed.xml")}

    assert terms
    assert {path.parent.name for path in (hugo / kind).glob("*/feed.xml")} == terms
    for term in terms:
        titles = [
            [
                entry.findtext(f"{ATOM}title")
                for entry in ET.parse(site / kind / term / "feed.xml").iter(f"{ATOM}entry")
            ]
            for site in (hugo, ours)
        ]
        items = json.loads((hugo / kind / term / "feed.json").read_bytes())["items"]

        assert titles[0] == titles[1] == [item["title"] for item in items]


def test_terms_tell_years_and_company_alike(hugo: Path, ours: Path) -> None:
    """The table of the years and the counts of what goes together agree, whatever their order."""
    years, company = [
        [
            sorted(re.findall(part, (site / "countries" / "cn" / "index.html").read_text("utf-8")))
            for site in (hugo, ours)
        ]
        for part in (
            r'<th scope="row"><a href="[^"]*/(\d+)/">\d+</a></th><td class="number">(\d+)',
            r'href="[^"]*/(?:people|countries|tags)/([^"/]+)/"><bdi>[^<]+</bdi></a> <span.+?>(\d+)',
        )
    ]

    assert years[0] == years[1] != []
    assert company[0] == company[1] != []


def test_calendar_and_timeline_have_the_same_pages(hugo: Path, ours: Path) -> None:
    """Days of the calendar, years, decades and months are the same, under their own addresses."""

    def names(site: Path, pattern: str) -> set[str]:
        return {path.parent.name for path in site.glob(f"{pattern}/index.html")}

    assert names(hugo, "on-this-day/*") == names(ours, "on-this-day/*")
    assert names(hugo, "timeline/*") | names(hugo, "decades/*") == names(ours, "timeline/*")
    assert names(hugo, "months/*") == {
        "-".join(path.parts[-3:-1]) for path in ours.glob("timeline/*/??/index.html")
    }


def test_years_hold_every_record(hugo: Path, ours: Path) -> None:
    """The years' JSON Lines together are the data set's; each has a row in its year's table."""
    lines = [
        json.loads(line)["id"]
        for path in sorted(hugo.glob("timeline/*/statements.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    rows = [
        row.partition(",")[0]
        for path in sorted(hugo.glob("timeline/*/statements.csv"))
        for row in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    expected = [
        json.loads(line)["id"]
        for line in (ours / "data" / "statements.jsonl").read_text("utf-8").splitlines()
    ]

    assert len(expected) == ARTICLES
    assert lines == expected
    assert rows == expected


def test_nothing_is_left_unfilled(hugo: Path) -> None:
    """No page shows what templates print for a value that is missing or unsafe."""
    found = [
        path
        for path in hugo.rglob("*.*")
        if path.is_file() and re.search(rb"ZgotmplZ|<no value>|%!", path.read_bytes())
    ]

    assert found == []


def test_related_articles_share_what_they_are_said_to(hugo: Path) -> None:
    """Most articles have related ones, each with the reason."""
    pages = [path.read_text(encoding="utf-8") for path in (hugo / "articles").glob("*/index.html")]
    reasons = [re.findall(r"also on ([^<]+)<", page) for page in pages]

    assert len(pages) == ARTICLES
    assert sum(bool(found) for found in reasons) > ARTICLES / 2
    assert all(re.match(r"(Topic|Person) \d+|\w+", one) for found in reasons for one in found)


def test_as_many_files_of_articles(hugo: Path, ours: Path) -> None:
    """Below the articles both sites have seven files for each."""
    assert [
        sum(1 for path in (site / "articles").rglob("*") if path.is_file()) for site in (hugo, ours)
    ] == [7 * ARTICLES] * 2
